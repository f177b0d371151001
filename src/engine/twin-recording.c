/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-recording.h"

struct _TwinRecording
{
  TwinRecordingRow *rows; /* [n_rows] */
  gsize n_rows;
  GStringChunk *names; /* of stores and SKUs, each once */
};

G_DEFINE_BOXED_TYPE (TwinRecording, twin_recording, twin_recording_ref, twin_recording_unref)

TwinRecording *
twin_recording_new (const TwinRecordingRow *rows,
                    gsize n_rows)
{
  TwinRecording *self = g_atomic_rc_box_new0 (TwinRecording);

  self->rows = g_new (TwinRecordingRow, n_rows);
  self->n_rows = n_rows;
  self->names = g_string_chunk_new (256);
  for (gsize i = 0; i < n_rows; i++)
    {
      self->rows[i] = rows[i];
      self->rows[i].store = g_string_chunk_insert_const (self->names, rows[i].store);
      self->rows[i].sku = g_string_chunk_insert_const (self->names, rows[i].sku);
    }
  return self;
}

TwinRecording *
twin_recording_ref (TwinRecording *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_recording (gpointer data)
{
  TwinRecording *self = data;

  g_free (self->rows);
  g_string_chunk_free (self->names);
}

void
twin_recording_unref (TwinRecording *self)
{
  g_atomic_rc_box_release_full (self, clear_recording);
}

gsize
twin_recording_get_n_rows (const TwinRecording *self)
{
  return self->n_rows;
}

const TwinRecordingRow *
twin_recording_get_row (const TwinRecording *self,
                        gsize row)
{
  g_return_val_if_fail (row < self->n_rows, NULL);

  return &self->rows[row];
}
