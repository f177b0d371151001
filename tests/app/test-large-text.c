/* SPDX-License-Identifier: GPL-3.0-or-later */

/* With text of twice the size, and in little room: nothing is cut off, nothing is out of reach. */

#include "dialogs.h"
#include "screenshot.h"
#include "walk.h"

#include "twin-chart-area.h"

#define LEAST_TARGET 24 /* pixels of what is clicked. Source: WCAG 2.2, 2.5.8 */

typedef struct
{
  int width, height;
  int text; /* how large; 1: as it is */
} Size;

static const Size sizes[] = { { 1100, 720, 2 }, { 720, 900, 2 }, { 360, 640, 1 } };

/* Languages with longer words than English are looked at in the least room only. */
static gsize first_size;

static guint n_found;

static void
report (GtkWidget  *widget,
        const char *what,
        const char *text)
{
  g_printerr ("%s in %s: %s: “%s”\n", G_OBJECT_TYPE_NAME (widget),
              G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), what, text != NULL ? text : "");
  n_found++;
}

static gboolean
is_told_elsewhere (GtkLabel *label)
{
  for (GtkWidget *widget = GTK_WIDGET (label); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      if (tooltip != NULL && strstr (tooltip, gtk_label_get_text (label)) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_label (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = gtk_label_get_text (label);
  GtkWidget *widget = GTK_WIDGET (label);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout) && !is_told_elsewhere (label))
    report (widget, "is cut off", text);
  /* A pixel is lost in rounding. */
  if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    report (widget, "has not its room", text);
}

static void
check_button (GtkWidget *button)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (button, button, &box));
  if (box.size.width < LEAST_TARGET || box.size.height < LEAST_TARGET)
    report (button, "is too small", gtk_widget_get_tooltip_text (button));
}

static gboolean
scrolls (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_SCROLLED_WINDOW (widget))
      {
        GtkPolicyType policies[2];

        gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policies[0], &policies[1]);
        if (policies[orientation] != GTK_POLICY_NEVER)
          return TRUE;
      }
  return FALSE;
}

/* In the window, or where that can be scrolled to. */
static void
check_place (GtkWidget  *widget,
             GtkWidget  *window,
             const char *text)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &box));
  if (!scrolls (widget, GTK_ORIENTATION_HORIZONTAL)
      && (box.origin.x < -1
          || box.origin.x + box.size.width > (float) gtk_widget_get_width (window) + 1))
    report (widget, "is beside the window", text);
  if (!scrolls (widget, GTK_ORIENTATION_VERTICAL)
      && (box.origin.y < -1
          || box.origin.y + box.size.height > (float) gtk_widget_get_height (window) + 1))
    report (widget, "is below the window", text);
}

static gboolean
is_seen (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget)
         && gtk_widget_get_opacity (widget) > 0;
}

static void
check (GtkWidget *widget,
       GtkWidget *window)
{
  if (!is_seen (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      check_label (GTK_LABEL (widget));
      check_place (widget, window, gtk_label_get_text (GTK_LABEL (widget)));
    }
  else if (GTK_IS_BUTTON (widget) || GTK_IS_RANGE (widget) || GTK_IS_TEXT (widget))
    check_place (widget, window, gtk_widget_get_tooltip_text (widget));
  if (GTK_IS_BUTTON (widget) && !GTK_IS_WINDOW_CONTROLS (gtk_widget_get_parent (widget)))
    check_button (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check (child, window);
}

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Says which parts of parts want more than that. */
static void
report_wide (GtkWidget *widget,
             int        most)
{
  const int least = get_least_width (widget);

  if (least <= most || !gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  g_printerr ("%s “%s” wants %d of %d pixels\n", G_OBJECT_TYPE_NAME (widget),
              gtk_widget_get_css_name (widget), least, most);
  n_found++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    report_wide (child, most);
}

/* All that is in the window: GTK 4.8 counts its border as part of it, see resize(). */
static void
check_size (gpointer window,
            Size     size)
{
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    report_wide (child, size.width);
}

static void
finish (TwinWindow *window)
{
  close_window (window);
  scale_text (1);
  g_assert_cmpuint (n_found, ==, 0);
}

static void
test_tab (gconstpointer data)
{
  const Tab *tab = data;
  TwinWindow *window = open_tab (tab);

  expand_all (window);
  for (gsize i = first_size; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *picture =
          g_strdup_printf ("text%s-%s-%s-%d", first_size > 0 ? "-narrow" : "", tab->model,
                           tab->name, sizes[i].width);

      scale_text (sizes[i].text);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      check_size (window, sizes[i]);
      if (n_found > 0)
        break;
      resize (window, sizes[i].width, sizes[i].height);
      save_screenshot (window, picture);
      check (GTK_WIDGET (window), GTK_WIDGET (window));
    }
  finish (window);
}

/* Cards stand below each other rather than break a number. */
static void
test_large_numbers (void)
{
  static const double costs[] = { 1e6, 1e15 };
  TwinWindow *window = open_example ();

  set_replications (window, 100);
  resize (window, 360, 640);
  for (gsize i = 0; i < G_N_ELEMENTS (costs); i++)
    {
      g_autofree char *picture = g_strdup_printf ("large-number-%" G_GSIZE_FORMAT, i);

      set_number (find_row (window, "holding_cost"), costs[i]);
      wait_for_results (window);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      save_screenshot (window, picture);
      check_size (window, sizes[G_N_ELEMENTS (sizes) - 1]);
      check (GTK_WIDGET (window), GTK_WIDGET (window));
    }
  finish (window);
}

static void
test_dialog (gconstpointer name)
{
  TwinWindow *window = open_example ();
  GtkWindow *dialog;
  g_autofree char *picture = g_strconcat ("text-", name, NULL);

  scale_text (2);
  dialog = open_dialog (window, name);
  expand_all (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  save_screenshot (dialog, picture);
  check (GTK_WIDGET (dialog), GTK_WIDGET (dialog));
  gtk_window_destroy (dialog);
  finish (window);
}

int
main (int    argc,
      char **argv)
{
  if (g_str_equal (argv[argc - 1], "narrow"))
    first_size = G_N_ELEMENTS (sizes) - 1;
  testing_init (&argc, &argv);
  add_tab_tests ("/large-text/tab", NULL, test_tab);
  g_test_add_func ("/large-text/large-numbers", test_large_numbers);
  if (first_size == 0)
    add_dialog_tests ("/large-text/dialog/", test_dialog);
  return testing_run ();
}
