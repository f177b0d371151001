/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-csv-reader.h"

#include <string.h>

#include "test-folder.h"
#include "twin-error.h"

static TwinCsvTable *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  TwinCsvTable *table = twin_csv_table_parse (text, strlen (text), "t.csv", &error);

  g_assert_no_error (error);
  return table;
}

/* Cells joined by "|", rows by newlines, the header first. */
static char *
dump (const TwinCsvTable *table)
{
  GString *text = g_string_new (NULL);
  guint n = twin_csv_table_get_n_columns (table);

  for (guint column = 0; column < n; column++)
    g_string_append_printf (text, column > 0 ? "|%s" : "%s",
                            twin_csv_table_get_header (table, column));
  for (gsize row = 0; row < twin_csv_table_get_n_rows (table); row++)
    for (guint column = 0; column < n; column++)
      g_string_append_printf (text, column > 0 ? "|%s" : "\n%s",
                              twin_csv_table_get_text (table, row, column));
  return g_string_free (text, FALSE);
}

static void
test_read (void)
{
  static const struct
  {
    const char *text, *cells;
  } cases[] = {
    { "a,b\r\n1,2\r\n", "a|b\n1|2" },
    { "a,b\n1,2", "a|b\n1|2" },
    { "a,b\r1,2\r3,4\r", "a|b\n1|2\n3|4" },
    { "a\n", "a" },
    { "a,b", "a|b" },
    { "\xEF\xBB\xBF" "a,b\n1,2\n", "a|b\n1|2" },
    { "a,b\n\"x,y\",\"say \"\"so\"\"\"\n", "a|b\nx,y|say \"so\"" },
    { "a,b\n\"two\r\nlines\",\"\"\n", "a|b\ntwo\r\nlines|" },
    { "a,b\n,\n", "a|b\n|" },
    { "a,b\n  1 , 2\t\n", "a|b\n1|2" },
    { "a,b\n \" 1 \" ,2\n", "a|b\n 1 |2" },
    { "\n\na,b\n\n1,2\n \n3,4\n\n", "a|b\n1|2\n3|4" },
    { "Größe,µ\n½,–\n", "Größe|µ\n½|–" },
    { "a,,\n1,2,3\n", "a||\n1|2|3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinCsvTable) table = parse (cases[i].text);
      g_autofree char *cells = dump (table);
      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_find_column (void)
{
  g_autoptr (TwinCsvTable) table = parse ("day,store\n1,2\n");

  g_assert_cmpint (twin_csv_table_find_column (table, "day"), ==, 0);
  g_assert_cmpint (twin_csv_table_find_column (table, "store"), ==, 1);
  g_assert_cmpint (twin_csv_table_find_column (table, "Day"), ==, -1);
}

static void
test_numbers (void)
{
  g_autoptr (TwinCsvTable) table = parse ("x,y\n\"a\nb\",0\n1e-3,\"-2.5\"\n,nan\n1e999,0x1\n");
  g_autoptr (GError) error = NULL;
  double value;

  g_assert_true (twin_csv_table_get_number (table, 1, 0, &value, NULL));
  g_assert_cmpfloat (value, ==, 1e-3);
  g_assert_true (twin_csv_table_get_number (table, 1, 1, &value, NULL));
  g_assert_cmpfloat (value, ==, -2.5);

  /* The first row takes two lines, so row 2 is on line 5. */
  g_assert_false (twin_csv_table_get_number (table, 2, 1, &value, &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "t.csv: line 5, column “y”: “nan” is not a number");
  g_assert_false (twin_csv_table_get_number (table, 0, 0, &value, NULL));
  g_assert_false (twin_csv_table_get_number (table, 2, 0, &value, NULL));
  g_assert_false (twin_csv_table_get_number (table, 3, 0, &value, NULL));
  g_assert_false (twin_csv_table_get_number (table, 3, 1, &value, NULL));
}

#define TEXT(literal) literal, sizeof literal - 1

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    const char *says;
  } cases[] = {
    { TEXT (""), "t.csv: it is empty" },
    { TEXT ("\n \n"), "t.csv: it is empty" },
    { TEXT ("a,b\n1,\"open\n2,3\n4,5\n"), "t.csv: line 2: a quote that opens here is never closed" },
    { TEXT ("a,b\n\n\"x\ny\",\"open\n2,3\n"), "t.csv: line 4: a quote that opens here" },
    { TEXT ("a,b\n1,2\n\n\"open"), "t.csv: line 4: a quote that opens here" },
    { TEXT ("\"open"), "t.csv: line 1: a quote that opens here" },
    { TEXT ("a,b\n1,2\nx\"y,2\n"), "t.csv: line 3: a quote stands inside of a cell" },
    { TEXT ("a,b\n\"x\"y,2\n"), "t.csv: line 2: a quote stands inside of a cell" },
    { TEXT ("a,b\n1,2\n3\n"), "t.csv: line 3: number of cells in the row: 1; the header has 2" },
    { TEXT ("a,b\n\"1\n\",2,3\n"), "t.csv: line 2: number of cells in the row: 3" },
    { TEXT ("a,b\n1,2\n3"), "t.csv: line 3: number of cells in the row: 1" },
    { TEXT ("a,b\n1,\0\n"), "t.csv: line 2: there is a NUL byte" },
    { TEXT ("a,b\n1,2\n\xFF,1\n"), "t.csv: line 3: it is not in UTF-8" },
    { TEXT ("day;demand\n0;1\n"), "t.csv: line 1: semicolons stand between the columns; it has to "
                                  "be commas, and points in numbers" },
    { TEXT ("day;demand\n0;1,5\n"), "t.csv: line 1: semicolons stand between the columns" },
    { TEXT ("\nday\tdemand\n0\t1,5\n"), "t.csv: line 2: tabs stand between the columns" },
    { TEXT ("a,b,a\n1,2,3\n"), "t.csv: line 1: there are two columns “a”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (twin_csv_table_parse (cases[i].text, cases[i].length, "t.csv", &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].says));
    }
}

static void
test_caps (void)
{
  g_autofree char *columns = g_strnfill (2000, ',');
  gsize length = (64 << 20) + 1;
  g_autofree char *large = g_strnfill (length, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_csv_table_parse (columns, 2000, "t.csv", &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, "t.csv: line 1: there are more than 1024 columns");
  g_clear_error (&error);

  g_assert_null (twin_csv_table_parse (large, length, "t.csv", &error));
  g_assert_error (error, TWIN_ERROR, TWIN_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "64 MiB"));
}

static void
test_load (void)
{
  TestFolder folder;
  g_autoptr (GError) error = NULL;

  test_folder_set_up (&folder);
  g_autofree char *path = test_folder_write (&folder, "a.csv", "a\n1\n");
  g_autoptr (TwinCsvTable) table = twin_csv_table_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (twin_csv_table_get_text (table, 0, 0), ==, "1");

  g_assert_null (twin_csv_table_load (folder.path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR);
  g_assert_nonnull (strstr (error->message, folder.path));
  test_folder_tear_down (&folder);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-reader/read", test_read);
  g_test_add_func ("/csv-reader/find-column", test_find_column);
  g_test_add_func ("/csv-reader/numbers", test_numbers);
  g_test_add_func ("/csv-reader/refused", test_refused);
  g_test_add_func ("/csv-reader/caps", test_caps);
  g_test_add_func ("/csv-reader/load", test_load);

  return g_test_run ();
}
