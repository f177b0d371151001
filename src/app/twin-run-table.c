/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-run-table.h"

#include <glib/gi18n-lib.h>

#include "twin-figure.h"
#include "twin-run.h"

/* Column 0 is the replication's number; people count from 1, files from 0. */

static const TwinMetric *
get_metric (gconstpointer data,
            guint         column)
{
  return twin_model_get_metric (twin_run_get_model (data), column - 1);
}

static guint
get_n_columns (gconstpointer data)
{
  return twin_model_get_n_metrics (twin_run_get_model (data)) + 1;
}

static guint
get_n_rows (gconstpointer data)
{
  return (guint) twin_run_get_n (data);
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
  return column == 0 ? row + 1.0 : twin_run_get_sample (data, column - 1)[row];
}

static char *
get_text (gconstpointer data,
          guint         row,
          guint         column)
{
  TwinNumberStyle style = TWIN_NUMBER_COUNT;

  if (column > 0)
    style = twin_figure_number_style (get_metric (data, column)->quantity);
  return twin_number_format (get_value (data, row, column), style);
}

static gpointer
ref (gpointer data)
{
  return twin_run_ref (data);
}

static void
unref (gpointer data)
{
  twin_run_unref (data);
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
