/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-document.h"

G_BEGIN_DECLS

/**
 * TwinSearchForm:
 *
 * Which policies an optimisation looks at: the service that has to be kept, and a range for each
 * decision of the model type. Edits go into the document.
 *
 * Properties: "end-widget" (GtkWidget: what stands after the last field, such as the button that
 * starts the search).
 */
#define TWIN_TYPE_SEARCH_FORM (twin_search_form_get_type ())
G_DECLARE_FINAL_TYPE (TwinSearchForm, twin_search_form, TWIN, SEARCH_FORM, AdwBin)

/** Shows the search of @document's project, and what is wrong with it. */
void twin_search_form_update (TwinSearchForm *self, TwinDocument *document);

G_END_DECLS
