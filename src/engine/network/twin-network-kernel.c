/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One kernel. The build compiles this file once for each line of the list in src/engine/meson.build,
 * with other values of
 *
 *   TWIN_LANES        replications side by side: 1, 2, 4 or 8
 *   TWIN_KERNEL       the kernel's symbol
 *   TWIN_KERNEL_NAME  its name, for people */

#include "twin-network-count.h"
#include "twin-network-day.h"
#include "twin-network-rows.h"

G_STATIC_ASSERT (TWIN_LANES <= TWIN_MOST_LANES);
G_STATIC_ASSERT (TWIN_FOURS == TWIN_DAYS_OF_NOISE (TWIN_LANES));

extern const TwinNetworkKernel TWIN_KERNEL;

const TwinNetworkKernel TWIN_KERNEL = {
  .name = TWIN_KERNEL_NAME,
  .lanes = TWIN_LANES,
  .advance = advance,
  .count = count,
  .get_costs = get_costs,
  .get_cost_parts = get_cost_parts,
  .write_rows = write_rows,
  .read_rows = read_rows,
};
