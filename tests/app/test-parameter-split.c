/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A number of an item that can differ by the items of another list. */

#include "shop-form.h"

#include "twin-parameter-row.h"

static GtkToggleButton *
get_toggle (Fixture *fixture,
            const char *key)
{
  TwinParameterRow *row = TWIN_PARAMETER_ROW (fixture_find_row (fixture, key));

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
  return find_spin (fixture_find_row (fixture, key), &number);
}

static void
test_one_and_several (Fixture *fixture,
                      gconstpointer data)
{
  GtkToggleButton *toggle = get_toggle (fixture, "shelves.0.low");

  /* Nothing to split by. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (toggle)));
  twin_parameters_insert_item (fixture->values, "goods", 1, 0);
  fixture_update (fixture);
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
test_problem (Fixture *fixture,
              gconstpointer data)
{
  twin_parameters_insert_item (fixture->values, "goods", 1, 0);
  twin_parameters_set_number (fixture->values, "shelves.0.low.1", 20, NULL);
  fixture_update (fixture);
  g_assert_nonnull (find (fixture_find_row (fixture, "shelves.0.low"), has_text,
                          "Must be below “High_est”, which is 9"));
  g_assert_nonnull (find (fixture_find_row (fixture, "shelves.0.high"), has_text,
                          "Must be above “Low”, which is 20"));
  g_assert_null (find (fixture_find_row (fixture, "shelves.1.high"), has_text,
                       "Must be above “Low”, which is 20"));

  twin_parameters_set_number (fixture->values, "shelves.0.high", 21, NULL);
  fixture_update (fixture);
  g_assert_null (find (fixture_find_row (fixture, "shelves.0.low"), has_text,
                       "Must be below “High_est”, which is 9"));
}

static void
type (GtkSpinButton *spin,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_spin_button_update (spin);
}

/* It is said at the line; and the row is not marked for what splitting has put out of sight. */
static void
test_no_number (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *row = fixture_find_row (fixture, "shelves.0.low");
  GtkToggleButton *toggle = get_toggle (fixture, "shelves.0.low");

  twin_parameters_insert_item (fixture->values, "goods", 1, 0);
  fixture_update (fixture);
  type (get_spin (fixture, "shelves.0.low", 0), "abc");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_toggle_button_set_active (toggle, TRUE);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_null (find (row, has_text, "Must be a number; 1 still counts"));

  type (get_spin (fixture, "shelves.0.low", 1), "abc");
  g_assert_nonnull (find (row, has_text, "Must be a number; 1 still counts"));
  fixture_update (fixture);
  g_assert_nonnull (find (row, has_text, "Must be a number; 1 still counts"));
  type (get_spin (fixture, "shelves.0.low", 1), "8");
  g_assert_null (find (row, has_text, "Must be a number; 1 still counts"));
  g_assert_cmpfloat (twin_parameters_get_number (fixture->values, "shelves.0.low.1"), ==, 8);

  type (get_spin (fixture, "shelves.0.low", 1), "abc");
  gtk_toggle_button_set_active (toggle, FALSE);
  g_assert_null (find (row, has_text, "Must be a number; 8 still counts"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_spin (fixture, "shelves.0.low", 0))),
                   ==, "1");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/parameter-split/one-and-several", test_one_and_several);
  ADD ("/parameter-split/problem", test_problem);
  ADD ("/parameter-split/no-number", test_no_number);
#undef ADD
  return g_test_run ();
}
