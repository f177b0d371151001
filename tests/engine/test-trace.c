/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-model.h"

enum { TIME, KIND, VALUE, N_COLUMNS };

static const TwinTraceColumn columns[] = {
  { "time", "Time", "days" }, { "kind", "Kind", NULL }, { "value", "Value", "units" },
};
static const char *const kinds[] = { "up", "down", NULL };
static const TwinTraceLayer layers[] = {
  { TWIN_TRACE_LEVEL, "Value", VALUE },
  { TWIN_TRACE_ORDER, "Downs", VALUE, TWIN_TRACE_EQUALS, KIND, 1 },
  { TWIN_TRACE_RECEIPT, "Gains", VALUE, TWIN_TRACE_POSITIVE, VALUE },
};

static void
test_rows (void)
{
  g_autoptr (TwinTrace) trace = twin_trace_new (columns, N_COLUMNS);

  twin_trace_set_labels (trace, KIND, kinds);
  for (guint i = 0; i < 5000; i++)
    g_assert_true (twin_trace_add (trace, (double[]){ i, i % 2, 10.0 * i }));
  g_assert_cmpuint (twin_trace_get_n_rows (trace), ==, 5000);
  g_assert_cmpuint (twin_trace_get_n_columns (trace), ==, 3);
  g_assert_cmpfloat (twin_trace_get (trace, 4321, VALUE), ==, 43210);
  g_assert_cmpfloat (twin_trace_get_values (trace, TIME)[4999], ==, 4999);
  g_assert_cmpstr (twin_trace_get_label (trace, 7, KIND), ==, "down");
  g_assert_null (twin_trace_get_label (trace, 7, VALUE));
  g_assert_cmpstr (twin_trace_get_column (trace, KIND)->name, ==, "kind");
  g_assert_true (twin_trace_is_complete (trace));
}

static void
test_panels (void)
{
  g_autoptr (TwinTrace) trace = twin_trace_new (columns, N_COLUMNS);

  twin_trace_add (trace, (double[]){ 0, 0, 5 });
  twin_trace_add (trace, (double[]){ 1, 1, -6 });
  twin_trace_add_panel (trace, NULL, 0, 1, layers, 3);
  twin_trace_add_limit (trace, "s", 3);
  twin_trace_add_panel (trace, "Downs", 1, 2, layers, 1);
  g_assert_cmpuint (twin_trace_get_n_panels (trace), ==, 2);

  const TwinTracePanel *all = twin_trace_get_panel (trace, 0);
  const TwinTracePanel *downs = twin_trace_get_panel (trace, 1);
  g_assert_null (all->title);
  g_assert_cmpuint (all->limits->len, ==, 1);
  g_assert_cmpuint (all->n_layers, ==, 3);
  g_assert_cmpstr (downs->title, ==, "Downs");
  g_assert_cmpuint (downs->first, ==, 1);
  g_assert_cmpuint (downs->stride, ==, 2);
  g_assert_cmpuint (downs->limits->len, ==, 0);
}

static void
test_layers (void)
{
  g_autoptr (TwinTrace) trace = twin_trace_new (columns, N_COLUMNS);

  twin_trace_add (trace, (double[]){ 0, 0, 5 });
  twin_trace_add (trace, (double[]){ 1, 1, -6 });
  twin_trace_add (trace, (double[]){ 2, 1, 0 });
  for (gsize row = 0; row < 3; row++)
    {
      g_assert_true (twin_trace_row_matches (trace, row, &layers[0]));
      g_assert_cmpint (twin_trace_row_matches (trace, row, &layers[1]), ==, row > 0);
      g_assert_cmpint (twin_trace_row_matches (trace, row, &layers[2]), ==, row == 0);
    }
}

static void
test_warmup (void)
{
  g_autoptr (TwinTrace) trace = twin_trace_new (columns, N_COLUMNS);

  g_assert_cmpfloat (twin_trace_get_warmup (trace), ==, 0);
  twin_trace_set_warmup (trace, 7);
  g_assert_cmpfloat (twin_trace_get_warmup (trace), ==, 7);
}

/* A replication with more events than a trace keeps: it ends early and says so. */
static void
test_full (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));

  twin_parameters_set_number (p, "demand_rate", 1e5, NULL);
  twin_parameters_set_number (p, "reorder_point", 600000, NULL);
  twin_parameters_set_number (p, "order_up_to", 1000000, NULL);
  g_autoptr (TwinModel) model = twin_model_new (p, NULL);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);
  g_assert_cmpuint (twin_trace_get_n_rows (trace), ==, TWIN_TRACE_MAX_ROWS);
  g_assert_false (twin_trace_is_complete (trace));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/rows", test_rows);
  g_test_add_func ("/trace/panels", test_panels);
  g_test_add_func ("/trace/layers", test_layers);
  g_test_add_func ("/trace/warmup", test_warmup);
  g_test_add_func ("/trace/full", test_full);
  return g_test_run ();
}
