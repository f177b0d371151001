/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two threads share a job:
 *
 *   owner's context   start ───────── progress ── progress ───────── done
 *                       │                ▲           ▲                ▲     one idle source,
 *                       ▼                │           │                │     never two at once
 *   job's thread        func ─ report ─ report ─ report ─ … ─ return ─┘
 *
 * The job has two holders, the owner and the thread, and each pending source is one more; the last
 * to let go frees it, and with it a result that nobody took. What passes between the threads is
 * atomic: the counts of progress, "pending", and "finished", which is set after the result is in
 * its place. Everything that is the owner's (the callbacks, user_data, "over") is looked at on the
 * owner's context alone, so cancelling needs no lock.
 */

#include "twin-job.h"

struct _TwinJob
{
  int n_refs; /* atomic */
  GCancellable *cancellable;

  /* The thread's. */
  GMainContext *context; /* the owner's, where sources go */

  /* The thread's, and the owner's once @finished is set. */
  TwinJobFunc func;
  gpointer input;
  GDestroyNotify free_input;
  gpointer result;
  GDestroyNotify free_result;
  GError *error;

  /* Shared, atomic. */
  gsize n_done, n_total;
  int pending;  /* a source is on its way to the owner */
  int finished; /* result or error are there */

  /* The owner's. */
  TwinJobProgressFunc progress;
  TwinJobDoneFunc done;
  gpointer user_data;
  gboolean over; /* done was called, or the owner cancelled */
};

static TwinJob *
twin_job_ref (TwinJob *self)
{
  g_atomic_int_inc (&self->n_refs);

  return self;
}

static void
twin_job_unref (gpointer data)
{
  TwinJob *self = data;

  if (!g_atomic_int_dec_and_test (&self->n_refs))
    return;

  if (self->result != NULL && self->free_result != NULL)
    self->free_result (self->result);
  if (self->input != NULL && self->free_input != NULL)
    self->free_input (self->input);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_free (self);
}

/* The owner lets go. */
static void
twin_job_end (TwinJob *self)
{
  if (self->over)
    return;

  self->over = TRUE;
  twin_job_unref (self);
}

/* On the owner's context. */
static gboolean
twin_job_deliver (gpointer data)
{
  TwinJob *self = data;

  /* Cleared first: what is reported from here on brings another source. */
  g_atomic_int_set (&self->pending, FALSE);

  if (self->over)
    return G_SOURCE_REMOVE;

  if (g_atomic_int_get (&self->finished))
    {
      self->done (g_steal_pointer (&self->result), self->error, self->user_data);
      twin_job_end (self);
    }
  else if (self->progress != NULL)
    {
      self->progress ((gsize) g_atomic_pointer_get (&self->n_done),
                      (gsize) g_atomic_pointer_get (&self->n_total),
                      self->user_data);
    }

  return G_SOURCE_REMOVE;
}

static void
twin_job_wake_owner (TwinJob *self)
{
  g_autoptr (GSource) source = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->pending, FALSE, TRUE))
    return;

  source = g_idle_source_new ();
  g_source_set_static_name (source, "[twin] job");
  g_source_set_callback (source, twin_job_deliver, twin_job_ref (self), twin_job_unref);
  g_source_attach (source, self->context);
}

/* In the job's thread. */
static void
twin_job_report (gsize done,
                 gsize total,
                 gpointer data)
{
  TwinJob *self = data;

  g_atomic_pointer_set (&self->n_total, total);
  g_atomic_pointer_set (&self->n_done, done);
  twin_job_wake_owner (self);
}

static void
twin_job_finish (TwinJob *self)
{
  g_atomic_int_set (&self->finished, TRUE);

  /* Nobody waits for a cancelled job: no need to wake the context. */
  if (!g_cancellable_is_cancelled (self->cancellable))
    twin_job_wake_owner (self);

  /* A source that is never dispatched keeps the job, which so must not keep the context. */
  g_clear_pointer (&self->context, g_main_context_unref);
  twin_job_unref (self);
}

static gpointer
twin_job_work (gpointer data)
{
  TwinJob *self = data;
  TwinMonitor monitor = {
    .cancellable = self->cancellable,
    .progress = twin_job_report,
    .data = self,
  };

  self->result = self->func (self->input, &monitor, &self->error);
  if (self->input != NULL && self->free_input != NULL)
    self->free_input (g_steal_pointer (&self->input));
  twin_job_finish (self);

  return NULL;
}

TwinJob *
twin_job_start (TwinJobFunc func,
                gpointer input,
                GDestroyNotify free_input,
                GDestroyNotify free_result,
                TwinJobProgressFunc progress,
                TwinJobDoneFunc done,
                gpointer user_data)
{
  g_autoptr (GThread) thread = NULL;
  TwinJob *self;

  g_return_val_if_fail (func != NULL && done != NULL, NULL);

  self = g_new (TwinJob, 1);
  *self = (TwinJob) {
    .n_refs = 2, /* the owner's and the thread's */
    .context = g_main_context_ref_thread_default (),
    .cancellable = g_cancellable_new (),
    .func = func,
    .input = input,
    .free_input = free_input,
    .free_result = free_result,
    .progress = progress,
    .done = done,
    .user_data = user_data,
  };

  thread = g_thread_try_new ("twin-job", twin_job_work, self, &self->error);
  if (thread == NULL)
    twin_job_finish (self);

  return self;
}

void
twin_job_cancel (TwinJob *job)
{
  g_return_if_fail (job != NULL);

  g_cancellable_cancel (job->cancellable);
  twin_job_end (job);
}
