/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-cli-terminal.h"
#include "twin-monitor.h"

G_BEGIN_DECLS

/**
 * TwinCliProgress:
 *
 * A line on standard error that says how far long work is: "Policies: 130 of 500, about 12 s left".
 * It shows after a second, on a terminal that can redraw a line; elsewhere nothing is written.
 */
typedef struct _TwinCliProgress TwinCliProgress;

/** @title: what is counted, for people: "Replications". */
TwinCliProgress *twin_cli_progress_new (const char *title,
                                        const TwinCliTerminal *terminal,
                                        gboolean quiet,
                                        GCancellable *cancellable);
/** Takes the line away, until there is more progress. */
void twin_cli_progress_hide (TwinCliProgress *self);
void twin_cli_progress_free (TwinCliProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinCliProgress, twin_cli_progress_free)

/** What long work is given, valid as long as the progress. */
const TwinMonitor *twin_cli_progress_get_monitor (TwinCliProgress *self);

G_END_DECLS
