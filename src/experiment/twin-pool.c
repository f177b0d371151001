/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Threads of one twin_pool_run() with three of them and seven items:
 *
 *   caller   ─┬─start─┬─[0]──[2]──[3]──[5]─┬─join──▶ returns when every item is done
 *             │       │   ↓    ↓    ↓    ↓ │  ▲
 *             │       │  report            │  │
 *   helper 1  └───────│───[1]─────[4]────[6]──┘
 *   helper 2          └ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─│─ ─ ─ ─ too late: sent away
 *                                          └ next = 7: no item is left
 *
 * One atomic counter, "next", hands out the numbers; a slow item holds up nobody. Every thread
 * looks at the cancellable before it takes a number. Only the caller reports, so that what a
 * monitor hears never falls and needs no lock. What the items wrote is seen by the caller because
 * it joins the helpers.
 *
 * Helpers live as long as the call. Starting one takes some 30 µs; in return nothing waits between
 * runs, there is no queue that a short run could be stuck in behind a long one, and the kernel
 * shares the processors among jobs that go on at once. On a busy machine it can take milliseconds
 * until a helper is let in, longer than a short run lasts: nobody waits for one that has not begun.
 */

#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-pool.h"

struct _TwinPool
{
  guint n_threads;
};

typedef struct
{
  gsize n_items;
  TwinItemFunc func;
  gpointer data;
  const TwinMonitor *monitor;
  gsize next; /* atomic: number of the item that is taken next */
  gsize done; /* atomic */
} TwinPoolCall;

/* Outlives the call where the helper comes too late. */
typedef struct
{
  GThread *thread;
  TwinPoolCall *call;
  int taken; /* atomic: by the helper, which has begun, or by the caller, which sends it away */
} TwinPoolHelper;

TwinPool *
twin_pool_new (guint n_threads)
{
  TwinPool *self = g_atomic_rc_box_new (TwinPool);

  self->n_threads = n_threads > 0 ? n_threads : g_get_num_processors ();

  return self;
}

TwinPool *
twin_pool_ref (TwinPool *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
twin_pool_unref (TwinPool *self)
{
  g_atomic_rc_box_release (self);
}

guint
twin_pool_get_n_threads (const TwinPool *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->n_threads;
}

/* Does one more item; FALSE where there is none left or nobody wants it. */
static gboolean
twin_pool_call_step (TwinPoolCall *call)
{
  gsize item;

  if (twin_monitor_is_cancelled (call->monitor, NULL))
    return FALSE;

  item = (gsize) g_atomic_pointer_add (&call->next, 1);
  if (item >= call->n_items)
    return FALSE;

  call->func (item, call->data);

  /* An item that was cancelled need not be whole. */
  if (twin_monitor_is_cancelled (call->monitor, NULL))
    return FALSE;

  g_atomic_pointer_add (&call->done, 1);

  return TRUE;
}

static gpointer
twin_pool_helper_work (gpointer data)
{
  TwinPoolHelper *self = data;

  if (g_atomic_int_compare_and_exchange (&self->taken, FALSE, TRUE))
    while (twin_pool_call_step (self->call))
      ;
  g_atomic_rc_box_release (self);

  return NULL;
}

/* NULL where the system has no thread left: those that there are do the work. */
static TwinPoolHelper *
twin_pool_helper_start (TwinPoolCall *call)
{
  TwinPoolHelper *self = g_atomic_rc_box_new0 (TwinPoolHelper);

  self->call = call;
  g_atomic_rc_box_acquire (self);
  self->thread = g_thread_try_new ("twin-pool", twin_pool_helper_work, self, NULL);
  if (self->thread != NULL)
    return self;

  g_atomic_rc_box_release (self);
  g_atomic_rc_box_release (self);

  return NULL;
}

static void
twin_pool_helper_end (TwinPoolHelper *self)
{
  if (g_atomic_int_compare_and_exchange (&self->taken, FALSE, TRUE))
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  g_atomic_rc_box_release (self);
}

gboolean
twin_pool_run (TwinPool *self,
               gsize n_items,
               TwinItemFunc func,
               gpointer data,
               const TwinMonitor *monitor,
               GError **error)
{
  TwinPoolCall call = { .n_items = n_items, .func = func, .data = data, .monitor = monitor };
  g_autofree TwinPoolHelper **helpers = NULL;
  gsize n_wanted, n_helpers = 0, reported = 0;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  if (n_items == 0)
    return TRUE;

  n_wanted = MIN (self->n_threads, n_items) - 1;
  helpers = g_new (TwinPoolHelper *, n_wanted);
  while (n_helpers < n_wanted && (helpers[n_helpers] = twin_pool_helper_start (&call)) != NULL)
    n_helpers++;

  while (twin_pool_call_step (&call))
    {
      reported = (gsize) g_atomic_pointer_get (&call.done);
      twin_monitor_report (monitor, reported, n_items);
    }

  for (gsize i = 0; i < n_helpers; i++)
    twin_pool_helper_end (helpers[i]);

  if (call.done < n_items)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was cancelled"));
      return FALSE;
    }

  if (reported < n_items)
    twin_monitor_report (monitor, n_items, n_items);

  return TRUE;
}
