/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-page.h"

G_BEGIN_DECLS

/**
 * TwinOptimizePage:
 *
 * The cheapest policy that keeps a target: what to look at, the search with its progress, cost
 * against service of every policy, the answer in words, and all policies as a table.
 */
#define TWIN_TYPE_OPTIMIZE_PAGE (twin_optimize_page_get_type ())
G_DECLARE_FINAL_TYPE (TwinOptimizePage, twin_optimize_page, TWIN, OPTIMIZE_PAGE, TwinPage)

G_END_DECLS
