/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-document-private.h"
#include "twin-history.h"
#include "twin-problems.h"

struct _TwinDocument
{
  GObject parent_instance;

  TwinProject *project;
  TwinProject *saved;  /* as the file has it, or as it began */
  GPtrArray *problems; /* GError, of @project */
  TwinHistory *history;

  GFile *file;
  GFile *folder; /* where the last dialog ended; or NULL */
  char *name;  /* what it is called while it has no file */
  char *title;

  /* As last told, so that only what has changed is told again. */
  gboolean modified;
  gboolean can_undo;
  gboolean can_redo;
};

G_DEFINE_FINAL_TYPE (TwinDocument, twin_document, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_FILE,
  PROP_FOLDER,
  N_PROPERTIES
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
update_flag (TwinDocument *self,
             gboolean *flag,
             gboolean value,
             guint property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_flags (TwinDocument *self)
{
  update_flag (self, &self->modified, !twin_project_equal (self->project, self->saved),
               PROP_MODIFIED);
  update_flag (self, &self->can_undo, twin_history_can_undo (self->history), PROP_CAN_UNDO);
  update_flag (self, &self->can_redo, twin_history_can_redo (self->history), PROP_CAN_REDO);
}

static void
update_title (TwinDocument *self)
{
  g_autofree char *title = NULL;

  if (self->file != NULL)
    {
      g_autofree char *base = g_file_get_basename (self->file);

      title = g_filename_display_name (base);
    }
  else
    title = g_strdup (self->name != NULL ? self->name : _("Untitled"));

  if (g_strcmp0 (title, self->title) == 0)
    return;

  g_free (self->title);
  self->title = g_steal_pointer (&title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
set_file (TwinDocument *self,
          GFile *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  update_title (self);
}

/* Takes @project, where there is none. */
static void
set_project (TwinDocument *self,
             TwinProject *project)
{
  g_assert (self->project == NULL);

  self->project = project;
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = twin_problems_find (project);
}

static void
tell_changed (TwinDocument *self)
{
  update_flags (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
twin_document_start_from (TwinDocument *self,
                          TwinProject *project,
                          GFile *file)
{
  twin_history_clear (self->history);
  g_clear_pointer (&self->saved, twin_project_free);
  self->saved = twin_project_copy (project);
  g_clear_pointer (&self->project, twin_project_free);
  set_project (self, project);

  g_clear_pointer (&self->name, g_free);
  set_file (self, file);
  tell_changed (self);
}

void
twin_document_start (TwinDocument *self,
                     TwinProject *project)
{
  g_return_if_fail (TWIN_IS_DOCUMENT (self));
  g_return_if_fail (project != NULL);

  twin_document_start_from (self, project, NULL);
}

void
twin_document_set_name (TwinDocument *self,
                        const char *name)
{
  g_return_if_fail (TWIN_IS_DOCUMENT (self));

  g_free (self->name);
  self->name = g_strdup (name);
  update_title (self);
}

TwinDocument *
twin_document_new (TwinProject *project)
{
  TwinDocument *self;

  g_return_val_if_fail (project != NULL, NULL);

  self = g_object_new (TWIN_TYPE_DOCUMENT, NULL);
  twin_document_start (self, project);

  return self;
}

const TwinProject *
twin_document_get_project (TwinDocument *self)
{
  g_return_val_if_fail (TWIN_IS_DOCUMENT (self), NULL);

  return self->project;
}

GPtrArray *
twin_document_get_problems (TwinDocument *self)
{
  g_return_val_if_fail (TWIN_IS_DOCUMENT (self), NULL);

  return self->problems;
}

void
twin_document_edit (TwinDocument *self,
                    TwinProject *project,
                    const char *subject)
{
  TwinProject *before;

  g_return_if_fail (TWIN_IS_DOCUMENT (self));
  g_return_if_fail (project != NULL);

  if (twin_project_equal (project, self->project))
    {
      twin_project_free (project);
      return;
    }

  before = g_steal_pointer (&self->project);
  set_project (self, project);
  twin_history_add (self->history, before, subject, g_get_monotonic_time ());
  tell_changed (self);
}

/* Takes @project, or tells why a key that comes from our own tables does not fit it. */
static void
finish_edit (TwinDocument *self,
             TwinProject *project,
             const char *key,
             gboolean fits,
             const GError *error)
{
  if (fits)
    {
      twin_document_edit (self, project, key);
      return;
    }

  g_critical ("%s", error->message);
  twin_project_free (project);
}

void
twin_document_set_number (TwinDocument *self,
                          const char *key,
                          double value)
{
  g_autoptr (GError) error = NULL;
  TwinProject *project;
  gboolean fits;

  g_return_if_fail (TWIN_IS_DOCUMENT (self));

  project = twin_project_copy (self->project);
  fits = twin_parameters_set_number (twin_project_get_parameters (project), key, value, &error);
  finish_edit (self, project, key, fits, error);
}

void
twin_document_set_text (TwinDocument *self,
                        const char *key,
                        const char *value)
{
  g_autoptr (GError) error = NULL;
  TwinProject *project;
  gboolean fits;

  g_return_if_fail (TWIN_IS_DOCUMENT (self));

  project = twin_project_copy (self->project);
  fits = twin_parameters_set_text (twin_project_get_parameters (project), key, value, &error);
  finish_edit (self, project, key, fits, error);
}

void
twin_document_undo (TwinDocument *self)
{
  g_return_if_fail (TWIN_IS_DOCUMENT (self));

  if (!twin_history_can_undo (self->history))
    return;

  set_project (self, twin_history_undo (self->history, g_steal_pointer (&self->project)));
  tell_changed (self);
}

void
twin_document_redo (TwinDocument *self)
{
  g_return_if_fail (TWIN_IS_DOCUMENT (self));

  if (!twin_history_can_redo (self->history))
    return;

  set_project (self, twin_history_redo (self->history, g_steal_pointer (&self->project)));
  tell_changed (self);
}

gboolean
twin_document_get_modified (TwinDocument *self)
{
  g_return_val_if_fail (TWIN_IS_DOCUMENT (self), FALSE);

  return self->modified;
}

GFile *
twin_document_get_file (TwinDocument *self)
{
  g_return_val_if_fail (TWIN_IS_DOCUMENT (self), NULL);

  return self->file;
}

GFile *
twin_document_dup_folder (TwinDocument *self)
{
  g_return_val_if_fail (TWIN_IS_DOCUMENT (self), NULL);

  if (self->file != NULL)
    return g_file_get_parent (self->file);
  return self->folder != NULL ? g_object_ref (self->folder) : NULL;
}

void
twin_document_set_folder (TwinDocument *self,
                          GFile *folder)
{
  g_return_if_fail (TWIN_IS_DOCUMENT (self));

  if (folder != NULL && self->folder != NULL && g_file_equal (folder, self->folder))
    return;
  if (g_set_object (&self->folder, folder))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
}

const char *
twin_document_get_title (TwinDocument *self)
{
  g_return_val_if_fail (TWIN_IS_DOCUMENT (self), NULL);

  return self->title;
}

const TwinProject *
twin_document_get_saved (TwinDocument *self)
{
  return self->saved;
}

void
twin_document_take_saved (TwinDocument *self,
                          TwinProject *written,
                          GFile *file)
{
  g_clear_pointer (&self->saved, twin_project_free);
  self->saved = written;
  twin_history_close_step (self->history);
  set_file (self, file);
  update_flags (self);
}

static void
twin_document_get_property (GObject *object,
                            guint property_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  TwinDocument *self = TWIN_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_FOLDER:
      g_value_set_object (value, self->folder);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
twin_document_finalize (GObject *object)
{
  TwinDocument *self = TWIN_DOCUMENT (object);

  g_clear_pointer (&self->project, twin_project_free);
  g_clear_pointer (&self->saved, twin_project_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->history, twin_history_free);
  g_clear_object (&self->file);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (twin_document_parent_class)->finalize (object);
}

static void
twin_document_class_init (TwinDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = twin_document_get_property;
  object_class->finalize = twin_document_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_FOLDER] = g_param_spec_object ("folder", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
twin_document_init (TwinDocument *self)
{
  self->history = twin_history_new ();
}
