/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A selection in rounds:
 *
 *   measure all that are left ─▶ estimate ─▶ drop those that surely miss the target
 *        ▲                                            │
 *        │ as many replications again                 ▼
 *        └──── unless the slack is small ◀── drop those that surely cost more than the cheapest
 *              enough or n are spent         that surely keeps the target
 *
 * Samples are kept, a row a replication and a column a candidate, and are packed when columns go:
 * so the costs of any two that are left can be compared replication by replication, whichever of
 * them turns out to be the one to compare with. */

#include "twin-config.h"

#include "twin-selection-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-error.h"
#include "twin-estimate-private.h"
#include "twin-selection-rows.h"

/* Numbers kept at the most (160 MB). Very many candidates begin with fewer replications; where
 * those left would need more the rounds end. */
#define MAX_NUMBERS ((gsize) 20 * 1024 * 1024)
/* Numbers that are looked at between two looks for a cancel: some milliseconds. */
#define BREATH 2000000

typedef struct
{
  const TwinSelection *rules;
  TwinCandidate *candidates;
  gsize n_candidates;
  TwinSelectionFunc measure;
  gpointer data;
  const TwinMonitor *monitor;

  gsize *left;   /* numbers of the candidates that are left, [n_left], ascending */
  gsize n_left;
  gsize n;       /* replications of them */
  TwinRows rows; /* of them */
  gsize spent;   /* measurements */
  gssize leader; /* the cheapest that surely keeps the target; −1: none yet */
  double slack;  /* of the leader */
} Race;

gboolean
twin_selection_refuse_size (gsize n_candidates,
                            gsize bytes,
                            GError **error)
{
  g_autofree char *count = g_strdup_printf ("%" G_GSIZE_FORMAT, n_candidates);
  g_autofree char *size = g_format_size (bytes);

  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_TOO_LARGE, "optimize",
                                     /* Translators: a number, a size such as 1.2 GB */
                                     _("optimize: %s policies take %s, more memory than there is; "
                                       "take larger steps or narrower ranges"),
                                     count, size));
  return FALSE;
}

static guint
count_rounds (gsize first,
              gsize n)
{
  guint n_rounds = 1;

  for (; first < n; first *= 2)
    n_rounds++;
  return n_rounds;
}

static gsize
get_first_round (const Race *race)
{
  const gsize room = MAX_NUMBERS / (2 * race->n_candidates);

  return MIN (CLAMP (room, 2, TWIN_SELECTION_FIRST_ROUND), race->rules->n);
}

/* Steps of the monitor: all of it done where nobody is left to measure. */
static gsize
count_steps (const Race *race,
             gsize n)
{
  const double done = (double) race->spent + (double) race->n_left * (double) (n - race->n);
  const double to_do = (double) race->n_left * (double) (race->rules->n - n);

  return (gsize) ((double) race->n_candidates * (done / MAX (done + to_do, 1)));
}

static gboolean
measure_round (Race *race,
               gsize n,
               GError **error)
{
  const gsize count = n - race->n;
  const gsize begin = count_steps (race, race->n), end = count_steps (race, n);
  TwinStage stage;
  const TwinMonitor *part =
    twin_stage_begin (&stage, race->monitor, begin, end - begin, race->n_candidates);

  if (!twin_rows_grow (&race->rows, n))
    return twin_selection_refuse_size (race->n_candidates, twin_rows_get_size (&race->rows, n),
                                       error);
  if (!race->measure (race->left, race->n_left, race->n, count,
                      twin_rows_get (&race->rows, race->n, TWIN_ROW_SERVICE),
                      twin_rows_get (&race->rows, race->n, TWIN_ROW_COST),
                      TWIN_N_ROWS * race->n_left, race->data, part, error))
    return FALSE;

  race->spent += race->n_left * count;
  race->n = n;
  return TRUE;
}

/* Is there anybody still waiting when column @first is reached? */
static gboolean
goes_on (const Race *race,
         gsize first,
         GError **error)
{
  const gsize breath = MAX (BREATH / race->n / TWIN_ROWS_TILE, 1) * TWIN_ROWS_TILE;

  return first % breath != 0 || !twin_monitor_is_cancelled (race->monitor, error);
}

static gboolean
estimate_all (Race *race,
              GError **error)
{
  const double quantile = twin_estimate_get_quantile (race->n, TWIN_CONFIDENCE);
  g_autofree double *samples = g_new (double, TWIN_ROWS_TILE * race->n);

  for (gsize first = 0; first < race->n_left; first += TWIN_ROWS_TILE)
    {
      const gsize n_columns = MIN (TWIN_ROWS_TILE, race->n_left - first);

      if (!goes_on (race, first, error))
        return FALSE;
      for (TwinRow row = 0; row < TWIN_N_ROWS; row++)
        {
          twin_rows_copy (&race->rows, row, first, n_columns, samples);
          for (gsize c = 0; c < n_columns; c++)
            {
              TwinCandidate *candidate = &race->candidates[race->left[first + c]];
              TwinEstimate *estimate =
                row == TWIN_ROW_SERVICE ? &candidate->service : &candidate->cost;

              *estimate = twin_estimate_new (samples + c * race->n, NULL, race->n, quantile);
            }
        }
    }
  return TRUE;
}

/* What once was sure to keep the target stays so: others may have been dropped in its favour. */
static void
judge_services (Race *race,
                TwinBounds *bounds)
{
  g_autofree const TwinEstimate **services = g_new (const TwinEstimate *, race->n_left);

  for (gsize i = 0; i < race->n_left; i++)
    services[i] = &race->candidates[race->left[i]].service;
  twin_bounds_learn (bounds, services, race->n_left);

  for (gsize i = 0; i < race->n_left; i++)
    {
      TwinCandidate *candidate = &race->candidates[race->left[i]];

      if (candidate->feasibility == TWIN_FEASIBILITY_OPEN)
        candidate->feasibility = twin_bounds_judge (bounds, &candidate->service);
      candidate->rival = candidate->feasibility != TWIN_FEASIBILITY_MISSES;
    }
}

/* The column of the cheapest that is left and at least as @sure as that; −1: there is none. */
static gssize
find_cheapest (const Race *race,
               gboolean sure)
{
  gssize cheapest = -1;

  for (gsize i = 0; i < race->n_left; i++)
    {
      const TwinCandidate *candidate = &race->candidates[race->left[i]];
      const gboolean keeps = sure ? candidate->feasibility == TWIN_FEASIBILITY_KEEPS
                                  : candidate->service.mean >= race->rules->target;

      if (keeps && candidate->rival &&
          (cheapest < 0 ||
           candidate->cost.mean < race->candidates[race->left[cheapest]].cost.mean))
        cheapest = (gssize) i;
    }
  return cheapest;
}

/* By how much any rival may be cheaper than the one in column @column: @slack. Where that keeps the
 * target for sure (@drop), whoever is surely dearer is no rival any more. */
static gboolean
compare_costs (const Race *race,
               const TwinBounds *bounds,
               gsize column,
               gboolean drop,
               double *slack,
               GError **error)
{
  g_autofree double *leader = g_new (double, race->n);
  g_autofree double *samples = g_new (double, TWIN_ROWS_TILE * race->n);

  *slack = 0;
  twin_rows_copy (&race->rows, TWIN_ROW_COST, column, 1, leader);
  for (gsize first = 0; first < race->n_left; first += TWIN_ROWS_TILE)
    {
      const gsize n_columns = MIN (TWIN_ROWS_TILE, race->n_left - first);

      if (!goes_on (race, first, error))
        return FALSE;
      twin_rows_copy (&race->rows, TWIN_ROW_COST, first, n_columns, samples);
      for (gsize c = 0; c < n_columns; c++)
        {
          TwinCandidate *candidate = &race->candidates[race->left[first + c]];
          TwinEstimate difference;
          double most;

          if (!candidate->rival || first + c == column)
            continue;
          difference = twin_estimate_new (leader, samples + c * race->n, race->n, NAN);
          most = twin_bounds_get_most (bounds, &difference);
          if (drop && most < 0)
            candidate->rival = FALSE;
          else
            *slack = isnan (most) ? INFINITY : fmax (*slack, most);
        }
    }
  return TRUE;
}

/* Only rivals are left. */
static gboolean
drop_others (Race *race,
             GError **error)
{
  g_autofree gsize *kept = g_new (gsize, race->n_left);
  gsize n_kept = 0;

  for (gsize i = 0; i < race->n_left; i++)
    if (race->candidates[race->left[i]].rival)
      {
        race->left[n_kept] = race->left[i];
        kept[n_kept++] = i;
      }
  race->n_left = n_kept;
  return twin_rows_pack (&race->rows, kept, n_kept, race->monitor, error);
}

static gboolean
judge_round (Race *race,
             TwinBounds *bounds,
             GError **error)
{
  gssize column;

  if (!estimate_all (race, error))
    return FALSE;
  judge_services (race, bounds);
  column = find_cheapest (race, TRUE);
  race->leader = -1;
  race->slack = INFINITY;
  if (column >= 0)
    {
      race->leader = (gssize) race->left[column];
      if (!compare_costs (race, bounds, (gsize) column, TRUE, &race->slack, error))
        return FALSE;
    }
  return drop_others (race, error);
}

static gboolean
is_decided (const Race *race)
{
  return race->n_left == 0 ||
         (race->leader >= 0 &&
          race->slack <= race->rules->precision *
                           fabs (race->candidates[race->leader].cost.mean));
}

/* As many replications again, or the rest; no more where the samples would be too many. Bounds
 * count on that many rounds and no others. */
static gsize
get_next_round (const Race *race)
{
  const gsize n = MIN (2 * race->n, race->rules->n);

  return n <= MAX_NUMBERS / (2 * race->n_left) ? n : race->n;
}

static gboolean
run_rounds (Race *race,
            TwinBounds *bounds,
            GError **error)
{
  gsize n = get_first_round (race);
  const guint n_rounds = count_rounds (n, race->rules->n);

  while (n > race->n)
    {
      if (!measure_round (race, n, error))
        return FALSE;
      *bounds = twin_bounds_new (race->rules, race->n_candidates, n_rounds, n);
      if (!judge_round (race, bounds, error))
        return FALSE;
      if (is_decided (race))
        break;
      n = get_next_round (race);
    }
  return TRUE;
}

/* Where none surely keeps the target, all there is to name is the cheapest that does
 * in the mean. */
static gboolean
state (const Race *race,
       const TwinBounds *bounds,
       TwinStatement *statement,
       GError **error)
{
  gssize column;

  *statement = (TwinStatement) {
    .confidence = race->rules->confidence,
    .winner = race->leader,
    .slack = race->slack,
    .n_rivals = race->n_left,
    .n = race->n,
  };
  for (gsize i = 0; i < race->n_left; i++)
    if (race->candidates[race->left[i]].feasibility == TWIN_FEASIBILITY_OPEN)
      statement->n_open++;
  if (race->leader >= 0)
    return TRUE;

  column = find_cheapest (race, FALSE);
  statement->slack = NAN;
  if (column < 0)
    return TRUE;
  statement->winner = (gssize) race->left[column];
  return compare_costs (race, bounds, (gsize) column, FALSE, &statement->slack, error);
}

gboolean
twin_selection_run (const TwinSelection *self,
                    TwinCandidate *candidates,
                    gsize n_candidates,
                    TwinSelectionFunc measure,
                    gpointer data,
                    const TwinMonitor *monitor,
                    TwinStatement *statement,
                    GError **error)
{
  g_autofree gsize *left = NULL;
  TwinBounds bounds = { 0 };
  Race race = {
    .rules = self,
    .candidates = candidates,
    .n_candidates = n_candidates,
    .measure = measure,
    .data = data,
    .monitor = monitor,
    .n_left = n_candidates,
    .rows = { .width = n_candidates },
    .leader = -1,
    .slack = INFINITY,
  };
  gboolean done;

  g_return_val_if_fail (self != NULL && self->n > 0, FALSE);
  g_return_val_if_fail (self->confidence > 0 && self->confidence < 1, FALSE);
  g_return_val_if_fail (candidates != NULL && n_candidates > 0, FALSE);
  g_return_val_if_fail (measure != NULL && statement != NULL, FALSE);

  race.left = left = g_new (gsize, n_candidates);
  for (gsize i = 0; i < n_candidates; i++)
    left[i] = i;
  memset (candidates, 0, n_candidates * sizeof *candidates);

  done = run_rounds (&race, &bounds, error) && state (&race, &bounds, statement, error);
  if (done)
    twin_monitor_report (monitor, n_candidates, n_candidates);
  twin_rows_clear (&race.rows);
  return done;
}
