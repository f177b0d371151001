/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows that a table of parameters turns into. */

#include "shop-form.h"

#include "twin-number-text.h"
#include "twin-parameter-form.h"
#include "twin-parameter-items.h"
#include "twin-parameter-row.h"

static const char *
get_item_title (Fixture *fixture,
                const char *key)
{
  GtkWidget *row = fixture_find_row (fixture, key);
  GtkWidget *expander = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (expander));
}

static void
click (Fixture *fixture,
       const char *key,
       const char *tooltip)
{
  GtkWidget *root =
      key != NULL ? gtk_widget_get_ancestor (fixture_find_row (fixture, key), ADW_TYPE_EXPANDER_ROW)
                  : find_type (fixture->form, TWIN_TYPE_PARAMETER_ITEMS);
  GtkWidget *button = find (root, has_tooltip, tooltip);

  g_assert_nonnull (button);
  if (gtk_widget_get_sensitive (button))
    g_signal_emit_by_name (button, "clicked");
}

static guint
get_n_shelves (Fixture *fixture)
{
  return twin_parameters_get_n_items (fixture->values, "shelves");
}

static void
test_showing_edits_nothing (Fixture *fixture,
                            gconstpointer data)
{
  twin_parameters_set_number (fixture->values, "glitter", 0.1 + 0.2, NULL);
  twin_parameters_set_number (fixture->values, "kind", 1, NULL);
  twin_parameters_set_text (fixture->values, "shelves.1.name", "Top", NULL);
  fixture_update (fixture);
  g_assert_cmpuint (fixture->n_edits, ==, 0);

  /* Not even by 4e-17, when the focus leaves. */
  gtk_spin_button_update (
      GTK_SPIN_BUTTON (fixture_find_control (fixture, "glitter", GTK_TYPE_SPIN_BUTTON)));
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "glitter"), ==, 0.1 + 0.2);
}

static double
get_upper (GtkWidget *slider)
{
  return gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (slider)));
}

static void
test_slider (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *spin = fixture_find_control (fixture, "glitter", GTK_TYPE_SPIN_BUTTON);
  GtkWidget *slider = fixture_find_control (fixture, "glitter", GTK_TYPE_SCALE);
  g_autofree char *shown = NULL;

  gtk_range_set_value (GTK_RANGE (slider), 0.2999);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "glitter"), ==, 0.3);
  shown = twin_number_text_format (0.3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, shown);

  /* A value that the slider does not offer widens its range, and stays what it is. */
  gtk_editable_set_text (GTK_EDITABLE (spin), "250.5");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, 250.5);
  g_assert_cmpfloat (get_upper (slider), ==, 1000);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "glitter"), ==, 250.5);

  /* What is no number edits nothing, and stays there to be mended. */
  gtk_editable_set_text (GTK_EDITABLE (spin), "much");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "much");
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "glitter"), ==, 250.5);
}

static void
test_relevance (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *glitter = fixture_find_row (fixture, "glitter");

  g_assert_false (gtk_widget_get_visible (glitter));
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (fixture_find_control (fixture, "kind", GTK_TYPE_DROP_DOWN)), 1);
  g_assert_true (gtk_widget_get_visible (glitter));
  g_assert_cmpuint (fixture->n_edits, ==, 1);
}

static void
test_switch (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *open = fixture_find_control (fixture, "open", GTK_TYPE_SWITCH);

  g_assert_true (gtk_switch_get_active (GTK_SWITCH (open)));
  gtk_switch_set_active (GTK_SWITCH (open), FALSE);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "open"), ==, 0);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *entry = fixture_find_control (fixture, "shelves.1.name", GTK_TYPE_ENTRY);

  g_assert_cmpstr (get_item_title (fixture, "shelves.1.name"), ==, "Shelf 2");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Top <1>");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (twin_parameters_get_text (fixture->values, "shelves.1.name"), ==, "Top <1>");
  g_assert_cmpstr (get_item_title (fixture, "shelves.1.name"), ==, "Top <1>");
}

static void
test_items (Fixture *fixture,
            gconstpointer data)
{
  twin_parameters_set_number (fixture->values, "shelves.0.low", 5, NULL);
  fixture_update (fixture);

  click (fixture, "shelves.0.low", "Duplicate");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 3);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.1.low"), ==, 5);
  g_assert_nonnull (fixture_find_row (fixture, "shelves.2.low"));

  /* Three is the most. */
  click (fixture, NULL, "Add");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 3);

  click (fixture, "shelves.0.low", "Remove");
  click (fixture, "shelves.0.low", "Remove");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 1);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.0.low"), ==, 1);
  g_assert_null (fixture_find_row (fixture, "shelves.1.low"));

  /* And one the least. */
  click (fixture, "shelves.0.low", "Remove");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 1);

  click (fixture, NULL, "Add");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 2);
}

static void
test_problem_in_item (Fixture *fixture,
                      gconstpointer data)
{
  GtkWidget *low = fixture_find_row (fixture, "shelves.1.low");
  GtkWidget *high = fixture_find_row (fixture, "shelves.1.high");

  twin_parameters_set_number (fixture->values, "shelves.1.low", 20, NULL);
  fixture_update (fixture);
  g_assert_true (gtk_widget_has_css_class (low, "error"));
  g_assert_true (gtk_widget_has_css_class (high, "error"));
  g_assert_false (gtk_widget_has_css_class (fixture_find_row (fixture, "shelves.0.low"), "error"));

  twin_parameters_set_number (fixture->values, "shelves.1.high", 21, NULL);
  fixture_update (fixture);
  g_assert_false (gtk_widget_has_css_class (low, "error"));
  g_assert_false (gtk_widget_has_css_class (high, "error"));
}

static void
type_text (Fixture *fixture,
           const char *key,
           const char *text)
{
  GtkWidget *entry = fixture_find_control (fixture, key, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *row = fixture_find_row (fixture, "sale");
  GtkWidget *entry = fixture_find_control (fixture, "sale", GTK_TYPE_ENTRY);

  type_text (fixture, "sale", " 32; 30-31  40");
  g_assert_cmpstr (twin_parameters_get_text (fixture->values, "sale"), ==, "30,31,32,40");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30–32, 40");
  g_assert_cmpuint (fixture->n_edits, ==, 1);

  /* What is none stays to be mended; what it was stays in force, whatever else is edited. */
  type_text (fixture, "sale", "soon");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  twin_parameters_set_number (fixture->values, "open", 0, NULL);
  fixture_update (fixture);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "soon");
  g_assert_cmpstr (twin_parameters_get_text (fixture->values, "sale"), ==, "30,31,32,40");
  g_assert_cmpuint (fixture->n_edits, ==, 1);

  type_text (fixture, "sale", "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (twin_parameters_get_text (fixture->values, "sale"), ==, "");
}

static void
test_focus (Fixture *fixture,
            gconstpointer data)
{
  TwinParameterForm *form = TWIN_PARAMETER_FORM (fixture->form);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), fixture->form);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (fixture->form))
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (twin_parameter_form_focus (form, "colour"));
  g_assert_true (twin_parameter_form_focus (form, "open"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         fixture_find_row (fixture, "open")));

  /* It is hidden; the choice that hides it takes the focus. */
  g_assert_true (twin_parameter_form_focus (form, "glitter"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         fixture_find_row (fixture, "kind")));
  g_assert_true (twin_parameter_form_focus (form, "shelves.*.low"));
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/parameter-form/showing-edits-nothing", test_showing_edits_nothing);
  ADD ("/parameter-form/slider", test_slider);
  ADD ("/parameter-form/relevance", test_relevance);
  ADD ("/parameter-form/switch", test_switch);
  ADD ("/parameter-form/names", test_names);
  ADD ("/parameter-form/items", test_items);
  ADD ("/parameter-form/problem-in-item", test_problem_in_item);
  ADD ("/parameter-form/days", test_days);
  ADD ("/parameter-form/focus", test_focus);
#undef ADD
  return g_test_run ();
}
