/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model.h"

G_BEGIN_DECLS

/** What the type's build() laid out, for the type's own files. */
gconstpointer twin_model_get_data (const TwinModel *self);

G_END_DECLS
