/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-file-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-file-portal.h"

/* A question that is out: who asked, and what becomes of the answer. Whoever asked may go before
 * the answer comes; then nobody is told. */
typedef struct
{
  GWeakRef parent;
  GObject *dialog; /* until it is shown */
  TwinFileFunc func;
  gpointer user_data;
  gboolean is_saving;
  char **patterns; /* of all kinds, "*.csv", NULL-terminated */
} Question;

static Question *
question_new (GtkWindow *parent,
              const TwinFileKind *kinds,
              guint n_kinds,
              gboolean is_saving,
              TwinFileFunc func,
              gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->parent, parent);
  question->func = func;
  question->user_data = user_data;
  question->is_saving = is_saving;
  question->patterns = g_new0 (char *, n_kinds + 1);
  for (guint i = 0; i < n_kinds; i++)
    question->patterns[i] = g_strdup (kinds[i].pattern);

  return question;
}

/* Tells the answer and ends the question. @file is nullable. */
static void
answer (Question *question,
        GFile *file)
{
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&question->parent);

  /* A window that was destroyed may still be referenced by somebody. */
  if (parent != NULL && gtk_widget_get_visible (GTK_WIDGET (parent)))
    question->func (file, question->user_data);

  g_weak_ref_clear (&question->parent);
  g_clear_object (&question->dialog);
  g_strfreev (question->patterns);
  g_free (question);
}

static gboolean
has_known_ending (const Question *question,
                  const char *name)
{
  for (guint i = 0; question->patterns[i] != NULL; i++)
    if (g_pattern_match_simple (question->patterns[i], name))
      return TRUE;

  return FALSE;
}

/* The dialog has asked about overwriting the name that was typed, not about the one that our
 * ending makes of it. */
typedef struct
{
  Question *question;
  GFile *file;
} Replacement;

static void
on_replace_response (Replacement *replacement,
                     const char *response)
{
  answer (replacement->question,
          g_strcmp0 (response, "replace") == 0 ? replacement->file : NULL);
  g_object_unref (replacement->file);
  g_free (replacement);
}

static void
ask_to_replace (Question *question,
                GtkWindow *parent,
                GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *heading = g_strdup_printf (_("Replace “%s”?"), name);
  Replacement *replacement = g_new (Replacement, 1);
  GtkWidget *dialog = adw_message_dialog_new (
      parent, heading, _("A file of that name exists already. Replacing it loses what it holds."));

  replacement->question = question;
  replacement->file = g_object_ref (file);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "replace",
                                    _("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (on_replace_response), replacement);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_queried (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  Question *question = data;
  GFile *file = G_FILE (source);
  g_autoptr (GFileInfo) info = g_file_query_info_finish (file, result, NULL);
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&question->parent);

  if (info != NULL && parent != NULL)
    ask_to_replace (question, parent, file);
  else
    answer (question, file);
}

/* @pattern: of the kind that was chosen in the dialog. */
static void
choose (Question *question,
        GFile *file,
        const char *pattern)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) whole = NULL;

  if (file == NULL || !question->is_saving || has_known_ending (question, base))
    {
      answer (question, file);
      return;
    }

  name = g_strconcat (base, pattern + strlen ("*"), NULL);
  folder = g_file_get_parent (file);
  whole = g_file_get_child (folder, name);
  g_file_query_info_async (whole, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, NULL, on_queried, question);
}

static GtkFileFilter *
create_filter (const TwinFileKind *kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(kind->name));
  gtk_file_filter_add_pattern (filter, kind->pattern);

  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
on_save_done (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  Question *question = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  choose (question, file, question->patterns[0]);
}

static void
on_open_done (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  Question *question = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  choose (question, file, question->patterns[0]);
}

static GObject *
create_dialog (GtkWindow *parent,
               const char *title,
               const char *suggested_name,
               GFile *folder,
               const TwinFileKind *kinds,
               guint n_kinds,
               Question *question)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GtkFileFilter) filter = create_filter (&kinds[i]);

      g_list_store_append (filters, filter);
    }

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);

  if (question->is_saving)
    gtk_file_dialog_set_initial_name (dialog, suggested_name);

  return G_OBJECT (dialog);
}

static void
show_dialog (Question *question,
             GtkWindow *parent)
{
  g_autoptr (GtkFileDialog) dialog = GTK_FILE_DIALOG (g_steal_pointer (&question->dialog));

  if (question->is_saving)
    gtk_file_dialog_save (dialog, parent, NULL, on_save_done, question);
  else
    gtk_file_dialog_open (dialog, parent, NULL, on_open_done, question);
}

#else

static void
on_response (GtkNativeDialog *dialog,
             int response,
             gpointer data)
{
  Question *question = data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (chooser) : NULL;
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *pattern
      = filter != NULL ? g_object_get_data (G_OBJECT (filter), "twin-pattern") : NULL;
  g_autofree char *chosen = g_strdup (pattern != NULL ? pattern : question->patterns[0]);

  /* Nothing but this handler has kept the dialog. */
  g_object_unref (dialog);
  choose (question, file, chosen);
}

static GObject *
create_dialog (GtkWindow *parent,
               const char *title,
               const char *suggested_name,
               GFile *folder,
               const TwinFileKind *kinds,
               guint n_kinds,
               Question *question)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent,
      question->is_saving ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, NULL,
      NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GtkFileFilter) filter = create_filter (&kinds[i]);

      g_object_set_data_full (G_OBJECT (filter), "twin-pattern", g_strdup (kinds[i].pattern),
                              g_free);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  if (question->is_saving)
    gtk_file_chooser_set_current_name (chooser, suggested_name);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);

  return G_OBJECT (dialog);
}

static void
show_dialog (Question *question,
             GtkWindow *parent)
{
  GtkNativeDialog *dialog = GTK_NATIVE_DIALOG (g_steal_pointer (&question->dialog));

  g_signal_connect (dialog, "response", G_CALLBACK (on_response), question);
  gtk_native_dialog_show (dialog);
}

#endif

/* A dialog of GTK's own would show the files of the sandbox, which nobody finds again. */
static void
on_portal (const GError *absence,
           gpointer data)
{
  Question *question = data;
  g_autoptr (GtkWindow) parent = g_weak_ref_get (&question->parent);
  const gboolean is_there = parent != NULL && gtk_widget_get_visible (GTK_WIDGET (parent));

  if (is_there && absence == NULL)
    {
      show_dialog (question, parent);
      return;
    }

  if (is_there)
    twin_file_portal_show_absence (parent, absence);
  answer (question, NULL);
}

/* Takes @question. */
static void
ask (GtkWindow *parent,
     const char *title,
     const char *suggested_name,
     GFile *folder,
     const TwinFileKind *kinds,
     guint n_kinds,
     Question *question)
{
  question->dialog
      = create_dialog (parent, title, suggested_name, folder, kinds, n_kinds, question);
  twin_file_portal_look_for (on_portal, question);
}

void
twin_file_save_dialog (GtkWindow *parent,
                       const char *title,
                       const char *suggested_name,
                       GFile *folder,
                       const TwinFileKind *kinds,
                       guint n_kinds,
                       TwinFileFunc func,
                       gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (n_kinds > 0);

  ask (parent, title, suggested_name, folder, kinds, n_kinds,
       question_new (parent, kinds, n_kinds, TRUE, func, user_data));
}

void
twin_file_open_dialog (GtkWindow *parent,
                       const char *title,
                       GFile *folder,
                       const TwinFileKind *kinds,
                       guint n_kinds,
                       TwinFileFunc func,
                       gpointer user_data)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (n_kinds > 0);

  ask (parent, title, NULL, folder, kinds, n_kinds,
       question_new (parent, kinds, n_kinds, FALSE, func, user_data));
}
