/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "testing.h"

#include "twin-application.h"
#include "twin-examples.h"
#include "twin-locale.h"
#include "twin-page.h"

#define DEADLINE_SECONDS 60

static GtkApplication *application;

/* Waiting */

static gboolean
on_deadline (gpointer data)
{
  Deadline *self = data;

  self->is_over = TRUE;
  return G_SOURCE_CONTINUE;
}

void
deadline_begin (Deadline *self)
{
  self->is_over = FALSE;
  self->source = g_timeout_add_seconds (DEADLINE_SECONDS, on_deadline, self);
}

void
deadline_iterate (Deadline *self,
                  const char *where,
                  const char *condition)
{
  if (self->is_over)
    g_error ("%s: waited %d s for: %s", where, DEADLINE_SECONDS, condition);
  g_main_context_iteration (NULL, TRUE);
}

void
deadline_end (Deadline *self)
{
  g_source_remove (self->source);
}

/* Begin and end */

void
testing_init (int *argc,
              char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  twin_locale_init ();
  application = GTK_APPLICATION (twin_application_new ());
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

int
testing_run (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  return status;
}

/* Windows */

static TwinWindow *
open_on (TwinProject *project,
         const TwinExample *example)
{
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  TwinWindow *window = twin_window_new (application, project, example, pool, NULL);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

TwinWindow *
open_window (void)
{
  return open_on (twin_project_new (twin_model_type_list ()[0]), NULL);
}

TwinWindow *
open_network (void)
{
  TwinWindow *window = open_window ();

  choose_model (window, "network");
  wait_for_results (window);
  return window;
}

TwinWindow *
open_example (void)
{
  g_autoptr (GError) error = NULL;
  guint n;
  const TwinExample *example = twin_examples_list (&n);
  TwinProject *project = twin_example_load (example, &error);

  g_assert_no_error (error);
  return open_on (project, example);
}

void
close_window (TwinWindow *window)
{
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (alive == NULL);
}
