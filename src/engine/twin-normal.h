/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-stream.h"

G_BEGIN_DECLS

/**
 * twin_normal_four:
 * @normal: out, four independent normal numbers with mean 0 and standard deviation 1
 *
 * Always two draws of the stream, and no function of the C library: the same bits on every machine,
 * and in every lane of twin-lanes-normal.h, which is the same code. For simulations that run side
 * by side in vectors; elsewhere twin_stream_normal() is exact.
 *
 * In single precision: the error is below TWIN_NORMAL_FOUR_ERROR, and no number is beyond
 * ±TWIN_NORMAL_FOUR_LARGEST, which one in 2 · 10¹⁰ true normal numbers is.
 */
void twin_normal_four (TwinStream *stream, double normal[4]);

#define TWIN_NORMAL_FOUR_ERROR 1e-6
/** √(2 · 31 · log 2) = 6.5556, rounded up: the smallest number whose logarithm is taken is 2⁻³¹. */
#define TWIN_NORMAL_FOUR_LARGEST 6.56

G_END_DECLS
