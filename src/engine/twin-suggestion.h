/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The word of @words ([n_words]) that was probably meant by @typed: the one at the smallest edit
 *  distance (a swap of neighbours is one edit), if that is at most a third of its length, or 1.
 *  NULL where none is near. */
const char *twin_suggest (const char *typed, const char *const *words, gsize n_words);

G_END_DECLS
