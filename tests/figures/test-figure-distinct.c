/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No layer of a figure is told from another by its colour alone. */

#include "figure-samples.h"

#include <string.h>

#include "twin-chart-private.h"

/* What is left of a layer for who sees no colour. A level has its title at its end, and intervals
 * and notes have words beside them. */
static char *
describe (const TwinChartLayer *layer)
{
  switch (layer->kind)
    {
    case TWIN_LAYER_LINE:
      return g_strdup_printf ("line, dash %d", layer->look.dash);
    case TWIN_LAYER_BAND:
      return g_strdup ("band");
    case TWIN_LAYER_MARKS:
      return g_strdup_printf ("mark %d, hollow %d", layer->look.mark, layer->look.hollow);
    case TWIN_LAYER_SPANS:
      return g_strdup_printf ("stretch, fill %d", layer->look.fill);
    case TWIN_LAYER_BARS:
      return g_strdup_printf ("bars, hollow %d", layer->look.hollow);
    case TWIN_LAYER_PART:
      return g_strdup_printf ("part, fill %d", layer->look.fill);
    case TWIN_LAYER_INTERVALS:
      return g_strdup_printf ("interval, mark %d", layer->look.mark);
    case TWIN_LAYER_LEVEL:
    case TWIN_LAYER_X_LEVEL:
    case TWIN_LAYER_NOTE:
    default:
      return NULL;
    }
}

static void
assert_distinct (const TwinChart *chart)
{
  g_autoptr (GHashTable) titles =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < chart->layers->len; i++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (chart, i);
      const char *title = layer->look.title != NULL ? layer->look.title : "";
      g_autofree char *look = describe (layer);
      g_autofree char *key = NULL;
      const char *same;

      if (look == NULL || layer->n == 0)
        continue;
      key = g_strdup_printf ("%u: %s", layer->panel, look);
      same = g_hash_table_lookup (titles, key);
      if (same != NULL && strcmp (same, title) != 0)
        g_error ("“%s” and “%s” differ by colour alone (%s)", same, title, key);
      g_hash_table_insert (titles, g_steal_pointer (&key), (gpointer) title);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
check_run (TwinModel *model,
           TwinRun   *run)
{
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinBand) band = twin_band_new (model, 1, 20, 30, pool, NULL, NULL);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);
  g_autoptr (TwinChart) chart = twin_figure_trace (model, trace, band, 1, 0, 50);
  g_autoptr (TwinChart) distribution = twin_figure_distribution (run, 0);
  g_autoptr (TwinChart) split = twin_figure_cost_split (run);

  assert_distinct (chart);
  assert_distinct (distribution);
  assert_distinct (split);
}

static void
test_warehouse (void)
{
  g_autoptr (TwinRun) run = sample_run ("", 50);

  check_run (twin_run_get_model (run), run);
}

/* With stores that run dry, and a warm-up. */
static void
test_network (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinParameters) parameters =
      twin_parameters_new (twin_model_type_find ("network", &error));
  g_autoptr (TwinModel) model = NULL;
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (TwinRun) run = NULL;

  twin_parameters_set_number (parameters, "skus.0.base_demand", 120, NULL);
  twin_parameters_set_number (parameters, "warmup_days", 7, NULL);
  model = twin_model_new (parameters, &error);
  g_assert_no_error (error);
  run = twin_run_new (model, 1, 0, 50, pool, NULL, &error);
  g_assert_no_error (error);
  check_run (model, run);
}

static void
test_scenarios (void)
{
  g_autoptr (TwinComparison) comparison = sample_comparison (20);
  g_autoptr (TwinChart) chart = twin_figure_scenarios (comparison, 0);
  g_autoptr (TwinChart) differences = twin_figure_differences (comparison, 0);

  assert_distinct (chart);
  assert_distinct (differences);
}

static void
test_policies (void)
{
  const double targets[] = { 0.9, 0.97, 0.999 };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (TwinOptimum) optimum = sample_optimum ("", targets[i], 50);
      g_autoptr (TwinChart) chart = twin_figure_policies (optimum, 3);

      assert_distinct (chart);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distinct/warehouse", test_warehouse);
  g_test_add_func ("/distinct/network", test_network);
  g_test_add_func ("/distinct/scenarios", test_scenarios);
  g_test_add_func ("/distinct/policies", test_policies);
  return g_test_run ();
}
