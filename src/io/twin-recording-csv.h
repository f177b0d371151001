/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model.h"

G_BEGIN_DECLS

/**
 * twin_recording_load:
 * @path: a CSV file with the columns `day`, `store`, `sku` and `demand` in any order and no other;
 *   "-" is standard input
 *
 * Whether stores, SKUs and days are those of a model is judged by twin_recording_replay().
 *
 * @error: TWIN_ERROR_FORMAT for a column too many or too few and for a cell that is no number;
 * what twin_csv_table_load() says. All name the file, and the line where there is one.
 */
TwinRecording *twin_recording_load (const char *path, GError **error);

/** twin_model_new_replay(), with the name of the file at @path before what is wrong with it. */
TwinModel *twin_recording_replay (const TwinRecording *recording,
                                  const TwinParameters *parameters,
                                  const char *path,
                                  GError **error);

G_END_DECLS
