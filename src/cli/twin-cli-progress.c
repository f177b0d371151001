/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-cli-progress.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "twin-figure.h"

#define FIRST_SHOWN (1 * G_USEC_PER_SEC)
#define REDRAWN (G_USEC_PER_SEC / 10)
#define BAR_WIDTH 24
#define CLEAR_LINE "\r\033[K"

struct _TwinCliProgress
{
  char *title;
  gboolean active;
  TwinMonitor monitor;
  GMutex lock; /* workers report; guards what is below */
  gint64 began;
  gint64 drawn; /* when; 0: never */
};

/* @elapsed: seconds since the work began. How long the rest takes is known once some is done. */
static char *
describe (const TwinCliProgress *self,
          gsize done,
          gsize total,
          double elapsed)
{
  const double seconds = done > 0 ? elapsed * ((double) total / done - 1) : INFINITY;
  g_autofree char *count = twin_number_format (done, TWIN_NUMBER_COUNT);
  g_autofree char *all = twin_number_format (total, TWIN_NUMBER_COUNT);
  g_autofree char *left = NULL;

  if (done == 0 || done >= total)
    /* Translators: how far work is, "Policies: 0 of 500" */
    return g_strdup_printf (_("%s: %s of %s"), self->title, count, all);
  if (seconds < 90)
    {
      left = twin_number_format (ceil (seconds), TWIN_NUMBER_COUNT);
      /* Translators: how far work is, and seconds that it will still take: "Policies: 130 of 500,
       * about 12 s left" */
      return g_strdup_printf (_("%s: %s of %s, about %s s left"), self->title, count, all, left);
    }
  left = twin_number_format (ceil (seconds / 60), TWIN_NUMBER_COUNT);
  /* Translators: how far work is, and minutes that it will still take: "Policies: 130 of 500, about
   * 3 min left" */
  return g_strdup_printf (_("%s: %s of %s, about %s min left"), self->title, count, all, left);
}

static char *
make_bar (double share)
{
  GString *bar = g_string_new (NULL);

  for (guint i = 0; i < BAR_WIDTH; i++)
    g_string_append (bar, i < floor (share * BAR_WIDTH) ? "━" : "─");
  return g_string_free (bar, FALSE);
}

static void
draw (TwinCliProgress *self,
      gsize done,
      gsize total,
      gint64 now)
{
  double share = total > 0 ? (double) done / total : 0;
  double elapsed = (now - self->began) / (double) G_USEC_PER_SEC;
  g_autofree char *bar = make_bar (share);
  g_autofree char *words = describe (self, done, total, elapsed);
  gboolean wide = twin_cli_terminal_get_width () > BAR_WIDTH + 2 + g_utf8_strlen (words, -1);

  fprintf (stderr, CLEAR_LINE "%s%s%s", wide ? bar : "", wide ? "  " : "", words);
  fflush (stderr);
  self->drawn = now;
}

static void
report (gsize done,
        gsize total,
        gpointer data)
{
  TwinCliProgress *self = data;
  gint64 now = g_get_monotonic_time ();

  /* A worker that finds another one drawing goes back to work. */
  if (!g_mutex_trylock (&self->lock))
    return;
  if (now - self->began >= FIRST_SHOWN && now - self->drawn >= REDRAWN)
    draw (self, done, total, now);
  g_mutex_unlock (&self->lock);
}

TwinCliProgress *
twin_cli_progress_new (const char *title,
                       const TwinCliTerminal *terminal,
                       gboolean quiet,
                       GCancellable *cancellable)
{
  TwinCliProgress *self = g_new0 (TwinCliProgress, 1);

  self->title = g_strdup (title);
  self->active = terminal->animate_errors && !quiet;
  self->monitor = (TwinMonitor) {
    .cancellable = cancellable,
    .progress = self->active ? report : NULL,
    .data = self,
  };
  self->began = g_get_monotonic_time ();
  g_mutex_init (&self->lock);
  return self;
}

void
twin_cli_progress_hide (TwinCliProgress *self)
{
  if (self->drawn == 0)
    return;
  fputs (CLEAR_LINE, stderr);
  fflush (stderr);
  self->drawn = 0;
}

void
twin_cli_progress_free (TwinCliProgress *self)
{
  twin_cli_progress_hide (self);
  g_mutex_clear (&self->lock);
  g_free (self->title);
  g_free (self);
}

const TwinMonitor *
twin_cli_progress_get_monitor (TwinCliProgress *self)
{
  return &self->monitor;
}
