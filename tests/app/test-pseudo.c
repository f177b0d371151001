/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pango/pangocairo.h>

/* The app in a language in which every letter is another one (tests/po/pseudo): what can still be
 * read there was not translated. Its words are longer than the English ones, as most languages'
 * are: nothing may be cut off that is not told elsewhere. */

#include "dialogs.h"
#include "screenshot.h"
#include "walk.h"

#include "twin-chart-area.h"
#include "twin-number.h"
#include "twin-scenario-editor.h"

/* Laid out from right to left, as for Arabic */
static gboolean is_mirrored;

/* Findings, each once: the set owns them. */
static GHashTable *found;

/* What people named */
static const char *const names[] = {
  "Downtown", "Suburban", "Mall", "Premium", "coffee", "beans", "store", "sku", "spike", "twin",
};

/* What GTK and libadwaita say, which have translations of their own */
static const char *const by_others[] = {
  "Close",
  "Close the window",
  "Search Shortcuts",
  "Clear entry",
  "No Results Found",
  "Try a different search",
  "_Show All",
  "Show All",
  "Shortcuts",
  "Search Results",
  "Apply",
  "(None)",
  "Search…",
  "Minimize",
  "Minimize the window",
  "Maximize",
  "Maximize the window",
};

static void
report (const char *what,
        const char *text,
        const char *where)
{
  char *finding = g_strdup_printf ("%s: “%s” (%s)", what, text, where);

  if (g_hash_table_add (found, finding))
    g_test_message ("%s", finding);
}

static gboolean
is_one_of (const char *text,
           const char *const *list,
           gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (list[i], text))
      return TRUE;
  return FALSE;
}

/* Single letters are symbols, as the s and S of a policy, or access keys. */
static void
check_text (const char *text,
            const char *where)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *ours = NULL;
  const char *end;

  if (text == NULL || is_one_of (text, by_others, G_N_ELEMENTS (by_others)))
    return;
  /* The operating system's words stand in ours. */
  end = strstr (text, "No such file or directory");
  ours = end != NULL ? g_strndup (text, end - text) : g_strdup (text);
  words = g_regex_split_simple ("[^A-Za-z]+", ours, 0, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) > 1 && !is_one_of (words[i], names, G_N_ELEMENTS (names)))
      {
        report ("not translated", text, where);
        return;
      }
}

/* Charts */

/* All text of charts passes here on its way to Pango. */
void
pango_cairo_show_layout (cairo_t *cr,
                         PangoLayout *layout)
{
  void (*show) (cairo_t *, PangoLayout *) = NULL;

  *(void **) &show = dlsym (RTLD_NEXT, "pango_cairo_show_layout");
  check_text (pango_layout_get_text (layout), "chart");
  if (pango_layout_is_ellipsized (layout))
    report ("cut off", pango_layout_get_text (layout), "chart");
  show (cr, layout);
}

/* Widgets */

static const char *
name_of (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Twin"))
      break;
  return widget != NULL ? G_OBJECT_TYPE_NAME (widget) : "no widget of ours";
}

static gboolean
is_told_elsewhere (GtkWidget *label)
{
  for (GtkWidget *widget = label; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *tooltip = gtk_widget_get_tooltip_text (widget);

      if (tooltip != NULL && strstr (tooltip, gtk_label_get_text (GTK_LABEL (label))) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_label (GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);

  check_text (gtk_label_get_text (label), name_of (widget));
  if (gtk_widget_get_mapped (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (label))
      && !is_told_elsewhere (widget))
    report ("cut off", gtk_label_get_text (label), name_of (widget));
}

static void
check_entry (GtkText *text)
{
  GtkWidget *widget = GTK_WIDGET (text);
  g_autoptr (PangoLayout) layout
    = gtk_widget_create_pango_layout (widget, gtk_editable_get_text (GTK_EDITABLE (text)));
  int width;

  check_text (gtk_editable_get_text (GTK_EDITABLE (text)), name_of (widget));
  check_text (gtk_text_get_placeholder_text (text), name_of (widget));
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (gtk_widget_get_mapped (widget) && width > gtk_widget_get_width (widget)
      && find_type (gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON), GTK_TYPE_TEXT) != NULL)
    report ("cut off", gtk_editable_get_text (GTK_EDITABLE (text)), name_of (widget));
}

static void
check_property (GtkWidget *widget,
                GtkAccessibleProperty property)
{
  g_autofree char *value = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), property))
    return;
  value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), property, "");
  check_text (value, name_of (widget));
}

static gboolean
is_keys (GtkWidget *widget)
{
  return GTK_IS_SHORTCUT_LABEL (widget)
         || g_str_equal (gtk_widget_get_css_name (widget), "accelerator");
}

static void
check_widget (GtkWidget *widget)
{
  if (is_keys (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget));
  else if (GTK_IS_TEXT (widget))
    check_entry (GTK_TEXT (widget));
  else if (GTK_IS_WINDOW (widget))
    check_text (gtk_window_get_title (GTK_WINDOW (widget)), name_of (widget));
  check_text (gtk_widget_get_tooltip_text (widget), name_of (widget));
  check_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL);
  check_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (child);
}

static void
check (gpointer widget)
{
  gtk_test_widget_wait_for_draw (widget);
  check_widget (widget);
}

/* A menu wants to be beside its button. */
static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds, all = { .size = { (float) gtk_widget_get_width (window),
                                            (float) gtk_widget_get_height (window) } };

  return gtk_widget_get_mapped (widget) && gtk_widget_compute_bounds (widget, window, &bounds)
         && graphene_rect_contains_rect (&all, &bounds);
}

/* Every menu of what is shown, open. */
static void
check_menus (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && is_in_sight (widget) && gtk_widget_is_sensitive (widget))
    {
      GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));

      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      if (popover == NULL)
        popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));
      wait_until (gtk_widget_get_mapped (GTK_WIDGET (popover)));
      check (popover);
      gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
      wait_until (!gtk_widget_get_mapped (GTK_WIDGET (popover)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_menus (child);
}

static void
test_tab (gconstpointer data)
{
  const Tab *tab = data;
  g_autofree char *picture = g_strdup_printf ("%s-%s-%s", is_mirrored ? "mirrored" : "pseudo",
                                              tab->model, tab->name);
  TwinWindow *window = open_window ();

  resize (window, 1100, 720);
  choose_model (window, tab->model);
  set_replications (window, 100);
  show_tab (window, tab->name);
  check (window);
  show_results (window, tab->name);
  save_screenshot (window, picture);
  expand_all (window);
  check (window);
  check_menus (GTK_WIDGET (window));
  close_window (window);
  if (g_hash_table_size (found) > 0) g_test_fail ();
}

/* Dialogs */

/* The dialog that is shown, and away with it. */
static void
check_dialog (TwinWindow *window)
{
  GtkWindow *dialog = wait_for_dialog (window);

  check (dialog);
  gtk_window_close (dialog);
  wait_until_closed (window);
}

static void
test_dialogs (void)
{
  static const char *const actions[] = { "win.show-assumptions", "win.show-help-overlay" };
  TwinWindow *window = open_window ();

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL));
      check_dialog (window);
    }
  close_window (window);
  if (g_hash_table_size (found) > 0) g_test_fail ();
}

static void
test_scenario_editor (void)
{
  TwinProject *project = twin_project_new (twin_model_type_find ("network", NULL));
  GtkWidget *editor = twin_scenario_editor_new (NULL, project, 1);

  twin_project_free (project);
  gtk_window_present (GTK_WINDOW (editor));
  click (get_child (editor, "add_button"));
  check (editor);
  check_menus (editor);
  gtk_window_destroy (GTK_WINDOW (editor));
  if (g_hash_table_size (found) > 0) g_test_fail ();
}

static void
test_messages (void)
{
  TwinWindow *window = open_window ();
  g_autoptr (GFile) file = g_file_new_for_path ("/1/2.twin");

  twin_window_open (window, file);
  wait_until (find_message () != NULL);
  check_dialog (window);

  /* Wrong values: marks in the side bar and a banner on the page */
  type_number (find_row (window, "reorder_point"), 170);
  type_number (find_row (window, "lead_time.min_days"), 9);
  wait_until (!is_busy (window));
  check (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL));
  wait_until (find_message () != NULL);
  check_dialog (window);

  gtk_window_close (GTK_WINDOW (window));
  wait_until (find_message () != NULL);
  check_dialog (window);
  close_window (window);
  if (g_hash_table_size (found) > 0) g_test_fail ();
}

int
main (int argc,
      char **argv)
{
  int status;

  is_mirrored = argc > 1 && g_str_equal (argv[argc - 1], "mirrored");
  testing_init (&argc, &argv);
  if (is_mirrored)
    {
      gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
      twin_number_set_right_to_left (TRUE);
    }
  found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_tab_tests ("/pseudo/tab", NULL, test_tab);
  g_test_add_func ("/pseudo/dialogs", test_dialogs);
  g_test_add_func ("/pseudo/scenario-editor", test_scenario_editor);
  g_test_add_func ("/pseudo/messages", test_messages);
  status = testing_run ();
  g_hash_table_unref (found);
  return status;
}
