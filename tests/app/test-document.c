/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document by itself: edits, what is wrong with it, its file. */

#include "twin-document.h"

#include <glib/gstdio.h>

#include "twin-problems.h"

static TwinDocument *
create_document (void)
{
  return twin_document_new (twin_project_new (twin_model_type_list ()[0]));
}

static double
get_number (TwinDocument *document,
            const char *key)
{
  const TwinProject *project = twin_document_get_project (document);

  return twin_parameters_get_number (twin_project_get_parameters (project), key);
}

static void
on_event (guint *count)
{
  (*count)++;
}

static void
test_edit (void)
{
  g_autoptr (TwinDocument) document = create_document ();
  guint changed = 0, modified = 0;
  const double before = get_number (document, "reorder_point");

  g_signal_connect_swapped (document, "changed", G_CALLBACK (on_event), &changed);
  g_signal_connect_swapped (document, "notify::modified", G_CALLBACK (on_event), &modified);

  twin_document_set_number (document, "reorder_point", before);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_false (twin_document_get_modified (document));

  twin_document_set_number (document, "reorder_point", 77);
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpuint (modified, ==, 1);
  g_assert_true (twin_document_get_modified (document));

  /* Back by hand is as good as undone. */
  twin_document_set_number (document, "reorder_point", before);
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (modified, ==, 2);
  g_assert_false (twin_document_get_modified (document));
}

static void
test_undo_everything (void)
{
  g_autoptr (TwinDocument) document = create_document ();
  g_autoptr (TwinProject) original = twin_project_copy (twin_document_get_project (document));
  g_autoptr (TwinProject) edited = NULL;
  TwinProject *project;

  twin_document_set_number (document, "holding_cost", 3);
  project = twin_project_copy (twin_document_get_project (document));
  project->replications = 7;
  project->seed = G_MAXUINT64;
  twin_document_edit (document, project, NULL);
  project = twin_project_copy (twin_document_get_project (document));
  g_ptr_array_set_size (project->scenarios, 1);
  twin_document_edit (document, project, NULL);
  project = twin_project_copy (twin_document_get_project (document));
  project->search->target = 0.9;
  twin_document_edit (document, project, NULL);
  edited = twin_project_copy (twin_document_get_project (document));

  for (int i = 0; i < 4; i++)
    twin_document_undo (document);
  g_assert_true (twin_project_equal (twin_document_get_project (document), original));
  twin_document_undo (document);
  g_assert_false (twin_document_get_modified (document));
  for (int i = 0; i < 4; i++)
    twin_document_redo (document);
  g_assert_true (twin_project_equal (twin_document_get_project (document), edited));
}

static char *
describe (TwinDocument *document,
          const char *key)
{
  const TwinProject *project = twin_document_get_project (document);

  return twin_problems_describe (twin_document_get_problems (document),
                                 twin_project_get_parameters (project), key);
}

static void
test_problems (void)
{
  g_autoptr (TwinDocument) document = create_document ();
  g_autofree char *lesser = NULL;
  g_autofree char *greater = NULL;
  g_autofree char *other = NULL;
  g_autofree char *bounds = NULL;

  g_assert_cmpuint (twin_document_get_problems (document)->len, ==, 0);

  /* Wrong, and kept. */
  twin_document_set_number (document, "order_up_to", 30);
  twin_document_set_number (document, "horizon_days", 0);
  g_assert_cmpfloat (get_number (document, "order_up_to"), ==, 30);
  g_assert_nonnull (twin_problems_get (twin_document_get_problems (document), "reorder_point"));

  lesser = describe (document, "reorder_point");
  greater = describe (document, "order_up_to");
  other = describe (document, "demand_rate");
  bounds = describe (document, "horizon_days");
  g_assert_cmpstr (lesser, ==, "Must be below “Order up to S”, which is 30");
  g_assert_cmpstr (greater, ==, "Must be above “Reorder point s”, which is 40");
  g_assert_cmpstr (other, ==, NULL);
  g_assert_cmpstr (bounds, ==, "Must be above 0");

  twin_document_undo (document);
  twin_document_undo (document);
  g_assert_cmpuint (twin_document_get_problems (document)->len, ==, 0);
}

static void
test_problems_of_search (void)
{
  g_autoptr (TwinDocument) document = create_document ();
  TwinProject *project = twin_project_copy (twin_document_get_project (document));

  project->search->target = 2;
  twin_document_edit (document, project, NULL);
  g_assert_cmpuint (twin_document_get_problems (document)->len, ==, 1);
  g_assert_nonnull (twin_problems_get (twin_document_get_problems (document), "optimize.target"));
}

/* Files */

typedef struct
{
  char *folder;
  GFile *file;
  GError *error;
  gboolean is_done;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("twin-document-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "shop.twin", NULL);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_clear_error (&fixture->error);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static void
on_saved (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Fixture *fixture = data;

  twin_document_save_finish (TWIN_DOCUMENT (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
on_loaded (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Fixture *fixture = data;

  twin_document_load_finish (TWIN_DOCUMENT (source), result, &fixture->error);
  fixture->is_done = TRUE;
}

static void
wait (Fixture *fixture)
{
  while (!fixture->is_done)
    g_main_context_iteration (NULL, TRUE);
  fixture->is_done = FALSE;
}

static void
test_save_and_load (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TwinDocument) document = create_document ();
  g_autoptr (TwinDocument) other = create_document ();

  twin_document_set_name (document, "Sketch");
  g_assert_cmpstr (twin_document_get_title (document), ==, "Sketch");
  twin_document_set_number (document, "reorder_point", 77);
  twin_document_save_async (document, fixture->file, NULL, on_saved, fixture);

  /* What is edited while the file is written is not in it. */
  twin_document_set_number (document, "demand_rate", 5);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (twin_document_get_title (document), ==, "shop.twin");
  g_assert_true (twin_document_get_modified (document));
  twin_document_undo (document);
  g_assert_false (twin_document_get_modified (document));

  twin_document_set_number (other, "order_cost", 1);
  twin_document_load_async (other, fixture->file, NULL, on_loaded, fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (twin_project_equal (twin_document_get_project (other),
                                     twin_document_get_project (document)));
  g_assert_true (g_file_equal (twin_document_get_file (other), fixture->file));
  g_assert_false (twin_document_get_modified (other));
  twin_document_undo (other);
  g_assert_cmpfloat (get_number (other, "reorder_point"), ==, 77);
}

/* A slider that is dragged on right after saving does not take the saved state with it. */
static void
test_save_ends_step (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (TwinDocument) document = create_document ();

  twin_document_set_number (document, "reorder_point", 77);
  twin_document_save_async (document, fixture->file, NULL, on_saved, fixture);
  wait (fixture);
  g_assert_no_error (fixture->error);
  twin_document_set_number (document, "reorder_point", 78);
  twin_document_undo (document);
  g_assert_cmpfloat (get_number (document, "reorder_point"), ==, 77);
  g_assert_false (twin_document_get_modified (document));
}

static void
test_load_failure (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TwinDocument) document = create_document ();

  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "{", -1, NULL));
  twin_document_set_number (document, "reorder_point", 77);
  twin_document_load_async (document, fixture->file, NULL, on_loaded, fixture);
  wait (fixture);
  g_assert_error (fixture->error, TWIN_ERROR, TWIN_ERROR_FORMAT);
  g_assert_cmpfloat (get_number (document, "reorder_point"), ==, 77);
  g_assert_true (twin_document_get_modified (document));
  g_assert_null (twin_document_get_file (document));
}

static void
test_save_failure (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (TwinDocument) document = create_document ();
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->file, "x.twin");

  twin_document_set_number (document, "reorder_point", 77);
  twin_document_save_async (document, nowhere, NULL, on_saved, fixture);
  wait (fixture);
  g_assert_nonnull (fixture->error);
  g_assert_true (twin_document_get_modified (document));
  g_assert_null (twin_document_get_file (document));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edit", test_edit);
  g_test_add_func ("/document/undo-everything", test_undo_everything);
  g_test_add_func ("/document/problems", test_problems);
  g_test_add_func ("/document/problems-of-search", test_problems_of_search);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/document/save-and-load", test_save_and_load);
  ADD ("/document/save-ends-step", test_save_ends_step);
  ADD ("/document/load-failure", test_load_failure);
  ADD ("/document/save-failure", test_save_failure);
#undef ADD
  return g_test_run ();
}
