/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How many numbers at once this processor's vectors hold, of those for which the build has
 *  compiled kernels: 8 with AVX-512, 4 with AVX2, else 2. Kernels with fewer lanes run as well. */
guint twin_processor_get_lanes (void);

G_END_DECLS
