/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-page.h"

G_BEGIN_DECLS

/**
 * TwinRunPage:
 *
 * Many replications of the document's model, live: headline metrics, one replication's trace, how
 * a metric is distributed, what the cost is made of, and every replication as a table.
 */
#define TWIN_TYPE_RUN_PAGE (twin_run_page_get_type ())
G_DECLARE_FINAL_TYPE (TwinRunPage, twin_run_page, TWIN, RUN_PAGE, TwinPage)

G_END_DECLS
