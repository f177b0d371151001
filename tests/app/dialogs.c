/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs.h"

#include "portal.h"

#include "twin-page.h"

static const char *const dialog_names[] = {
  "assumptions", "shortcuts", "about", "new-scenario", "scenario", "question", "problem",
};

void
add_dialog_tests (const char *folder,
                  GTestDataFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialog_names); i++)
    {
      g_autofree char *path = g_strconcat (folder, dialog_names[i], NULL);

      g_test_add_data_func (path, dialog_names[i], func);
    }
}

/* The first window that is shown and that @match is true of, or NULL. */
static gpointer
find_shown (Match match,
            gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window) && match (window, data))
        return window;
    }
  return NULL;
}

static gboolean
is_other (GtkWidget *widget,
          gconstpointer window)
{
  return widget != window;
}

GtkWindow *
find_dialog (gpointer window)
{
  return find_shown (is_other, window);
}

GtkWindow *
wait_for_dialog (gpointer window)
{
  GtkWindow *dialog;

  wait_until ((dialog = find_dialog (window)) != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return dialog;
}

void
wait_until_closed (gpointer window)
{
  wait_until (find_dialog (window) == NULL);
}

static void
edit_scenario (TwinWindow *window,
               guint number)
{
  GtkWidget *page;

  show_results (window, "scenario");
  page = gtk_widget_get_ancestor (get_page_child (window, "list"), TWIN_TYPE_PAGE);
  if (number > 0)
    g_assert_true (gtk_widget_activate_action (page, "scenario.edit", "u", number));
  else
    g_assert_true (gtk_widget_activate_action (page, "scenario.add", NULL));
}

GtkWindow *
open_dialog (TwinWindow *window,
             const char *name)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/1.twin");

  if (g_str_equal (name, "assumptions"))
    activate (window, "win.show-assumptions");
  else if (g_str_equal (name, "shortcuts"))
    activate (window, "win.show-help-overlay");
  else if (g_str_equal (name, "about"))
    activate (window, "app.about");
  else if (g_str_equal (name, "new-scenario"))
    edit_scenario (window, 0);
  else if (g_str_equal (name, "scenario"))
    edit_scenario (window, 1);
  else if (g_str_equal (name, "question"))
    {
      set_number (find_row (window, "reorder_point"), 70);
      gtk_window_close (GTK_WINDOW (window));
    }
  else if (g_str_equal (name, "problem"))
    twin_window_open (window, nowhere);
  else
    g_assert_not_reached ();
  return wait_for_dialog (window);
}

/* Questions */

static gboolean
is_message (GtkWidget *widget,
            gconstpointer data)
{
  return ADW_IS_MESSAGE_DIALOG (widget);
}

AdwMessageDialog *
find_message (void)
{
  return find_shown (is_message, NULL);
}

void
answer_message (const char *button)
{
  wait_until (find_message () != NULL);
  click (find_button (find_message (), button));
  wait_until (find_message () == NULL);
}

char *
cancel_save_dialog (void)
{
  return portal_answer (PORTAL_CLOSED, NULL);
}

void
answer_save_dialog (const char *path)
{
  g_free (portal_answer (PORTAL_CHOSEN, path));
}
