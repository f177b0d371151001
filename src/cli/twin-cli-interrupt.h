/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * twin_cli_interrupt_watch:
 *
 * From now on Ctrl+C and a request to end (SIGINT, SIGTERM) cancel @cancellable; a second one ends
 * the program at once. Call it before any thread is started: they inherit the signals' mask. A
 * signal that the parent has had ignored (nohup, a background job) stays ignored.
 */
void twin_cli_interrupt_watch (GCancellable *cancellable);

G_END_DECLS
