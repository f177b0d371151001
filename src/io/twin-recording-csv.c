/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-recording-csv.h"

#include <glib/gi18n-lib.h>

#include "twin-csv-reader.h"
#include "twin-input-file.h"

typedef enum
{
  COLUMN_DAY,
  COLUMN_STORE,
  COLUMN_SKU,
  COLUMN_DEMAND,
  N_COLUMNS
} Column;

static const char *const headers[N_COLUMNS + 1] = { "day", "store", "sku", "demand", NULL };

static gboolean
find_columns (const TwinCsvTable *table,
              const char *name,
              guint columns[N_COLUMNS],
              GError **error)
{
  g_autofree char *due = g_strjoinv (", ", (char **) headers);

  for (guint i = 0; i < twin_csv_table_get_n_columns (table); i++)
    {
      const char *header = twin_csv_table_get_header (table, i);

      if (g_strv_contains (headers, header))
        continue;
      g_propagate_error (error, twin_error_new (TWIN_ERROR_FORMAT, NULL,
                                                _("%s: column “%s” is not known; the columns must "
                                                  "be: %s"),
                                                name, header, due));
      return FALSE;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      int column = twin_csv_table_find_column (table, headers[i]);

      if (column < 0)
        {
          g_propagate_error (error, twin_error_new (TWIN_ERROR_FORMAT, NULL,
                                                    _("%s: there is no column “%s”; the columns "
                                                      "must be: %s"),
                                                    name, headers[i], due));
          return FALSE;
        }
      columns[i] = (guint) column;
    }
  return TRUE;
}

static TwinRecording *
read_rows (const TwinCsvTable *table,
           const guint columns[N_COLUMNS],
           GError **error)
{
  gsize n = twin_csv_table_get_n_rows (table);
  g_autofree TwinRecordingRow *rows = g_new0 (TwinRecordingRow, n);

  for (gsize i = 0; i < n; i++)
    {
      TwinRecordingRow *row = &rows[i];

      row->line = twin_csv_table_get_line (table, i);
      row->store = twin_csv_table_get_text (table, i, columns[COLUMN_STORE]);
      row->sku = twin_csv_table_get_text (table, i, columns[COLUMN_SKU]);
      if (!twin_csv_table_get_number (table, i, columns[COLUMN_DAY], &row->day, error) ||
          !twin_csv_table_get_number (table, i, columns[COLUMN_DEMAND], &row->demand, error))
        return NULL;
    }
  return twin_recording_new (rows, n);
}

TwinRecording *
twin_recording_load (const char *path,
                     GError **error)
{
  guint columns[N_COLUMNS];

  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (TwinCsvTable) table = twin_csv_table_load (path, error);
  g_autofree char *name = twin_input_file_get_name (path);
  if (table == NULL || !find_columns (table, name, columns, error))
    return NULL;
  return read_rows (table, columns, error);
}

TwinModel *
twin_recording_replay (const TwinRecording *recording,
                       const TwinParameters *parameters,
                       const char *path,
                       GError **error)
{
  g_autoptr (GError) reason = NULL;
  TwinModel *model;

  g_return_val_if_fail (recording != NULL && parameters != NULL && path != NULL, NULL);

  model = twin_model_new_replay (parameters, recording, &reason);
  if (model == NULL && g_error_matches (reason, TWIN_ERROR, TWIN_ERROR_FORMAT))
    {
      g_autofree char *name = twin_input_file_get_name (path);

      g_prefix_error (&reason, "%s: ", name);
    }
  if (model == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return model;
}
