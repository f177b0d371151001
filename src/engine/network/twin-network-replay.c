/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>

#include "../twin-suggestion.h"

/* Recorded demand: every day, store and SKU of the run has exactly one row. */

/* Nobody sells more in a day, and rounding to whole units is exact below it. */
#define LARGEST_DEMAND 1e15

/* Names that a message lists; of more, so many show what they look like. */
#define LISTED 6u

typedef struct
{
  const TwinNetwork *network;
  GHashTable *stores; /* name → number + 1 */
  GHashTable *skus;   /* likewise */
  double *recorded;   /* [n_days][n_store_cells] */
  guint64 *lines;     /* likewise; 0: no row yet */
} Replay;

static GHashTable *
number_names (char **names,
              guint n)
{
  GHashTable *numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (numbers, names[i], GUINT_TO_POINTER (i + 1));
  return numbers;
}

static GError * G_GNUC_PRINTF (1, 2)
refuse (const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = twin_error_format (format, args);
  va_end (args);
  return g_error_new_literal (TWIN_ERROR, TWIN_ERROR_FORMAT, message);
}

/* The identifier of what people call @typed, or one that is spelled nearly so; NULL: none. */
static const char *
suggest_name (const char *typed,
              char **names,
              char **titles,
              guint n)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (typed, titles[i]) == 0)
      return names[i];
  return twin_suggest (typed, (const char *const *) names, n);
}

/* "store_1, store_2, …" */
static char *
list_names (char **names,
            guint n)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, LISTED); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", names[i]);
  if (n > LISTED)
    g_string_append (list, ", …");
  return g_string_free (list, FALSE);
}

static GError *
refuse_store (const TwinNetwork *n,
              const TwinRecordingRow *row)
{
  const char *meant = suggest_name (row->store, n->node_names, n->node_titles, n->n_stores);
  g_autofree char *list = list_names (n->node_names, n->n_stores);

  if (meant != NULL)
    return refuse (_("line %" PRIu64 ": “%s” is no store of the model; did you mean %s? There "
                     "are: %s"),
                   row->line, row->store, meant, list);
  return refuse (_("line %" PRIu64 ": “%s” is no store of the model; there are: %s"), row->line,
                 row->store, list);
}

static GError *
refuse_sku (const TwinNetwork *n,
            const TwinRecordingRow *row)
{
  const char *meant = suggest_name (row->sku, n->sku_names, n->sku_titles, n->n_skus);
  g_autofree char *list = list_names (n->sku_names, n->n_skus);

  if (meant != NULL)
    return refuse (_("line %" PRIu64 ": “%s” is no SKU of the model; did you mean %s? There "
                     "are: %s"),
                   row->line, row->sku, meant, list);
  return refuse (_("line %" PRIu64 ": “%s” is no SKU of the model; there are: %s"), row->line,
                 row->sku, list);
}

/* What is wrong with a row by itself, or NULL. */
static GError *
judge_row (const Replay *replay,
           const TwinRecordingRow *row)
{
  const TwinNetwork *n = replay->network;

  if (!(row->day >= 0 && row->day < n->n_days && row->day == floor (row->day)))
    return refuse (_("line %" PRIu64 ": day %.15g is not in the run; its days go from 0 to %u"),
                   row->line, row->day, n->n_days - 1);
  if (!g_hash_table_contains (replay->stores, row->store))
    return refuse_store (n, row);
  if (!g_hash_table_contains (replay->skus, row->sku))
    return refuse_sku (n, row);
  if (!(row->demand >= 0 && row->demand <= LARGEST_DEMAND))
    return refuse (_("line %" PRIu64 ": a demand of %.15g is not allowed; it must be a number from "
                     "0 to %.0e"),
                   row->line, row->demand, LARGEST_DEMAND);
  return NULL;
}

static gboolean
enter_row (Replay *replay,
           const TwinRecordingRow *row,
           GError **error)
{
  const TwinNetwork *n = replay->network;
  GError *problem = judge_row (replay, row);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  guint store = GPOINTER_TO_UINT (g_hash_table_lookup (replay->stores, row->store)) - 1;
  guint sku = GPOINTER_TO_UINT (g_hash_table_lookup (replay->skus, row->sku)) - 1;
  gsize place = (gsize) row->day * n->n_store_cells + store * n->n_skus + sku;

  if (!isnan (replay->recorded[place]))
    {
      g_propagate_error (error,
                         refuse (_("line %" PRIu64 ": day %.0f, %s, %s stands in line %" PRIu64
                                   " already"),
                                 row->line, row->day, row->store, row->sku, replay->lines[place]));
      return FALSE;
    }
  replay->recorded[place] = n->whole_units ? rint (row->demand) : row->demand;
  replay->lines[place] = row->line;
  return TRUE;
}

static gboolean
check_complete (const Replay *replay,
                GError **error)
{
  const TwinNetwork *n = replay->network;

  for (gsize place = 0; place < (gsize) n->n_days * n->n_store_cells; place++)
    if (isnan (replay->recorded[place]))
      {
        guint cell = place % n->n_store_cells;
        g_propagate_error (error, refuse (_("day %u, %s, %s: there is no row for it"),
                                          (guint) (place / n->n_store_cells),
                                          n->node_names[cell / n->n_skus],
                                          n->sku_names[cell % n->n_skus]));
        return FALSE;
      }
  return TRUE;
}

gboolean
twin_network_replay (gpointer data,
                     const TwinRecording *recording,
                     GError **error)
{
  TwinNetwork *n = data;
  const gsize size = (gsize) n->n_days * n->n_store_cells;
  g_autofree double *recorded = g_try_new (double, size);
  g_autofree guint64 *lines = g_try_new0 (guint64, size);
  g_autoptr (GHashTable) stores = number_names (n->node_names, n->n_stores);
  g_autoptr (GHashTable) skus = number_names (n->sku_names, n->n_skus);
  Replay replay = { n, stores, skus, recorded, lines };

  if (recorded == NULL || lines == NULL)
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_TOO_LARGE, "horizon_days",
                                                _("horizon_days: there is no memory for the demand "
                                                  "of %u days, %u stores and %u SKUs"),
                                                n->n_days, n->n_stores, n->n_skus));
      return FALSE;
    }
  for (gsize i = 0; i < size; i++)
    recorded[i] = NAN;
  for (gsize i = 0; i < twin_recording_get_n_rows (recording); i++)
    if (!enter_row (&replay, twin_recording_get_row (recording, i), error))
      return FALSE;
  if (!check_complete (&replay, error))
    return FALSE;
  n->recorded = g_steal_pointer (&recorded);
  return TRUE;
}
