/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Called with the steps done so far, from any thread, at most once a block of work. */
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
void twin_monitor_report (const TwinMonitor *monitor, gsize done, gsize total);

G_END_DECLS
