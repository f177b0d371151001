/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-monitor.h"

G_BEGIN_DECLS

/**
 * TwinPool:
 *
 * How many threads one piece of work may use. Work is cut into items that are numbered before it
 * begins; whichever thread is free takes the next number. An item writes only where its number
 * says, so the number of threads changes no bit of a result. Refcounted; safe from several threads.
 */
typedef struct _TwinPool TwinPool;

/** @n_threads: 0 is one for each processor. The caller of twin_pool_run() is one of them. */
TwinPool *twin_pool_new (guint n_threads);
TwinPool *twin_pool_ref (TwinPool *self);
void twin_pool_unref (TwinPool *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinPool, twin_pool_unref)
guint twin_pool_get_n_threads (const TwinPool *self);

/** Does item number @item. Must not fail and must not wait for another item. */
typedef void (*TwinItemFunc) (gsize item, gpointer data);

/** Does items 0 … @n_items − 1 and returns when all are done. Cancel is looked at before every
 *  item, and after it: one that is cancelled need not be whole. Steps of @monitor (may be NULL) are
 *  items; it is told in the calling thread alone, after each item that this one does and at
 *  the end.
 *  @error: G_IO_ERROR_CANCELLED, where items were left undone or may be incomplete. */
gboolean twin_pool_run (TwinPool *self,
                        gsize n_items,
                        TwinItemFunc func,
                        gpointer data,
                        const TwinMonitor *monitor,
                        GError **error);

G_END_DECLS
