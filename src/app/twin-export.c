/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-export.h"

#include <glib/gi18n-lib.h>

#include "twin-job.h"
#include "twin-page.h"
#include "twin-plain-file.h"

/* What the worker needs. */
typedef struct
{
  TwinExportFunc func;
  gpointer data;
  GDestroyNotify free_data;
  char *path;
} ExportInput;

/* What the main thread needs at the end; the job never touches it. */
typedef struct
{
  GWeakRef origin;
  GApplication *application; /* held, so that closing the window does not cut the file short */
  char *name;
} ExportEnd;

static void
export_input_free (gpointer data)
{
  ExportInput *input = data;

  if (input->free_data != NULL)
    input->free_data (input->data);
  g_free (input->path);
  g_free (input);
}

static gpointer
write_file (gpointer            data,
            const TwinMonitor  *monitor,
            GError            **error)
{
  ExportInput *input = data;
  g_autoptr (GFile) file = g_file_new_for_path (input->path);

  if (!twin_plain_file_check (file, NULL, error))
    return NULL;
  return input->func (input->path, input->data, error) ? g_strdup (input->path) : NULL;
}

static void
tell_success (GtkWidget  *origin,
              const char *name)
{
  g_autofree char *message = g_strdup_printf (_("Saved “%s”"), name);
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  twin_compat_add_toast (origin, adw_toast_new (escaped), message);
}

static void
tell_failure (GtkWidget  *origin,
              const char *name,
              const char *reason)
{
  GtkRoot *root = gtk_widget_get_root (origin);
  g_autofree char *heading = g_strdup_printf (_("Could Not Save “%s”"), name);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  /* Translators: %s is the reason in words. */
  body = g_strdup_printf (_("%s\n\nNothing was changed. Check that the folder can be written to "
                            "and has space left, or save in another place."),
                          reason);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
write_done (gpointer      result,
            const GError *error,
            gpointer      user_data)
{
  ExportEnd *end = user_data;
  g_autofree char *path = result;
  GtkWidget *origin = g_weak_ref_get (&end->origin);

  if (origin != NULL && path != NULL)
    tell_success (origin, end->name);
  else if (origin != NULL)
    tell_failure (origin, end->name, error->message);

  g_clear_object (&origin);
  if (end->application != NULL)
    g_application_release (end->application);
  g_clear_object (&end->application);
  g_weak_ref_clear (&end->origin);
  g_free (end->name);
  g_free (end);
}

/* The next dialog begins where this one ended. */
static void
remember_folder (GtkWidget *origin,
                 GFile     *file)
{
  GtkWidget *page = gtk_widget_get_ancestor (origin, TWIN_TYPE_PAGE);
  TwinDocument *document = page != NULL ? twin_page_get_document (TWIN_PAGE (page)) : NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (document != NULL)
    twin_document_set_folder (document, folder);
}

void
twin_export_write (GtkWidget      *origin,
                   GFile          *file,
                   TwinExportFunc  func,
                   gpointer        data,
                   GDestroyNotify  free_data)
{
  ExportInput *input;
  ExportEnd *end;
  GtkApplication *application;
  GtkRoot *root;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (func != NULL);

  remember_folder (origin, file);
  name = g_file_get_basename (file);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      tell_failure (origin, name, _("Files can only be saved on this computer"));
      if (free_data != NULL)
        free_data (data);
      return;
    }

  input = g_new0 (ExportInput, 1);
  input->func = func;
  input->data = data;
  input->free_data = free_data;
  input->path = g_steal_pointer (&path);

  end = g_new0 (ExportEnd, 1);
  g_weak_ref_init (&end->origin, origin);
  end->name = g_steal_pointer (&name);
  root = gtk_widget_get_root (origin);
  application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  if (application != NULL)
    {
      end->application = g_object_ref (G_APPLICATION (application));
      g_application_hold (end->application);
    }

  twin_job_start (write_file, input, export_input_free, g_free, NULL, write_done, end);
}

void
twin_export_ask (GtkWidget          *origin,
                 const char         *title,
                 const char         *suggested_name,
                 const TwinFileKind *kinds,
                 guint               n_kinds,
                 TwinFileFunc        func)
{
  GtkRoot *root;
  GtkWidget *page;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (origin));

  root = gtk_widget_get_root (origin);
  page = gtk_widget_get_ancestor (origin, TWIN_TYPE_PAGE);
  if (page != NULL)
    {
      folder = twin_page_dup_folder (TWIN_PAGE (page));
      name = twin_page_dup_export_name (TWIN_PAGE (page), suggested_name);
    }
  twin_file_save_dialog (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title,
                         name != NULL ? name : suggested_name, folder, kinds, n_kinds, func,
                         origin);
}

/* A table waiting for its file. It is kept by the widget that was asked, so that it goes with it
 * if the answer never comes. */

#define TABLE_KEY "twin-export-table"

typedef struct
{
  TwinExportTableFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Table;

static void
table_free (gpointer data)
{
  Table *table = data;

  if (table->free_data != NULL)
    table->free_data (table->data);
  g_free (table);
}

static gboolean
write_table (const char  *path,
             gpointer     data,
             GError     **error)
{
  Table *table = data;
  g_autoptr (TwinCsvWriter) writer = twin_csv_writer_new (path, error);

  if (writer == NULL)
    return FALSE;
  table->func (table->data, writer);
  return twin_csv_writer_close (writer, error);
}

static void
on_table_file_chosen (GFile    *file,
                      gpointer  user_data)
{
  GtkWidget *origin = user_data;
  Table *table = g_object_steal_data (G_OBJECT (origin), TABLE_KEY);

  if (table == NULL)
    return;
  if (file != NULL)
    twin_export_write (origin, file, write_table, table, table_free);
  else
    table_free (table);
}

void
twin_export_csv (GtkWidget           *origin,
                 const char          *title,
                 const char          *suggested_name,
                 TwinExportTableFunc  func,
                 gpointer             data,
                 GDestroyNotify       free_data)
{
  const TwinFileKind kinds[] = { { N_("CSV table"), "*.csv" } };
  Table *table;

  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (func != NULL);

  table = g_new0 (Table, 1);
  table->func = func;
  table->data = data;
  table->free_data = free_data;
  g_object_set_data_full (G_OBJECT (origin), TABLE_KEY, table, table_free);
  twin_export_ask (origin, title, suggested_name, kinds, G_N_ELEMENTS (kinds),
                   on_table_file_chosen);
}
