/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-live.h"

/* Results that are this late have what was there before dimmed: sooner it would only flicker. */
#define DIM_AFTER_MS 300
/* A first look that newer parameters wait for has this long. */
#define PATIENCE_MS 100

struct _TwinLive
{
  TwinPage *page; /* borrowed: it owns this */
  const TwinLiveClass *klass;
  TwinJob *job;
  gboolean first_look; /* what the job computes */
  gpointer waiting;    /* request for newer parameters, begins after the job */
  guint patience_source;
  guint dim_source;
};

static void start_job (TwinLive *self, gpointer request, gboolean first_look);

TwinLive *
twin_live_new (TwinPage            *page,
               const TwinLiveClass *klass)
{
  TwinLive *self = g_new0 (TwinLive, 1);

  self->page = page;
  self->klass = klass;
  return self;
}

static void
clear (TwinLive *self)
{
  g_clear_pointer (&self->job, twin_job_cancel);
  g_clear_pointer (&self->waiting, self->klass->free_request);
  g_clear_handle_id (&self->patience_source, g_source_remove);
  g_clear_handle_id (&self->dim_source, g_source_remove);
}

void
twin_live_free (TwinLive *self)
{
  clear (self);
  g_free (self);
}

gboolean
twin_live_is_running (TwinLive *self)
{
  return self->job != NULL;
}

void
twin_live_stop (TwinLive *self)
{
  clear (self);
  twin_page_set_busy (self->page, FALSE, -1);
}

static gboolean
on_late (gpointer user_data)
{
  TwinLive *self = user_data;

  self->dim_source = 0;
  self->klass->set_dimmed (self->page, TRUE);
  return G_SOURCE_REMOVE;
}

static void
on_progress (gsize    done,
             gsize    total,
             gpointer user_data)
{
  TwinLive *self = user_data;

  twin_page_set_busy (self->page, TRUE, total > 0 ? done / (double) total : -1);
}

/* Takes the request that waits, if there is one. */
static gboolean
start_waiting (TwinLive *self)
{
  gpointer request = g_steal_pointer (&self->waiting);

  g_clear_handle_id (&self->patience_source, g_source_remove);
  if (request == NULL)
    return FALSE;
  if (self->dim_source == 0)
    self->dim_source = g_timeout_add (DIM_AFTER_MS, on_late, self);
  start_job (self, request, TRUE);
  return TRUE;
}

static gboolean
on_patience_over (gpointer user_data)
{
  TwinLive *self = user_data;

  self->patience_source = 0;
  g_clear_pointer (&self->job, twin_job_cancel);
  start_waiting (self);
  return G_SOURCE_REMOVE;
}

static void
on_done (gpointer      result,
         const GError *error,
         gpointer      user_data)
{
  TwinLive *self = user_data;
  gpointer next = NULL;

  self->job = NULL;
  g_clear_handle_id (&self->dim_source, g_source_remove);
  if (result != NULL)
    {
      self->klass->set_dimmed (self->page, FALSE);
      next = self->klass->show (self->page, result);
    }
  else if (self->waiting == NULL)
    self->klass->fail (self->page, error);

  if (self->waiting != NULL)
    {
      g_clear_pointer (&next, self->klass->free_request);
      start_waiting (self);
    }
  else if (next != NULL)
    start_job (self, next, FALSE);
  else
    twin_page_set_busy (self->page, FALSE, -1);
}

static void
start_job (TwinLive *self,
           gpointer  request,
           gboolean  first_look)
{
  self->first_look = first_look;
  self->job = twin_job_start (self->klass->compute, request, self->klass->free_request,
                              self->klass->free_result, on_progress, on_done, self);
}

void
twin_live_start (TwinLive *self,
                 gpointer  request)
{
  twin_page_set_busy (self->page, TRUE, 0);
  g_clear_pointer (&self->waiting, self->klass->free_request);
  self->waiting = request;
  if (self->job != NULL && self->first_look)
    {
      if (self->patience_source == 0)
        self->patience_source = g_timeout_add (PATIENCE_MS, on_patience_over, self);
      return;
    }
  g_clear_pointer (&self->job, twin_job_cancel);
  start_waiting (self);
}
