/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-history.h"

struct _TwinHistory
{
  GPtrArray *undo; /* TwinProject, the latest last */
  GPtrArray *redo;
  char *subject;   /* of the last step, which may still grow; NULL: it is closed */
  gint64 edited_at;
};

static void
project_free (gpointer project)
{
  twin_project_free (project);
}

TwinHistory *
twin_history_new (void)
{
  TwinHistory *self = g_new0 (TwinHistory, 1);

  self->undo = g_ptr_array_new_with_free_func (project_free);
  self->redo = g_ptr_array_new_with_free_func (project_free);

  return self;
}

void
twin_history_free (TwinHistory *self)
{
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->subject);
  g_free (self);
}

static gboolean
is_same_step (const TwinHistory *self,
              const char *subject,
              gint64 now)
{
  return subject != NULL && g_strcmp0 (subject, self->subject) == 0
         && now - self->edited_at < TWIN_HISTORY_MERGE;
}

void
twin_history_add (TwinHistory *self,
                  TwinProject *before,
                  const char *subject,
                  gint64 now)
{
  g_return_if_fail (before != NULL);

  if (is_same_step (self, subject, now))
    {
      twin_project_free (before);
    }
  else
    {
      if (self->undo->len == TWIN_HISTORY_MAX)
        g_ptr_array_remove_index (self->undo, 0);
      g_ptr_array_add (self->undo, before);
      g_free (self->subject);
      self->subject = g_strdup (subject);
    }

  self->edited_at = now;
  g_ptr_array_set_size (self->redo, 0);
}

void
twin_history_close_step (TwinHistory *self)
{
  g_clear_pointer (&self->subject, g_free);
}

void
twin_history_clear (TwinHistory *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  twin_history_close_step (self);
}

gboolean
twin_history_can_undo (const TwinHistory *self)
{
  return self->undo->len > 0;
}

gboolean
twin_history_can_redo (const TwinHistory *self)
{
  return self->redo->len > 0;
}

static TwinProject *
step (TwinHistory *self,
      GPtrArray *from,
      GPtrArray *to,
      TwinProject *current)
{
  g_return_val_if_fail (from->len > 0, current);

  g_ptr_array_add (to, current);
  twin_history_close_step (self);
  return g_ptr_array_steal_index (from, from->len - 1);
}

TwinProject *
twin_history_undo (TwinHistory *self,
                   TwinProject *current)
{
  return step (self, self->undo, self->redo, current);
}

TwinProject *
twin_history_redo (TwinHistory *self,
                   TwinProject *current)
{
  return step (self, self->redo, self->undo, current);
}
