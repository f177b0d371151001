/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-model-type.h"

G_BEGIN_DECLS

/** Stores, one warehouse, one supplier, day by day: seasonal random demand, lost sales at the
 *  stores, backlog at the warehouse, (s, S) orders everywhere.
 *  docs/manual.md has its assumptions. */
extern const TwinModelType twin_network_type;

G_END_DECLS
