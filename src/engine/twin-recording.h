/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** TwinRecordingRow: what customers wanted of one SKU in one store on one day. */
typedef struct
{
  guint64 line;      /* of the file it comes from, for messages */
  double day;        /* of the run, counted from 0; whole */
  const char *store; /* its identifier: "store_1" */
  const char *sku;   /* likewise */
  double demand;     /* units */
} TwinRecordingRow;

/**
 * TwinRecording:
 *
 * Demand as it was, to be replayed in place of random demand; see twin_model_new_replay(), which
 * judges it. Immutable, atomically refcounted, boxed.
 */
typedef struct _TwinRecording TwinRecording;

#define TWIN_TYPE_RECORDING (twin_recording_get_type ())
GType twin_recording_get_type (void);

/** @rows: [n_rows], in any order; copied, strings included. */
TwinRecording *twin_recording_new (const TwinRecordingRow *rows, gsize n_rows);
TwinRecording *twin_recording_ref (TwinRecording *self);
void twin_recording_unref (TwinRecording *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinRecording, twin_recording_unref)

gsize twin_recording_get_n_rows (const TwinRecording *self);
/** Row @row, from 0, in the order they were given. */
const TwinRecordingRow *twin_recording_get_row (const TwinRecording *self, gsize row);

G_END_DECLS
