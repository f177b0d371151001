/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-compat.h"

/* Showing a file */

typedef struct
{
  TwinShowFunc func;
  gpointer user_data;
} Showing;

static void
on_file_shown (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autofree Showing *showing = data;
  g_autoptr (GError) error = NULL;

#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error);
#else
  gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error);
#endif
  showing->func (error, showing->user_data);
}

void
twin_show_file (GtkWindow *parent,
                GFile *file,
                TwinShowFunc func,
                gpointer user_data)
{
  Showing *showing;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_FILE (file));

  showing = g_new (Showing, 1);
  showing->func = func;
  showing->user_data = user_data;
  {
#if GTK_CHECK_VERSION(4, 10, 0)
    g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

    gtk_file_launcher_launch (launcher, parent, NULL, on_file_shown, showing);
#else
    g_autofree char *uri = g_file_get_uri (file);

    gtk_show_uri_full (parent, uri, GDK_CURRENT_TIME, NULL, on_file_shown, showing);
#endif
  }
}

/* For screen readers */

void
twin_compat_announce (GtkWidget *widget,
                      const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

void
twin_compat_add_toast (GtkWidget *origin,
                       AdwToast *toast,
                       const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (origin, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    {
      g_object_unref (toast);
      return;
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
#if !GTK_CHECK_VERSION(4, 14, 0)
  /* Later toasts say it themselves. */
  gtk_widget_activate_action (origin, "win.announce", "s", message);
#endif
}

#if !GTK_CHECK_VERSION(4, 10, 0)

static gboolean
on_mapped (GSignalInvocationHint *hint,
           guint n_values,
           const GValue *values,
           gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  /* The label in it names it, too, and rightly. */
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget))
      && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
  return G_SOURCE_CONTINUE;
}

#endif

void
twin_compat_name_buttons (void)
{
#if !GTK_CHECK_VERSION(4, 10, 0)
  GTypeClass *widget_class = g_type_class_ref (GTK_TYPE_WIDGET); /* the signal is there with it */

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_mapped, NULL, NULL);
  g_type_class_unref (widget_class);
#endif
}
