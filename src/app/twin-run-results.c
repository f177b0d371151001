/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-run-results.h"

#include <glib/gi18n-lib.h>

#include "twin-figure.h"
#include "twin-remarks-text.h"

/* Events simulated within 5 ms or so, on one core. */
#define COARSE_WORK 1e6
#define COARSE_LEAST 8
/* A run less than this much larger than its first look needs none. */
#define COARSE_GAIN 3

/* The band records whole traces: events within 100 ms or so, on one core. */
#define BAND_WORK 3e6
#define BAND_WORK_COARSE 2e5
#define BAND_LEAST 20
#define BAND_MOST 400
#define BAND_N_TIMES 481
/* Bytes that the levels of all panels may take. */
#define BAND_BYTES 16e6

/* Panels of one chart; more cannot be compared by eye,
 * and would be higher than a picture can be. */
#define MOST_PANELS 8

TwinRunRequest *
twin_run_request_new (TwinModel *model,
                      TwinPool  *pool,
                      uint64_t   seed,
                      gsize      n)
{
  TwinRunRequest *self = g_new0 (TwinRunRequest, 1);

  self->model = twin_model_ref (model);
  self->pool = twin_pool_ref (pool);
  self->seed = seed;
  self->n = self->n_total = n;
  self->panel = -1;
  self->parts = TWIN_RUN_PART_ALL;
  return self;
}

void
twin_run_request_reuse (TwinRunRequest *self,
                        TwinRun        *run,
                        TwinBand       *band)
{
  self->run = run != NULL ? twin_run_ref (run) : NULL;
  self->band = band != NULL ? twin_band_ref (band) : NULL;
}

void
twin_run_request_free (TwinRunRequest *self)
{
  twin_model_unref (self->model);
  twin_pool_unref (self->pool);
  g_clear_pointer (&self->run, twin_run_unref);
  g_clear_pointer (&self->band, twin_band_unref);
  g_free (self);
}

void
twin_run_results_free (TwinRunResults *self)
{
  g_clear_pointer (&self->run, twin_run_unref);
  g_clear_pointer (&self->band, twin_band_unref);
  g_clear_pointer (&self->trace, twin_trace_unref);
  g_clear_pointer (&self->trace_chart, twin_chart_unref);
  g_clear_pointer (&self->distribution, twin_chart_unref);
  g_clear_pointer (&self->cost_split, twin_chart_unref);
  g_free (self->remarks);
  g_free (self);
}

gsize
twin_run_results_get_coarse_n (const TwinModel *model,
                               gsize            n)
{
  double affordable = COARSE_WORK / MAX (twin_model_get_effort (model), 1);
  gsize coarse = (gsize) CLAMP (affordable, COARSE_LEAST, G_MAXINT);

  return coarse * COARSE_GAIN >= n ? n : coarse;
}

/* Replications that the band is made of; 0 where too few fit the budget to say anything. */
static gsize
get_band_n (const TwinRunRequest *request,
            const TwinTrace      *trace)
{
  double work = request->coarse ? BAND_WORK_COARSE : BAND_WORK;
  double affordable = work / MAX (twin_model_get_work (request->model), 1);
  double bytes = (double) twin_trace_get_n_panels (trace) * BAND_N_TIMES * sizeof (double);
  gsize n = MIN (request->n, (gsize) CLAMP (MIN (affordable, BAND_BYTES / bytes), 0, BAND_MOST));

  return n >= BAND_LEAST ? n : 0;
}

static gboolean
compute_band (const TwinRunRequest  *request,
              const TwinMonitor     *monitor,
              TwinRunResults        *results,
              GError               **error)
{
  /* Progress is told for the run; the band is short beside it. */
  const TwinMonitor quiet = { .cancellable = monitor != NULL ? monitor->cancellable : NULL };
  const gsize n = get_band_n (request, results->trace);

  if (request->band != NULL)
    results->band = twin_band_ref (request->band);
  else if (n > 0)
    results->band = twin_band_new (request->model, request->seed, n, BAND_N_TIMES, request->pool,
                                   &quiet, error);
  return results->band != NULL || n == 0;
}

static TwinChart *
draw_trace (const TwinRunRequest *request,
            const TwinRunResults *results)
{
  g_autoptr (GArray) panels = NULL;
  const guint panel = (guint) MAX (request->panel, 0);
  const gboolean alone = request->panel >= 0 && panel < twin_trace_get_n_panels (results->trace);
  TwinChart *chart;

  if (alone)
    {
      panels = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (panels, panel);
    }
  else
    panels = twin_figure_choose_panels (results->trace, MOST_PANELS);
  chart = twin_figure_trace_panels (request->model, results->trace, results->band, request->seed,
                                    request->replication, request->n_total,
                                    (const guint *) (const void *) panels->data, panels->len);
  if (!alone)
    twin_figure_caption_left_out (chart, results->trace, _("choose one in the list above"));
  return chart;
}

static gboolean
compute_trace (const TwinRunRequest  *request,
               const TwinMonitor     *monitor,
               TwinRunResults        *results,
               GError               **error)
{
  results->replication = request->replication;
  results->trace = twin_model_record (request->model, request->seed, request->replication);
  if (!compute_band (request, monitor, results, error))
    return FALSE;
  results->trace_chart = draw_trace (request, results);
  return TRUE;
}

gpointer
twin_run_results_compute (gpointer            data,
                          const TwinMonitor  *monitor,
                          GError            **error)
{
  const TwinRunRequest *request = data;
  g_autoptr (TwinRunResults) results = g_new0 (TwinRunResults, 1);

  results->coarse = request->coarse;
  if (request->run != NULL)
    results->run = twin_run_ref (request->run);
  else
    results->run = twin_run_new (request->model, request->seed, 0, request->n, request->pool,
                                 monitor, error);
  if (results->run == NULL)
    return NULL;
  if (request->run == NULL)
    results->remarks = twin_remarks_text_describe (request->model);

  if ((request->parts & TWIN_RUN_PART_DISTRIBUTION) != 0)
    results->distribution = twin_figure_distribution (results->run, request->metric);
  if ((request->parts & TWIN_RUN_PART_COST_SPLIT) != 0)
    results->cost_split = twin_figure_cost_split (results->run);
  if ((request->parts & TWIN_RUN_PART_TRACE) != 0
      && !compute_trace (request, monitor, results, error))
    return NULL;
  return g_steal_pointer (&results);
}
