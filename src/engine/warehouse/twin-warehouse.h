/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-model-type.h"

G_BEGIN_DECLS

/** One warehouse, one product, one supplier, continuous review: the (s, S) policy under Poisson
 *  demand and random lead times. docs/manual.md has its assumptions. */
extern const TwinModelType twin_warehouse_type;

G_END_DECLS
