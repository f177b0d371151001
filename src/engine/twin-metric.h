/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TwinQuantity: what kind of number it is, and so how people see it. */
typedef enum
{
  TWIN_QUANTITY_SHARE, /* in [0, 1]; shown in percent, intervals are clipped to it */
  TWIN_QUANTITY_MONEY, /* the project's currency */
  TWIN_QUANTITY_STOCK, /* units, real */
  TWIN_QUANTITY_COUNT, /* whole in one replication */
  TWIN_QUANTITY_DAYS,
  TWIN_QUANTITY_PLAIN  /* none of these */
} TwinQuantity;

typedef enum
{
  TWIN_METRIC_HEADLINE = 1 << 0,  /* has a card of its own above the results */
  TWIN_METRIC_COST_PART = 1 << 1, /* the parts add up to the objective */
  TWIN_METRIC_OBJECTIVE = 1 << 2, /* what the optimiser minimises; one a model */
  TWIN_METRIC_SERVICE = 1 << 3,   /* what the optimiser keeps above a target; one a model */
  TWIN_METRIC_COLUMN = 1 << 4     /* of a node: a column of the table that compares nodes */
} TwinMetricFlags;

/**
 * TwinMetric:
 *
 * One result of a replication. A model's table of these is the only list of its metrics: CSV
 * header, JSON keys, help, cards, charts and manual are made from it. The first are the type's and
 * the same for every model of it; those of the nodes follow ("store_1.service_level").
 */
typedef struct
{
  const char *name;  /* in files: "fill_rate" */
  const char *title; /* for people, to be translated: "Fill rate" */
  const char *unit;  /* for people, to be translated: "units"; NULL: none, or said by @quantity */
  TwinQuantity quantity;
  TwinMetricFlags flags;
  const char *help;  /* one sentence that defines it, to be translated */
  guint node;        /* 0: of the whole model; k: of its node k, counted from 1 */
} TwinMetric;

/** TwinNode: a part of a model that has metrics of its own, such as a store. */
typedef struct
{
  const char *name;  /* in files: "store_1" */
  const char *title; /* for people, as the user named it: "Downtown" */
  const TwinMetric *metrics;
  guint n_metrics;
} TwinNode;

G_END_DECLS
