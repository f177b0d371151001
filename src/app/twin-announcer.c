/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-announcer.h"

#include "twin-compat.h"

#define QUIET_MS 600

struct _TwinAnnouncer
{
  GtkWidget *status; /* borrowed */

  char *waiting; /* or NULL */
  char *said;    /* or NULL */
  guint timeout;
};

static gboolean
on_quiet (gpointer data)
{
  TwinAnnouncer *self = data;

  self->timeout = 0;
  g_free (self->said);
  self->said = g_steal_pointer (&self->waiting);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->said, -1);
  twin_compat_announce (self->status, self->said);
  return G_SOURCE_REMOVE;
}

TwinAnnouncer *
twin_announcer_new (GtkWidget *status)
{
  TwinAnnouncer *self;

  g_return_val_if_fail (GTK_IS_WIDGET (status), NULL);

  self = g_new0 (TwinAnnouncer, 1);
  self->status = status;
  return self;
}

void
twin_announcer_free (TwinAnnouncer *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->waiting);
  g_free (self->said);
  g_free (self);
}

void
twin_announcer_say (TwinAnnouncer *self,
                    const char    *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->waiting);
  self->waiting = g_strdup (text);
  if (g_strcmp0 (text, self->said) != 0)
    self->timeout = g_timeout_add (QUIET_MS, on_quiet, self);
}
