/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"

/* Charts as the app has them. (transfer full) */

/** Stepped and dashed lines, band, marks, spans, levels, caption, on x 0 … 100. */
TwinChart *chart_sample_trace (void);
TwinChart *chart_sample_histogram (void);
/** Three rows of three parts. */
TwinChart *chart_sample_split (void);
/** Five scenarios; the last one has no interval. */
TwinChart *chart_sample_intervals (void);
TwinChart *chart_sample_scatter (void);
/** Four panels with two close levels each. */
TwinChart *chart_sample_panels (void);
/** A panel and no layer. */
TwinChart *chart_sample_empty (void);
/** A panel on x 0 … 10 and y 0 … 10, held open by two levels in an ink of their own,
 *  for a test to draw in. */
TwinChart *chart_sample_open (void);

typedef TwinChart *(*ChartSample) (void);
extern const ChartSample chart_samples[];
extern const gsize chart_n_samples;
