/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-optimum.h"

G_BEGIN_DECLS

/** Inside the experiments: sets @efficient of those policies that no other beats in cost or service
 *  while it is as good in the other. It is FALSE in all of them before. */
void twin_frontier_find (TwinPolicy *policies, gsize n_policies);

G_END_DECLS
