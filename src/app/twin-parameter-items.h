/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-parameter-row.h"
#include "twin-parameters.h"

G_BEGIN_DECLS

/**
 * TwinParameterItems:
 *
 * A group of the side bar for a repeated part of a model, such as its stores: an expander an item
 * with the item's parameters, and buttons to add, duplicate and remove items. An item's rows are
 * made when it is opened first: there may be hundreds of items.
 *
 * Signals: "insert" (list key, position, number of the item to copy or −1), "remove" (list key,
 * position). It changes only when it is told so by twin_parameter_items_update().
 */
#define TWIN_TYPE_PARAMETER_ITEMS (twin_parameter_items_get_type ())
G_DECLARE_FINAL_TYPE (TwinParameterItems,
                      twin_parameter_items,
                      TWIN,
                      PARAMETER_ITEMS,
                      AdwPreferencesGroup)

/** Called with every row that is made for an item. */
typedef void (*TwinRowFunc) (TwinParameterRow *row, gpointer user_data);

GtkWidget *twin_parameter_items_new (const TwinModelType *type,
                                     const TwinParameterList *list,
                                     TwinRowFunc row_made,
                                     gpointer user_data);

/** Shows as many items as @parameters has, with their names, and marks those that have one of
 *  @problems. */
void twin_parameter_items_update (TwinParameterItems *self,
                                  const TwinParameters *parameters,
                                  const GPtrArray *problems);

const TwinParameterList *twin_parameter_items_get_list (TwinParameterItems *self);

/** Opens an item's expander; its rows are there from then on. FALSE: there is no such item. */
gboolean twin_parameter_items_reveal (TwinParameterItems *self, guint item);

G_END_DECLS
