/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"
#include "network/twin-network-env.h"

/* Two stores, one SKU, three days. */
static const char *const settings[] = {
  "horizon_days=3", "warmup_days=0", "supplier.reliability=1", NULL,
};

static const TwinRecordingRow good_rows[] = {
  { 2, 0, "store_1", "sku_001", 10 },   { 3, 0, "store_2", "sku_001", 20.5 },
  { 4, 2, "store_2", "sku_001", 1000 }, { 5, 1, "store_1", "sku_001", 0 },
  { 6, 1, "store_2", "sku_001", 7 },    { 9, 2, "store_1", "sku_001", 30.25 },
};

static TwinModel *
replay (const TwinRecordingRow *rows, gsize n, const char *whole_units, GError **error)
{
  g_autoptr (TwinParameters) p = network_parameters (2, 1, settings);
  g_autoptr (TwinRecording) recording = twin_recording_new (rows, n);

  twin_parameters_set_from_string (p, "whole_units", whole_units, NULL);
  return twin_model_new_replay (p, recording, error);
}

/* Demand is what the rows say, in whatever order they stand, whatever the seed. */
static void
test_replay (void)
{
  static const double expected[3][2] = { { 10, 20.5 }, { 0, 7 }, { 30.25, 1000 } };
  g_autoptr (TwinModel) model = replay (good_rows, 6, "false", NULL);

  for (guint64 seed = 0; seed < 3; seed++)
    {
      g_autoptr (TwinTrace) trace = twin_model_record (model, seed, 2 * seed);
      for (guint day = 0; day < 3; day++)
        for (guint store = 0; store < 2; store++)
          g_assert_cmpfloat (network_trace_get (trace, model, day, store, 0, "demand"), ==,
                             expected[day][store]);
      g_assert_cmpfloat (network_trace_get (trace, model, 2, 1, 0, "lost"), ==,
                         1000 - (600 - 20.5 - 7));
    }
}

static void
test_whole_units (void)
{
  g_autoptr (TwinModel) model = replay (good_rows, 6, "true", NULL);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 1);

  g_assert_cmpfloat (network_trace_get (trace, model, 0, 1, 0, "demand"), ==, 20);
  g_assert_cmpfloat (network_trace_get (trace, model, 2, 0, 0, "demand"), ==, 30);
}

/* A random run, recorded and replayed, is the same run. */
static void
test_round_trip (void)
{
  static const char *const reliable[] = { "supplier.reliability=1", NULL };
  g_autoptr (TwinModel) model = network_model (3, 2, reliable);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 6, 6);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TwinRecordingRow));

  for (guint day = 0; day < 90; day++)
    for (guint store = 0; store < 3; store++)
      for (guint sku = 0; sku < 2; sku++)
        {
          TwinRecordingRow row = { rows->len + 2, day, twin_model_get_node (model, store)->name,
                                   sku == 0 ? "sku_001" : "sku_002",
                                   network_trace_get (trace, model, day, store, sku, "demand") };
          g_array_append_val (rows, row);
        }
  g_autoptr (TwinRecording) recording =
      twin_recording_new ((const TwinRecordingRow *) rows->data, rows->len);
  g_autoptr (TwinModel) replayed =
      twin_model_new_replay (twin_model_get_parameters (model), recording, NULL);
  g_autoptr (TwinTrace) again = twin_model_record (replayed, 1, 0);
  for (guint c = 0; c < twin_trace_get_n_columns (trace); c++)
    g_assert_cmpmem (twin_trace_get_values (trace, c), twin_trace_get_n_rows (trace) * 8,
                     twin_trace_get_values (again, c), twin_trace_get_n_rows (again) * 8);

  /* eight lanes replay what one does */
  const guint n = twin_model_get_n_metrics (model);
  g_autofree double *expected = g_new (double, n), *metrics = g_new (double, n * 9);
  twin_model_simulate (model, 6, 6, 1, expected, 1);
  twin_model_simulate (replayed, 1, 0, 9, metrics, 9);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < 9; k++)
      g_assert_cmpfloat (metrics[9 * i + k], ==, expected[i]);

  /* and of chance nothing is left */
  g_autofree double *other = g_new (double, n);
  twin_model_simulate (replayed, 77, 5, 1, other, 1);
  g_assert_cmpmem (other, n * sizeof (double), expected, n * sizeof (double));

  /* and a snapshot is of the recording too */
  g_autoptr (TwinNetworkEnv) a = twin_network_env_new (model, NULL);
  g_autoptr (TwinNetworkEnv) b = twin_network_env_new (replayed, NULL);
  g_autoptr (GBytes) snapshot = twin_network_env_snapshot (a);
  g_assert_false (twin_network_env_restore (b, snapshot, NULL));
}

static void
test_refused (void)
{
  static const struct { TwinRecordingRow row; const char *says; } cases[] = {
    { { 7, 3, "store_1", "sku_001", 1 }, "line 7: day 3 is not in the run" },
    { { 7, -1, "store_1", "sku_001", 1 }, "line 7: day -1" },
    { { 7, 0.5, "store_1", "sku_001", 1 }, "line 7: day 0.5" },
    { { 7, NAN, "store_1", "sku_001", 1 }, "line 7: day nan" },
    { { 7, 1e300, "store_1", "sku_001", 1 }, "line 7: day 1e+300" },
    { { 7, 0, "store_3", "sku_001", 1 }, "line 7: “store_3” is no store of the model; did you "
                                           "mean store_1? There are: store_1, store_2" },
    { { 7, 0, "Suburban", "sku_001", 1 }, "line 7: “Suburban” is no store of the model; did you "
                                          "mean store_2? There are: store_1, store_2" },
    { { 7, 0, "suburban", "sku_001", 1 }, "did you mean store_2?" },
    { { 7, 0, "warehouse_1", "sku_001", 1 }, "line 7: “warehouse_1” is no store of the model; "
                                             "there are: store_1, store_2" },
    { { 7, 0, "Warehouse", "sku_001", 1 }, "there are: store_1, store_2" },
    { { 7, 0, "", "sku_001", 1 }, "line 7: “” is no store" },
    { { 7, 0, "store_1", "tea", 1 }, "line 7: “tea” is no SKU of the model; there are: sku_001" },
    { { 7, 0, "store_1", "Premium coffee beans", 1 }, "did you mean sku_001?" },
    { { 7, 0, "store_1", "sku_001", -1 }, "line 7: a demand of -1" },
    { { 7, 0, "store_1", "sku_001", NAN }, "line 7: a demand of nan" },
    { { 7, 0, "store_1", "sku_001", INFINITY }, "line 7: a demand of inf" },
    { { 7, 0, "store_1", "sku_001", 10 }, "line 7: day 0, store_1, sku_001 stands in line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TwinRecordingRow rows[7];
      g_autoptr (GError) error = NULL;

      memcpy (rows, good_rows, sizeof good_rows);
      rows[6] = cases[i].row;
      g_assert_null (replay (rows, 7, "false", &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_hole (void)
{
  for (guint left_out = 0; left_out < 6; left_out++)
    {
      TwinRecordingRow rows[5];
      g_autoptr (GError) error = NULL;
      guint n = 0;

      for (guint i = 0; i < 6; i++)
        if (i != left_out)
          rows[n++] = good_rows[i];
      g_autofree char *says = g_strdup_printf ("day %.0f, %s, %s", good_rows[left_out].day,
                                               good_rows[left_out].store, good_rows[left_out].sku);
      g_assert_null (replay (rows, 5, "false", &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, says));
    }
}

/* Only a type that can replays; and parameters are judged first. */
static void
test_other_twins (void)
{
  g_autoptr (TwinParameters) p = twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (TwinRecording) recording = twin_recording_new (good_rows, 6);
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_model_new_replay (p, recording, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_clear_error (&error);
  twin_parameters_set_number (p, "holding_cost", -1, NULL);
  g_assert_null (twin_model_new_replay (p, recording, &error));
  g_assert_cmpstr (twin_error_get_key (error), ==, "holding_cost");
}

/* The recording keeps its own copy, strings included. */
static void
test_recording (void)
{
  char store[] = "store_1", sku[] = "sku_001";
  TwinRecordingRow row = { 2, 0, store, sku, 5 };
  g_autoptr (TwinRecording) recording = twin_recording_new (&row, 1);
  g_autoptr (TwinRecording) same = twin_recording_ref (recording);
  g_autoptr (TwinRecording) empty = twin_recording_new (NULL, 0);

  store[0] = sku[0] = 'x';
  row.demand = 6;
  g_assert_cmpuint (twin_recording_get_n_rows (same), ==, 1);
  g_assert_cmpstr (twin_recording_get_row (same, 0)->store, ==, "store_1");
  g_assert_cmpstr (twin_recording_get_row (same, 0)->sku, ==, "sku_001");
  g_assert_cmpfloat (twin_recording_get_row (same, 0)->demand, ==, 5);
  g_assert_cmpuint (twin_recording_get_n_rows (empty), ==, 0);
}

/* What the system has no memory for is refused, and does not end the program. */
static void
test_no_memory (void)
{
  g_autoptr (TwinParameters) p = network_parameters (10, 100, NULL);
  g_autoptr (TwinRecording) recording = twin_recording_new (good_rows, 1);
  g_autoptr (GError) error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      return;
    }
  network_set (p, 30000, "horizon_days");
  network_limit_memory (150 * 1000 * 1000);
  g_assert_null (twin_model_new_replay (p, recording, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_assert_cmpstr (twin_error_get_key (error), ==, "horizon_days");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-replay/replay", test_replay);
  g_test_add_func ("/network-replay/whole-units", test_whole_units);
  g_test_add_func ("/network-replay/round-trip", test_round_trip);
  g_test_add_func ("/network-replay/refused", test_refused);
  g_test_add_func ("/network-replay/hole", test_hole);
  g_test_add_func ("/network-replay/other-twins", test_other_twins);
  g_test_add_func ("/network-replay/recording", test_recording);
  g_test_add_func ("/network-replay/no-memory", test_no_memory);
  return g_test_run ();
}
