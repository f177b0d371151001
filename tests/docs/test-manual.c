/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The manual's tables are those of the program. `test-manual --update` writes them anew. */

#include "manual-tables.h"

#include <string.h>

static char *
load_page (const char *page,
           char **path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  *path = g_build_filename (DOCS_DIR, page, NULL);
  g_file_get_contents (*path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
update (const char *page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = load_page (page, &path);
  g_autofree char *updated = manual_update (text, &error);

  g_assert_no_error (error);
  g_file_set_contents (path, updated, -1, &error);
  g_assert_no_error (error);
}

static void
test_up_to_date (gconstpointer page)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = load_page (page, &path);
  g_autofree char *updated = manual_update (text, &error);

  g_assert_no_error (error);
  if (strcmp (text, updated) != 0)
    {
      g_test_message ("%s differs from the program; run build/tests/docs/test-manual --update",
                      path);
      g_test_fail ();
    }
}

static guint
count (const char *text,
       const char *mark)
{
  guint n = 0;

  while ((text = strstr (text, mark)) != NULL)
    {
      n++;
      text++;
    }
  return n;
}

/* Tables that say nothing of a model are not in the manual. */
static gboolean
is_due (const TwinModelType *type,
        const char *table)
{
  if (g_str_equal (table, "reference"))
    return type->n_reference_cases > 0;
  if (g_str_equal (table, "nodes"))
    return type->get_node != NULL;
  return TRUE;
}

/* The test of the tables would pass a manual that has none at all. */
static void
test_complete (void)
{
  static const char *const tables[] = { "parameters", "metrics", "scenarios", "search",
                                        "assumptions", "reference", "nodes" };
  g_autofree char *path = NULL;
  g_autofree char *text = load_page ("manual.md", &path);

  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
      {
        g_autofree char *mark = g_strdup_printf ("<!-- table: %s %s -->", (*type)->name,
                                                 tables[i]);

        g_assert_cmpuint (count (text, mark), ==, is_due (*type, tables[i]));
      }
  g_assert_cmpuint (count (text, "<!-- table: "), ==, count (text, "<!-- end of table -->"));
}

static void
test_refuses (void)
{
  static const char *const pages[] = {
    "<!-- table: warehouse nothing -->\n<!-- end of table -->",
    "<!-- table: nothing metrics -->\n<!-- end of table -->",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (manual_update (pages[i], &error));
      g_assert_error (error, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_equal (argv[1], "--update"))
    {
      update ("manual.md");
      return 0;
    }

  g_test_add_data_func ("/manual/up-to-date", "manual.md", test_up_to_date);
  g_test_add_func ("/manual/complete", test_complete);
  g_test_add_func ("/manual/refuses", test_refuses);
  return g_test_run ();
}
