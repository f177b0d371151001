/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "warehouse-fixture.h"

/* The same bits in 1, 2, 4 and 8 lanes, from gcc and clang, optimised or not. */

#define M TWIN_WAREHOUSE_N_METRICS
#define MOST 41

/* Every kernel, and every way to cut replications into blocks. */
static void
test_same_bits (void)
{
  static const gsize counts[] = { 1, 2, 7, 8, 9, MOST };
  const TwinWarehouseKernel *const *kernels = twin_warehouse_kernel_list ();
  double expected[M * MOST], metrics[M * MOST];

  g_assert_cmpuint (kernels[0]->lanes, ==, 1);
  g_assert_nonnull (kernels[1]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);

      for (gsize k = 0; k < MOST; k++)
        kernels[0]->simulate (&w, 5, 100 + k, 1, expected + k, MOST, NULL);
      for (const TwinWarehouseKernel *const *kernel = kernels; *kernel != NULL; kernel++)
        for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
          {
            memset (metrics, 0xff, sizeof metrics);
            for (gsize first = 0; first < MOST; first += counts[c])
              (*kernel)->simulate (&w, 5, 100 + first, MIN (counts[c], MOST - first),
                                   metrics + first, MOST, NULL);
            if (memcmp (metrics, expected, sizeof metrics) != 0)
              g_test_message ("%s, %s, blocks of %zu", cases[i].title, (*kernel)->name, counts[c]);
            g_assert_cmpmem (metrics, sizeof metrics, expected, sizeof expected);
          }
    }
}

/* All Q see the same chances, whoever stands beside them. */
static void
test_same_walks (void)
{
  static const double q[] = { 1, 2, 3, 40, 80, 81, 500, 30000 };
  const guint n = G_N_ELEMENTS (q);
  const TwinWarehouseKernel *const *kernels = twin_warehouse_kernel_list ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);
      TwinWarehouseWalk expected[G_N_ELEMENTS (q)], walks[G_N_ELEMENTS (q)];

      for (guint k = 0; k < n; k++)
        {
          g_auto (TwinWarehouseChances) chances = { 0 };
          twin_warehouse_chances_init (&chances, &w);
          twin_warehouse_chances_start (&chances, 5, 100 + i);
          kernels[0]->walk (&chances, q + k, expected + k);
          g_assert_cmpfloat (expected[k].left, >, 0);
          g_assert_cmpuint (expected[k].n_cycles, <, chances.n_cycles);
        }
      for (const TwinWarehouseKernel *const *kernel = kernels; *kernel != NULL; kernel++)
        {
          g_auto (TwinWarehouseChances) chances = { 0 };
          twin_warehouse_chances_init (&chances, &w);
          twin_warehouse_chances_start (&chances, 5, 100 + i);
          memset (walks, 0xff, sizeof walks);
          for (guint k = 0; k < n; k += (*kernel)->lanes)
            (*kernel)->walk (&chances, q + k, walks + k);
          g_assert_cmpmem (walks, sizeof walks, expected, sizeof expected);
        }
    }
}

/* Nothing is written but the columns asked for. */
static void
test_stride (void)
{
  const TwinWarehouse w = default_warehouse;
  double metrics[M * MOST];

  for (const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list (); *kernel; kernel++)
    {
      for (guint i = 0; i < M * MOST; i++)
        metrics[i] = -1;
      (*kernel)->simulate (&w, 1, 0, 5, metrics + 3, MOST, NULL);
      (*kernel)->simulate (&w, 1, 0, 0, metrics, MOST, NULL);
      for (guint i = 0; i < M * MOST; i++)
        g_assert_true ((metrics[i] == -1) == (i % MOST < 3 || i % MOST >= 8));
    }
}

static gboolean
is_third (gpointer n_asked)
{
  return ++*(guint *) n_asked == 3;
}

/* An order for each of a milliard demands: nobody has to wait for the end of that. */
static void
test_stop (void)
{
  const TwinWarehouse w = { .horizon = 1000, .demand_rate = 1e6, .order_up_to = 1 };
  double metrics[M * 9];

  for (const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list (); *kernel; kernel++)
    {
      guint n_asked = 0;
      const TwinStop stop = { is_third, &n_asked };

      for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
        metrics[i] = -1;
      (*kernel)->simulate (&w, 1, 0, 9, metrics, 9, &stop);
      g_assert_cmpuint (n_asked, ==, 3);
      for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
        g_assert_cmpfloat (metrics[i], ==, -1);
    }
}

/* Golden numbers of this version: all bits of all metrics of all cases. They may change when the
 * draws do, on purpose, and then the documents' figures with them; never from one machine to
 * another. */
#define GOLDEN_CYCLES G_GUINT64_CONSTANT (0x7ef0145243e3872c)
#define GOLDEN_EVENTS G_GUINT64_CONSTANT (0x17a503490d802cbe)
#define GOLDEN_TRACES G_GUINT64_CONSTANT (0x5b1cf1659e63db5b)

/* FNV-1a */
#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

static uint64_t
hash_numbers (uint64_t hash, const double *numbers, gsize n)
{
  const guint8 *bytes = (const guint8 *) numbers;

  for (gsize k = 0; k < n * sizeof (double); k++)
    hash = (hash ^ bytes[k]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static uint64_t
hash_cases (const TwinWarehouseKernel *kernel, gboolean by_events)
{
  uint64_t hash = HASH_START;
  double metrics[M * MOST];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);

      if (by_events)
        kernel->simulate_events (&w, 42, 0, MOST, metrics, MOST);
      else
        kernel->simulate (&w, 42, 0, MOST, metrics, MOST, NULL);
      hash = hash_numbers (hash, metrics, M * MOST);
    }
  return hash;
}

static uint64_t
hash_traces (void)
{
  uint64_t hash = HASH_START;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TwinWarehouse w = warehouse_of (&cases[i]);
      g_autoptr (TwinTrace) trace = twin_warehouse_record_cycles (&w, 42, i);

      for (guint column = 0; column < twin_trace_get_n_columns (trace); column++)
        hash = hash_numbers (hash, twin_trace_get_values (trace, column),
                             twin_trace_get_n_rows (trace));
    }
  return hash;
}

static void
test_golden (void)
{
  for (const TwinWarehouseKernel *const *kernel = twin_warehouse_kernel_list (); *kernel; kernel++)
    {
      const uint64_t cycles = hash_cases (*kernel, FALSE);
      const uint64_t events = hash_cases (*kernel, TRUE);

      g_test_message ("%s: %016" G_GINT64_MODIFIER "x, events %016" G_GINT64_MODIFIER "x",
                      (*kernel)->name, cycles, events);
      g_assert_cmphex (cycles, ==, GOLDEN_CYCLES);
      g_assert_cmphex (events, ==, GOLDEN_EVENTS);
    }
  g_test_message ("traces: %016" G_GINT64_MODIFIER "x", hash_traces ());
  g_assert_cmphex (hash_traces (), ==, GOLDEN_TRACES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warehouse-kernels/same-bits", test_same_bits);
  g_test_add_func ("/warehouse-kernels/same-walks", test_same_walks);
  g_test_add_func ("/warehouse-kernels/stride", test_stride);
  g_test_add_func ("/warehouse-kernels/stop", test_stop);
  g_test_add_func ("/warehouse-kernels/golden", test_golden);
  return g_test_run ();
}
