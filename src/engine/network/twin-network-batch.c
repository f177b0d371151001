/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-batch.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "../twin-model-private.h"
#include "twin-network-private.h"
#include "twin-network.h"

/* Bytes that a batch may take. */
#define LARGEST_BATCH (16.0 * 1024 * 1024 * 1024)

/* Groups whose noise is drawn together. */
#define BLOCK 16

/* As many environments as the kernel has lanes. */
typedef struct
{
  TwinNetworkState *state;
  const double **sources; /* [n_observations]: where they stand */
  TwinNetworkTotals *totals; /* NULL: nobody wants metrics */
} Group;

struct _TwinNetworkBatch
{
  TwinModel *model;
  const TwinNetwork *network; /* the model's */
  TwinNetworkLayout *layout;
  const TwinNetworkKernel *kernel;
  gsize n_env;
  gsize n_groups;
  Group *groups;

  uint64_t *seeds;      /* [n_groups · lanes]; those behind n_env belong to nobody */
  uint64_t replication; /* of all */
  uint64_t n_invalid;
  gboolean is_normalized;
  float *halves; /* [n_actions]: of the upper bounds */

  /* shared by the groups, one after the other */
  double *flows;    /* [n_cells][TWIN_N_FLOWS][lanes] */
  double *calendar; /* [n_observations − n_of_cells][lanes] */
  double *orders;   /* [n_actions][lanes] */
  double *noise;    /* [BLOCK] of a day's, drawn anew each day: it stays in the cache */

  /* rows of the last group, which may not be full */
  float *spare_observations; /* [lanes][n_observations] */
  float *spare_actions;      /* [lanes][n_actions], and 4 behind them; see read_rows() */
};

static void
add_groups (TwinNetworkBatch *self)
{
  const TwinNetworkLayout *layout = self->layout;
  const guint lanes = self->kernel->lanes;
  const gsize noise = twin_network_count_noise (self->network) * lanes;

  self->groups = g_new (Group, self->n_groups);
  for (gsize g = 0; g < self->n_groups; g++)
    {
      Group *group = &self->groups[g];

      group->state = twin_network_state_new (self->network, lanes, self->flows);
      group->totals = NULL;
      group->state->noise = self->noise + g % BLOCK * noise;
      group->sources = g_new (const double *, layout->n_observations);
      twin_network_layout_find_sources (self->network, group->state, group->sources);
      for (guint i = layout->n_of_cells; i < layout->n_observations; i++)
        group->sources[i] = self->calendar + (gsize) (i - layout->n_of_cells) * lanes;
    }
}

/* Would the system give so much? Where it says so, and does not mean it, it is no use to ask. */
static gboolean
is_available (double bytes)
{
  g_autofree char *room = g_try_malloc ((gsize) bytes);

  return room != NULL;
}

/* Is it of the right type, and does it fit into memory? */
static gboolean
check (const TwinModel *model,
       size_t n_env,
       GError **error)
{
  const TwinModelType *type = twin_model_get_model_type (model);

  if (type != &twin_network_type)
    {
      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_CONFLICT, "model",
                                         _("model: %s cannot be stepped day by day, only %s can"),
                                         type->name, twin_network_type.name));
      return FALSE;
    }
  const TwinNetwork *n = twin_model_get_data (model);
  double numbers = 12.0 * n->n_cells + (double) n->n_arrival_slots * n->n_store_cells +
                   (double) n->n_delivery_slots * n->n_skus;
  if (n_env < 1 || n_env * numbers * sizeof (double) > LARGEST_BATCH)
    {
      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_TOO_LARGE, NULL,
                                         _("%zu environments are not allowed; there "
                                           "must be 1 to %.0f of this model"),
                                         n_env, LARGEST_BATCH / numbers / sizeof (double)));
      return FALSE;
    }
  if (!is_available (n_env * numbers * sizeof (double)))
    {
      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_TOO_LARGE, NULL,
                                         _("There is no memory for %zu environments, which take "
                                           "%.0f MB"),
                                         n_env, n_env * numbers * sizeof (double) / 1e6));
      return FALSE;
    }
  return TRUE;
}

TwinNetworkBatch *
twin_network_batch_new (const TwinModel *model,
                        size_t n_env,
                        GError **error)
{
  if (!check (model, n_env, error))
    return NULL;

  TwinNetworkBatch *self = g_new0 (TwinNetworkBatch, 1);
  const TwinNetwork *n = twin_model_get_data (model);
  self->model = twin_model_ref ((TwinModel *) model);
  self->network = n;
  self->layout = twin_network_layout_new (n);
  self->kernel = twin_network_kernel_get_wide ();
  const guint lanes = self->kernel->lanes, n_observations = self->layout->n_observations;
  self->n_env = n_env;
  self->n_groups = (n_env + lanes - 1) / lanes;
  self->flows = twin_network_new_lanes ((gsize) n->n_cells * TWIN_N_FLOWS, lanes);
  self->calendar = twin_network_new_lanes (n_observations - self->layout->n_of_cells, lanes);
  self->orders = twin_network_new_lanes (n->n_cells, lanes);
  self->halves = g_new (float, n->n_cells);
  for (guint i = 0; i < n->n_cells; i++)
    self->halves[i] = (float) (self->layout->actions[i].upper / 2);
  self->noise = twin_network_new_lanes (BLOCK * twin_network_count_noise (n), lanes);
  self->spare_observations = g_new0 (float, (gsize) lanes * n_observations);
  self->spare_actions = g_new0 (float, (gsize) lanes * n->n_cells + 4);
  add_groups (self);

  self->seeds = g_new (uint64_t, self->n_groups * lanes);
  for (gsize i = 0; i < self->n_groups * lanes; i++)
    self->seeds[i] = i;
  twin_network_batch_reset (self, self->seeds, NULL);
  return self;
}

void
twin_network_batch_free (TwinNetworkBatch *self)
{
  if (self == NULL)
    return;
  for (gsize g = 0; g < self->n_groups; g++)
    {
      twin_network_state_free (self->network, self->groups[g].state);
      g_clear_pointer (&self->groups[g].totals, twin_network_totals_free);
      g_free (self->groups[g].sources);
    }
  g_free (self->groups);
  g_free (self->seeds);
  g_free (self->halves);
  g_free (self->spare_observations);
  g_free (self->spare_actions);
  g_aligned_free (self->calendar);
  g_aligned_free (self->orders);
  g_aligned_free (self->noise);
  g_aligned_free (self->flows);
  twin_network_layout_free (self->layout);
  twin_model_unref (self->model);
  g_free (self);
}

size_t
twin_network_batch_get_n_env (const TwinNetworkBatch *self)
{
  return self->n_env;
}

size_t
twin_network_batch_get_n_observations (const TwinNetworkBatch *self)
{
  return self->layout->n_observations;
}

const TwinNetworkNumber *
twin_network_batch_get_observation_layout (const TwinNetworkBatch *self)
{
  return self->layout->observations;
}

size_t
twin_network_batch_get_n_actions (const TwinNetworkBatch *self)
{
  return self->layout->n_actions;
}

const TwinNetworkNumber *
twin_network_batch_get_action_layout (const TwinNetworkBatch *self)
{
  return self->layout->actions;
}

uint64_t
twin_network_batch_get_n_invalid (const TwinNetworkBatch *self)
{
  return self->n_invalid;
}

/* Environments of a group that somebody asked for. */
static guint
count_members (const TwinNetworkBatch *self,
               gsize group)
{
  return (guint) MIN (self->kernel->lanes, self->n_env - group * self->kernel->lanes);
}

/* What depends on the day alone is the same in every lane. */
static void
fill_calendar (TwinNetworkBatch *self,
               guint day)
{
  const double *numbers = twin_network_layout_get_calendar (self->layout, day);
  const guint n = self->layout->n_observations - self->layout->n_of_cells;

  for (guint i = 0; i < n; i++)
    for (guint lane = 0; lane < self->kernel->lanes; lane++)
      self->calendar[i * self->kernel->lanes + lane] = numbers[i];
}

static void
write_observations (TwinNetworkBatch *self,
                    gsize group,
                    float *observations)
{
  const guint n = self->layout->n_observations, members = count_members (self, group);
  const double *const *sources = self->groups[group].sources;
  float *rows = observations + group * self->kernel->lanes * n;

  if (members == self->kernel->lanes)
    {
      self->kernel->write_rows (sources, n, rows);
      return;
    }
  self->kernel->write_rows (sources, n, self->spare_observations);
  memcpy (rows, self->spare_observations, (gsize) members * n * sizeof (float));
}

/* The group's actions, lane by lane. */
static const double *
read_actions (TwinNetworkBatch *self,
              gsize group,
              const float *actions)
{
  const guint n = self->layout->n_actions, members = count_members (self, group);
  const float *rows = actions + group * self->kernel->lanes * n;

  if (group == self->n_groups - 1)
    {
      memcpy (self->spare_actions, rows, (gsize) members * n * sizeof (float));
      rows = self->spare_actions;
    }
  self->n_invalid +=
      self->kernel->read_rows (rows, n, self->is_normalized ? self->halves : NULL, self->orders);
  return self->orders;
}

static void
start (TwinNetworkBatch *self,
       float *observations)
{
  uint64_t replications[TWIN_MOST_LANES];

  for (guint lane = 0; lane < self->kernel->lanes; lane++)
    replications[lane] = self->replication;
  fill_calendar (self, 0);
  for (gsize g = 0; g < self->n_groups; g++)
    {
      twin_network_state_start (self->network, self->groups[g].state,
                                self->seeds + g * self->kernel->lanes, replications);
      if (self->groups[g].totals != NULL)
        twin_network_totals_start (self->network, self->groups[g].totals);
      if (observations != NULL)
        write_observations (self, g, observations);
    }
}

void
twin_network_batch_reset (TwinNetworkBatch *self,
                          const uint64_t *seeds,
                          float *observations)
{
  if (seeds != NULL)
    {
      memmove (self->seeds, seeds, self->n_env * sizeof (uint64_t));
      self->replication = 0;
    }
  else
    self->replication++;
  start (self, observations);
}

/* The last group, which may not be full, writes into numbers of its own first. */
static void
live_a_group (TwinNetworkBatch *self,
              gsize group,
              const float *actions,
              float *observations,
              double *rewards,
              double *costs)
{
  const gsize lanes = self->kernel->lanes, first = group * lanes;
  const guint members = count_members (self, group);
  const gboolean is_full = members == lanes;
  const double *orders = actions != NULL ? read_actions (self, group, actions) : NULL;
  double spare[(1 + TWIN_N_COSTS) * TWIN_MOST_LANES];

  self->kernel->live (self->network, self->groups[group].state, orders, FALSE,
                      self->groups[group].totals,
                      rewards == NULL ? NULL : is_full ? rewards + first : spare,
                      costs == NULL ? NULL : is_full ? costs + first : spare + lanes,
                      is_full ? self->n_env : lanes);
  if (rewards != NULL && !is_full)
    memcpy (rewards + first, spare, members * sizeof (double));
  for (guint i = 0; i < TWIN_N_COSTS && costs != NULL && !is_full; i++)
    memcpy (costs + i * self->n_env + first, spare + (1 + i) * lanes, members * sizeof (double));
  if (observations != NULL)
    write_observations (self, group, observations);
}

static void
live_a_block (TwinNetworkBatch *self,
              gsize block,
              const float *actions,
              float *observations,
              double *rewards,
              double *costs)
{
  const gsize first = block * BLOCK, end = MIN (first + BLOCK, self->n_groups);
  TwinNetworkState *states[BLOCK];

  for (gsize g = first; g < end; g++)
    states[g - first] = self->groups[g].state;
  self->kernel->draw_noise (self->network, states, (guint) (end - first), states[0]->day);
  for (gsize g = first; g < end; g++)
    live_a_group (self, g, actions, observations, rewards, costs);
}

/* Forwards on one day, backwards on the next: what was used last is still in the cache. */
static void
live_a_day (TwinNetworkBatch *self,
            const float *actions,
            float *observations,
            double *rewards,
            double *costs)
{
  const gsize n_blocks = (self->n_groups + BLOCK - 1) / BLOCK;
  const guint day = self->groups[0].state->day;

  fill_calendar (self, day + 1);
  for (gsize i = 0; i < n_blocks; i++)
    live_a_block (self, day % 2 == 0 ? i : n_blocks - 1 - i, actions, observations, rewards, costs);
}

void
twin_network_batch_step (TwinNetworkBatch *self,
                         const float *actions,
                         float *observations,
                         double *rewards,
                         uint8_t *truncated)
{
  twin_network_batch_step_with_costs (self, actions, observations, rewards, NULL, truncated);
}

void
twin_network_batch_step_with_costs (TwinNetworkBatch *self,
                                    const float *actions,
                                    float *observations,
                                    double *rewards,
                                    double *costs,
                                    uint8_t *truncated)
{
  if (self->groups[0].state->day < self->network->n_days)
    live_a_day (self, actions, observations, rewards, costs);
  else
    {
      twin_network_batch_reset (self, NULL, observations);
      if (rewards != NULL)
        memset (rewards, 0, self->n_env * sizeof (double));
      if (costs != NULL)
        memset (costs, 0, TWIN_N_COSTS * self->n_env * sizeof (double));
    }
  if (truncated != NULL)
    memset (truncated, self->groups[0].state->day == self->network->n_days, self->n_env);
}

void
twin_network_batch_set_normalized (TwinNetworkBatch *self,
                                   gboolean normalized)
{
  self->is_normalized = normalized;
}

/* Several numbers at once: x − x is 0 of a finite number and NaN of any other. */
size_t
twin_network_batch_find_infinite (const TwinNetworkBatch *self,
                                  const float *actions)
{
  typedef float Floats __attribute__ ((vector_size (64)));
  typedef int32_t Bits __attribute__ ((vector_size (64)));
  const gsize n = self->n_env * self->layout->n_actions, step = sizeof (Floats) / sizeof (float);
  gsize i = 0;

  for (; i + step <= n; i += step)
    {
      Floats numbers;
      uint64_t words[sizeof (Floats) / 8], all = 0;

      memcpy (&numbers, actions + i, sizeof numbers);
      const Bits bits = (Bits) (numbers - numbers);
      memcpy (words, &bits, sizeof bits);
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        all |= words[k];
      if (G_UNLIKELY (all != 0))
        break;
    }
  while (i < n && isfinite (actions[i]))
    i++;
  return i;
}

void
twin_network_batch_keep_metrics (TwinNetworkBatch *self)
{
  g_return_if_fail (self->groups[0].state->day == 0);

  for (gsize g = 0; g < self->n_groups; g++)
    if (self->groups[g].totals == NULL)
      {
        self->groups[g].totals = twin_network_totals_new (self->network, self->kernel->lanes);
        twin_network_totals_start (self->network, self->groups[g].totals);
      }
}

void
twin_network_batch_get_metrics (const TwinNetworkBatch *self,
                                double *metrics)
{
  g_return_if_fail (self->groups[0].totals != NULL);

  for (gsize i = 0; i < self->n_env; i++)
    twin_network_totals_store (self->network, self->groups[i / self->kernel->lanes].totals,
                               i % self->kernel->lanes, metrics + i, self->n_env);
}
