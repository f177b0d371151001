/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-chart.h"
#include "twin-trace.h"

G_BEGIN_DECLS

/**
 * TwinTraceCard:
 *
 * What happened in one replication: its chart, as high as its panels want, with controls that go
 * to the replication before or after it, and to one panel of several.
 *
 * Signal: "view-changed" (another replication or panel is wanted).
 */
#define TWIN_TYPE_TRACE_CARD (twin_trace_card_get_type ())
G_DECLARE_FINAL_TYPE (TwinTraceCard, twin_trace_card, TWIN, TRACE_CARD, AdwBin)

/** Shows @chart, which is of @trace. */
void twin_trace_card_set_trace (TwinTraceCard *self, TwinChart *chart, TwinTrace *trace);
/** Shows none; the first replication and all panels are wanted. */
void twin_trace_card_clear (TwinTraceCard *self);
void twin_trace_card_set_dimmed (TwinTraceCard *self, gboolean dimmed);

/** How many replications there are, at least one. */
void twin_trace_card_set_n (TwinTraceCard *self, gsize n);
/** The one that is wanted, counted from 0. */
gsize twin_trace_card_get_replication (TwinTraceCard *self);
void twin_trace_card_set_replication (TwinTraceCard *self, gsize replication);
/** The panel of the trace that is wanted; -1: all, or those that tell most. */
int twin_trace_card_get_panel (TwinTraceCard *self);

G_END_DECLS
