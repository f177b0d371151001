/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What 1,000 replications of the default run cost at other demand rates, s and S growing with them,
 * by cycles in every kernel that this processor has, and by events. Rounds take turns; medians. */

#include <stdlib.h>

#include "contestant.h"
#include "warehouse/twin-warehouse-cycles.h"

#define REPLICATIONS 1000
#define ROUNDS 7
#define MOST_WAYS 6

static const double rates[] = { 20, 100, 500, 5000 };

static double table[TWIN_WAREHOUSE_N_METRICS * REPLICATIONS];

static TwinWarehouse
get_warehouse (double rate)
{
  return (TwinWarehouse) {
    .horizon = 365,
    .demand_rate = rate,
    .lead_time_min = 1,
    .lead_time_max = 5,
    .holding_cost = 1,
    .stockout_penalty = 20,
    .order_cost = 50,
    .reorder_point = 2 * rate,
    .order_up_to = 6 * rate,
  };
}

/* Milliseconds of one round. @kernel: NULL is the event loop. */
static double
measure (const TwinWarehouse *w,
         const TwinWarehouseKernel *kernel)
{
  const double begin = cpu_seconds ();

  if (kernel != NULL)
    kernel->simulate (w, 42, 0, REPLICATIONS, table, REPLICATIONS);
  else
    twin_warehouse_simulate_events (w, 42, 0, REPLICATIONS, table, REPLICATIONS);
  return 1e3 * (cpu_seconds () - begin);
}

static int
compare (const void *a,
         const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

int
main (void)
{
  const TwinWarehouseKernel *const *kernels = twin_warehouse_kernel_list ();
  double samples[G_N_ELEMENTS (rates)][MOST_WAYS][ROUNDS];
  guint n_kernels = 0;

  while (kernels[n_kernels] != NULL)
    n_kernels++;
  for (int round = 0; round < ROUNDS; round++)
    for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
      for (guint way = 0; way <= n_kernels; way++)
        {
          const TwinWarehouse w = get_warehouse (rates[rate]);

          /* the event loop takes its time */
          if (kernels[way] != NULL || rates[rate] <= 500)
            samples[rate][way][round] = measure (&w, kernels[way]);
          else
            samples[rate][way][round] = 0;
        }

  printf ("%-24s", "demand a day");
  for (guint way = 0; way < n_kernels; way++)
    printf ("%12s", kernels[way]->name);
  printf ("%12s\n", "events");
  for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
    {
      printf ("%-24.0f", rates[rate]);
      for (guint way = 0; way <= n_kernels; way++)
        {
          qsort (samples[rate][way], ROUNDS, sizeof (double), compare);
          if (samples[rate][way][0] > 0)
            printf ("%12.3f", samples[rate][way][ROUNDS / 2]);
          else
            printf ("%12s", "-");
        }
      printf ("\n");
    }
  printf ("\nMilliseconds for 1,000 replications of 365 days on one processor.\n");
  return 0;
}
