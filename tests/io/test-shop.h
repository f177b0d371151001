/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model-type.h"

/* A type that has everything that a table can say: lists, branches within their items, branches
 * that the table comes back to, choices, booleans and texts. It cannot be simulated. */
extern const TwinModelType test_shop_type;
