/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-scenario.h"

G_BEGIN_DECLS

/**
 * TwinChangeKeys:
 *
 * The parameters that a scenario can change, as a drop-down lists them: for lists every item at
 * once, and each alone. Refcounted, shared by the rows of an editor.
 */
typedef struct _TwinChangeKeys TwinChangeKeys;

TwinChangeKeys *twin_change_keys_new (const TwinParameters *base);
TwinChangeKeys *twin_change_keys_ref (TwinChangeKeys *self);
void twin_change_keys_unref (TwinChangeKeys *self);
/** What a new change of @scenario is about at first: the first key that it does not change yet,
 *  decisions and what makes no difference after all others. NULL where it changes all. */
const char *twin_change_keys_find_free (TwinChangeKeys *self, const TwinScenario *scenario);

/**
 * TwinChangeRow:
 *
 * One change of a scenario: which parameter, what is done to it, by how much.
 *
 * Signals: "changed", "removed" (its button was pressed).
 */
#define TWIN_TYPE_CHANGE_ROW (twin_change_row_get_type ())
G_DECLARE_FINAL_TYPE (TwinChangeRow, twin_change_row, TWIN, CHANGE_ROW, AdwPreferencesRow)

/** @change: what it shows at first. */
GtkWidget *twin_change_row_new (TwinChangeKeys *keys, const TwinChange *change);
/** Adds the change as it stands to @scenario. */
void twin_change_row_add_to (TwinChangeRow *self, TwinScenario *scenario);
/** Says so where the change makes no difference. @changed: (nullable): what the whole scenario makes
 *  of the parameters. */
void twin_change_row_judge (TwinChangeRow *self, const TwinParameters *changed);

G_END_DECLS
