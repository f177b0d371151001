/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-document.h"

G_BEGIN_DECLS

/**
 * TwinSidebar:
 *
 * The side bar: the model, its parameters and the experiment of a document. Every change is an
 * edit of the document at once; the document's other changes show here.
 */
#define TWIN_TYPE_SIDEBAR (twin_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TwinSidebar, twin_sidebar, TWIN, SIDEBAR, AdwBin)

/** Called once, by the window. */
void twin_sidebar_attach (TwinSidebar *self, TwinDocument *document);

/** Puts the focus on the row of a parameter, or on the choice that switched it off; FALSE: there
 *  is no such row. */
gboolean twin_sidebar_focus (TwinSidebar *self, const char *key);

G_END_DECLS
