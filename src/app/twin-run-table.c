/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-run-table.h"

#include <glib/gi18n-lib.h>

#include "twin-figure.h"
#include "twin-model-nodes.h"

struct _TwinReplications
{
  TwinRun *run;
  guint node;
  guint first; /* of the run's metrics */
};

TwinReplications *
twin_replications_new (TwinRun *run,
                       guint    node)
{
  TwinReplications *self;

  g_return_val_if_fail (run != NULL, NULL);
  g_return_val_if_fail (node <= twin_model_get_n_nodes (twin_run_get_model (run)), NULL);

  self = g_atomic_rc_box_new0 (TwinReplications);
  self->run = twin_run_ref (run);
  self->node = node;
  self->first = twin_model_nodes_get_first_metric (twin_run_get_model (run), node);
  return self;
}

TwinReplications *
twin_replications_ref (TwinReplications *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
replications_clear (gpointer data)
{
  twin_run_unref (((TwinReplications *) data)->run);
}

void
twin_replications_unref (TwinReplications *self)
{
  g_atomic_rc_box_release_full (self, replications_clear);
}

/* Column 0 is the replication's number; people count from 1, files from 0. */

static const TwinMetric *
get_metric (gconstpointer data,
            guint         column)
{
  const TwinReplications *self = data;
  guint n;

  return &twin_model_nodes_get_metrics (twin_run_get_model (self->run), self->node, &n)[column - 1];
}

static guint
get_n_columns (gconstpointer data)
{
  const TwinReplications *self = data;
  guint n;

  twin_model_nodes_get_metrics (twin_run_get_model (self->run), self->node, &n);
  return n + 1;
}

static guint
get_n_rows (gconstpointer data)
{
  const TwinReplications *self = data;

  return (guint) twin_run_get_n (self->run);
}

static const char *
get_title (gconstpointer data,
           guint         column)
{
  return column == 0 ? _("Replication") : _(get_metric (data, column)->title);
}

static double
get_value (gconstpointer data,
           guint         row,
           guint         column)
{
  const TwinReplications *self = data;

  return column == 0 ? row + 1.0
                     : twin_run_get_sample (self->run, self->first + column - 1)[row];
}

static char *
get_text (gconstpointer data,
          guint         row,
          guint         column)
{
  const TwinReplications *self = data;
  const double value = get_value (data, row, column);
  const TwinMetric *metric;
  TwinEstimate all;

  if (column == 0 || get_metric (data, column)->quantity == TWIN_QUANTITY_COUNT)
    return twin_number_format (value, TWIN_NUMBER_COUNT);
  metric = get_metric (data, column);
  all = twin_run_get_estimate (self->run, self->first + column - 1);
  /* As many decimals as tell one replication from another. */
  return twin_number_format_beside (value, all.mean - all.sd, all.mean + all.sd,
                                    twin_figure_number_style (metric->quantity));
}

static gpointer
ref (gpointer data)
{
  return twin_replications_ref (data);
}

static void
unref (gpointer data)
{
  twin_replications_unref (data);
}

const TwinTableSource twin_run_table = {
  .get_n_columns = get_n_columns,
  .get_n_rows = get_n_rows,
  .get_title = get_title,
  .get_text = get_text,
  .get_value = get_value,
  .ref = ref,
  .unref = unref,
};
