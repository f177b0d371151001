/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-monitor.h"

G_BEGIN_DECLS

/**
 * TwinJob:
 *
 * Long work off the thread that wants its result. It runs in a thread of its own; progress and
 * result arrive on the thread-default main context of the caller of twin_job_start().
 *
 * After twin_job_cancel() nothing arrives any more, so whoever owns a job (a page, say) cancels it
 * when it goes and needs no weak reference. Neither the job nor its thread ever holds a reference
 * to user_data.
 */
typedef struct _TwinJob TwinJob;

/** Does the work in the job's thread. Reports and looks for cancel through @monitor.
 *  Returns: (transfer full): the result, or NULL with @error. */
typedef gpointer (*TwinJobFunc) (gpointer input, const TwinMonitor *monitor, GError **error);
/** Progress, at most one pending at a time. */
typedef void (*TwinJobProgressFunc) (gsize done, gsize total, gpointer user_data);
/** The end. @result is the receiver's to free; NULL with @error if the work failed. The job is
 *  freed after this returns: the receiver forgets it. */
typedef void (*TwinJobDoneFunc) (gpointer result, const GError *error, gpointer user_data);

/**
 * twin_job_start:
 * @func: the work
 * @input: (transfer full): what it works on; freed by @free_input in any thread
 * @free_result: frees a result that nobody wants any more, in any thread
 * @progress: (nullable): on the caller's context
 * @done: on the caller's context, once, unless cancelled
 *
 * Returns: (transfer none): the job, valid until @done returns or twin_job_cancel() is called
 */
TwinJob *twin_job_start (TwinJobFunc func,
                         gpointer input,
                         GDestroyNotify free_input,
                         GDestroyNotify free_result,
                         TwinJobProgressFunc progress,
                         TwinJobDoneFunc done,
                         gpointer user_data);

/** Stops the work and lets go of the job. Returns at once; the thread ends by itself soon.
 *  Call it on the thread that started the job. */
void twin_job_cancel (TwinJob *job);

G_END_DECLS
