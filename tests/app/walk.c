/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "walk.h"

#include "picture.h"

#include "twin-chart-area.h"

#define MOST_STEPS 400
#define AROUND 6 /* pixels around a widget in which its focus ring may be */
#define LEAST_CONTRAST 3.0

static graphene_rect_t
get_bounds (GtkWidget *widget,
            gpointer window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  return bounds;
}

static char *
describe (GtkWidget *widget)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  return g_strdup_printf ("%s “%s” in %s", G_OBJECT_TYPE_NAME (widget),
                          label != NULL ? label : tooltip != NULL ? tooltip : "",
                          G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
}

/* The ring of an entry is its own, not that of the text in it. */
static GtkWidget *
get_ringed (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

/* Of a window; of a popover, which has a surface of its own, in that. */
static void
check_focus_is_seen (GtkWindow *window,
                     GtkWidget *focus)
{
  g_autofree char *name = describe (focus);
  gpointer native = gtk_widget_get_native (focus);
  /* It is drawn first: the page scrolls to what has the focus when it is laid out. */
  g_autoptr (Picture) with = picture_take (native);
  const graphene_rect_t box = get_bounds (get_ringed (focus), native);
  const graphene_rect_t all = get_bounds (native, native);
  g_autoptr (Picture) without = NULL;
  graphene_rect_t around, seen;
  double change;

  graphene_rect_inset_r (&box, -AROUND, -AROUND, &around);
  if (!graphene_rect_intersection (&box, &all, &seen))
    g_error ("%s is out of sight", name);
  g_assert_true (gtk_window_get_focus_visible (window));
  gtk_window_set_focus (window, NULL);
  without = picture_take (native);
  gtk_widget_grab_focus (focus);
  gtk_window_set_focus_visible (window, TRUE);
  g_assert_true (gtk_window_get_focus (window) == focus);
  change = picture_get_change (without, with, around);
  g_test_message ("%.2f : 1 at %s", change, name);
  if (change < LEAST_CONTRAST)
    g_error ("the focus of %s has %.2f : 1", name, change);
}

/* What somebody can use with the pointer. The parts of a control are one with it, and rows are
 * reached from their list by the arrow keys. */
static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_RANGE (widget) || GTK_IS_EDITABLE (widget)
         || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) || GTK_IS_MENU_BUTTON (widget)
         || GTK_IS_EXPANDER (widget) || GTK_IS_COLUMN_VIEW (widget) || TWIN_IS_CHART_AREA (widget)
         || ADW_IS_COMBO_ROW (widget);
}

static gboolean
is_part (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    if (is_control (parent) && !TWIN_IS_CHART_AREA (parent) && !GTK_IS_EXPANDER (parent))
      return TRUE;
  /* Those of the window manager have its keys. */
  return GTK_IS_SCROLLBAR (gtk_widget_get_parent (widget))
         || GTK_IS_WINDOW_CONTROLS (gtk_widget_get_parent (widget));
}

static gboolean
was_visited (GtkWidget *widget,
             GHashTable *visited)
{
  GHashTableIter iter;
  gpointer focus;

  g_hash_table_iter_init (&iter, visited);
  while (g_hash_table_iter_next (&iter, &focus, NULL))
    if (focus == widget || gtk_widget_is_ancestor (focus, widget))
      return TRUE;
  return FALSE;
}

static guint
count_unreached (GtkWidget *widget,
                 GHashTable *visited)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget)
      || !gtk_widget_get_child_visible (widget))
    return 0;
  if (is_control (widget) && !is_part (widget) && !was_visited (widget, visited))
    {
      g_printerr ("%s is not reached\n", describe (widget));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_unreached (child, visited);
  return n;
}

/* The rows of a list are one stop of Tab, whichever has it. */
static GtkWidget *
get_stop (GtkWidget *focus)
{
  GtkWidget *parent = gtk_widget_get_parent (focus);

  return GTK_IS_LIST_VIEW (parent) ? parent : focus;
}

/* Goes by Tab until it is where it began. Returns all that had the focus. */
static GHashTable *
visit (GtkWindow *window)
{
  GHashTable *visited = g_hash_table_new (NULL, NULL);
  GtkWidget *first = NULL, *last = NULL;

  wait_until_active (window);
  for (guint n = 0; n < MOST_STEPS; n++)
    {
      GtkWidget *before = gtk_window_get_focus (window);
      GtkWidget *focus, *stop;

      press ("Tab");
      focus = gtk_window_get_focus (window);
      g_assert_nonnull (focus);
      /* GTK begins to show the focus when it moves, and in some dialogs there is but one place. */
      if (first == NULL && focus == before)
        gtk_window_set_focus_visible (window, TRUE);
      stop = get_stop (focus);
      if (stop == first)
        return visited;
      if (stop == last)
        g_error ("Tab does not leave %s", describe (focus));
      if (!g_hash_table_add (visited, stop))
        g_error ("Tab goes in a circle at %s", describe (focus));
      first = first != NULL ? first : stop;
      check_focus_is_seen (window, focus);
      last = stop;
    }
  g_assert_not_reached ();
}

void
walk (gpointer window,
      gpointer part)
{
  g_autoptr (GHashTable) visited = visit (window);

  g_assert_cmpuint (count_unreached (part, visited), ==, 0);
}

void
expand_all (gpointer root)
{
  if (GTK_IS_EXPANDER (root))
    gtk_expander_set_expanded (root, TRUE);
  if (ADW_IS_EXPANDER_ROW (root))
    adw_expander_row_set_expanded (root, TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static gboolean
is_open_popover (GtkWidget *widget,
                 gconstpointer data)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);
}

GtkPopover *
find_popover (gpointer root)
{
  return (GtkPopover *) find (root, is_open_popover, NULL);
}
