/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-job.h"

/* A piece of work that can be held at two places, and what became of it. */
typedef struct
{
  /* The job's thread's, and the test's through atomics. */
  int reported;    /* all progress is told; the work waits */
  int may_go_on;   /* it may return */
  int n_inputs_freed;
  int n_results_freed;
  int cancelled;   /* what the monitor said at the end */
  gsize n_reports;
  gboolean fails;
  GThread *worker;
  gpointer cancellable; /* of the job; NULL again when the job is freed */

  /* The owner's. */
  GThread *owner;
  TwinJob *job;
  guint n_progress;
  gsize last_done, last_total;
  guint n_done;
  gpointer result;
  GError *error;
  gboolean cancel_on_progress;
  gboolean cancel_on_done;
} Work;

/* A result that counts in @work when it is freed. */
typedef struct
{
  Work *work;
} Result;

static void
free_input (gpointer data)
{
  g_atomic_int_inc (&((Work *) data)->n_inputs_freed);
}

static void
free_result (gpointer data)
{
  Result *result = data;

  g_atomic_int_inc (&result->work->n_results_freed);
  g_free (result);
}

static void
wait_for (int *condition)
{
  while (!g_atomic_int_get (condition))
    g_usleep (100);
}

static gpointer
do_work (gpointer input,
         const TwinMonitor *monitor,
         GError **error)
{
  Work *work = input;
  Result *result;

  work->worker = g_thread_self ();
  work->cancellable = monitor->cancellable;
  g_object_add_weak_pointer (G_OBJECT (monitor->cancellable), &work->cancellable);
  for (gsize i = 1; i <= work->n_reports; i++)
    twin_monitor_report (monitor, i, work->n_reports);
  g_atomic_int_set (&work->reported, TRUE);
  wait_for (&work->may_go_on);
  g_atomic_int_set (&work->cancelled, twin_monitor_is_cancelled (monitor, NULL));

  if (work->fails)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "It fails.");
      return NULL;
    }

  result = g_new (Result, 1);
  result->work = work;

  return result;
}

static void
on_progress (gsize done,
             gsize total,
             gpointer user_data)
{
  Work *work = user_data;

  g_assert_true (g_thread_self () == work->owner);
  work->n_progress++;
  work->last_done = done;
  work->last_total = total;
  if (work->cancel_on_progress)
    twin_job_cancel (g_steal_pointer (&work->job));
}

static void
on_done (gpointer result,
         const GError *error,
         gpointer user_data)
{
  Work *work = user_data;

  g_assert_true (g_thread_self () == work->owner);
  work->n_done++;
  work->result = result;
  work->error = error != NULL ? g_error_copy (error) : NULL;
  if (work->cancel_on_done)
    twin_job_cancel (work->job);
  work->job = NULL;
}

static void
start (Work *work)
{
  work->owner = g_thread_self ();
  work->job = twin_job_start (do_work, work, free_input, free_result, on_progress, on_done, work);
}

static void
let_go_on (Work *work)
{
  g_atomic_int_set (&work->may_go_on, TRUE);
}

static void
iterate_until_done (Work *work)
{
  while (work->n_done == 0)
    g_main_context_iteration (g_main_context_get_thread_default (), TRUE);
}

/* Waits until nobody holds the job any more: the thread, or a source that came too late. */
static void
end (Work *work)
{
  while (g_atomic_pointer_get (&work->cancellable) != NULL)
    {
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
      g_usleep (100);
    }

  g_clear_pointer (&work->result, free_result);
  g_clear_error (&work->error);
}

/* Lets the work end after a cancel, and sees that nothing arrives. */
static void
assert_nothing_arrives (Work *work)
{
  guint n_progress = work->n_progress;

  let_go_on (work);
  while (g_atomic_int_get (&work->n_results_freed) == 0)
    {
      g_main_context_iteration (g_main_context_get_thread_default (), FALSE);
      g_usleep (100);
    }
  while (g_main_context_iteration (g_main_context_get_thread_default (), FALSE))
    ;

  g_assert_cmpuint (work->n_progress, ==, n_progress);
  g_assert_cmpuint (work->n_done, ==, 0);
  g_assert_cmpint (g_atomic_int_get (&work->n_inputs_freed), ==, 1);
  g_assert_cmpint (g_atomic_int_get (&work->n_results_freed), ==, 1);
}

static void
test_result (void)
{
  Work work = { .n_reports = 3 };

  start (&work);
  let_go_on (&work);
  iterate_until_done (&work);

  g_assert_cmpuint (work.n_done, ==, 1);
  g_assert_no_error (work.error);
  g_assert_nonnull (work.result);
  g_assert_true (work.worker != work.owner);
  g_assert_cmpint (work.n_inputs_freed, ==, 1);
  g_assert_cmpint (work.n_results_freed, ==, 0);
  g_assert_false (work.cancelled);
  end (&work);
}

static gpointer
result_in_thread (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  test_result ();
  g_main_context_pop_thread_default (context);

  return NULL;
}

/* It arrives where the job was started, though the main context is another. */
static void
test_context (void)
{
  g_thread_join (g_thread_new ("owner", result_in_thread, NULL));
  g_assert_false (g_main_context_pending (NULL));
}

/* A thousand reports while the owner is busy are one call, with the last of them. */
static void
test_progress_is_coalesced (void)
{
  Work work = { .n_reports = 1000 };

  start (&work);
  wait_for (&work.reported);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (work.n_progress, ==, 1);
  g_assert_cmpuint (work.last_done, ==, 1000);
  g_assert_cmpuint (work.last_total, ==, 1000);

  let_go_on (&work);
  iterate_until_done (&work);
  g_assert_cmpuint (work.n_progress, ==, 1);
  end (&work);
}

static void
test_without_progress (void)
{
  Work work = { .n_reports = 3, .owner = g_thread_self () };

  work.job = twin_job_start (do_work, &work, free_input, free_result, NULL, on_done, &work);
  let_go_on (&work);
  iterate_until_done (&work);
  end (&work);
}

static void
test_error (void)
{
  Work work = { .fails = TRUE };

  start (&work);
  let_go_on (&work);
  iterate_until_done (&work);

  g_assert_null (work.result);
  g_assert_error (work.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (work.n_inputs_freed, ==, 1);
  end (&work);
}

static void
test_cancel_at_work (void)
{
  Work work = { .n_reports = 10 };

  start (&work);
  wait_for (&work.reported);
  twin_job_cancel (work.job);
  assert_nothing_arrives (&work);
  g_assert_cmpuint (work.n_progress, ==, 0);
  g_assert_true (work.cancelled);
  end (&work);
}

/* The result is on its way already. */
static void
test_cancel_after_work (void)
{
  Work work = { 0 };

  start (&work);
  let_go_on (&work);
  while (!g_main_context_pending (NULL))
    g_usleep (100);
  twin_job_cancel (work.job);
  assert_nothing_arrives (&work);
  end (&work);
}

static void
test_cancel_on_progress (void)
{
  Work work = { .n_reports = 1, .cancel_on_progress = TRUE };

  start (&work);
  while (work.n_progress == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_nothing_arrives (&work);
  g_assert_true (work.cancelled);
  end (&work);
}

static void
test_cancel_on_done (void)
{
  Work work = { .cancel_on_done = TRUE };

  start (&work);
  let_go_on (&work);
  iterate_until_done (&work);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (work.n_done, ==, 1);
  end (&work);
}

/* The owner's context goes before the work has ended, and nobody cancels. */
static void
test_context_is_gone (void)
{
  Work work = { .n_reports = 10 };
  g_autoptr (GMainContext) context = g_main_context_new ();

  g_main_context_push_thread_default (context);
  start (&work);
  wait_for (&work.reported);
  g_main_context_pop_thread_default (context);
  g_clear_pointer (&context, g_main_context_unref);

  let_go_on (&work);
  wait_for (&work.n_inputs_freed);
  g_assert_cmpuint (work.n_progress, ==, 0);
  g_assert_cmpuint (work.n_done, ==, 0);

  /* The owner's own hold is still there. */
  twin_job_cancel (work.job);
  wait_for (&work.n_results_freed);
  end (&work);
}

/* A page: it has a job, and cancels it when it goes. */
#define TOY_TYPE_PAGE (toy_page_get_type ())
G_DECLARE_FINAL_TYPE (ToyPage, toy_page, TOY, PAGE, GObject)

struct _ToyPage
{
  GObject parent_instance;
  TwinJob *job;
};

G_DEFINE_FINAL_TYPE (ToyPage, toy_page, G_TYPE_OBJECT)

static void
toy_page_dispose (GObject *object)
{
  ToyPage *self = TOY_PAGE (object);

  g_clear_pointer (&self->job, twin_job_cancel);
  G_OBJECT_CLASS (toy_page_parent_class)->dispose (object);
}

static void
toy_page_class_init (ToyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toy_page_dispose;
}

static void
toy_page_init (ToyPage *self)
{
}

static void
toy_page_progress (gsize done,
                   gsize total,
                   gpointer user_data)
{
  g_assert_not_reached ();
}

static void
toy_page_done (gpointer result,
               const GError *error,
               gpointer user_data)
{
  g_assert_not_reached ();
}

static void
test_owner_is_gone (void)
{
  Work work = { .n_reports = 10 };
  ToyPage *page = g_object_new (TOY_TYPE_PAGE, NULL);

  page->job = twin_job_start (do_work, &work, free_input, free_result, toy_page_progress,
                              toy_page_done, page);
  wait_for (&work.reported);
  g_assert_finalize_object (page);
  assert_nothing_arrives (&work);
  end (&work);
}

/* One after the other in quick succession, as a slider makes them. */
static void
test_many (void)
{
  for (int i = 0; i < 200; i++)
    {
      Work old = { .n_reports = 20 }, new = { .n_reports = 20 };

      start (&old);
      let_go_on (&old);
      if (i % 2 == 0)
        g_main_context_iteration (NULL, FALSE);
      if (old.n_done == 0)
        {
          twin_job_cancel (old.job);
          start (&new);
          let_go_on (&new);
          iterate_until_done (&new);
          end (&new);
          assert_nothing_arrives (&old);
          end (&old);
        }
      else
        {
          end (&old);
        }
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/job/result", test_result);
  g_test_add_func ("/job/context", test_context);
  g_test_add_func ("/job/progress-is-coalesced", test_progress_is_coalesced);
  g_test_add_func ("/job/without-progress", test_without_progress);
  g_test_add_func ("/job/error", test_error);
  g_test_add_func ("/job/cancel-at-work", test_cancel_at_work);
  g_test_add_func ("/job/cancel-after-work", test_cancel_after_work);
  g_test_add_func ("/job/cancel-on-progress", test_cancel_on_progress);
  g_test_add_func ("/job/cancel-on-done", test_cancel_on_done);
  g_test_add_func ("/job/context-is-gone", test_context_is_gone);
  g_test_add_func ("/job/owner-is-gone", test_owner_is_gone);
  g_test_add_func ("/job/many", test_many);

  return g_test_run ();
}
