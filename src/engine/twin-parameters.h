/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model-type.h"

G_BEGIN_DECLS

/**
 * TwinParameters:
 *
 * The values of all parameters of one model type: plain and editable, not yet judged. Setting
 * checks the key and the kind of value alone, so that s and S can be set one after the other;
 * twin_parameters_check() and twin_model_new() judge all of them together.
 *
 * Keys are concrete: "lead_time.min_days", "stores.0.capacity", "stores.0.capacity.1".
 */
typedef struct _TwinParameters TwinParameters;

/** Default values. */
TwinParameters *twin_parameters_new (const TwinModelType *type);
TwinParameters *twin_parameters_copy (const TwinParameters *self);
void twin_parameters_free (TwinParameters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinParameters, twin_parameters_free)

/** Same type, lists of the same length, every value the same to the bit. */
gboolean twin_parameters_equal (const TwinParameters *a, const TwinParameters *b);
const TwinModelType *twin_parameters_get_model_type (const TwinParameters *self);

/** The table row of a concrete key, or NULL with TWIN_ERROR_UNKNOWN_KEY, which suggests the key
 *  that was probably meant. */
const TwinParameter *twin_parameters_find (const TwinParameters *self,
                                           const char *key,
                                           GError **error);

/* Reading a key that does not exist is a programmer's error. A choice is its index. */
double twin_parameters_get_number (const TwinParameters *self, const char *key);
const char *twin_parameters_get_text (const TwinParameters *self, const char *key);

/** Sets a number, boolean (0, 1) or choice (its index).
 *  @error: TWIN_ERROR_UNKNOWN_KEY, TWIN_ERROR_WRONG_TYPE (a text parameter). */
gboolean twin_parameters_set_number (TwinParameters *self,
                                     const char *key,
                                     double value,
                                     GError **error);

/** Sets a text, or a choice by its name. @error: as above; TWIN_ERROR_OUT_OF_BOUNDS for a name
 *  that is no choice, listing those that are. */
gboolean twin_parameters_set_text (TwinParameters *self,
                                   const char *key,
                                   const char *value,
                                   GError **error);

/** Sets any parameter from what a user typed: numbers with ".", true/false, names of choices, days
 *  as twin_days_parse() reads them ("30-32"). */
gboolean twin_parameters_set_from_string (TwinParameters *self,
                                          const char *key,
                                          const char *value,
                                          GError **error);

/** The value as text that twin_parameters_set_from_string() reads back to the same bits. */
char *twin_parameters_dup_string (const TwinParameters *self, const char *key);

/** Does the parameter matter now, or does a choice switch it off? */
gboolean twin_parameters_is_relevant (const TwinParameters *self, const char *key);

/** Is the parameter "stores.0.capacity" split: has it a number for each item of the list that its
 *  table row names in @per? Setting "stores.0.capacity.1" splits it; setting "stores.0.capacity"
 *  makes it one number again. The number of a split "stores.0.capacity" is its first item's. */
gboolean twin_parameters_is_split (const TwinParameters *self, const char *key);

/* Lists, by their key ("stores"). */
guint twin_parameters_get_n_items (const TwinParameters *self, const char *list);
/** Inserts an item before @position: a copy of item @like, or of the default where @like < 0. */
void twin_parameters_insert_item (TwinParameters *self, const char *list, guint position, int like);
void twin_parameters_remove_item (TwinParameters *self, const char *list, guint position);

/** Every concrete key in the order of the table, lists item by item; what is split with the key of
 *  each of its numbers. An array of strings. */
GPtrArray *twin_parameters_list_keys (const TwinParameters *self);

/** Everything that is wrong with the values: bounds, orderings, the type's own rules. An array of
 *  GError (each with its key, see twin_error_get_key()), empty where all is well. */
GPtrArray *twin_parameters_check (const TwinParameters *self);

G_END_DECLS
