/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "twin-parameter.h"

G_BEGIN_DECLS

/**
 * TwinParameterEntry:
 *
 * An entry for a text or a list of days. What was typed is told when Enter is pressed or the focus
 * leaves; where it is no value of the parameter it is not told, but stays there to be mended.
 *
 * Property: "problem" (what is wrong with what was typed, or NULL).
 * Signal: "edited" (string, as files have it).
 */
#define TWIN_TYPE_PARAMETER_ENTRY (twin_parameter_entry_get_type ())
G_DECLARE_FINAL_TYPE (TwinParameterEntry, twin_parameter_entry, TWIN, PARAMETER_ENTRY, GtkEntry)

/** @type: TWIN_PARAMETER_TEXT or TWIN_PARAMETER_DAYS. */
GtkWidget *twin_parameter_entry_new (TwinParameterType type);
/** Shows @text, as files have it. One that is shown already leaves alone what was typed since. */
void twin_parameter_entry_set_value (TwinParameterEntry *self, const char *text);
const char *twin_parameter_entry_get_problem (TwinParameterEntry *self);

G_END_DECLS
