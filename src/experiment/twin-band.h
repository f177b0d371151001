/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model.h"
#include "twin-pool.h"

G_BEGIN_DECLS

/**
 * TwinBand:
 *
 * Where the main series of each trace panel runs over many replications: quantiles at equally
 * spaced times. Read-only; atomically refcounted, boxed.
 */
typedef struct _TwinBand TwinBand;

#define TWIN_TYPE_BAND (twin_band_get_type ())
GType twin_band_get_type (void);

#define TWIN_BAND_LOW 0.05
#define TWIN_BAND_HIGH 0.95

/** Records replications 0 … @n − 1 and takes the quantiles at @n_times times from 0 to the
 *  horizon, of the level in force at each: that of a panel's first layer that is a level (NaN where
 *  it has none).
 *  @error: as twin_run_new(); TWIN_ERROR_TOO_LARGE for a trace that is not complete. */
TwinBand *twin_band_new (TwinModel *model,
                         uint64_t seed,
                         gsize n,
                         gsize n_times,
                         TwinPool *pool,
                         const TwinMonitor *monitor,
                         GError **error);
TwinBand *twin_band_ref (TwinBand *self);
void twin_band_unref (TwinBand *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinBand, twin_band_unref)

gsize twin_band_get_n (const TwinBand *self);
gsize twin_band_get_n_times (const TwinBand *self);
guint twin_band_get_n_panels (const TwinBand *self);
/** [n_times], in days. */
const double *twin_band_get_times (const TwinBand *self);
/** [n_times], in the panel's unit. */
const double *twin_band_get_low (const TwinBand *self, guint panel);
const double *twin_band_get_high (const TwinBand *self, guint panel);

G_END_DECLS
