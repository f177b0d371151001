/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-shop.h"

#include <math.h>

static const TwinChoice moods[] = { { "calm", "Calm" }, { "wild", "Wild" }, { NULL } };
static const char *const shop_ids[] = { "north", "south" };
static const TwinParameterList lists[] = {
  { "shops", "Shops", "Shop", 2, 1, 4 },
  { "notes", "Notes", "Note", 0, 0, 3 },
};
static const TwinParameter table[] = {
  { .key = "open", .type = TWIN_PARAMETER_BOOLEAN, .upper = 1 },
  { .key = "sea.mood", .type = TWIN_PARAMETER_CHOICE, .choices = moods, .upper = 1 },
  { .key = "shops.*.id", .type = TWIN_PARAMETER_TEXT, .item_text = shop_ids },
  { .key = "shops.*.stock.low", .type = TWIN_PARAMETER_WHOLE, .initial = 5, .upper = 100 },
  { .key = "sea.depth.mean", .type = TWIN_PARAMETER_REAL, .initial = 2.5, .upper = INFINITY },
  { .key = "shops.*.stock.high", .type = TWIN_PARAMETER_WHOLE, .initial = 50, .upper = 100 },
  { .key = "notes.*.text", .type = TWIN_PARAMETER_TEXT },
  { .key = "sea.depth.sd", .type = TWIN_PARAMETER_REAL, .initial = 1, .upper = 10,
    .above_lower = TRUE },
};
static const TwinOrdering orderings[] = { { "shops.*.stock.low", "shops.*.stock.high", TRUE } };
const TwinModelType test_shop_type = {
  .name = "shop",
  .parameters = table,
  .n_parameters = G_N_ELEMENTS (table),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .orderings = orderings,
  .n_orderings = G_N_ELEMENTS (orderings),
};
