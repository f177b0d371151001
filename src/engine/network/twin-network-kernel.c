/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One kernel. The build compiles this file once for each line of the list in
 * src/engine/meson.build, with other values of
 *
 *   TWIN_LANES        replications side by side: 1, 2, 4 or 8
 *   TWIN_KERNEL       the kernel's symbol
 *   TWIN_KERNEL_NAME  its name, for people */

#include "twin-network-count.h"
#include "twin-network-day.h"
#include "twin-network-rows.h"

G_STATIC_ASSERT (TWIN_LANES <= TWIN_MOST_LANES);
G_STATIC_ASSERT (TWIN_DAYS_OF_NOISE (TWIN_LANES) == (TWIN_FOURS == 1 ? 1 : 2 * TWIN_FOURS));

/* Steps 1 to 7. */
static inline __attribute__ ((always_inline)) void
live_as (const TwinNetwork *n,
         TwinNetworkState *s,
         TwinNetworkTotals *totals,
         double *rewards,
         double *costs,
         gsize stride,
         Case this)
{
  live_day (n, s, &this);
  close_day (n, s, totals, rewards, costs, stride, this.n_skus);
}

/* The same code once more for each of the common cases, from which the compiler leaves out what
 * they have no need of. */
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
  const gboolean is_plain = n->recorded == NULL && !n->whole_units;

  if (n->n_skus == 1 && is_plain && orders == NULL)
    live_as (n, s, totals, rewards, costs, stride, (Case){ 1, TRUE, NULL, FALSE });
  else if (n->n_skus == 1 && is_plain && !leaves_some)
    live_as (n, s, totals, rewards, costs, stride, (Case){ 1, TRUE, orders, FALSE });
  else
    live_as (n, s, totals, rewards, costs, stride,
             (Case){ n->n_skus, is_plain, orders, leaves_some });
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
