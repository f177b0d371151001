/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-parameters.h"

G_BEGIN_DECLS

/**
 * TwinParameterForm:
 *
 * All parameters of a model as rows in groups, made from the tables of its type. It knows no
 * document: it shows what it is told to, and tells what somebody did.
 *
 * Signals: "number-edited" (key, double), "text-edited" (key, string), "item-inserted" (list key,
 * position, item to copy or −1), "item-removed" (list key, position).
 */
#define TWIN_TYPE_PARAMETER_FORM (twin_parameter_form_get_type ())
G_DECLARE_FINAL_TYPE (TwinParameterForm, twin_parameter_form, TWIN, PARAMETER_FORM, AdwBin)

GtkWidget *twin_parameter_form_new (void);

/** Shows @parameters, and at the rows concerned what @problems (GError with keys; never changed,
 *  but kept) says. */
void twin_parameter_form_update (TwinParameterForm *self,
                                 const TwinParameters *parameters,
                                 GPtrArray *problems);

/** The group of that heading, which begins empty at the end where the model has none. It lasts
 *  until a model of another type is shown. */
AdwPreferencesGroup *twin_parameter_form_get_group (TwinParameterForm *self, const char *title);

/** Puts the focus on the row of @key, or on the choice that switched it off; FALSE: there is no
 *  such row. A "*" in the key is the first item. */
gboolean twin_parameter_form_focus (TwinParameterForm *self, const char *key);

/** Letters that the rows use as access keys. */
GHashTable *twin_parameter_form_get_access_keys (TwinParameterForm *self);

G_END_DECLS
