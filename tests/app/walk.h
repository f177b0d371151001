/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "keys.h"

G_BEGIN_DECLS

/** Goes by Tab through the window, or the popover that is open in it, from where it is until it is
 *  there again; fails the test where something holds the focus, where what has it is out of sight
 *  or does not show it, and where a control of @part (the window, or that popover) is
 *  not come by. */
void walk (gpointer window, gpointer part);
/** Opens all that can be unfolded in @root. */
void expand_all (gpointer root);
/** The popover that is open below @root, or NULL. */
GtkPopover *find_popover (gpointer root);

G_END_DECLS
