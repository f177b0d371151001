/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Optimize tab in a real window: its answer, what becomes of it, and what is said about ranges
 * that cannot be searched. */

#include "dialogs.h"
#include "screenshot.h"

#include <string.h>

#include "twin-chart-area.h"
#include "twin-figure.h"
#include "twin-number.h"
#include "twin-page.h"

/* One edit of the project's search. */
static TwinProject *
copy_project (TwinWindow *window)
{
  return twin_project_copy (get_project (window));
}

static void
set_target (TwinWindow *window,
            double target)
{
  TwinProject *project = copy_project (window);

  project->search->target = target;
  twin_document_edit (get_document (window), project, NULL);
}

static void
set_range (TwinWindow *window,
           guint decision,
           TwinRange range)
{
  TwinProject *project = copy_project (window);

  project->search->ranges[decision] = range;
  twin_document_edit (get_document (window), project, NULL);
}

/* A window with the results of a search that takes no time: s = 80 … 100, S = 150 … 180. */
static TwinWindow *
open_results (void)
{
  TwinWindow *window = open_window ();

  set_replications (window, 50);
  set_range (window, 0, (TwinRange){ 80, 100, 5 });
  set_range (window, 1, (TwinRange){ 150, 180, 10 });
  set_target (window, 0.95);
  show_results (window, "optimize");
  return window;
}

static GtkWidget *
get_view_child (TwinWindow *window,
                const char *name)
{
  return get_child (get_page_child (window, "view"), name);
}

static const char *
get_answer_icon (TwinWindow *window)
{
  return gtk_image_get_icon_name (GTK_IMAGE (get_view_child (window, "answer_icon")));
}

/* @percent: as the locale writes it, with @decimals */
static void
assert_answer_says (TwinWindow *window,
                    const char *name,
                    const char *words,
                    double percent,
                    int decimals)
{
  g_autofree char *number = twin_number_format_fixed (percent, TWIN_NUMBER_PLAIN, decimals);
  g_autofree char *text = g_strconcat (words, number, NULL);

  g_assert_nonnull (find_label (get_view_child (window, name), text));
}

/* What fresh random numbers take back has neither the tick nor the heading of an answer. */
static void
test_winner_that_misses (void)
{
  TwinWindow *window = open_results ();
  TwinProject *project;

  g_assert_cmpstr (get_answer_icon (window), ==, "emblem-ok-symbolic");
  assert_answer_says (window, "answer_title", "Cheapest policy that keeps fill rate ≥ ", 95, 1);
  project = copy_project (window);
  g_assert_true (twin_parameters_set_number (twin_project_get_parameters (project), "horizon_days",
                                             120, NULL));
  project->replications = 3;
  project->seed = 3;
  project->search->target = 0.98;
  project->search->ranges[0] = (TwinRange){ 70, 100, 10 };
  project->search->ranges[1] = (TwinRange){ 130, 200, 10 };
  twin_document_edit (get_document (window), project, NULL);
  wait_for_results (window);
  g_assert_cmpstr (get_answer_icon (window), ==, "dialog-warning-symbolic");
  assert_answer_says (window, "answer_title", "Misses fill rate ≥ ", 98, 1);
  assert_answer_says (window, "answer_text", "", 97.98, 2);
  g_assert_nonnull (find_label (get_view_child (window, "answer_text"), "falls short"));
  save_screenshot (window, "optimize-misses");
  close_window (window);
}

/* The toast's button undoes the policy, and nothing else. */
static void
test_undo_of_policy (void)
{
  TwinWindow *window = open_results ();
  const double before = get_number (window, "order_up_to");
  double used;

  click (get_view_child (window, "answer_button"));
  used = get_number (window, "order_up_to");
  g_assert_cmpfloat (used, !=, before);
  wait_until (find_button (window, "_Undo") != NULL);
  click (find_button (window, "_Undo"));
  g_assert_cmpfloat (get_number (window, "order_up_to"), ==, before);
  wait_until (find_button (window, "_Undo") == NULL);

  click (get_view_child (window, "answer_button"));
  wait_until (find_button (window, "_Undo") != NULL);
  set_number (find_row (window, "order_cost"), 60);
  /* At once: by itself it would stay for five seconds. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_null (find_button (window, "_Undo"));
  g_assert_cmpfloat (get_number (window, "order_up_to"), ==, used);
  close_window (window);
}

/* A policy that is in the project already is no edit: there is nothing of it to undo. */
static void
test_policy_in_place (void)
{
  TwinWindow *window = open_results ();

  click (get_view_child (window, "answer_button"));
  wait_until (find_button (window, "_Undo") != NULL);
  twin_document_undo (get_document (window));
  twin_document_redo (get_document (window));
  wait_until (find_button (window, "_Undo") == NULL);
  click (get_view_child (window, "answer_button"));
  wait_until (find_label (window, "The policy is now") != NULL);
  g_assert_null (find_button (window, "_Undo"));
  close_window (window);
}

/* Who clicks before the results of the last change are there, gets no policy that it never saw. */
static void
test_policy_of_older_results (void)
{
  TwinWindow *window = open_results ();
  const double before = get_number (window, "order_up_to");

  set_number (find_row (window, "order_cost"), 60);
  click (get_view_child (window, "answer_button"));
  g_assert_cmpfloat (get_number (window, "order_up_to"), ==, before);
  wait_for_results (window);
  click (get_view_child (window, "answer_button"));
  g_assert_cmpfloat (get_number (window, "order_up_to"), !=, before);
  close_window (window);
}

static double
get_top (TwinWindow *window,
         GtkWidget *widget)
{
  double x, y;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (window), 0, 0, &x, &y));
  return y;
}

/* Results that answer something else are dimmed, all of them, and cannot be used; the strip that
 * says so moves nothing. */
static void
test_older_results (void)
{
  TwinWindow *window = open_results ();
  GtkWidget *form = get_page_child (window, "form");
  GtkWidget *button = get_view_child (window, "answer_button");
  const double top = get_top (window, form);

  set_replications (window, 5000000);
  wait_until (find_label (get_page_child (window, "notice"), "older parameters") != NULL);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_cmpfloat (gtk_widget_get_opacity (get_view_child (window, "answers")), <, 1);
  g_assert_cmpfloat (gtk_widget_get_opacity (get_view_child (window, "table")), <, 1);
  g_assert_cmpfloat (get_top (window, form), ==, top);

  twin_document_undo (get_document (window));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_cmpfloat (gtk_widget_get_opacity (get_view_child (window, "answers")), ==, 1);
  close_window (window);
}

/* A short search follows every change by itself, and has no button; a long one has. */
static void
test_follows (void)
{
  TwinWindow *window = open_results ();
  GtkWidget *button = get_page_child (window, "optimize_button");

  g_assert_false (gtk_widget_get_visible (button));
  for (guint i = 0; i < 5; i++)
    {
      set_target (window, 0.9 + 0.01 * i);
      wait_for_results (window);
      g_assert_null (find_label (get_page_child (window, "notice"), "older"));
      g_assert_nonnull (find_label (get_view_child (window, "answer_title"), "Cheapest"));
    }
  set_number (find_row (window, "holding_cost"), 3);
  wait_for_results (window);
  g_assert_null (find_label (get_page_child (window, "notice"), "older"));

  set_replications (window, 5000000);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_nonnull (find_label (get_page_child (window, "notice"), "Optimize again"));
  close_window (window);
}

static void
count_notice (GtkWidget *notice,
              GParamSpec *pspec,
              guint *n)
{
  g_autofree char *text = NULL;

  g_object_get (notice, "text", &text, NULL);
  *n += text != NULL;
}

/* Nor does it say that results are older when a search overtakes another. */
static void
test_follows_fast (void)
{
  TwinWindow *window = open_results ();
  GtkWidget *notice = get_page_child (window, "notice");
  gulong handler;
  guint n = 0;

  set_range (window, 0, (TwinRange){ 0, 149, 1 });
  set_range (window, 1, (TwinRange){ 1, 200, 1 });
  set_replications (window, 1000);
  wait_for_results (window);
  handler = g_signal_connect (notice, "notify::text", G_CALLBACK (count_notice), &n);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *status = g_strdup (get_status (window));

      /* The second change while the first look at the first one is on its way. */
      set_target (window, 0.9 + 0.01 * i);
      set_target (window, 0.905 + 0.01 * i);
      wait_until (strcmp (get_status (window), status) != 0);
    }
  wait_for_results (window);
  g_assert_cmpuint (n, ==, 0);
  g_signal_handler_disconnect (notice, handler);
  close_window (window);
}

/* A search that cannot be is not asked for; the strip says why none follows. */
static void
test_why_older (void)
{
  TwinWindow *window = open_results ();
  GtkWidget *notice = get_page_child (window, "notice");
  g_autofree char *million = twin_number_format (1000000, TWIN_NUMBER_COUNT);
  g_autofree char *reason =
      g_strconcat ("older parameters: Order up to S: From: Must be from 1 to ", million, NULL);

  set_range (window, 1, (TwinRange){ 0, 180, 10 });
  g_assert_null (find_label (notice, "Optimize again"));
  g_assert_nonnull (find_label (notice, reason));
  set_range (window, 1, (TwinRange){ 150, 180, 10 });
  g_assert_null (find_label (notice, "older"));
  close_window (window);
}

/* What the tab showed while a search followed. */
typedef struct
{
  GtkWidget *title;
  GPtrArray *statuses, *answers;
} Seen;

/* Takes @text. */
static char *
plain_spaces (char *text)
{
  g_autofree char *taken = text;
  GString *plain = g_string_new (taken);

  g_string_replace (plain, "\302\240", " ", 0);
  return g_string_free (plain, FALSE);
}

static void
on_status (TwinPage *page,
           GParamSpec *pspec,
           gpointer data)
{
  Seen *seen = data;
  char *status, *answer;

  g_object_get (page, "status", &status, NULL);
  answer = g_strdup (gtk_label_get_text (GTK_LABEL (seen->title)));
  g_ptr_array_add (seen->statuses, status);
  g_ptr_array_add (seen->answers, plain_spaces (answer));
}

/* Of many policies a first look comes before the whole: it is what a search by so many replications
 * finds, and says so. */
static void
test_first_look (void)
{
  TwinWindow *window = open_results ();
  GtkWidget *page = gtk_widget_get_ancestor (get_page_child (window, "view"), TWIN_TYPE_PAGE);
  g_autoptr (GPtrArray) statuses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  g_autoptr (TwinProject) project = NULL;
  g_autoptr (TwinOptimum) optimum = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *name = NULL;
  Seen seen = { get_view_child (window, "answer_title"), statuses, answers };
  gsize few;

  g_signal_connect (page, "notify::status", G_CALLBACK (on_status), &seen);
  project = copy_project (window);
  project->replications = 1000;
  project->search->ranges[0] = (TwinRange){ 0, 149, 1 };
  project->search->ranges[1] = (TwinRange){ 1, 200, 1 };
  twin_document_edit (get_document (window), twin_project_copy (project), NULL);
  wait_for_results (window);

  few = twin_optimum_get_first_look (twin_project_get_parameters (project), project->search, 1000,
                                     twin_pool_get_n_threads (pool), 0.008);
  optimum = twin_optimum_new (twin_project_get_parameters (project), project->search, project->seed,
                              few, pool, NULL, NULL);
  name = plain_spaces (twin_figure_format_policy_lines (
      optimum, twin_optimum_get_policy (optimum, (gsize) twin_optimum_get_best (optimum))));
  expected = g_strdup_printf (", first %" G_GSIZE_FORMAT " of ", few);
  g_assert_cmpuint (statuses->len, ==, 2);
  g_assert_nonnull (strstr (statuses->pdata[0], expected));
  g_assert_nonnull (strstr (answers->pdata[0], name));
  g_assert_nonnull (strstr (statuses->pdata[1], ", up to "));

  /* What the search chooses itself changes nothing: there is nothing to look at anew. */
  set_number (find_row (window, "reorder_point"), 33);
  wait_for_results (window);
  g_assert_cmpuint (statuses->len, ==, 2);
  g_signal_handlers_disconnect_by_data (page, &seen);
  close_window (window);
}

/* What does not go on to the whole goes on with the next change, whatever that is. */
static void
test_stopped_first_look (void)
{
  TwinWindow *window = open_results ();
  GtkWidget *page = gtk_widget_get_ancestor (get_page_child (window, "view"), TWIN_TYPE_PAGE);

  set_range (window, 0, (TwinRange){ 0, 149, 1 });
  set_range (window, 1, (TwinRange){ 1, 200, 1 });
  set_replications (window, 1000);
  wait_until (strstr (get_status (window), ", first ") != NULL);
  twin_page_cancel (TWIN_PAGE (page));
  g_assert_false (is_busy (window));
  g_assert_nonnull (strstr (get_status (window), ", first "));
  set_number (find_row (window, "reorder_point"), 33);
  wait_for_results (window);
  g_assert_nonnull (strstr (get_status (window), ", up to "));
  close_window (window);
}

/* The form is as high while a search goes on, whatever the model; what was found before stays. */
static void
test_while_searching (gconstpointer model)
{
  TwinWindow *window = open_window ();
  GtkWidget *form;
  double height;
  g_autofree char *found = NULL;

  choose_model (window, model);
  set_replications (window, 5);
  show_results (window, "optimize");
  found = g_strdup (gtk_label_get_text (GTK_LABEL (get_view_child (window, "answer_title"))));
  g_assert_cmpstr (found, !=, "");
  set_replications (window, 5000000);
  form = get_page_child (window, "form");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  height = gtk_widget_get_height (form);
  start_search (window);
  wait_until (find_label (form, " of ") != NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpfloat (gtk_widget_get_height (form), ==, height);
  g_assert_nonnull (find_label (get_page_child (window, "notice"), "until the search is done"));

  click (find_button (window, "_Cancel"));
  g_assert_false (is_busy (window));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_view_child (window, "answer_title"))), ==,
                   found);
  g_assert_nonnull (find_label (get_page_child (window, "notice"), "Optimize again"));
  close_window (window);
}

/* Ranges are known by their titles. */
static void
test_words (void)
{
  TwinWindow *window = open_window ();

  set_replications (window, 50);
  show_tab (window, "optimize");
  set_range (window, 1, (TwinRange){ 40, 50, 5 });
  g_assert_nonnull (find_label (window, "No policy is left; this must reach above the least "
                                        "“Reorder point s”, which is 50"));
  g_assert_null (find_label (window, "order_up_to"));
  set_range (window, 1, (TwinRange){ 200, 190, 5 });
  g_assert_nonnull (find_label (window, "Must be from 200 to"));
  set_range (window, 1, (TwinRange){ 200, 250, 0 });
  g_assert_nonnull (find_label (window, "Must not be below 1"));
  set_range (window, 1, (TwinRange){ 1, 1000000, 0.001 });
  g_assert_null (find_label (window, "optimize."));
  g_assert_false (gtk_widget_is_sensitive (get_page_child (window, "optimize_button")));

  /* Nor can it be saved; that dialog has the same words. */
  set_range (window, 1, (TwinRange){ 40, 50, 5 });
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  wait_until (find_message () != NULL);
  g_assert_nonnull (find_label (find_message (), "Order up to S: To: No policy is left"));
  gtk_window_destroy (GTK_WINDOW (find_message ()));
  close_window (window);
}

/* Where the answer's row is narrow, its button stands below. */
static void
test_narrow (void)
{
  static const int widths[] = { 1100, 360 };
  TwinWindow *window = open_window ();

  set_replications (window, 50);
  show_tab (window, "optimize");
  start_search (window);
  wait_for_results (window);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *title = get_view_child (window, "answer_title");
      GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (title));
      graphene_rect_t box;

      resize (window, widths[i], 640);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      g_assert_true (gtk_widget_compute_bounds (get_view_child (window, "answer_button"), row,
                                                &box));
      if (widths[i] > 1000)
        g_assert_cmpfloat (box.origin.x, >=, gtk_widget_get_width (row));
      else
        g_assert_cmpfloat (box.origin.y, >=, gtk_widget_get_height (row));
      g_assert_cmpint (gtk_widget_get_width (row), >=, 240);
    }
  close_window (window);
}

int
main (int argc,
      char **argv)
{
  testing_init (&argc, &argv);
  g_test_add_func ("/optimize/winner-that-misses", test_winner_that_misses);
  g_test_add_func ("/optimize/undo-of-policy", test_undo_of_policy);
  g_test_add_func ("/optimize/policy-in-place", test_policy_in_place);
  g_test_add_func ("/optimize/policy-of-older-results", test_policy_of_older_results);
  g_test_add_func ("/optimize/older-results", test_older_results);
  g_test_add_func ("/optimize/follows", test_follows);
  g_test_add_func ("/optimize/follows-fast", test_follows_fast);
  g_test_add_func ("/optimize/why-older", test_why_older);
  g_test_add_func ("/optimize/first-look", test_first_look);
  g_test_add_func ("/optimize/stopped-first-look", test_stopped_first_look);
  g_test_add_data_func ("/optimize/while-searching/warehouse", "warehouse", test_while_searching);
  g_test_add_data_func ("/optimize/while-searching/network", "network", test_while_searching);
  g_test_add_func ("/optimize/words", test_words);
  g_test_add_func ("/optimize/narrow", test_narrow);
  return testing_run ();
}
