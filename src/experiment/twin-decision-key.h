/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameters.h"

G_BEGIN_DECLS

/** TwinDecisionKey: one number that an optimisation chooses. A type's decision "stores.*.capacity"
 *  is one of these for every store, and for every SKU where there is more than one. */
typedef struct
{
  char *key;                      /* "stores.0.capacity", "stores.0.capacity.1" */
  const TwinParameter *parameter; /* its row of the type's table */
  guint decision;                 /* which of the type's decisions it comes from */
  int item;                       /* item of the list, −1: it is of no list */
  int each;                       /* item of the list that it is split by, −1: it is not split */
  char *owner;                    /* for people: "Downtown"; NULL where all of the type have one */
} TwinDecisionKey;

/** What is chosen in @parameters: decision by decision, those of one item together. An array of
 *  TwinDecisionKey. */
GPtrArray *twin_decision_key_list (const TwinParameters *parameters);

G_END_DECLS
