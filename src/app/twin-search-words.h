/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-search.h"

G_BEGIN_DECLS

/* What a search asks, for people who see its numbers by their titles. Keys are those of
 * twin_search_check(). All texts are (transfer full). */

/** The title of the number @key: "Order up to S: To". NULL: it is none of a search. */
char *twin_search_words_title (const TwinModelType *type, const char *key);
/** What @problem says about a number of @search; NULL where it is about none. */
char *twin_search_words_describe (const TwinSearch *search, const GError *problem);

G_END_DECLS
