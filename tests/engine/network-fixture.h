/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "twin-model.h"

/* Networks for tests. */

/** The default network's parameters with other numbers of stores and SKUs, and then @settings:
 *  "key=value", NULL-terminated, or NULL. */
static inline TwinParameters *
network_parameters (guint n_stores,
                    guint n_skus,
                    const char *const *settings)
{
  TwinParameters *p = twin_parameters_new (twin_model_type_find ("network", NULL));
  const char *const lists[] = { "stores", "skus" };
  const guint wanted[] = { n_stores, n_skus };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    {
      while (twin_parameters_get_n_items (p, lists[l]) > wanted[l])
        twin_parameters_remove_item (p, lists[l], wanted[l]);
      for (guint i = twin_parameters_get_n_items (p, lists[l]); i < wanted[l]; i++)
        {
          g_autofree char *key = g_strdup_printf ("%s.%u.id", lists[l], i);
          g_autofree char *id = g_strdup_printf (l == 0 ? "store_%u" : "sku_%03u", i + 1);
          twin_parameters_insert_item (p, lists[l], i, 0);
          g_assert_true (twin_parameters_set_text (p, key, id, NULL));
        }
    }
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) parts = g_strsplit (settings[i], "=", 2);
      twin_parameters_set_from_string (p, parts[0], parts[1], &error);
      g_assert_no_error (error);
    }
  return p;
}

static inline TwinModel *
network_model (guint n_stores,
               guint n_skus,
               const char *const *settings)
{
  g_autoptr (TwinParameters) p = network_parameters (n_stores, n_skus, settings);
  g_autoptr (GError) error = NULL;
  TwinModel *model = twin_model_new (p, &error);

  g_assert_no_error (error);
  return model;
}

/** What stands in column @column of the trace, for a SKU at a node on a day. */
static inline double
network_trace_get (TwinTrace *trace,
                   const TwinModel *model,
                   guint day,
                   guint node,
                   guint sku,
                   const char *column)
{
  guint n_skus = twin_parameters_get_n_items (twin_model_get_parameters (model), "skus");
  gsize row = ((gsize) day * twin_model_get_n_nodes (model) + node) * n_skus + sku;

  for (guint c = 0; c < twin_trace_get_n_columns (trace); c++)
    if (strcmp (twin_trace_get_column (trace, c)->name, column) == 0)
      return twin_trace_get (trace, row, c);
  g_assert_not_reached ();
}

/** A metric by its name, "fill_rate" or "store_1.fill_rate", of [n_metrics]. */
static inline double
network_metric (const TwinModel *model,
                const double *metrics,
                const char *name)
{
  for (guint i = 0; i < twin_model_get_n_metrics (model); i++)
    if (strcmp (twin_model_get_metric (model, i)->name, name) == 0)
      return metrics[i];
  g_error ("no metric %s", name);
}

static inline void G_GNUC_PRINTF (3, 4)
network_set (TwinParameters *p,
             double value,
             const char *format,
             ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *key = g_strdup_vprintf (format, args);
  va_end (args);
  g_assert_true (twin_parameters_set_number (p, key, value, NULL));
}

/** From here on the process gets no more than so many bytes. */
static inline void
network_limit_memory (guint64 bytes)
{
  guint64 pages = 0;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  pages = g_ascii_strtoull (text, NULL, 10);
  const struct rlimit limit = { pages * (guint64) getpagesize () + bytes, RLIM_INFINITY };
  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
}

/** One of the two at random. */
static inline double
network_choose (GRand *rand,
                double a,
                double b)
{
  return g_rand_boolean (rand) ? a : b;
}

/** Rule and capacity of a cell, at "stores.0.%s" or "stores.0.%s.1". */
static inline void
network_randomize_cell (TwinParameters *p,
                        GRand *rand,
                        double scale,
                        const char *node,
                        const char *suffix)
{
  double s = rint (g_rand_double_range (rand, 0, 8) * scale);
  double S = s + 1 + rint (g_rand_double_range (rand, 0, 8) * scale);

  network_set (p, s, "%s.reorder_point%s", node, suffix);
  network_set (p, S, "%s.order_up_to%s", node, suffix);
  network_set (p, network_choose (rand, S, rint (S * g_rand_double_range (rand, 0.5, 2))),
               "%s.capacity%s", node, suffix);
  network_set (p, network_choose (rand, 0, rint (S * g_rand_double_range (rand, 0, 1.5))),
               "%s.initial_inventory%s", node, suffix);
}

/** A network of any kind: one store or several, rich or starved, split by SKU or not. */
static inline TwinParameters *
network_random_parameters (GRand *rand)
{
  guint n_stores = (guint) g_rand_int_range (rand, 1, 6);
  guint n_skus = (guint) g_rand_int_range (rand, 1, 4);
  guint n_days = (guint) g_rand_int_range (rand, 1, 50);
  TwinParameters *p = network_parameters (n_stores, n_skus, NULL);

  network_set (p, n_days, "horizon_days");
  network_set (p, g_rand_int_range (rand, 0, (int) n_days), "warmup_days");
  network_set (p, g_rand_boolean (rand), "whole_units");
  network_set (p, g_rand_int_range (rand, 0, 5), "warehouse.lead_time_to_stores_days");
  network_set (p, g_rand_int_range (rand, 0, 12), "supplier.lead_time_days");
  network_set (p, network_choose (rand, 1, g_rand_double (rand)), "supplier.reliability");
  network_set (p, g_rand_double_range (rand, 0, 3), "spike_multiplier");
  if (g_rand_boolean (rand))
    twin_parameters_set_text (p, "spike_days", "0,3,4,17,300", NULL);
  for (guint sku = 0; sku < n_skus; sku++)
    {
      network_set (p, network_choose (rand, 50, g_rand_double_range (rand, 0, 100)),
                   "skus.%u.base_demand", sku);
      network_set (p, network_choose (rand, 0, g_rand_double_range (rand, 0, 60)),
                   "skus.%u.demand_sd", sku);
      network_set (p, g_rand_double (rand), "skus.%u.seasonality_amplitude", sku);
      network_set (p, g_rand_double_range (rand, 0.5, 40), "skus.%u.seasonality_period_days", sku);
      network_set (p, g_rand_double (rand), "skus.%u.holding_cost", sku);
      network_set (p, g_rand_double_range (rand, 0, 30), "skus.%u.stockout_penalty", sku);
      network_set (p, g_rand_double_range (rand, 0, 90), "skus.%u.order_cost", sku);
      network_set (p, network_choose (rand, 0, 7), "skus.%u.store_order_cost", sku);
    }
  for (guint store = 0; store < n_stores; store++)
    {
      g_autofree char *node = g_strdup_printf ("stores.%u", store);
      network_set (p, g_rand_double_range (rand, 0, 2), "%s.demand_multiplier", node);
      if (g_rand_boolean (rand))
        network_set (p, g_rand_double_range (rand, 0, 2), "%s.demand_multiplier.%d", node,
                     g_rand_int_range (rand, 0, (int) n_skus));
      network_randomize_cell (p, rand, 50, node, "");
      if (g_rand_boolean (rand))
        {
          g_autofree char *suffix =
              g_strdup_printf (".%d", g_rand_int_range (rand, 0, (int) n_skus));
          network_randomize_cell (p, rand, 50, node, suffix);
        }
    }
  network_randomize_cell (p, rand, 60 * n_stores, "warehouse", "");
  if (g_rand_boolean (rand))
    network_randomize_cell (p, rand, 60 * n_stores, "warehouse", ".0");
  return p;
}

/** The same, as a model; parameters whose parts contradict each other are drawn again. */
static inline TwinModel *
network_random_model (GRand *rand)
{
  for (;;)
    {
      g_autoptr (TwinParameters) p = network_random_parameters (rand);
      TwinModel *model = twin_model_new (p, NULL);
      if (model != NULL)
        return model;
    }
}
