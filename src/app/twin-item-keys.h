/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameters.h"

G_BEGIN_DECLS

/* Keys of parameters that belong to the items of a list: "stores.*.capacity" is of all stores,
 * "stores.2.capacity" of one, and "stores.2.capacity.0" for the first SKU alone. */

#define TWIN_ITEM_NONE (-1)
#define TWIN_ITEM_ALL (-2)

/** TwinItemKey: what a key says. */
typedef struct
{
  const TwinParameter *parameter;
  const TwinParameterList *list; /* whose items have it; NULL: the model has it once */
  int item;                      /* TWIN_ITEM_ALL: all; TWIN_ITEM_NONE: no list */
  int each;                      /* of the list in @parameter's per; TWIN_ITEM_NONE: not said */
} TwinItemKey;

/** FALSE: no parameter of @type has that key. Whether there is such an item is not asked. */
gboolean twin_item_key_read (TwinItemKey *self, const TwinModelType *type, const char *key);
/** The key of another @item and @each of the same parameter. (transfer full) */
char *twin_item_key_write (const TwinItemKey *self, int item, int each);

/** The list of that key ("stores"); NULL: none, and for a @key of NULL. */
const TwinParameterList *twin_item_list_find (const TwinModelType *type, const char *key);
/** The list that the parameter's key ("stores.*.capacity") belongs to; NULL: none. */
const TwinParameterList *twin_item_list_find_of (const TwinModelType *type,
                                                 const TwinParameter *parameter);
/** The parameter that holds an item's name: its "name", or else its first text; NULL: none. */
const TwinParameter *twin_item_list_find_name (const TwinModelType *type,
                                               const TwinParameterList *list);
/** What people call the item: its name, or "Store 2". (transfer full) */
char *twin_item_dup_name (const TwinParameters *parameters,
                          const TwinParameterList *list,
                          guint item);

/** The parameter of a key for people, with the item where it is of a single one: "Capacity
 *  (Downtown)"; "Capacity" of all. The key itself where it is none. (transfer full) */
char *twin_item_key_dup_title (const TwinParameters *parameters, const char *key);
/** The items that a key is of: "Downtown", "Premium coffee beans" or both. NULL: of none alone.
 *  (transfer full) */
char *twin_item_key_dup_items (const TwinItemKey *self, const TwinParameters *parameters);

G_END_DECLS
