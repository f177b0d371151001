/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TwinSearchRow:
 *
 * A row of numbers that belong together, such as the ends and the step of a range, each with a
 * caption above it. It knows no document: it shows what it is told to, and tells what somebody did.
 *
 * Signal: "edited" (const char *key, double value).
 */
#define TWIN_TYPE_SEARCH_ROW (twin_search_row_get_type ())
G_DECLARE_FINAL_TYPE (TwinSearchRow, twin_search_row, TWIN, SEARCH_ROW, AdwPreferencesRow)

/** @title, @unit: for people; @unit is nullable. */
GtkWidget *twin_search_row_new (const char *title, const char *unit);
/** @key: (static): what "edited" and set_number() call it. */
void twin_search_row_add_number (TwinSearchRow *self,
                                 const char *key,
                                 const char *caption,
                                 double lower,
                                 double upper,
                                 double step);
/** Emits no signal. */
void twin_search_row_set_number (TwinSearchRow *self, const char *key, double value);
/** Marks the number @key (nullable: none) and says what is wrong; NULL: nothing is. */
void twin_search_row_set_problem (TwinSearchRow *self, const char *key, const char *message);

G_END_DECLS
