/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model.h"

G_BEGIN_DECLS

/** What the model's parameters allow, but is hardly meant, a line each, in words for people who see
 *  the parameters by their titles; the first few of many. NULL: there is nothing to remark.
 *  (transfer full) */
char *twin_remarks_text_describe (const TwinModel *model);

G_END_DECLS
