/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-parameters.h"

G_BEGIN_DECLS

/** How far the slider of the number @key gets on its way to @wanted: the last value, in steps of
 *  its parameter, that brings no problem that @parameters have not got already. A slider thus stops
 *  where it meets another parameter, and still leads out of what is wrong. */
double twin_slider_stop_find (const TwinParameters *parameters, const char *key, double wanted);

G_END_DECLS
