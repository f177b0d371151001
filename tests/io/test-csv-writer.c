/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-csv-writer.h"

#include <fcntl.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "test-folder.h"
#include "twin-csv-reader.h"

/* What a file by RFC 4180 looks like, byte by byte. */
static void
test_bytes (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (out);

  twin_csv_writer_add_text (writer, "name");
  twin_csv_writer_add_text (writer, "a,b");
  twin_csv_writer_add_text (writer, "say \"so\"");
  twin_csv_writer_add_text (writer, "two\nlines");
  twin_csv_writer_add_text (writer, "Überlänge – 5 µm");
  twin_csv_writer_end_row (writer);
  twin_csv_writer_add_text (writer, " padded ");
  twin_csv_writer_add_text (writer, "");
  twin_csv_writer_add_number (writer, 0.1 + 0.2);
  twin_csv_writer_add_number (writer, NAN);
  twin_csv_writer_add_number (writer, -40);
  twin_csv_writer_end_row (writer);

  g_assert_cmpstr (out->str, ==,
                   "name,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",Überlänge – 5 µm\r\n"
                   "\" padded \",\"\",0.30000000000000004,,-40\r\n");
  g_assert_true (twin_csv_writer_close (writer, NULL));
}

/* A spreadsheet must not run a text; a number must stay one. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *text, *cell;
  } cases[] = {
    { "=1+1", "'=1+1" },
    { "+1", "'+1" },
    { "-1", "'-1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" },
    { "\r=1", "\"'\r=1\"" },
    { "=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"" },
    { "a=1", "a=1" },
    { "'=1", "'=1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (out);
      g_autofree char *expected = g_strconcat (cases[i].cell, ",-1\r\n", NULL);
      twin_csv_writer_add_text (writer, cases[i].text);
      twin_csv_writer_add_number (writer, -1);
      twin_csv_writer_end_row (writer);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static void
test_locale (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no de_DE.UTF-8 here");
      return;
    }
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (out);
  twin_csv_writer_add_number (writer, 1234567.5);
  twin_csv_writer_end_row (writer);
  setlocale (LC_ALL, "C");
  g_assert_cmpstr (out->str, ==, "1234567.5\r\n");
}

/* More than the writer keeps in memory. */
static void
test_large_file (void)
{
  TestFolder folder;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) expected = g_string_new ("i,square\r\n");

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.csv", "old");
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new (path, &error);
  g_assert_no_error (error);
  twin_csv_writer_add_text (writer, "i");
  twin_csv_writer_add_text (writer, "square");
  twin_csv_writer_end_row (writer);
  for (int i = 0; i < 30000; i++)
    {
      twin_csv_writer_add_number (writer, i);
      twin_csv_writer_add_number (writer, i * (double) i);
      twin_csv_writer_end_row (writer);
      g_string_append_printf (expected, "%d,%" G_GINT64_FORMAT "\r\n", i, i * (gint64) i);
    }
  test_assert_contents (path, "old");
  twin_csv_writer_close (writer, &error);
  g_assert_no_error (error);
  test_assert_contents (path, expected->str);
  test_folder_assert_files (&folder, "a.csv");
  test_folder_tear_down (&folder);
}

static void
test_abandoned (void)
{
  TestFolder folder;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.csv", "old");
  TwinCsvWriter *writer = twin_csv_writer_new (path, NULL);
  twin_csv_writer_add_text (writer, "header");
  twin_csv_writer_end_row (writer);
  twin_csv_writer_free (writer);
  test_assert_contents (path, "old");
  test_folder_assert_files (&folder, "a.csv");
  test_folder_tear_down (&folder);
}

/* Whoever adds rows hears soon that nobody wants more; the file is as it was. */
static void
test_cancelled (void)
{
  TestFolder folder;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int n = 0;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.csv", "old");
  TwinCsvWriter *writer = twin_csv_writer_new (path, NULL);
  twin_csv_writer_set_cancellable (writer, cancellable);
  do
    {
      if (n == 50000)
        g_cancellable_cancel (cancellable);
      twin_csv_writer_add_number (writer, n);
    }
  while (n++ < 100000 && twin_csv_writer_end_row (writer));
  g_assert_cmpint (n, >, 50000);
  g_assert_cmpint (n, <, 70000);
  g_assert_false (twin_csv_writer_close (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  twin_csv_writer_free (writer);
  test_assert_contents (path, "old");
  test_folder_assert_files (&folder, "a.csv");
  test_folder_tear_down (&folder);
}

/* Errors are kept for close, however much is added after. */
static void
test_error_is_kept (void)
{
  g_autoptr (GError) error = NULL;
  int kept = dup (STDOUT_FILENO);
  int full = open ("/dev/full", O_WRONLY);

  if (full < 0)
    {
      g_test_skip ("There is no /dev/full here");
      return;
    }
  fflush (stdout);
  dup2 (full, STDOUT_FILENO);
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new ("-", &error);
  dup2 (kept, STDOUT_FILENO);
  close (full);
  close (kept);

  g_assert_no_error (error);
  for (int i = 0; i < 100000; i++)
    {
      twin_csv_writer_add_number (writer, 0.1);
      twin_csv_writer_end_row (writer);
    }
  g_assert_false (twin_csv_writer_close (writer, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  g_assert_nonnull (strstr (error->message, "standard output"));
}

static void
test_round_trip (void)
{
  static const char *const texts[] = { "a",       "a,b", "\"", "\"\"", "x\ny",
                                       "x\r\ny", " ",   "",   "ü",    "1" };
  g_autoptr (GRand) random = g_rand_new_with_seed (4180);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new_for_string (out);
  g_autoptr (GError) error = NULL;

  twin_csv_writer_add_text (writer, "text");
  twin_csv_writer_add_text (writer, "value");
  twin_csv_writer_end_row (writer);
  for (guint i = 0; i < 5000; i++)
    {
      double value =
          ldexp (g_rand_double_range (random, -1, 1), g_rand_int_range (random, -900, 900));
      g_array_append_val (values, value);
      twin_csv_writer_add_text (writer, texts[i % G_N_ELEMENTS (texts)]);
      twin_csv_writer_add_number (writer, value);
      twin_csv_writer_end_row (writer);
    }

  g_autoptr (TwinCsvTable) table = twin_csv_table_parse (out->str, out->len, "own.csv", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (twin_csv_table_get_n_rows (table), ==, values->len);
  for (guint i = 0; i < values->len; i++)
    {
      double value;
      g_assert_cmpstr (twin_csv_table_get_text (table, i, 0), ==, texts[i % G_N_ELEMENTS (texts)]);
      g_assert_true (twin_csv_table_get_number (table, i, 1, &value, NULL));
      g_assert_cmpmem (&value, sizeof value, &g_array_index (values, double, i), sizeof value);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-writer/bytes", test_bytes);
  g_test_add_func ("/csv-writer/formulas", test_formulas);
  g_test_add_func ("/csv-writer/locale", test_locale);
  g_test_add_func ("/csv-writer/large-file", test_large_file);
  g_test_add_func ("/csv-writer/abandoned", test_abandoned);
  g_test_add_func ("/csv-writer/cancelled", test_cancelled);
  g_test_add_func ("/csv-writer/error-is-kept", test_error_is_kept);
  g_test_add_func ("/csv-writer/round-trip", test_round_trip);

  return g_test_run ();
}
