/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-document.h"

G_BEGIN_DECLS

/* Edits of a document's lists, such as a network's stores. Each is one step of undo. Changes that
 * scenarios make to single items go on being about the same items. */

/** Inserts an item before @position: a copy of item @like, or of the default where @like < 0. It
 *  has a name of its own, and its texts are what they may be beside those of the others. */
void twin_item_edits_insert (TwinDocument *document, const char *list, guint position, int like);
void twin_item_edits_remove (TwinDocument *document, const char *list, guint position);

G_END_DECLS
