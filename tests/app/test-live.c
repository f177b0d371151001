/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody drags a slider for ten seconds. That results follow is tested; how smoothly is a
 * message, for a machine may be busy with other things. */

#include "testing.h"

#include "twin-metric-card.h"

#include <math.h>
#include <string.h>
#include <time.h>

#define DRAG_SECONDS 10
#define REPLICATIONS 10000
#define MAX_FRAMES 2000

typedef struct
{
  TwinParameterRow *row;
  double middle, reach, step;  /* of its values */
  const char *property;        /* "notify::…" of what shows the results */
  gint64 begin;
  gint64 painting;
  gint64 frames[MAX_FRAMES];   /* when each began, µs */
  double paints[MAX_FRAMES];   /* what each cost the main thread, ms */
  guint n_frames;
  guint n_results;             /* how often what shows them changed */
  double worked;               /* seconds of processor of the main thread */
  double stall;                /* longest time that the main loop was away, ms */
  gint64 alive;
  gint64 moved;                /* when the slider last changed its value */
  double latencies[MAX_FRAMES]; /* from the move to the results, ms */
} Drag;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
report (const char *title,
        double *sample,
        guint n)
{
  qsort (sample, n, sizeof *sample, compare);
  g_test_message ("%s: median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, longest %.1f ms", title,
                  sample[n / 2], sample[(gsize) (0.95 * n)], sample[(gsize) (0.99 * n)],
                  sample[n - 1]);
}

static void
on_before_paint (GdkFrameClock *clock,
                 gpointer data)
{
  ((Drag *) data)->painting = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock,
                gpointer data)
{
  Drag *drag = data;

  if (drag->n_frames == MAX_FRAMES || drag->begin == 0)
    return;
  drag->frames[drag->n_frames] = gdk_frame_clock_get_frame_time (clock);
  drag->paints[drag->n_frames] = (double) (g_get_monotonic_time () - drag->painting) / 1e3;
  drag->n_frames++;
}

static void
on_card_changed (Drag *drag)
{
  if (drag->n_results == MAX_FRAMES || drag->begin == 0)
    return;
  drag->latencies[drag->n_results++] = (double) (g_get_monotonic_time () - drag->moved) / 1e3;
}

static gboolean
on_alive (gpointer data)
{
  Drag *drag = data;
  gint64 now = g_get_monotonic_time ();

  drag->stall = MAX (drag->stall, (double) (now - drag->alive) / 1e3);
  drag->alive = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
move_slider (GtkWidget *widget,
             GdkFrameClock *clock,
             gpointer data)
{
  Drag *drag = data;
  double seconds = (double) (g_get_monotonic_time () - drag->begin) / 1e6;

  if (seconds > DRAG_SECONDS)
    {
      drag->begin = 0;
      return G_SOURCE_REMOVE;
    }
  drag->moved = g_get_monotonic_time ();
  set_number (drag->row,
              drag->middle + rint (drag->reach * sin (seconds) / drag->step) * drag->step);
  return G_SOURCE_CONTINUE;
}

static double
get_cpu_seconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void
drag_row (TwinWindow *window,
          Drag *drag,
          GObject *shown)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  double intervals[MAX_FRAMES];
  guint late = 0, n, alive;

  g_signal_connect_swapped (shown, drag->property, G_CALLBACK (on_card_changed), drag);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), drag);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), drag);
  drag->begin = drag->alive = g_get_monotonic_time ();
  drag->worked = -get_cpu_seconds ();
  alive = g_timeout_add (1, on_alive, drag);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), move_slider, drag, NULL);
  wait_until (drag->begin == 0);
  drag->worked += get_cpu_seconds ();
  g_source_remove (alive);
  n = drag->n_frames - 1;

  g_assert_cmpuint (n, >, 10);
  for (guint i = 0; i < n; i++)
    {
      intervals[i] = (double) (drag->frames[i + 1] - drag->frames[i]) / 1e3;
      late += intervals[i] > 33;
    }
  g_test_message ("%u frames in %d s, %.1f %% of them over 33 ms; results shown %u times",
                  drag->n_frames, DRAG_SECONDS, 100.0 * late / n, drag->n_results);
  report ("between frames", intervals, n);
  report ("painting a frame", drag->paints, n);
  report ("from the last move to results", drag->latencies, drag->n_results);
  g_test_message ("main loop away for %.1f ms at the most; at work for %.1f of %d s", drag->stall,
                  drag->worked, DRAG_SECONDS);

  /* Results came while the slider moved. */
  g_assert_cmpuint (drag->n_results, >, 5);
  g_signal_handlers_disconnect_by_data (clock, drag);
  g_signal_handlers_disconnect_by_data (shown, drag);
}

static void
test_drag (void)
{
  TwinWindow *window = open_window ();
  TwinWindow *fresh;
  g_autofree Drag *drag = g_new0 (Drag, 1);
  GtkWidget *label, *other;

  set_replications (window, REPLICATIONS);
  wait_for_results (window);
  label = get_child (find_type (window, TWIN_TYPE_METRIC_CARD), "value");
  *drag = (Drag){ .row = find_row (window, "reorder_point"), .middle = 60, .reach = 50, .step = 1,
                  .property = "notify::label" };
  drag_row (window, drag, G_OBJECT (label));

  /* The last are those of where it stands. */
  set_number (drag->row, 40);
  wait_for_results (window);
  fresh = open_window ();
  set_replications (fresh, REPLICATIONS);
  set_number (find_row (fresh, "reorder_point"), 40);
  wait_for_results (fresh);
  other = get_child (find_type (fresh, TWIN_TYPE_METRIC_CARD), "value");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==,
                   gtk_label_get_text (GTK_LABEL (other)));
  close_window (fresh);
  close_window (window);
}

static void
count_change (guint *n_changes)
{
  ++*n_changes;
}

/* Every policy up to 200, while the demand is dragged. Results that are a frame old are not called
 * old: that would flicker. */
static void
test_drag_of_search (void)
{
  TwinWindow *window = open_window ();
  TwinProject *project = twin_project_copy (get_project (window));
  g_autofree Drag *drag = g_new0 (Drag, 1);
  GtkWidget *row, *notice;
  guint n_notices = 0;

  project->search->ranges[0] = (TwinRange){ 0, 199, 1 };
  project->search->ranges[1] = (TwinRange){ 1, 200, 1 };
  twin_document_edit (get_document (window), project, NULL);
  show_results (window, "optimize");
  row = get_child (get_page_child (window, "view"), "answer_text");
  *drag = (Drag){ .row = find_row (window, "demand_rate"), .middle = 20, .reach = 5, .step = 0.01,
                  .property = "notify::label" };
  notice = get_page_child (window, "notice");
  g_signal_connect_swapped (notice, "notify::text", G_CALLBACK (count_change), &n_notices);
  drag_row (window, drag, G_OBJECT (row));
  wait_for_results (window);
  g_assert_cmpuint (n_notices, ==, 0);
  g_signal_handlers_disconnect_by_data (notice, &n_notices);
  g_assert_nonnull (strstr (get_status (window), "up to"));
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/live/drag", test_drag);
  g_test_add_func ("/live/drag-of-search", test_drag_of_search);
  return testing_run ();
}
