/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More events than these fill memory, take long to draw, and are a black bar on a screen. */
#define MOST_EVENTS 300000

/* Not more than @days, in two digits: 120 for 127.4. */
static double
round_days (double days)
{
  const double unit = days > 0 ? pow (10, floor (log10 (days)) - 1) : 1;

  return floor (days / unit) * unit;
}

/* How many days from the start @n_panels panels show: all of @horizon, or as many as fit. */
static double
get_days (const TwinTrace *trace,
          guint n_panels,
          double horizon)
{
  const gsize n = twin_trace_get_n_rows (trace);
  const gsize n_all = MAX (twin_trace_get_n_panels (trace), 1);
  const gsize most = MIN (n, MOST_EVENTS / MAX (n_panels, 1) * n_all);

  if (most == 0 || (most == n && twin_trace_is_complete (trace)))
    return horizon;
  return MIN (round_days (twin_trace_get (trace, most - 1, 0)), horizon);
}

static char *
caption_part (const char *caption,
              double low,
              double high,
              gpointer data)
{
  const double horizon = *(const double *) data;
  g_autofree char *all = twin_number_format (horizon, TWIN_NUMBER_DAYS);
  g_autofree char *part = NULL;

  low = MAX (low, 0);
  high = MIN (high, horizon);
  if (low == 0 && high == horizon)
    return g_strdup (caption);
  if (low == 0)
    {
      part = twin_number_format_beside (high, low, high, TWIN_NUMBER_DAYS);
      /* Translators: a caption, and which part of a run the chart shows */
      return g_strdup_printf (_("%s; the first %s of %s days"), caption, part, all);
    }
  part = twin_number_format_interval (low, high, TWIN_NUMBER_DAYS);
  /* Translators: a caption, and which part of a run the chart shows: "…; days 60 – 120 of 365" */
  return g_strdup_printf (_("%s; days %s of %s"), caption, part, all);
}

static char *
make_caption (const TwinBand *band,
              uint64_t seed,
              uint64_t replication,
              gsize n_replications)
{
  g_autofree char *number = twin_figure_format_count (replication + 1);
  g_autofree char *all = twin_figure_format_count (n_replications);
  g_autofree char *seed_text = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) seed);
  g_autofree char *in_band = NULL;

  if (band == NULL)
    return g_strdup_printf (_("Replication %s of %s, seed %s"), number, all, seed_text);
  in_band = twin_figure_format_count (twin_band_get_n (band));
  return g_strdup_printf (
      ngettext ("Replication %s of %s, seed %s; band: 5–95 %% of %s replication",
                "Replication %s of %s, seed %s; band: 5–95 %% of %s replications",
                twin_band_get_n (band)),
      number, all, seed_text, in_band);
}

TwinChart *
twin_figure_trace_panels (const TwinModel *model,
                          const TwinTrace *trace,
                          const TwinBand *band,
                          uint64_t seed,
                          uint64_t replication,
                          gsize n_replications,
                          const guint *panels,
                          guint n_panels)
{
  double horizon, days;
  TwinAxis x_axis = { .title = _("Time"), .unit = "days", .style = TWIN_NUMBER_DAYS };
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *caption = NULL;
  g_autofree char *described = NULL;
  TwinChart *chart;

  g_return_val_if_fail (model != NULL && trace != NULL, NULL);

  horizon = twin_model_get_horizon (model);
  days = get_days (trace, n_panels, horizon);
  caption = make_caption (band, seed, replication, n_replications);
  described = caption_part (caption, 0, days, &horizon);
  chart = twin_chart_new (_("Inventory over time"), &x_axis);
  twin_chart_set_caption (chart, caption);
  twin_chart_set_caption_func (chart, caption_part, g_memdup2 (&horizon, sizeof horizon), g_free);
  g_string_append_printf (summary, "%s.", described);
  for (guint i = 0; i < n_panels; i++)
    twin_figure_add_trace_panel (chart, trace, panels[i], band, days, summary);
  twin_chart_set_summary (chart, summary->str);
  return chart;
}

void
twin_figure_caption_left_out (TwinChart *chart,
                              const TwinTrace *trace,
                              const char *hint)
{
  guint left, all;
  g_autofree char *n_left = NULL;
  g_autofree char *n_all = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *hinted = NULL;

  g_return_if_fail (chart != NULL && trace != NULL);

  all = twin_trace_get_n_panels (trace);
  left = all - MIN (all, twin_chart_get_n_panels (chart));
  if (left == 0)
    return;
  n_left = twin_figure_format_count (left);
  n_all = twin_figure_format_count (all);
  /* Translators: a caption, and how many of all panels the chart leaves out */
  caption = g_strdup_printf (
      ngettext ("%s; %s of %s panels, where least demand is missed, is not shown",
                "%s; %s of %s panels, where least demand is missed, are not shown", left),
      twin_chart_get_caption (chart), n_left, n_all);
  /* Translators: a caption, and how to see what it says is not shown */
  hinted = hint != NULL ? g_strdup_printf (_("%s: %s"), caption, hint) : NULL;
  twin_chart_set_caption (chart, hinted != NULL ? hinted : caption);
}

TwinChart *
twin_figure_trace (const TwinModel *model,
                   const TwinTrace *trace,
                   const TwinBand *band,
                   uint64_t seed,
                   uint64_t replication,
                   gsize n_replications)
{
  g_autoptr (GArray) all = NULL;

  g_return_val_if_fail (model != NULL && trace != NULL, NULL);

  all = twin_figure_choose_panels (trace, G_MAXUINT);
  return twin_figure_trace_panels (model, trace, band, seed, replication, n_replications,
                                   (const guint *) (const void *) all->data, all->len);
}
