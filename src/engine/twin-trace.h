/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "twin-metric.h"

G_BEGIN_DECLS

/** TwinTraceColumn: one column of a trace. */
typedef struct
{
  const char *name;  /* in files: "on_hand" */
  const char *title; /* for people, to be translated */
  const char *unit;  /* to be translated; NULL: none */
} TwinTraceColumn;

/** TwinTraceRole: how a column is shown. */
typedef enum
{
  TWIN_TRACE_LEVEL,    /* holds from row to row: a step line; a panel's first is its main one */
  TWIN_TRACE_POSITION, /* as a level, but drawn behind and dashed */
  TWIN_TRACE_BACKLOG,  /* the same: demand that waits */
  TWIN_TRACE_ORDER,    /* a mark pointing up where an order goes out */
  TWIN_TRACE_RECEIPT,  /* a mark pointing down where goods come in */
  TWIN_TRACE_LOSS,     /* a mark where demand is missed */
  TWIN_TRACE_SHORTAGE  /* shaded from a row on while the column is 0 */
} TwinTraceRole;

/** TwinTraceTest: which rows of its panel a layer is about. */
typedef enum
{
  TWIN_TRACE_ALWAYS,  /* every row */
  TWIN_TRACE_EQUALS,  /* rows in which test_column has test_value */
  TWIN_TRACE_POSITIVE /* rows in which test_column is above 0 */
} TwinTraceTest;

/** TwinTraceLayer: a column of the rows that belong to a panel, as it is shown there. */
typedef struct
{
  TwinTraceRole role;
  const char *title; /* to be translated */
  guint column;      /* its numbers */
  TwinTraceTest test;
  guint test_column;
  double test_value;
} TwinTraceLayer;

/** TwinTraceLimit: a constant worth a line, such as the reorder point. */
typedef struct
{
  char *title; /* "s", owned by the trace */
  double value;
} TwinTraceLimit;

/** TwinTracePanel: rows that are seen together, such as those of one node: first, first + stride,
 *  first + 2 · stride … */
typedef struct
{
  char *title;         /* owned by the trace; NULL: the trace has one panel */
  gsize first;
  gsize stride;
  const TwinTraceLayer *layers;
  guint n_layers;
  GArray *limits;      /* TwinTraceLimit */
  gboolean essential;  /* the others depend on it: left out last, where panels are many */
} TwinTracePanel;

/**
 * TwinTrace:
 *
 * What happened in one replication, a row an event or a day: columns of numbers, of which some are
 * numbers of names. Column 0 is the time in days and never falls. Boxed, refcounted, filled once.
 */
typedef struct _TwinTrace TwinTrace;

/** More events than this are not kept: nobody can see them, and memory is finite. */
#define TWIN_TRACE_MAX_ROWS 1000000

#define TWIN_TYPE_TRACE (twin_trace_get_type ())
GType twin_trace_get_type (void);

/** @columns: [n_columns], static. */
TwinTrace *twin_trace_new (const TwinTraceColumn *columns, guint n_columns);
TwinTrace *twin_trace_ref (TwinTrace *self);
void twin_trace_unref (TwinTrace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinTrace, twin_trace_unref)

/** Declares that column @column holds numbers into @labels (NULL-terminated, copied). */
void twin_trace_set_labels (TwinTrace *self, guint column, const char *const *labels);
/** Adds a row: [n_columns] numbers. Returns FALSE, and adds nothing, once the trace holds
 *  TWIN_TRACE_MAX_ROWS rows: it is then not complete, and recording should stop. */
gboolean twin_trace_add (TwinTrace *self, const double *row);
/** Adds a panel of @layers ([n_layers], static); see #TwinTracePanel. */
void twin_trace_add_panel (TwinTrace *self,
                           const char *title,
                           gsize first,
                           gsize stride,
                           const TwinTraceLayer *layers,
                           guint n_layers);
/** Adds a limit to the panel that was added last. */
void twin_trace_add_limit (TwinTrace *self, const char *title, double value);
/** Marks the panel that was added last as essential. */
void twin_trace_mark_essential (TwinTrace *self);
/** Days before @days are shown, but are in no metric. */
void twin_trace_set_warmup (TwinTrace *self, double days);

guint twin_trace_get_n_columns (const TwinTrace *self);
const TwinTraceColumn *twin_trace_get_column (const TwinTrace *self, guint column);
gsize twin_trace_get_n_rows (const TwinTrace *self);
double twin_trace_get (const TwinTrace *self, gsize row, guint column);
/** All values of a column, [n_rows]. */
const double *twin_trace_get_values (const TwinTrace *self, guint column);
/** The name that the value stands for; NULL where the column holds plain numbers. */
const char *twin_trace_get_label (const TwinTrace *self, gsize row, guint column);
guint twin_trace_get_n_panels (const TwinTrace *self);
const TwinTracePanel *twin_trace_get_panel (const TwinTrace *self, guint panel);
/** The panel's first level: what its axis measures, and the line that marks stand on; or NULL. */
const TwinTraceLayer *twin_trace_panel_get_level (const TwinTracePanel *panel);
double twin_trace_get_warmup (const TwinTrace *self);
/** FALSE where rows were left out at the end. */
gboolean twin_trace_is_complete (const TwinTrace *self);

/** Is the layer about this row of its panel? */
gboolean twin_trace_row_matches (const TwinTrace *self, gsize row, const TwinTraceLayer *layer);

G_END_DECLS
