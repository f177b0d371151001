/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Messages that files and the command line have, "reorder_point: 500 is not allowed", for people
 * who see titles instead of keys. */

/** @message without the key it begins with and the colon behind that, of whatever language; all of
 *  it where it begins with another word. */
const char *twin_message_words_skip_key (const char *message, const char *key);

/** Has every @key in @message be @title in quotation marks, in the user's language. */
void twin_message_words_put_title (GString *message, const char *key, const char *title);

G_END_DECLS
