/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-chart.h"

G_BEGIN_DECLS

/** Adds the shape's outline around (x, y) to the path. All shapes look equally large. */
void twin_marker_path (cairo_t *cr, TwinMark mark, double x, double y, double radius);

G_END_DECLS
