/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-metric.h"

G_BEGIN_DECLS

typedef enum
{
  TWIN_PARAMETER_REAL,
  TWIN_PARAMETER_WHOLE,
  TWIN_PARAMETER_BOOLEAN, /* 0 or 1 */
  TWIN_PARAMETER_CHOICE,  /* a number: the index in @choices */
  TWIN_PARAMETER_TEXT,
  TWIN_PARAMETER_DAYS     /* a text: days of the run, counted from 0, ascending: "30,31,32" */
} TwinParameterType;

/** TwinChoice: one value of a choice. */
typedef struct
{
  const char *name;  /* in files: "lost_sale" */
  const char *title; /* for people, to be translated in the context "choice" */
} TwinChoice;

/**
 * TwinParameter:
 *
 * One number, choice or text that describes a model. A model's table of these is the only list of
 * its parameters: project files, `--set`, help, the side bar and the manual are made from it.
 *
 * A key with a "*" stands for a member of each item of a list: "stores.*.capacity" is
 * "stores.0.capacity", "stores.1.capacity" and so on. A number with @per can moreover be given for
 * each item of that list: "stores.0.capacity" holds for every SKU until "stores.0.capacity.1" says
 * otherwise for SKU 1.
 */
typedef struct
{
  const char *key;
  const char *title;   /* to be translated, as are group, unit and help */
  const char *group;   /* heading it stands under */
  const char *unit;    /* "units/day"; NULL: none */
  const char *help;    /* one sentence */
  TwinParameterType type;
  TwinQuantity quantity;

  double initial;             /* default; a choice's index */
  const double *item_initial; /* lists: defaults of the first items, [n_initial] of it; or NULL */
  const char *const *item_text; /* lists of texts: likewise */

  double lower, upper;     /* what is allowed, both ends included … */
  gboolean above_lower;    /* … but @lower itself is not */

  double slider_lower, slider_upper; /* range that a slider offers; equal: no slider */
  double step;                       /* of slider and spin button */

  const TwinChoice *choices;         /* TWIN_PARAMETER_CHOICE: ended by a NULL name */

  const char *per;                   /* key of the list by whose items it can be split; or NULL */

  const char *when_key;  /* it matters only while this choice … */
  int when_choice;       /* … stands at this index; NULL key: always */
} TwinParameter;

/** TwinParameterList: a repeated part of a model, such as its stores. */
typedef struct
{
  const char *key;        /* "stores" */
  const char *title;      /* to be translated: "Stores" */
  const char *item_title; /* to be translated: "Store" */
  guint n_initial;        /* items of a new model */
  guint lower, upper;     /* how many it may have */
  const char *all_title;  /* to be translated: "all stores"; NULL: as @title */
  const char *add_title;  /* to be translated: "Add Store" */
  const char *each_title; /* to be translated: "One Number for Each SKU"; NULL: nothing is */
} TwinParameterList;

/** TwinOrdering: @lesser has to be smaller than @greater, or equal to it where not @strict.
 *  Judged only while both matter (see #TwinParameter.when_key). In a list: item by item. */
typedef struct
{
  const char *lesser;
  const char *greater;
  gboolean strict;
} TwinOrdering;

/** The choice's title in the user's language. */
const char *twin_choice_get_title (const TwinChoice *choice);

/** What the parameter may be, in words: "a whole number from 0 to 1000000". (transfer full) */
char *twin_parameter_describe_allowed (const TwinParameter *parameter);

/** Is the number within what the parameter may be: its bounds, whole where it has to be, a choice
 *  that there is? Never so for texts. */
gboolean twin_parameter_allows_number (const TwinParameter *parameter, double value);

/** Is it a value of a text, a name of a choice, or a list of days? Never so for numbers. */
gboolean twin_parameter_allows_text (const TwinParameter *parameter, const char *text);

G_END_DECLS
