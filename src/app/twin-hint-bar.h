/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TwinHintBar:
 *
 * A strip at the foot of a window with one thing that a newcomer may not find alone. It asks for
 * nothing: it goes as soon as that is done, or is closed, and does not come again. One hint at a
 * time, and the next one not before the tab is shown anew.
 */
#define TWIN_TYPE_HINT_BAR (twin_hint_bar_get_type ())
G_DECLARE_FINAL_TYPE (TwinHintBar, twin_hint_bar, TWIN, HINT_BAR, AdwBin)

/** @settings: (nullable): which hints are done with.
 *  Where nothing can be remembered there are none. */
void twin_hint_bar_set_settings (TwinHintBar *self, GSettings *settings);
/** Shows the next hint for the tab of that name, if there is one left. NULL: none, until there is
 *  something on the tab that a hint could be about. */
void twin_hint_bar_set_tab (TwinHintBar *self, const char *tab);
/** Whether what is at the side can be seen: no hint speaks of it while it cannot. */
void twin_hint_bar_set_side_shown (TwinHintBar *self, gboolean shown);

/** What hint @name tells has been done: "parameters", "charts", "scenarios", "policies". */
void twin_hint_bar_finish (TwinHintBar *self, const char *name);
/** All hints may come again. */
void twin_hint_bar_reset (TwinHintBar *self);

G_END_DECLS
