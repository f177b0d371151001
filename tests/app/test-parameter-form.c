/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows that tables of parameters turn into, with a type of the test's own that has what the
 * program's own may lack: a list. */

#include <adwaita.h>
#include <stdio.h>

#include "twin-parameter-form.h"
#include "twin-parameter-items.h"
#include "twin-parameter-row.h"

static const TwinChoice kinds[] = { { "plain", "Plain" }, { "fancy", "Fancy" }, { NULL } };

static const TwinParameter parameters[] = {
  { .key = "kind", .title = "Kind", .group = "Shop", .type = TWIN_PARAMETER_CHOICE,
    .choices = kinds, .upper = 1 },
  { .key = "glitter", .title = "Glitter", .group = "Shop", .unit = "grams",
    .type = TWIN_PARAMETER_REAL, .initial = 0.1, .upper = 1000, .slider_upper = 10, .step = 0.1,
    .when_key = "kind", .when_choice = 1 },
  { .key = "open", .title = "Open", .group = "Shop", .type = TWIN_PARAMETER_BOOLEAN, .initial = 1,
    .upper = 1 },
  { .key = "sale", .title = "Sale", .group = "Shop", .type = TWIN_PARAMETER_DAYS },
  { .key = "shelves.*.name", .title = "Name", .group = "Shelves", .type = TWIN_PARAMETER_TEXT },
  { .key = "shelves.*.low", .title = "Low", .group = "Shelves", .type = TWIN_PARAMETER_WHOLE,
    .initial = 1, .upper = 100, .step = 1, .per = "goods" },
  { .key = "shelves.*.high", .title = "High_est", .group = "Shelves", .type = TWIN_PARAMETER_WHOLE,
    .initial = 9, .upper = 100, .step = 1, .per = "goods" },
  { .key = "goods.*.name", .title = "Name", .group = "Goods", .type = TWIN_PARAMETER_TEXT },
};

static const TwinParameterList lists[] = {
  { "shelves", "Shelves", "Shelf", 2, 1, 3 },
  { "goods", "Goods", "Good", 1, 1, 9 },
};
static const TwinOrdering orderings[] = { { "shelves.*.low", "shelves.*.high", TRUE } };

static const TwinModelType shop = {
  .name = "shop",
  .title = "Shop",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .orderings = orderings,
  .n_orderings = G_N_ELEMENTS (orderings),
};

typedef struct
{
  TwinParameters *values;
  GtkWidget *form;
  guint n_edits;
} Fixture;

static void
update (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = twin_parameters_check (fixture->values);

  twin_parameter_form_update (TWIN_PARAMETER_FORM (fixture->form), fixture->values, problems);
}

static void
on_number_edited (TwinParameterForm *form,
                  const char *key,
                  double value,
                  Fixture *fixture)
{
  fixture->n_edits++;
  g_assert_true (twin_parameters_set_number (fixture->values, key, value, NULL));
  update (fixture);
}

static void
on_text_edited (TwinParameterForm *form,
                const char *key,
                const char *value,
                Fixture *fixture)
{
  fixture->n_edits++;
  g_assert_true (twin_parameters_set_text (fixture->values, key, value, NULL));
  update (fixture);
}

static void
on_item_inserted (TwinParameterForm *form,
                  const char *list,
                  guint position,
                  int like,
                  Fixture *fixture)
{
  twin_parameters_insert_item (fixture->values, list, position, like);
  update (fixture);
}

static void
on_item_removed (TwinParameterForm *form,
                 const char *list,
                 guint position,
                 Fixture *fixture)
{
  twin_parameters_remove_item (fixture->values, list, position);
  update (fixture);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->values = twin_parameters_new (&shop);
  fixture->form = g_object_ref_sink (twin_parameter_form_new ());
  g_signal_connect (fixture->form, "number-edited", G_CALLBACK (on_number_edited), fixture);
  g_signal_connect (fixture->form, "text-edited", G_CALLBACK (on_text_edited), fixture);
  g_signal_connect (fixture->form, "item-inserted", G_CALLBACK (on_item_inserted), fixture);
  g_signal_connect (fixture->form, "item-removed", G_CALLBACK (on_item_removed), fixture);
  update (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->form);
  twin_parameters_free (fixture->values);
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root,
      Match match,
      gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_key (GtkWidget *widget,
         gconstpointer key)
{
  return TWIN_IS_PARAMETER_ROW (widget)
         && g_str_equal (twin_parameter_row_get_key (TWIN_PARAMETER_ROW (widget)), key);
}

static gboolean
has_type (GtkWidget *widget,
          gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

static gboolean
has_tooltip (GtkWidget *widget,
             gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL
         && g_str_has_prefix (gtk_widget_get_tooltip_text (widget), text);
}

/* An item's rows are there once it was opened. */
static GtkWidget *
find_row (Fixture *fixture,
          const char *key)
{
  GType type = TWIN_TYPE_PARAMETER_ITEMS;
  guint item;

  if (sscanf (key, "shelves.%u.", &item) == 1
      && !twin_parameter_items_reveal (
        TWIN_PARAMETER_ITEMS (find (fixture->form, has_type, &type)), item))
    return NULL;
  return find (fixture->form, has_key, key);
}

static gboolean
has_text (GtkWidget *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
         && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static GtkWidget *
find_control (Fixture *fixture,
              const char *key,
              GType type)
{
  return find (find_row (fixture, key), has_type, &type);
}

static const char *
get_item_title (Fixture *fixture,
                const char *key)
{
  GtkWidget *expander = gtk_widget_get_ancestor (find_row (fixture, key), ADW_TYPE_EXPANDER_ROW);

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (expander));
}

static void
click (Fixture *fixture,
       const char *key,
       const char *tooltip)
{
  GType type = key != NULL ? ADW_TYPE_EXPANDER_ROW : TWIN_TYPE_PARAMETER_ITEMS;
  GtkWidget *root = key != NULL ? gtk_widget_get_ancestor (find_row (fixture, key), type)
                                : find (fixture->form, has_type, &type);
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
  update (fixture);
  g_assert_cmpuint (fixture->n_edits, ==, 0);

  /* Not even by 4e-17, when the focus leaves. */
  gtk_spin_button_update (
      GTK_SPIN_BUTTON (find_control (fixture, "glitter", GTK_TYPE_SPIN_BUTTON)));
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "glitter"), ==, 0.1 + 0.2);
}

static void
test_slider (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *spin = find_control (fixture, "glitter", GTK_TYPE_SPIN_BUTTON);
  GtkWidget *slider = find_control (fixture, "glitter", GTK_TYPE_SCALE);

  gtk_range_set_value (GTK_RANGE (slider), 0.2999);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "glitter"), ==, 0.3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "0.3");

  /* A value that the slider does not offer moves it to its end and stays what it is. */
  gtk_editable_set_text (GTK_EDITABLE (spin), "250.5");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (slider)), ==, 10);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "glitter"), ==, 250.5);

  /* What is no number is put back. */
  gtk_editable_set_text (GTK_EDITABLE (spin), "much");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "250.5");
}

static void
test_relevance (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *glitter = find_row (fixture, "glitter");

  g_assert_false (gtk_widget_get_visible (glitter));
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (find_control (fixture, "kind", GTK_TYPE_DROP_DOWN)), 1);
  g_assert_true (gtk_widget_get_visible (glitter));
  g_assert_cmpuint (fixture->n_edits, ==, 1);
}

static void
test_switch (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *open = find_control (fixture, "open", GTK_TYPE_SWITCH);

  g_assert_true (gtk_switch_get_active (GTK_SWITCH (open)));
  gtk_switch_set_active (GTK_SWITCH (open), FALSE);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "open"), ==, 0);
}

static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *entry = find_control (fixture, "shelves.1.name", GTK_TYPE_ENTRY);

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
  update (fixture);

  click (fixture, "shelves.0.low", "Duplicate");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 3);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.1.low"), ==, 5);
  g_assert_nonnull (find_row (fixture, "shelves.2.low"));

  /* Three is the most. */
  click (fixture, NULL, "Add");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 3);

  click (fixture, "shelves.0.low", "Remove");
  click (fixture, "shelves.0.low", "Remove");
  g_assert_cmpuint (get_n_shelves (fixture), ==, 1);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.0.low"), ==, 1);
  g_assert_null (find_row (fixture, "shelves.1.low"));

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
  GtkWidget *low = find_row (fixture, "shelves.1.low");
  GtkWidget *high = find_row (fixture, "shelves.1.high");

  twin_parameters_set_number (fixture->values, "shelves.1.low", 20, NULL);
  update (fixture);
  g_assert_true (gtk_widget_has_css_class (low, "error"));
  g_assert_true (gtk_widget_has_css_class (high, "error"));
  g_assert_false (gtk_widget_has_css_class (find_row (fixture, "shelves.0.low"), "error"));

  twin_parameters_set_number (fixture->values, "shelves.1.high", 21, NULL);
  update (fixture);
  g_assert_false (gtk_widget_has_css_class (low, "error"));
  g_assert_false (gtk_widget_has_css_class (high, "error"));
}

static GtkToggleButton *
get_toggle (Fixture *fixture,
            const char *key)
{
  TwinParameterRow *row = TWIN_PARAMETER_ROW (find_row (fixture, key));

  return GTK_TOGGLE_BUTTON (twin_parameter_split_get_toggle (twin_parameter_row_get_split (row)));
}

/* The spin button that is seen in the row, the number-th from the top. */
static GtkSpinButton *
find_spin (GtkWidget *widget,
           guint *number)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_SPIN_BUTTON (widget) && (*number)-- == 0)
    return GTK_SPIN_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkSpinButton *found = find_spin (child, number);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkSpinButton *
get_spin (Fixture *fixture,
          const char *key,
          guint number)
{
  return find_spin (find_row (fixture, key), &number);
}

static void
test_split (Fixture *fixture,
            gconstpointer data)
{
  GtkToggleButton *toggle = get_toggle (fixture, "shelves.0.low");

  /* Nothing to split by. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (toggle)));
  twin_parameters_insert_item (fixture->values, "goods", 1, 0);
  update (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (toggle)));
  g_assert_nonnull (get_spin (fixture, "shelves.0.low", 0));
  g_assert_null (get_spin (fixture, "shelves.0.low", 1));
  g_assert_cmpuint (fixture->n_edits, ==, 0);

  gtk_toggle_button_set_active (toggle, TRUE);
  g_assert_cmpuint (fixture->n_edits, ==, 1);
  g_assert_true (twin_parameters_is_split (fixture->values, "shelves.0.low"));
  g_assert_false (twin_parameters_is_split (fixture->values, "shelves.1.low"));
  g_assert_null (get_spin (fixture, "shelves.0.low", 2));

  gtk_spin_button_set_value (get_spin (fixture, "shelves.0.low", 1), 7);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.0.low.0"), ==, 1);
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.0.low.1"), ==, 7);
  g_assert_cmpuint (fixture->n_edits, ==, 2);

  /* One number again: the first. */
  gtk_toggle_button_set_active (toggle, FALSE);
  g_assert_false (twin_parameters_is_split (fixture->values, "shelves.0.low"));
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.0.low"), ==, 1);
  g_assert_null (get_spin (fixture, "shelves.0.low", 1));
}

static void
test_split_problem (Fixture *fixture,
                    gconstpointer data)
{
  twin_parameters_insert_item (fixture->values, "goods", 1, 0);
  twin_parameters_set_number (fixture->values, "shelves.0.low.1", 20, NULL);
  update (fixture);
  g_assert_nonnull (find (find_row (fixture, "shelves.0.low"), has_text,
                          "Must be below “High_est”, which is 9"));
  g_assert_nonnull (find (find_row (fixture, "shelves.0.high"), has_text,
                          "Must be above “Low”, which is 20"));
  g_assert_null (find (find_row (fixture, "shelves.1.high"), has_text,
                       "Must be above “Low”, which is 20"));

  twin_parameters_set_number (fixture->values, "shelves.0.high", 21, NULL);
  update (fixture);
  g_assert_null (find (find_row (fixture, "shelves.0.low"), has_text,
                       "Must be below “High_est”, which is 9"));
}

static void
type_text (Fixture *fixture,
           const char *key,
           const char *text)
{
  GtkWidget *entry = find_control (fixture, key, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_days (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *row = find_row (fixture, "sale");
  GtkWidget *entry = find_control (fixture, "sale", GTK_TYPE_ENTRY);

  type_text (fixture, "sale", " 32; 30-31  40");
  g_assert_cmpstr (twin_parameters_get_text (fixture->values, "sale"), ==, "30,31,32,40");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "30–32, 40");
  g_assert_cmpuint (fixture->n_edits, ==, 1);

  /* What is none stays to be mended; what it was stays in force, whatever else is edited. */
  type_text (fixture, "sale", "soon");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  twin_parameters_set_number (fixture->values, "open", 0, NULL);
  update (fixture);
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
                                         find_row (fixture, "open")));

  /* It is hidden; the choice that hides it takes the focus. */
  g_assert_true (twin_parameter_form_focus (form, "glitter"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         find_row (fixture, "kind")));
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
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/parameter-form/showing-edits-nothing", test_showing_edits_nothing);
  ADD ("/parameter-form/slider", test_slider);
  ADD ("/parameter-form/relevance", test_relevance);
  ADD ("/parameter-form/switch", test_switch);
  ADD ("/parameter-form/names", test_names);
  ADD ("/parameter-form/items", test_items);
  ADD ("/parameter-form/problem-in-item", test_problem_in_item);
  ADD ("/parameter-form/split", test_split);
  ADD ("/parameter-form/split-problem", test_split_problem);
  ADD ("/parameter-form/days", test_days);
  ADD ("/parameter-form/focus", test_focus);
#undef ADD
  return g_test_run ();
}
