/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog in which a scenario is written, and its list of parameters. */

#include "testing.h"

#include "twin-change-row.h"
#include "twin-scenario-editor.h"
#include "twin-title-chooser.h"

static GtkWidget *
open_editor (void)
{
  TwinProject *project = twin_project_new (twin_model_type_find ("network", NULL));
  GtkWidget *editor = twin_scenario_editor_new (NULL, project, -1);

  twin_project_free (project);
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  return editor;
}

static void
close_editor (GtkWidget *editor)
{
  gtk_window_destroy (GTK_WINDOW (editor));
}

/* What a new change is about, and its list is open. */
static GtkWidget *
open_chooser (GtkWidget *editor)
{
  GtkWidget *chooser;

  click (get_child (editor, "add_button"));
  chooser = find_type (get_child (editor, "changes"), TWIN_TYPE_TITLE_CHOOSER);
  gtk_menu_button_popup (GTK_MENU_BUTTON (get_child (chooser, "button")));
  wait_until (gtk_widget_get_mapped (get_child (chooser, "search")));
  return chooser;
}

static const char *
get_title (GtkWidget *chooser)
{
  return gtk_label_get_label (GTK_LABEL (get_child (chooser, "label")));
}

static const char *
get_page (GtkWidget *chooser)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (get_child (chooser, "stack")));
}

static void
test_empty (void)
{
  GtkWidget *editor = open_editor ();

  g_assert_null (find_type (get_child (editor, "changes"), TWIN_TYPE_CHANGE_ROW));
  g_assert_true (gtk_widget_get_visible (get_child (editor, "no_changes")));
  click (get_child (editor, "add_button"));
  g_assert_nonnull (find_type (get_child (editor, "changes"), TWIN_TYPE_CHANGE_ROW));
  close_editor (editor);
}

static void
test_search (void)
{
  GtkWidget *editor = open_editor ();
  GtkWidget *chooser = open_chooser (editor);
  GtkWidget *search = get_child (chooser, "search");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (editor));

  /* What is typed goes there at once. */
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, search));
  g_assert_cmpstr (get_page (chooser), ==, "list");

  gtk_editable_set_text (GTK_EDITABLE (search), "xyzzy");
  g_assert_cmpstr (get_page (chooser), ==, "none");
  g_assert_nonnull (find_label (chooser, "No parameter matches"));
  g_signal_emit_by_name (search, "activate");
  g_assert_true (gtk_widget_get_mapped (search));

  /* From the middle of a title, in whatever case. */
  gtk_editable_set_text (GTK_EDITABLE (search), "DEMAND (ALL");
  g_assert_cmpstr (get_page (chooser), ==, "list");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (get_title (chooser), ==, "Base demand (all SKUs)");
  wait_until (!gtk_widget_get_mapped (search));

  gtk_menu_button_popup (GTK_MENU_BUTTON (get_child (chooser, "button")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
  close_editor (editor);
}

/* A list that is chosen from with the pointer, and what comes of it. */
static void
test_choice (void)
{
  GtkWidget *editor = open_editor ();
  GtkWidget *chooser = open_chooser (editor);
  GtkWidget *row = find_type (get_child (editor, "changes"), TWIN_TYPE_CHANGE_ROW);
  TwinScenario *scenario = twin_scenario_new ("a", "A");

  gtk_editable_set_text (GTK_EDITABLE (get_child (chooser, "search")), "capacity (all st");
  g_signal_emit_by_name (get_child (chooser, "list_view"), "activate", 0);
  twin_change_row_add_to (TWIN_CHANGE_ROW (row), scenario);
  g_assert_cmpstr (g_array_index (scenario->changes, TwinChange, 0).key, ==, "stores.*.capacity");
  twin_scenario_free (scenario);
  close_editor (editor);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/scenario-editor/empty", test_empty);
  g_test_add_func ("/scenario-editor/search", test_search);
  g_test_add_func ("/scenario-editor/choice", test_choice);
  return testing_run ();
}
