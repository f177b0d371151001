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

/* Steps 1 to 7. */
static inline __attribute__ ((always_inline)) void
live_as (const TwinNetwork *n,
         TwinNetworkState *s,
         const double *orders,
         gboolean leaves_some,
         TwinNetworkTotals *totals,
         double *rewards,
         double *costs,
         gsize stride,
         guint n_skus)
{
  live_day (n, s, orders, leaves_some, n_skus);
  close_day (n, s, totals, rewards, costs, stride, n_skus);
}

/* The same code for each case, so that the compiler leaves out what the case has no need of. */
static void
live (const TwinNetwork *n,
      TwinNetworkState *s,
      const double *orders,
      gboolean leaves_some,
      TwinNetworkTotals *totals,
      double *rewards,
      double *costs,
      gsize stride)
{
  if (n->n_skus != 1)
    live_as (n, s, orders, leaves_some, totals, rewards, costs, stride, n->n_skus);
  else if (orders == NULL)
    live_as (n, s, NULL, FALSE, totals, rewards, costs, stride, 1);
  else if (leaves_some)
    live_as (n, s, orders, TRUE, totals, rewards, costs, stride, 1);
  else
    live_as (n, s, orders, FALSE, totals, rewards, costs, stride, 1);
}

extern const TwinNetworkKernel TWIN_KERNEL;

const TwinNetworkKernel TWIN_KERNEL = {
  .name = TWIN_KERNEL_NAME,
  .lanes = TWIN_LANES,
  .draw_noise = draw_noise,
  .live = live,
  .write_rows = write_rows,
  .read_rows = read_rows,
};
