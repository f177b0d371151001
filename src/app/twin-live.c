/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-live.h"

/* Results that are this late have what was there before dimmed: sooner it would only flicker. */
#define DIM_AFTER_MS 300

struct _TwinLive
{
  TwinPage *page; /* borrowed: it owns this */
  const TwinLiveClass *klass;
  TwinJob *job;
  guint dim_source;
};

static void start_job (TwinLive *self, gpointer request);

TwinLive *
twin_live_new (TwinPage            *page,
               const TwinLiveClass *klass)
{
  TwinLive *self = g_new0 (TwinLive, 1);

  self->page = page;
  self->klass = klass;
  return self;
}

void
twin_live_free (TwinLive *self)
{
  g_clear_pointer (&self->job, twin_job_cancel);
  g_clear_handle_id (&self->dim_source, g_source_remove);
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
  g_clear_pointer (&self->job, twin_job_cancel);
  g_clear_handle_id (&self->dim_source, g_source_remove);
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
  else
    self->klass->fail (self->page, error);

  if (next != NULL)
    start_job (self, next);
  else
    twin_page_set_busy (self->page, FALSE, -1);
}

static void
start_job (TwinLive *self,
           gpointer  request)
{
  self->job = twin_job_start (self->klass->compute, request, self->klass->free_request,
                              self->klass->free_result, on_progress, on_done, self);
}

void
twin_live_start (TwinLive *self,
                 gpointer  request)
{
  twin_live_stop (self);
  twin_page_set_busy (self->page, TRUE, 0);
  self->dim_source = g_timeout_add (DIM_AFTER_MS, on_late, self);
  start_job (self, request);
}
