/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What 1,000 replications of the default run cost at other demand rates, s and S growing with them,
 * by cycles and by events, in every kernel that this processor has. Rounds take turns; medians. */

#include <stdlib.h>

#include "contestant.h"
#include "warehouse/twin-warehouse-cycles.h"

#define REPLICATIONS 1000
#define ROUNDS 7
#define MOST_KERNELS 4

static const double rates[] = { 1, 20, 100, 500, 5000 };

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

/* Two ways to the same distribution. */
typedef enum
{
  BY_CYCLES,
  BY_EVENTS,
  N_WAYS
} Way;

/* Milliseconds of one round. */
static double
measure (const TwinWarehouse *w,
         const TwinWarehouseKernel *kernel,
         Way way)
{
  const double begin = cpu_seconds ();

  if (way == BY_CYCLES)
    kernel->simulate (w, 42, 0, REPLICATIONS, table, REPLICATIONS, NULL);
  else
    kernel->simulate_events (w, 42, 0, REPLICATIONS, table, REPLICATIONS);
  return 1e3 * (cpu_seconds () - begin);
}

static int
compare (const void *a,
         const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_table (const char *title,
             const TwinWarehouseKernel *const *kernels,
             double samples[G_N_ELEMENTS (rates)][MOST_KERNELS][ROUNDS])
{
  printf ("%-24s", title);
  for (guint k = 0; kernels[k] != NULL; k++)
    printf ("%12s", kernels[k]->name);
  printf ("\n");
  for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
    {
      printf ("%-24.0f", rates[rate]);
      for (guint k = 0; kernels[k] != NULL; k++)
        {
          qsort (samples[rate][k], ROUNDS, sizeof (double), compare);
          if (samples[rate][k][0] > 0)
            printf ("%12.3f", samples[rate][k][ROUNDS / 2]);
          else
            printf ("%12s", "-");
        }
      printf ("\n");
    }
  printf ("\n");
}

int
main (void)
{
  const TwinWarehouseKernel *const *kernels = twin_warehouse_kernel_list ();
  double samples[N_WAYS][G_N_ELEMENTS (rates)][MOST_KERNELS][ROUNDS] = { 0 };

  for (int round = 0; round < ROUNDS; round++)
    for (guint rate = 0; rate < G_N_ELEMENTS (rates); rate++)
      for (guint k = 0; kernels[k] != NULL; k++)
        {
          const TwinWarehouse w = get_warehouse (rates[rate]);

          samples[BY_CYCLES][rate][k][round] = measure (&w, kernels[k], BY_CYCLES);
          /* events take their time */
          if (rates[rate] <= 100)
            samples[BY_EVENTS][rate][k][round] = measure (&w, kernels[k], BY_EVENTS);
        }

  print_table ("by cycles, demand a day", kernels, samples[BY_CYCLES]);
  print_table ("by events, demand a day", kernels, samples[BY_EVENTS]);
  printf ("Milliseconds for 1,000 replications of 365 days on one processor.\n");
  return 0;
}
