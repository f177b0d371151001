/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "twin-stop.h"

G_BEGIN_DECLS

/** Called with the steps done so far, which never fall, in the thread that does the work or has it
 *  done, at most once a block. */
typedef void (*TwinProgressFunc) (gsize done, gsize total, gpointer data);

/** TwinMonitor: somebody waits for long work: how to tell them how far it is, and how they stop
 *  it. Plain, borrowed for the length of a call; NULL where nobody waits. */
typedef struct
{
  GCancellable *cancellable; /* or NULL */
  TwinProgressFunc progress; /* or NULL */
  gpointer data;
} TwinMonitor;

/** TRUE, with G_IO_ERROR_CANCELLED in @error, if the work should stop. @monitor may be NULL. */
gboolean twin_monitor_is_cancelled (const TwinMonitor *monitor, GError **error);
/** The same for the engine. @monitor may be NULL. */
TwinStop twin_monitor_get_stop (const TwinMonitor *monitor);
void twin_monitor_report (const TwinMonitor *monitor, gsize done, gsize total);

/** TwinStage: a part of longer work, with a monitor of its own that counts in its own steps. */
typedef struct
{
  TwinMonitor monitor;
  const TwinMonitor *whole;
  gsize before, span, total;
} TwinStage;

/**
 * twin_stage_begin:
 * @stage: out, on the stack, alive as long as the monitor returned
 * @whole: (nullable): the monitor of the longer work
 * @before: its steps done before this stage
 * @span: its steps that this stage makes up
 * @total: all its steps
 *
 * Returns: (transfer none): the monitor to hand to the stage
 */
const TwinMonitor *twin_stage_begin (TwinStage *stage,
                                     const TwinMonitor *whole,
                                     gsize before,
                                     gsize span,
                                     gsize total);

G_END_DECLS
