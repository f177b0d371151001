/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TwinSearchField:
 *
 * Up to three numbers that belong together, such as the ends and the step of a range, each with a
 * caption above it. It knows no document: it shows what it is told to, and tells what somebody did.
 *
 * Signal: "edited" (const char *key, double value).
 */
#define TWIN_TYPE_SEARCH_FIELD (twin_search_field_get_type ())
G_DECLARE_FINAL_TYPE (TwinSearchField, twin_search_field, TWIN, SEARCH_FIELD, AdwBin)

/** @title, @unit: for people; @unit is nullable. */
GtkWidget *twin_search_field_new (const char *title, const char *unit);
/** @key: (static): what "edited" and set_number() call it. */
void twin_search_field_add_number (TwinSearchField *self,
                                 const char *key,
                                 const char *caption,
                                 double lower,
                                 double upper,
                                 double step);
/** Emits no signal. */
void twin_search_field_set_number (TwinSearchField *self, const char *key, double value);
/** Marks the number @key (nullable: none) and says what is wrong; NULL: nothing is. */
void twin_search_field_set_problem (TwinSearchField *self, const char *key, const char *message);

G_END_DECLS
