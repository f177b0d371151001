/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-pool.h"

static const guint thread_counts[] = { 1, 2, 3, 8 };

/* What the items of one call do, and what they leave behind. */
typedef struct
{
  gsize n;
  int *visits;     /* [n], atomic */
  guint64 *values; /* [n] */
  int n_visits;    /* atomic */
  gsize stop_at;   /* item that cancels */
  GCancellable *cancellable;
  int now, most;   /* atomic: items being done, and the most of them at once */
  TwinPool *pool;
} Work;

static void
work_init (Work *work,
           gsize n)
{
  *work = (Work) {
    .n = n,
    .visits = g_new0 (int, n),
    .values = g_new0 (guint64, n),
    .stop_at = G_MAXSIZE,
    .cancellable = g_cancellable_new (),
  };
}

static void
work_clear (Work *work)
{
  g_free (work->visits);
  g_free (work->values);
  g_object_unref (work->cancellable);
}

static void
do_item (gsize item,
         gpointer data)
{
  Work *work = data;
  guint64 value = item + 1;

  for (int i = 0; i < 100; i++)
    value = value * 6364136223846793005u + 1442695040888963407u;
  work->values[item] = value;
  g_atomic_int_inc (&work->visits[item]);
  g_atomic_int_inc (&work->n_visits);

  if (item == work->stop_at)
    g_cancellable_cancel (work->cancellable);
  while (item > work->stop_at && !g_cancellable_is_cancelled (work->cancellable))
    g_thread_yield ();
}

static void
assert_every_item_once (const Work *work)
{
  for (gsize i = 0; i < work->n; i++)
    g_assert_cmpint (work->visits[i], ==, 1);
}

static void
test_every_item_once (void)
{
  Work alone;

  work_init (&alone, 10007);
  for (gsize i = 0; i < alone.n; i++)
    do_item (i, &alone);

  for (guint i = 0; i < G_N_ELEMENTS (thread_counts); i++)
    {
      g_autoptr (TwinPool) pool = twin_pool_new (thread_counts[i]);
      g_autoptr (GError) error = NULL;
      Work work;

      work_init (&work, alone.n);
      g_assert_true (twin_pool_run (pool, work.n, do_item, &work, NULL, &error));
      g_assert_no_error (error);
      assert_every_item_once (&work);
      g_assert_cmpmem (work.values, work.n * sizeof (guint64), alone.values,
                       alone.n * sizeof (guint64));
      work_clear (&work);
    }

  work_clear (&alone);
}

static void
test_fewer_items_than_threads (void)
{
  g_autoptr (TwinPool) pool = twin_pool_new (8);

  for (gsize n = 0; n < 10; n++)
    {
      Work work;

      work_init (&work, n);
      g_assert_true (twin_pool_run (pool, n, do_item, &work, NULL, NULL));
      assert_every_item_once (&work);
      g_assert_cmpint (work.n_visits, ==, (int) n);
      work_clear (&work);
    }
}

static void
count_at_once (gsize item,
               gpointer data)
{
  Work *work = data;
  int now = g_atomic_int_add (&work->now, 1) + 1;
  int most = g_atomic_int_get (&work->most);

  while (now > most && !g_atomic_int_compare_and_exchange (&work->most, most, now))
    most = g_atomic_int_get (&work->most);
  g_usleep (200);
  g_atomic_int_add (&work->now, -1);
}

static void
test_bounded (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (thread_counts); i++)
    {
      g_autoptr (TwinPool) pool = twin_pool_new (thread_counts[i]);
      Work work;

      work_init (&work, 0);
      g_assert_true (twin_pool_run (pool, 64, count_at_once, &work, NULL, NULL));
      g_assert_cmpint (work.most, >=, 1);
      g_assert_cmpint (work.most, <=, (int) thread_counts[i]);
      g_assert_cmpuint (twin_pool_get_n_threads (pool), ==, thread_counts[i]);
      work_clear (&work);
    }
}

static void
test_threads_of_the_machine (void)
{
  g_autoptr (TwinPool) pool = twin_pool_new (0);

  g_assert_cmpuint (twin_pool_get_n_threads (pool), ==, g_get_num_processors ());
}

static void
test_cancel (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (thread_counts); i++)
    {
      g_autoptr (TwinPool) pool = twin_pool_new (thread_counts[i]);
      g_autoptr (GError) error = NULL;
      TwinMonitor monitor = { 0 };
      Work work;
      int n_visits;

      work_init (&work, 100000);
      work.stop_at = 5;
      monitor.cancellable = work.cancellable;
      g_assert_false (twin_pool_run (pool, work.n, do_item, &work, &monitor, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      /* Items 0 to 5, and one more of each other thread that had begun by then. */
      n_visits = work.n_visits;
      g_assert_cmpint (n_visits, >=, 6);
      g_assert_cmpint (n_visits, <, 6 + (int) thread_counts[i]);
      for (gsize k = 0; k < work.n; k++)
        g_assert_cmpint (work.visits[k], ==, (int) k < n_visits);
      work_clear (&work);
    }
}

static void
test_cancelled_before (void)
{
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (GError) error = NULL;
  TwinMonitor monitor = { 0 };
  Work work;

  work_init (&work, 100);
  monitor.cancellable = work.cancellable;
  g_cancellable_cancel (work.cancellable);
  g_assert_false (twin_pool_run (pool, work.n, do_item, &work, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (work.n_visits, ==, 0);
  work_clear (&work);
}

/* An item that was cancelled need not be whole: there is no result. */
static void
test_cancelled_by_the_last (void)
{
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;
  TwinMonitor monitor = { 0 };
  Work work;

  work_init (&work, 10);
  work.stop_at = 9;
  monitor.cancellable = work.cancellable;
  g_assert_false (twin_pool_run (pool, work.n, do_item, &work, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  work_clear (&work);
}

/* Helpers that come when a short call is over leave alone what its caller had lent. */
static void
test_late_helpers (void)
{
  const gsize n_calls = 2000;
  g_autoptr (TwinPool) pool = twin_pool_new (8);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree TwinMonitor *monitors = g_new0 (TwinMonitor, n_calls);
  Work work;

  work_init (&work, 8);
  for (gsize i = 0; i < n_calls; i++)
    {
      monitors[i].cancellable = cancellable;
      g_assert_true (twin_pool_run (pool, work.n, do_item, &work, &monitors[i], NULL));
      monitors[i].cancellable = GSIZE_TO_POINTER (1);
    }
  g_assert_cmpint (work.n_visits, ==, (int) (n_calls * work.n));
  work_clear (&work);
}

typedef struct
{
  GThread *thread;
  gsize last;
  gsize total;
  guint n_reports;
} Listener;

static void
listen (gsize done,
        gsize total,
        gpointer data)
{
  Listener *listener = data;

  g_assert_true (g_thread_self () == listener->thread);
  g_assert_cmpuint (done, >, listener->last);
  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (total, ==, listener->total);
  listener->last = done;
  listener->n_reports++;
}

static void
test_progress (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (thread_counts); i++)
    {
      g_autoptr (TwinPool) pool = twin_pool_new (thread_counts[i]);
      Listener listener = { .thread = g_thread_self (), .total = 1000 };
      TwinMonitor monitor = { .progress = listen, .data = &listener };
      Work work;

      work_init (&work, 1000);
      g_assert_true (twin_pool_run (pool, work.n, do_item, &work, &monitor, NULL));
      g_assert_cmpuint (listener.last, ==, 1000);
      g_assert_cmpuint (listener.n_reports, <=, 1000);
      if (thread_counts[i] == 1)
        g_assert_cmpuint (listener.n_reports, ==, 1000);
      work_clear (&work);
    }
}

static void
test_stage (void)
{
  Listener listener = { .thread = g_thread_self (), .total = 100 };
  TwinMonitor monitor = { .progress = listen, .data = &listener };
  TwinStage stage;
  const TwinMonitor *part = twin_stage_begin (&stage, &monitor, 40, 20, 100);

  twin_monitor_report (part, 1, 4);
  g_assert_cmpuint (listener.last, ==, 45);
  twin_monitor_report (part, 4, 4);
  g_assert_cmpuint (listener.last, ==, 60);

  /* Nobody listens. */
  twin_monitor_report (twin_stage_begin (&stage, NULL, 0, 1, 1), 1, 1);
  g_assert_false (twin_monitor_is_cancelled (&stage.monitor, NULL));
  g_assert_false (twin_monitor_is_cancelled (NULL, NULL));
}

static gpointer
run_in_thread (gpointer data)
{
  Work *work = data;

  g_assert_true (twin_pool_run (work->pool, work->n, do_item, work, NULL, NULL));

  return NULL;
}

static void
test_two_callers (void)
{
  g_autoptr (TwinPool) pool = twin_pool_new (2);

  for (int round = 0; round < 50; round++)
    {
      Work works[2];
      GThread *threads[2];

      for (int i = 0; i < 2; i++)
        {
          work_init (&works[i], 500);
          works[i].pool = pool;
          threads[i] = g_thread_new ("caller", run_in_thread, &works[i]);
        }
      for (int i = 0; i < 2; i++)
        {
          g_thread_join (threads[i]);
          assert_every_item_once (&works[i]);
          work_clear (&works[i]);
        }
    }
}

/* An item that is itself such work. */
static void
do_nested (gsize item,
           gpointer data)
{
  run_in_thread ((Work *) data + item);
}

static void
test_nested (void)
{
  g_autoptr (TwinPool) pool = twin_pool_new (3);
  Work works[8];

  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    {
      work_init (&works[i], 300);
      works[i].pool = pool;
    }
  g_assert_true (twin_pool_run (pool, G_N_ELEMENTS (works), do_nested, works, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    {
      assert_every_item_once (&works[i]);
      work_clear (&works[i]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pool/every-item-once", test_every_item_once);
  g_test_add_func ("/pool/fewer-items-than-threads", test_fewer_items_than_threads);
  g_test_add_func ("/pool/bounded", test_bounded);
  g_test_add_func ("/pool/threads-of-the-machine", test_threads_of_the_machine);
  g_test_add_func ("/pool/cancel", test_cancel);
  g_test_add_func ("/pool/cancelled-before", test_cancelled_before);
  g_test_add_func ("/pool/cancelled-by-the-last", test_cancelled_by_the_last);
  g_test_add_func ("/pool/late-helpers", test_late_helpers);
  g_test_add_func ("/pool/progress", test_progress);
  g_test_add_func ("/pool/stage", test_stage);
  g_test_add_func ("/pool/two-callers", test_two_callers);
  g_test_add_func ("/pool/nested", test_nested);

  return g_test_run ();
}
