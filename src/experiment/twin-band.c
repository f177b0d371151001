/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-band.h"
#include "twin-run-private.h"

struct _TwinBand
{
  gsize n;
  gsize n_times;
  guint n_panels;
  double *times; /* [n_times] */
  double *low;   /* [n_panels][n_times] */
  double *high;  /* likewise */
};

G_DEFINE_BOXED_TYPE (TwinBand, twin_band, twin_band_ref, twin_band_unref)

typedef struct
{
  TwinBand *band;
  TwinModel *model;
  uint64_t seed;
  double *levels; /* [n_panels][n_times][n] */
  int incomplete; /* atomic: a trace was longer than a trace can be */
} TwinBandWork;

/* Writes the level in force at each time to levels[0], levels[stride], …: that of the last row up
 * to and with the time; before the first row it is the first row's. */
static void
sample_panel (const TwinTrace *trace,
              const TwinTracePanel *panel,
              const double *times,
              gsize n_times,
              double *levels,
              gsize stride)
{
  const TwinTraceLayer *layer = twin_trace_panel_get_level (panel);
  gsize n_rows = twin_trace_get_n_rows (trace);
  double level = NAN;
  gsize next = 0; /* time whose level is not known yet */

  for (gsize row = panel->first; layer != NULL && row < n_rows; row += panel->stride)
    {
      double time = twin_trace_get (trace, row, 0);

      if (!twin_trace_row_matches (trace, row, layer))
        continue;

      if (isnan (level))
        level = twin_trace_get (trace, row, layer->column);
      while (next < n_times && times[next] < time)
        levels[next++ * stride] = level;
      level = twin_trace_get (trace, row, layer->column);
    }

  while (next < n_times)
    levels[next++ * stride] = level;
}

static void
record_replication (gsize item,
                    gpointer data)
{
  TwinBandWork *work = data;
  const TwinBand *band = work->band;
  g_autoptr (TwinTrace) trace = twin_model_record (work->model, work->seed, item);

  if (!twin_trace_is_complete (trace))
    g_atomic_int_set (&work->incomplete, TRUE);

  for (guint panel = 0; panel < band->n_panels; panel++)
    sample_panel (trace, twin_trace_get_panel (trace, panel), band->times, band->n_times,
                  work->levels + panel * band->n_times * band->n + item, band->n);
}

static void
take_quantiles (gsize item,
                gpointer data)
{
  TwinBandWork *work = data;
  TwinBand *band = work->band;
  double *levels = work->levels + item * band->n;

  band->low[item] = twin_quantile (levels, band->n, TWIN_BAND_LOW);
  band->high[item] = twin_quantile (levels, band->n, TWIN_BAND_HIGH);
}

static GError *
twin_band_refuse (const TwinModel *model)
{
  const char *key = twin_model_get_model_type (model)->horizon_key;

  return twin_error_new (TWIN_ERROR_TOO_LARGE, key,
                         _("%s: a replication has more than %d events, too many to be recorded; "
                           "shorten the horizon or lower the rates"),
                         key, TWIN_TRACE_MAX_ROWS);
}

/* Records one replication to see how many panels there are. */
static TwinBand *
twin_band_allocate (TwinModel *model,
                    uint64_t seed,
                    gsize n,
                    gsize n_times,
                    GError **error)
{
  g_autoptr (TwinTrace) trace = twin_model_record (model, seed, 0);
  double horizon = twin_model_get_horizon (model);
  TwinBand *self;

  if (!twin_trace_is_complete (trace))
    {
      g_propagate_error (error, twin_band_refuse (model));
      return NULL;
    }

  self = g_atomic_rc_box_new0 (TwinBand);
  self->n = n;
  self->n_times = n_times;
  self->n_panels = twin_trace_get_n_panels (trace);
  self->low = g_new (double, self->n_panels * n_times);
  self->high = g_new (double, self->n_panels * n_times);
  self->times = g_new (double, n_times);
  for (gsize i = 0; i < n_times; i++)
    self->times[i] = n_times > 1 ? horizon * i / (n_times - 1) : 0;

  return self;
}

TwinBand *
twin_band_new (TwinModel *model,
               uint64_t seed,
               gsize n,
               gsize n_times,
               TwinPool *pool,
               const TwinMonitor *monitor,
               GError **error)
{
  g_autoptr (TwinBand) self = NULL;
  g_autofree double *levels = NULL;
  TwinBandWork work = { .model = model, .seed = seed };

  g_return_val_if_fail (model != NULL && pool != NULL && n_times > 0, NULL);

  if (!twin_run_check (model, n, error))
    return NULL;

  self = twin_band_allocate (model, seed, n, n_times, error);
  if (self == NULL)
    return NULL;

  levels = twin_run_allocate (self->n_panels * n_times, n, error);
  if (levels == NULL)
    return NULL;

  work.band = self;
  work.levels = levels;
  if (!twin_pool_run (pool, n, record_replication, &work, monitor, error))
    return NULL;

  if (work.incomplete)
    {
      g_propagate_error (error, twin_band_refuse (model));
      return NULL;
    }

  if (!twin_pool_run (pool, self->n_panels * n_times, take_quantiles, &work, NULL, error))
    return NULL;

  return g_steal_pointer (&self);
}

TwinBand *
twin_band_ref (TwinBand *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
twin_band_clear (gpointer data)
{
  TwinBand *self = data;

  g_free (self->times);
  g_free (self->low);
  g_free (self->high);
}

void
twin_band_unref (TwinBand *self)
{
  g_atomic_rc_box_release_full (self, twin_band_clear);
}

gsize
twin_band_get_n (const TwinBand *self)
{
  return self->n;
}

gsize
twin_band_get_n_times (const TwinBand *self)
{
  return self->n_times;
}

guint
twin_band_get_n_panels (const TwinBand *self)
{
  return self->n_panels;
}

const double *
twin_band_get_times (const TwinBand *self)
{
  return self->times;
}

const double *
twin_band_get_low (const TwinBand *self,
                   guint panel)
{
  g_return_val_if_fail (panel < self->n_panels, NULL);

  return self->low + panel * self->n_times;
}

const double *
twin_band_get_high (const TwinBand *self,
                    guint panel)
{
  g_return_val_if_fail (panel < self->n_panels, NULL);

  return self->high + panel * self->n_times;
}
