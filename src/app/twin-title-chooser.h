/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TwinTitleChooser:
 *
 * A drop-down for so many titles that one has to search them: what is typed is found anywhere in
 * them, and where nothing is, the list says so. Its signal `changed` says that somebody chose.
 */
#define TWIN_TYPE_TITLE_CHOOSER (twin_title_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TwinTitleChooser, twin_title_chooser, TWIN, TITLE_CHOOSER, AdwBin)

/** @titles: NULL-terminated; the first is chosen. */
void twin_title_chooser_set_titles (TwinTitleChooser *self, const char *const *titles);

/** The number of the title that is chosen. */
guint twin_title_chooser_get_selected (TwinTitleChooser *self);
void twin_title_chooser_set_selected (TwinTitleChooser *self, guint selected);

G_END_DECLS
