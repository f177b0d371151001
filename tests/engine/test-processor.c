/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "network-fixture.h"
#include "network/twin-network-private.h"
#include "twin-processor.h"
#include "warehouse/twin-warehouse-cycles.h"

/* A processor without AVX: this program's own answer takes the place of the engine's. What needs
 * AVX is not even looked at then; that nothing else has such instructions is for test-symbols.py
 * to say. */

#define N 9

guint
twin_processor_get_lanes (void)
{
  return 2;
}

static void
test_kernels (void)
{
  const TwinWarehouseKernel *const *warehouse = twin_warehouse_kernel_list ();
  const TwinNetworkKernel *const *network = twin_network_kernel_list ();

  g_assert_cmpstr (warehouse[0]->name, ==, "narrow");
  g_assert_cmpstr (warehouse[1]->name, ==, "wide");
  g_assert_null (warehouse[2]);
  g_assert_cmpstr (network[0]->name, ==, "narrow");
  g_assert_cmpstr (network[1]->name, ==, "wide");
  g_assert_null (network[2]);
  g_assert_true (twin_network_kernel_get_narrow () == network[0]);
  g_assert_true (twin_network_kernel_get_wide () == network[1]);
}

/* Each replication alone and all of them at once, through the door. */
static void
test_runs (void)
{
  static const char *const types[] = { "warehouse", "network" };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find (types[t], NULL));
      g_autoptr (TwinModel) model = twin_model_new (p, NULL);
      const guint n_metrics = twin_model_get_n_metrics (model);
      const gsize size = (gsize) n_metrics * N * sizeof (double);
      g_autofree double *together = g_malloc0 (size), *alone = g_malloc0 (size);

      twin_model_simulate (model, 42, 0, N, together, N);
      for (gsize i = 0; i < N; i++)
        twin_model_simulate (model, 42, i, 1, alone + i, N);
      g_assert_cmpmem (together, size, alone, size);

      twin_model_simulate_events (model, 42, 0, N, together, N);
      for (gsize i = 0; i < N; i++)
        twin_model_simulate_events (model, 42, i, 1, alone + i, N);
      g_assert_cmpmem (together, size, alone, size);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/processor/kernels", test_kernels);
  g_test_add_func ("/processor/runs", test_runs);
  return g_test_run ();
}
