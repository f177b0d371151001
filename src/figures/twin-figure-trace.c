/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-private.h"

#include <glib/gi18n-lib.h>

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
  TwinAxis x_axis = { .title = _("Time"), .unit = "days", .style = TWIN_NUMBER_DAYS };
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *caption = NULL;
  TwinChart *chart;

  g_return_val_if_fail (model != NULL && trace != NULL, NULL);

  caption = make_caption (band, seed, replication, n_replications);
  chart = twin_chart_new (_("Inventory over time"), &x_axis);
  twin_chart_set_caption (chart, caption);
  g_string_append_printf (summary, "%s.", caption);
  for (guint i = 0; i < n_panels; i++)
    twin_figure_add_trace_panel (chart, trace, panels[i], band, twin_model_get_horizon (model),
                                 summary);
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
