/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog in which a scenario is written, and its list of parameters. */

#include "screenshot.h"

#include <string.h>

#include "twin-change-row.h"
#include "twin-scenario-editor.h"
#include "twin-scenario-text.h"
#include "twin-title-chooser.h"

static GtkWidget *
open_editor_of (const char *model)
{
  TwinProject *project = twin_project_new (twin_model_type_find (model, NULL));
  GtkWidget *editor = twin_scenario_editor_new (NULL, project, -1);

  twin_project_free (project);
  gtk_window_present (GTK_WINDOW (editor));
  gtk_test_widget_wait_for_draw (editor);
  return editor;
}

static GtkWidget *
open_editor (void)
{
  return open_editor_of ("network");
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

/* Adds a change of the parameter that @words find. */
static GtkWidget *
add_change (GtkWidget *editor,
            const char *words)
{
  GtkWidget *row, *chooser, *search;

  click (get_child (editor, "add_button"));
  row = gtk_widget_get_last_child (get_child (editor, "changes"));
  chooser = find_type (row, TWIN_TYPE_TITLE_CHOOSER);
  search = get_child (chooser, "search");
  gtk_menu_button_popup (GTK_MENU_BUTTON (get_child (chooser, "button")));
  wait_until (gtk_widget_get_mapped (search));
  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "activate");
  return row;
}

/* The titles that each new change begins with, until there are no more. */
static GPtrArray *
add_all_changes (const char *model)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *editor = open_editor_of (model);
  GtkWidget *button = get_child (editor, "add_button");

  while (gtk_widget_get_sensitive (button))
    {
      GtkWidget *row;

      click (button);
      row = gtk_widget_get_last_child (get_child (editor, "changes"));
      g_ptr_array_add (titles, g_strdup (get_title (find_type (row, TWIN_TYPE_TITLE_CHOOSER))));
      if (titles->len == 1)
        {
          g_autofree char *name = g_strdup_printf ("new-change-%s", model);

          gtk_test_widget_wait_for_draw (editor);
          save_screenshot (editor, name);
        }
    }
  close_editor (editor);
  return titles;
}

static void
assert_begins_with (const GPtrArray *titles,
                    guint number,
                    const char *title)
{
  g_assert_cmpuint (number, <, titles->len);
  g_assert_cmpstr (titles->pdata[number], ==, title);
}

/* Of each model, through its tables: circumstances first, decisions after all of them. */
static void
test_begins_with_circumstances (void)
{
  const TwinModelType *type = twin_model_type_find ("warehouse", NULL);
  g_autoptr (GPtrArray) warehouse = add_all_changes ("warehouse");
  g_autoptr (GPtrArray) network = NULL;

  g_assert_cmpuint (warehouse->len, ==, type->n_parameters);
  assert_begins_with (warehouse, 0, "Demand rate (Demand)");
  assert_begins_with (warehouse, 1, "Unmet demand (Demand)");
  /* The mean matters where another distribution is chosen, and comes when nothing else is left. */
  assert_begins_with (warehouse, warehouse->len - 4, "Reorder point s (Policy)");
  assert_begins_with (warehouse, warehouse->len - 3, "Order up to S (Policy)");
  assert_begins_with (warehouse, warehouse->len - 2, "Mean (Lead time)");

  network = add_all_changes ("network");
  assert_begins_with (network, 0, "Demand factor (all stores)");
}

/* A parameter of another distribution makes no difference, until the scenario chooses that one. */
static void
test_idle (void)
{
  g_autoptr (TwinParameters) base =
      twin_parameters_new (twin_model_type_find ("warehouse", NULL));
  GtkWidget *editor = open_editor_of ("warehouse");
  GtkWidget *mean = add_change (editor, "mean (");
  GtkWidget *remark = get_child (mean, "remark_label");
  GtkWidget *distribution;
  TwinScenario *scenario;
  g_autofree char *words = NULL;

  g_assert_true (gtk_widget_get_visible (remark));
  g_assert_nonnull (find_label (mean, "Changes nothing while “Distribution” is “Uniform”"));

  distribution = add_change (editor, "distribution (");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_child (distribution, "choice_drop_down")), 1);
  g_assert_false (gtk_widget_get_visible (remark));
  g_assert_false (gtk_widget_get_visible (get_child (distribution, "remark_label")));

  scenario = twin_scenario_new ("a", "A");
  twin_change_row_add_to (TWIN_CHANGE_ROW (distribution), scenario);
  twin_scenario_add_change (scenario, "lead_time.mean_days", TWIN_CHANGE_MULTIPLY, 3, NULL);
  words = twin_scenario_text_describe (scenario, base);
  g_assert_nonnull (strstr (words, "Mean (Lead time) × 3"));
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
  g_test_add_func ("/scenario-editor/begins-with-circumstances", test_begins_with_circumstances);
  g_test_add_func ("/scenario-editor/idle", test_idle);
  return testing_run ();
}
