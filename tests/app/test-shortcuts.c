/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of shortcuts tells the keys that there are: each of them, and no other. */

#include <gdk/gdkkeysyms.h>

#include "dialogs.h"

#include "twin-chart-area.h"

#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)

/* A key as it is written in a set: "<Control>Page_Down" */
static char *
name_key (guint           key,
          GdkModifierType modifiers)
{
  return gtk_accelerator_name (key, modifiers & MODIFIERS);
}

static void
add_accelerator (GHashTable *keys,
                 const char *accelerator)
{
  GdkModifierType modifiers;
  guint key;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    g_error ("“%s” is no key", accelerator);
  g_hash_table_add (keys, name_key (key, modifiers));
}

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* What the window of shortcuts lists */

/* "F6 <Shift>F6", "<Control>1...3" */
static void
add_written (GHashTable *keys,
             const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *range = strstr (parts[i], "...");

      if (range == NULL)
        {
          add_accelerator (keys, parts[i]);
          continue;
        }
      for (char digit = range[-1]; digit <= range[3]; digit++)
        {
          g_autofree char *head = g_strndup (parts[i], (gsize) (range - 1 - parts[i]));
          g_autofree char *accelerator = g_strdup_printf ("%s%c", head, digit);

          add_accelerator (keys, accelerator);
        }
    }
}

/* Those written as keys, not as an action, in the group of that title. */
static GHashTable *
list_written (GtkWidget  *overlay,
              const char *title)
{
  g_autoptr (GPtrArray) shortcuts = g_ptr_array_new ();
  GHashTable *keys = new_keys ();

  collect (overlay, GTK_TYPE_SHORTCUTS_SHORTCUT, shortcuts);
  for (guint i = 0; i < shortcuts->len; i++)
    {
      GtkWidget *group = gtk_widget_get_ancestor (shortcuts->pdata[i], GTK_TYPE_SHORTCUTS_GROUP);
      g_autofree char *action = NULL;
      g_autofree char *written = NULL;
      g_autofree char *its_title = NULL;

      /* Those that a search would find are there, too. */
      if (group == NULL)
        continue;
      g_object_get (group, "title", &its_title, NULL);
      g_object_get (shortcuts->pdata[i], "action-name", &action, "accelerator", &written, NULL);
      if (action == NULL && written != NULL && g_str_equal (its_title, title))
        add_written (keys, written);
    }
  g_assert_cmpuint (g_hash_table_size (keys), >, 0);
  return keys;
}

static GHashTable *
list_actions (GtkWidget *overlay)
{
  g_autoptr (GPtrArray) shortcuts = g_ptr_array_new ();
  GHashTable *actions = new_keys ();

  collect (overlay, GTK_TYPE_SHORTCUTS_SHORTCUT, shortcuts);
  for (guint i = 0; i < shortcuts->len; i++)
    {
      char *action = NULL;

      g_object_get (shortcuts->pdata[i], "action-name", &action, NULL);
      if (action != NULL)
        g_hash_table_add (actions, action);
    }
  return actions;
}

/* What there is */

static GtkApplication *
get_application (void)
{
  return GTK_APPLICATION (g_application_get_default ());
}

static void
check_listed (GHashTable *listed,
              const char *key,
              const char *of)
{
  if (!g_hash_table_contains (listed, key))
    g_error ("%s of %s is not listed", key, of);
}

/* The keys of the app: by their action, or written. */
static void
test_application (void)
{
  g_auto (GStrv) with_keys = gtk_application_list_action_descriptions (get_application ());
  TwinWindow *window = open_window ();
  GtkWidget *overlay =
      GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_autoptr (GHashTable) actions = list_actions (overlay);
  g_autoptr (GHashTable) written = list_written (overlay, "Window");
  GHashTableIter iter;
  gpointer action;

  for (guint i = 0; with_keys[i] != NULL; i++)
    {
      g_auto (GStrv) keys =
          gtk_application_get_accels_for_action (get_application (), with_keys[i]);

      for (guint j = 0; !g_hash_table_contains (actions, with_keys[i]) && keys[j] != NULL; j++)
        check_listed (written, keys[j], with_keys[i]);
    }

  g_hash_table_iter_init (&iter, actions);
  while (g_hash_table_iter_next (&iter, &action, NULL))
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (get_application (), action);

      if (keys[0] == NULL)
        g_error ("%s is listed and has no key", (char *) action);
    }
  close_window (window);
}

static void
add_trigger (GHashTable         *keys,
             GtkShortcutTrigger *trigger)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      add_trigger (keys, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)));
      add_trigger (keys, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)));
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    g_hash_table_add (keys,
                      name_key (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                                gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))));
}

/* Is it an action that the widget's class, or one it comes from, installed in this app? */
static gboolean
is_ours (GtkWidget         *widget,
         GtkShortcutAction *action)
{
  const GVariantType *parameter;
  const char *name, *property;
  GType owner;

  if (!GTK_IS_NAMED_ACTION (action))
    return FALSE;
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (widget), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    if (g_str_equal (name, gtk_named_action_get_action_name (GTK_NAMED_ACTION (action))))
      return g_str_has_prefix (g_type_name (owner), "Twin");
  return FALSE;
}

/* The shortcuts of a widget, all or those of ours. */
static void
add_shortcuts (GHashTable *keys,
               GtkWidget  *widget,
               gboolean    only_ours)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller)
           && j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (!only_ours || is_ours (widget, gtk_shortcut_get_action (shortcut)))
            add_trigger (keys, gtk_shortcut_get_trigger (shortcut));
        }
    }
}

/* Does the widget do something with that key itself? It opens its menu for those of menus, which
 * test-keyboard presses. */
static gboolean
takes_key (GtkWidget      *widget,
           guint           key,
           GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  if (key == GDK_KEY_Menu || key == GDK_KEY_F10)
    return modifiers == (key == GDK_KEY_Menu ? 0 : GDK_SHIFT_MASK);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &taken);
    }
  return taken;
}

/* Those that a keyboard has: letters, and what moves. */
static void
add_taken (GHashTable *keys,
           GtkWidget  *widget)
{
  static const GdkModifierType modifiers[] = { 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK, GDK_ALT_MASK };

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      for (guint key = GDK_KEY_space; key <= GDK_KEY_asciitilde; key++)
        if (takes_key (widget, key, modifiers[i]))
          g_hash_table_add (keys, name_key (key, modifiers[i]));
      for (guint key = GDK_KEY_BackSpace; key <= GDK_KEY_F12; key++)
        if ((key < GDK_KEY_KP_Space || key > GDK_KEY_KP_9) && takes_key (widget, key, modifiers[i]))
          g_hash_table_add (keys, name_key (key, modifiers[i]));
    }
}

/* Are all of @keys in @listed? Some are by custom, and some do the same with Shift. */
static void
check_all_listed (GHashTable *keys,
                  GHashTable *listed)
{
  static const char *const by_custom[] = { "Escape", "equal", NULL };
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const char *plain = g_str_has_prefix (key, "<Shift>") ? (char *) key + 7 : key;

      if (!g_strv_contains (by_custom, plain) && !g_str_has_prefix (plain, "KP_")
          && !g_hash_table_contains (listed, key))
        check_listed (listed, plain, "a widget");
    }
}

static void
check_all_exist (GHashTable *listed,
                 GHashTable *keys)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (keys, key))
      g_error ("%s is listed, and does nothing", (char *) key);
}

/* Of all charts that are shown. */
static void
add_keys_of_charts (GHashTable *keys,
                    TwinWindow *window)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();

  wait_for_results (window);
  collect (get_child (window, "stack"), TWIN_TYPE_CHART_AREA, charts);
  for (guint i = 0; i < charts->len; i++)
    if (gtk_widget_get_mapped (charts->pdata[i]))
      {
        add_taken (keys, charts->pdata[i]);
        add_shortcuts (keys, charts->pdata[i], TRUE);
      }
}

static void
test_chart (void)
{
  TwinWindow *window = open_example ();
  GtkWidget *overlay =
      GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_autoptr (GHashTable) listed = list_written (overlay, "Charts");
  g_autoptr (GHashTable) keys = new_keys ();

  add_keys_of_charts (keys, window);
  /* Which has several in one. */
  choose_model (window, "network");
  set_replications (window, 100);
  add_keys_of_charts (keys, window);
  check_all_listed (keys, listed);
  check_all_exist (listed, keys);
  close_window (window);
}

static void
test_table (void)
{
  TwinWindow *window = open_example ();
  GtkWidget *overlay =
      GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_autoptr (GHashTable) listed = list_written (overlay, "Tables");
  g_autoptr (GHashTable) ours = new_keys ();
  g_autoptr (GHashTable) all = new_keys ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  GtkWidget *table;

  show_results (window, "scenario");
  table = get_page_child (window, "table");
  add_shortcuts (ours, table, TRUE);
  g_assert_cmpuint (g_hash_table_size (ours), >, 0);
  check_all_listed (ours, listed);
  collect (table, GTK_TYPE_WIDGET, parts);
  for (guint i = 0; i < parts->len; i++)
    add_shortcuts (all, parts->pdata[i], FALSE);
  check_all_exist (listed, all);
  close_window (window);
}

/* What the window has besides the app: keys that are its own, and GTK's for the main menu. */
static void
test_window (void)
{
  TwinWindow *window = open_window ();
  GtkWidget *overlay =
      GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window)));
  g_auto (GStrv) with_keys = gtk_application_list_action_descriptions (get_application ());
  g_autoptr (GHashTable) listed = list_written (overlay, "Window");
  g_autoptr (GHashTable) keys = new_keys ();

  add_shortcuts (keys, GTK_WIDGET (window), FALSE);
  for (guint i = 0; with_keys[i] != NULL; i++)
    {
      g_auto (GStrv) its = gtk_application_get_accels_for_action (get_application (), with_keys[i]);

      for (guint j = 0; its[j] != NULL; j++)
        add_accelerator (keys, its[j]);
    }
  check_all_exist (listed, keys);
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/shortcuts/application", test_application);
  g_test_add_func ("/shortcuts/window", test_window);
  g_test_add_func ("/shortcuts/chart", test_chart);
  g_test_add_func ("/shortcuts/table", test_table);
  return testing_run ();
}
