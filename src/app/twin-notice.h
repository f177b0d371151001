/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TwinNotice:
 *
 * A strip at the foot of a page that states something lasting: why it shows results of older
 * parameters; or, quieter and only where there is nothing of that kind to say, a remark. (What
 * AdwBanner is from libadwaita 1.3 on.)
 *
 * Properties: "text" and "remark" (where both are NULL the strip is hidden).
 */
#define TWIN_TYPE_NOTICE (twin_notice_get_type ())
G_DECLARE_FINAL_TYPE (TwinNotice, twin_notice, TWIN, NOTICE, AdwBin)

void twin_notice_set_text (TwinNotice *self, const char *text);
void twin_notice_set_remark (TwinNotice *self, const char *remark);

G_END_DECLS
