/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-model-type.h"

G_BEGIN_DECLS

/**
 * TwinAssumptions:
 *
 * A window that tells everything a model assumes, in words.
 *
 * Signal: "jump" (key): the parameter that changes an assumption is wanted.
 */
#define TWIN_TYPE_ASSUMPTIONS (twin_assumptions_get_type ())
G_DECLARE_FINAL_TYPE (TwinAssumptions, twin_assumptions, TWIN, ASSUMPTIONS, AdwWindow)

GtkWidget *twin_assumptions_new (const TwinModelType *type);

G_END_DECLS
