/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-comparison.h"

G_BEGIN_DECLS

/** What the model's parameters allow, but is hardly meant, a line each, in words for people who see
 *  the parameters by their titles; the first few of many. NULL: there is nothing to remark.
 *  (transfer full) */
char *twin_remarks_text_describe (const TwinModel *model);
/** The same of all scenarios: what goes for the first is said once, and of the others with their
 *  titles what is new. */
char *twin_remarks_text_describe_scenarios (const TwinComparison *comparison);

G_END_DECLS
