/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing that can be used is without a name, and charts say their numbers. Needs GTK_A11Y=test. */

#include "testing.h"

#include "twin-announcer.h"
#include "twin-chart-area.h"

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gtk_widget_get_tooltip_text (widget) != NULL
         || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_SCALE (widget) || GTK_IS_SPIN_BUTTON (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) || GTK_IS_ENTRY (widget)
         || GTK_IS_MENU_BUTTON (widget) || TWIN_IS_CHART_AREA (widget);
}

/* Parts of GTK's own widgets are theirs to name. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (is_control (parent) && !TWIN_IS_CHART_AREA (parent))
      return TRUE;
  return FALSE;
}

static guint
count_nameless (GtkWidget *widget,
                guint *n_controls)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (is_control (widget) && !is_part (widget))
    {
      (*n_controls)++;
      if (!has_name (widget))
        {
          g_test_message ("a %s has no name (in %s)", G_OBJECT_TYPE_NAME (widget),
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
          n++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_nameless (child, n_controls);
  return n;
}

static void
check_charts (GtkWidget *widget,
              guint *n_charts)
{
  if (TWIN_IS_CHART_AREA (widget) && gtk_widget_get_mapped (widget))
    {
      GtkAccessible *chart = GTK_ACCESSIBLE (widget);

      g_assert_true (gtk_test_accessible_has_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (
        gtk_test_accessible_has_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
      (*n_charts)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_charts (child, n_charts);
}

static void
test_names (gconstpointer tab)
{
  TwinWindow *window = open_tab (tab);
  guint n_controls = 0, n_charts = 0;

  g_assert_cmpuint (count_nameless (GTK_WIDGET (window), &n_controls), ==, 0);
  g_assert_cmpuint (n_controls, >, 20);
  check_charts (GTK_WIDGET (window), &n_charts);
  g_assert_cmpuint (n_charts, >, 0);
  close_window (window);
}

static gboolean
is_named (GtkWidget *status,
          const char *name)
{
  g_autofree char *problem = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (status), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return problem == NULL;
}

/* However many results come while a slider is dragged, those at its end are said, and once. */
static void
test_announcer (void)
{
  GtkWidget *status = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  TwinAnnouncer *announcer = twin_announcer_new (status);

  twin_announcer_say (announcer, "first");
  twin_announcer_say (announcer, "second");
  twin_announcer_say (announcer, "last");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (status),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL));
  wait_until (gtk_test_accessible_has_property (GTK_ACCESSIBLE (status),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_true (is_named (status, "last"));

  /* What has been said is not said again. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (status), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  twin_announcer_say (announcer, "last");
  twin_announcer_say (announcer, "another");
  wait_until (is_named (status, "another"));
  twin_announcer_say (announcer, "never");
  twin_announcer_free (announcer);
  g_object_unref (status);
}

/* Fields say their unit, and why their value cannot be. */
static void
test_fields (void)
{
  TwinWindow *window = open_window ();
  TwinParameterRow *row = find_row (window, "order_up_to");
  GType types[] = { GTK_TYPE_SCALE, GTK_TYPE_SPIN_BUTTON };

  wait_for_results (window);
  type_number (row, 10);
  wait_until (find_label (row, "Must be") != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkAccessible *field = GTK_ACCESSIBLE (find_type (row, types[i]));

      gtk_test_accessible_assert_relation (field, GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                           find_label (row, "Order up to S"),
                                           find_label (row, "units"), NULL);
      gtk_test_accessible_assert_state (field, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
    }
  type_number (row, 160);
  wait_until (find_label (row, "Must be") == NULL);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (find_type (row, GTK_TYPE_SCALE)),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  add_tab_tests ("/accessible/tab", NULL, test_names);
  g_test_add_func ("/accessible/announcer", test_announcer);
  g_test_add_func ("/accessible/fields", test_fields);
  return testing_run ();
}
