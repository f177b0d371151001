/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart-export.h"

G_BEGIN_DECLS

/** A picture of @charts ([n]), one below the other, as a report has it: the bytes of a file.
 *  @error: G_IO_ERROR. */
GBytes *twin_cli_sheet_render (TwinChart *const *charts,
                               guint n,
                               TwinImageFormat format,
                               GError **error);

G_END_DECLS
