/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-model.h"

G_BEGIN_DECLS

/**
 * twin_toy_type:
 *
 * A workshop that is no twin of anything: lists, choices, texts, decisions and metrics of other
 * names and numbers than those of the product's models, so that what works with it knows none of
 * them. The model is simple enough for its answers to be computed in a test:
 *
 * Every day has `load` events. Event k of a replication wears by a random w(k) in [0, 1); the first
 * TOY_START events of a replication wear by 1. W is their mean, V the sum of the machines' speeds:
 *
 *   uptime  = 1 − W ÷ (1 + crew + spares ÷ 10 + pace)
 *   wages   = (3 − pace) · crew · days
 *   repairs = (spares ÷ 2 + 20 · W · V) · days
 *   expense = wages + repairs
 *
 * On the night shift, pace counts as 0.
 *
 * The trace of replication i has a panel "Odd" in which the level of day d is i + d from noon on, a
 * panel "Even" where it is always 7, and a panel "Marks" that has no level.
 */
extern const TwinModelType twin_toy_type;

#define TOY_START 50

enum
{
  TOY_THROUGHPUT,
  TOY_WAGES,
  TOY_UPTIME,
  TOY_REPAIRS,
  TOY_EXPENSE,
  TOY_N_METRICS
};

/** A model of the toy with "key=value" settings, NULL-terminated. */
TwinModel *twin_toy_new (const char *setting, ...) G_GNUC_NULL_TERMINATED;
/** Likewise its parameters. */
TwinParameters *twin_toy_new_parameters (const char *setting, ...) G_GNUC_NULL_TERMINATED;

/** Asserts a #TwinError about @at, whose message names it. */
#define assert_refused(error, because, at)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_error (error, TWIN_ERROR, (int) (because));                                           \
    g_assert_cmpstr (twin_error_get_key (error), ==, at);                                          \
    g_assert_nonnull (strstr ((error)->message, at));                                              \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
