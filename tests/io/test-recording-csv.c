/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-recording-csv.h"

#include <string.h>

#include "test-folder.h"

#define HEADER "day,store,sku,demand\n"

static TwinRecording *
load (const char *text,
      GError **error)
{
  TestFolder folder;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "d.csv", text);
  TwinRecording *recording = twin_recording_load (path, error);
  test_folder_tear_down (&folder);
  return recording;
}

static void
assert_row (const TwinRecording *recording,
            gsize number,
            guint64 line,
            double day,
            const char *store,
            const char *sku,
            double demand)
{
  const TwinRecordingRow *row = twin_recording_get_row (recording, number);

  g_assert_cmpuint (row->line, ==, line);
  g_assert_cmpfloat (row->day, ==, day);
  g_assert_cmpstr (row->store, ==, store);
  g_assert_cmpstr (row->sku, ==, sku);
  g_assert_cmpfloat (row->demand, ==, demand);
}

/* Columns in any order, quotes, blank lines and a byte order mark: each row knows its line. */
static void
test_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinRecording) recording =
      load ("\xEF\xBB\xBF" "demand,sku,store,day\r\n"
            "12.5,tea,\"store, \"\"north\"\"\",0\r\n"
            "\r\n"
            "1e3,\"two\nlines\",s,7\r\n"
            "0,tea,s,8\r\n",
            &error);

  g_assert_no_error (error);
  g_assert_cmpuint (twin_recording_get_n_rows (recording), ==, 3);
  assert_row (recording, 0, 2, 0, "store, \"north\"", "tea", 12.5);
  assert_row (recording, 1, 4, 7, "s", "two\nlines", 1000);
  assert_row (recording, 2, 6, 8, "s", "tea", 0);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text, *says;
  } cases[] = {
    { "", "it is empty" },
    { "day,store,sku\n0,a,b\n", "there is no column “demand”; the columns must be: day, store, "
      "sku, demand" },
    { "day,store,sku,Demand\n", "column “Demand” is not known" },
    { "day,store,sku,demand,price\n", "column “price” is not known; the columns must be: day, "
      "store, sku, demand" },
    { "day,store,sku,demand,\n", "column “” is not known" },
    { "day,store,sku,demand,day\n", "line 1: there are two columns “day”" },
    { HEADER "0,a,b,many\n", "line 2, column “demand”: “many” is not a number" },
    { HEADER "0,a,b,1\n\nx,a,b,1\n", "line 4, column “day”: “x” is not a number" },
    { HEADER "0,a,b,\n", "line 2, column “demand”: “” is not a number" },
    { HEADER "0,a,b,\"1,5\"\n", "line 2, column “demand”: “1,5” is not a number" },
    { HEADER "0,a,b,inf\n", "line 2, column “demand”: “inf” is not a number" },
    { HEADER "0,a,b\n", "line 2: number of cells in the row: 3; the header has 4" },
    { HEADER "0,a,\"b,1\n", "line 2: a quote that opens here is never closed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (cases[i].text, &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, "d.csv: "));
      if (strstr (error->message, cases[i].says) == NULL)
        g_assert_cmpstr (error->message, ==, cases[i].says);
    }
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_recording_load ("none/d.csv", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "none/d.csv"));
}

/* What the model refuses names the file, too; what is wrong with the parameters does not. */
static void
test_replay (void)
{
  g_autoptr (TwinParameters) parameters =
      twin_parameters_new (twin_model_type_find ("network", NULL));
  g_autoptr (TwinParameters) warehouse =
      twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinRecording) recording =
      load (HEADER "0,store_1,sku_001,9\n0,store_2,sku_001,9\n0,store_3,sku_001,9\n"
                   "1,store_1,sku_001,8\n1,store_2,sku_001,8\n1,store_3,sku_001,8\n",
            &error);

  g_assert_no_error (error);
  twin_parameters_set_number (parameters, "warmup_days", 0, NULL);
  twin_parameters_set_number (parameters, "horizon_days", 2, NULL);
  g_autoptr (TwinModel) model = twin_recording_replay (recording, parameters, "d.csv", &error);
  g_assert_no_error (error);
  g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);
  g_assert_cmpfloat (twin_trace_get (trace, 4, 3), ==, 8);

  twin_parameters_set_number (parameters, "horizon_days", 3, NULL);
  g_assert_null (twin_recording_replay (recording, parameters, "d.csv", &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "d.csv: day 2, store_1, sku_001: there is no row for it");
  g_clear_error (&error);

  twin_parameters_set_number (parameters, "horizon_days", 1, NULL);
  g_assert_null (twin_recording_replay (recording, parameters, "-", &error));
  g_assert_true (g_str_has_prefix (error->message,
                                   "standard input: line 5: day 1 is not in the run"));
  g_clear_error (&error);

  g_assert_null (twin_recording_replay (recording, warehouse, "d.csv", &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_CONFLICT);
  g_assert_null (strstr (error->message, "d.csv"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recording-csv/load", test_load);
  g_test_add_func ("/recording-csv/refused", test_refused);
  g_test_add_func ("/recording-csv/missing-file", test_missing_file);
  g_test_add_func ("/recording-csv/replay", test_replay);

  return g_test_run ();
}
