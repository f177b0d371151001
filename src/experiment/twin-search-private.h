/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-search.h"

G_BEGIN_DECLS

/* What the room knows of searches and ranges besides. */

/** TwinSearchPair: two decisions that one of the type's orderings is about. */
typedef struct
{
  guint lesser, greater;
  gboolean strict;
} TwinSearchPair;

/** An array of TwinSearchPair. */
GArray *twin_search_list_pairs (const TwinModelType *type);

/** How many values a range has; a double, because it can be any size before it is judged. */
double twin_range_count_values (const TwinRange *range);
/** Value @number of a range, from 0. */
double twin_range_get_value (const TwinRange *range, double number);

/** Appends the policies of a grid to @policies (nullable): then it only looks whether there is
 *  one. FALSE: there is none. */
gboolean twin_search_enumerate (const TwinSearch *self, GArray *policies);

G_END_DECLS
