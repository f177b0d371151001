/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The default network as one would write it for speed alone: sixteen environments side by side in
 * vectors of single precision (eight with AVX2), by the vector extensions of gcc. Observations and
 * rewards are written as such vectors, number by number, and nothing is counted but the reward. An
 * environment whose warehouse cannot ship everything at once is left to a loop. */

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "../contestant.h"
#include "normal-vector.h"

#define N_GROUPS (4096 / WIDTH)
#define EPISODES 4
#define N_STORES 3
#define WAREHOUSE N_STORES
#define N_DAYS 90
#define STORE_SLOTS 3    /* a lead time of two days, and today */
#define SUPPLIER_SLOTS 8 /* of seven */
#define RELIABILITY 0.98f
#define HOLDING_COST 0.5f
#define STOCKOUT_PENALTY 10.0f
#define ORDER_COST 25.0f
#define BASE_DEMAND 50.0f
#define DEMAND_SD 15.0f
#define N_OBSERVATIONS 21

static const float multiplier[N_STORES] = { 1.2f, 1.0f, 1.5f };
/* of the stores, then of the warehouse */
static const float initial[N_STORES + 1] = { 700, 600, 900, 5000 };
static const float capacity[N_STORES + 1] = { 2000, 1500, 2500, 15000 };
static const float reorder_point[N_STORES + 1] = { 300, 250, 400, 2000 };
static const float order_up_to[N_STORES + 1] = { 800, 700, 1000, 6000 };
static const float actions[N_STORES + 1] = { 60, 50, 75, 185 };
static float season[N_DAYS];

/* What the warehouse of one environment owes on one order */
typedef struct
{
  int store;
  float quantity;
} Owed;

/* Environments side by side */
typedef struct
{
  Bits generator[4];
  Vector on_hand[N_STORES + 1];
  Vector on_order[N_STORES + 1];
  Vector backlog[N_STORES + 1];
  Vector to_stores[STORE_SLOTS][N_STORES];
  Vector to_warehouse[SUPPLIER_SLOTS];
  Vector observations[N_OBSERVATIONS];
  Vector reward;
  Vector noise[2 * N_STORES]; /* of demand: an even day's, and the next's */
  int day;
  int n_owed[WIDTH];
  Owed queue[WIDTH][N_STORES * N_DAYS];
} Group;

static inline Vector
least (Vector a,
       Vector b)
{
  return choose (a < b, a, b);
}

static inline Vector
positive (Vector a)
{
  return choose (a > 0, a, (Vector) { 0 });
}

static inline bool
is_any (Ints mask)
{
  static const Ints none = { 0 };

  return memcmp (&mask, &none, sizeof mask) != 0;
}

static void
reset (Group *group)
{
  Bits generator[4];

  memcpy (generator, group->generator, sizeof generator);
  memset (group, 0, offsetof (Group, queue));
  memcpy (group->generator, generator, sizeof generator);
  for (int node = 0; node <= N_STORES; node++)
    group->on_hand[node] += initial[node];
}

/* What a node orders: by its rule, or as it is told; never over its capacity */
static inline Vector
decide (int node,
        Vector position,
        bool act)
{
  Vector quantity = act ? (Vector) { 0 } + actions[node]
                        : choose (position <= reorder_point[node], order_up_to[node] - position,
                                  (Vector) { 0 });

  return positive (least (quantity, capacity[node] - position));
}

/* One environment whose warehouse owes something or has not enough: oldest order first */
static __attribute__ ((noinline)) void
ship_in_turn (Group *group,
              int i,
              const Vector *ordered,
              Vector *shipped)
{
  Owed *queue = group->queue[i];
  int n_owed = group->n_owed[i], left = 0;
  float stock = group->on_hand[WAREHOUSE][i];

  for (int store = 0; store < N_STORES; store++)
    {
      shipped[store][i] = 0;
      if (ordered[store][i] > 0)
        queue[n_owed++] = (Owed) { store, ordered[store][i] };
      group->backlog[store][i] += ordered[store][i];
    }
  for (int k = 0; k < n_owed; k++)
    {
      Owed owed = queue[k];
      float part = owed.quantity < stock ? owed.quantity : stock;

      stock -= part;
      owed.quantity -= part;
      shipped[owed.store][i] += part;
      group->backlog[owed.store][i] -= part;
      if (owed.quantity > 0)
        queue[left++] = owed;
    }
  group->n_owed[i] = left;
  group->on_hand[WAREHOUSE][i] = stock;
  group->backlog[WAREHOUSE][i] = 0;
  for (int store = 0; store < N_STORES; store++)
    {
      if (left == 0)
        group->backlog[store][i] = 0;
      group->backlog[WAREHOUSE][i] += group->backlog[store][i];
    }
}

/* Customers come, and stores order; returns the cost of lost sales. */
static inline Vector
open_stores (Group *group,
             bool act,
             Vector *ordered)
{
  const Vector *noise = group->noise + group->day % 2 * N_STORES;
  Vector cost = { 0 };

  if (group->day % 2 == 0)
    for (int pair = 0; pair < N_STORES; pair++)
      draw_normals (group->generator, DEMAND_SD, &group->noise[2 * pair],
                    &group->noise[2 * pair + 1]);
  for (int i = 0; i < N_STORES; i++)
    {
      Vector *observations = group->observations + 5 * i;
      Vector demand = positive (BASE_DEMAND * multiplier[i] * season[group->day] + noise[i]);
      Vector lost = positive (demand - group->on_hand[i]);

      group->on_hand[i] = positive (group->on_hand[i] - demand);
      cost += STOCKOUT_PENALTY * lost;
      observations[3] = demand;
      observations[4] = lost;
      ordered[i] = decide (i, group->on_hand[i] + group->on_order[i] + group->backlog[i], act);
    }
  return cost;
}

static inline void
ship (Group *group,
      const Vector *ordered)
{
  Vector shipped[N_STORES] = { ordered[0], ordered[1], ordered[2] };
  Vector *departures = group->to_stores[(group->day + STORE_SLOTS - 1) % STORE_SLOTS];
  Vector *arrivals = group->to_stores[group->day % STORE_SLOTS];
  Vector rest = group->on_hand[WAREHOUSE] - ordered[0] - ordered[1] - ordered[2];
  Ints is_short = (rest < 0) | (group->backlog[WAREHOUSE] > 0);

  if (is_any (is_short))
    for (int i = 0; i < WIDTH; i++)
      if (is_short[i])
        {
          ship_in_turn (group, i, ordered, shipped);
          rest[i] = group->on_hand[WAREHOUSE][i];
        }
  group->on_hand[WAREHOUSE] = rest;
  for (int i = 0; i < N_STORES; i++)
    {
      group->on_hand[i] += arrivals[i];
      group->on_order[i] += shipped[i] - arrivals[i];
      departures[i] = shipped[i];
    }
}

/* The warehouse orders, and the supplier delivers or loses; returns the cost of the order. */
static inline Vector
supply (Group *group,
        bool act)
{
  Vector *stock = &group->on_hand[WAREHOUSE], *on_order = &group->on_order[WAREHOUSE];
  Vector quantity = decide (WAREHOUSE, *stock + *on_order - group->backlog[WAREHOUSE], act);
  Vector due = group->to_warehouse[group->day % SUPPLIER_SLOTS];

  group->to_warehouse[(group->day + SUPPLIER_SLOTS - 1) % SUPPLIER_SLOTS] = quantity;
  *on_order += quantity - due;
  if (is_any (due > 0))
    *stock += choose (draw_uniform (group->generator) < RELIABILITY, due, (Vector) { 0 });
  return choose (quantity > 0, (Vector) { 0 } + ORDER_COST, (Vector) { 0 });
}

static inline void
step (Group *group,
      bool act)
{
  Vector ordered[N_STORES], cost = open_stores (group, act, ordered);

  ship (group, ordered);
  cost += supply (group, act);
  for (int node = 0; node <= N_STORES; node++)
    {
      cost += HOLDING_COST * group->on_hand[node];
      group->observations[5 * node] = group->on_hand[node];
      group->observations[5 * node + 1] = group->on_order[node];
      group->observations[5 * node + 2] = group->backlog[node];
    }
  group->day++;
  group->observations[18] = (Vector) { 0 } + (float) group->day / N_DAYS;
  group->observations[19] = (Vector) { 0 } + season[group->day % N_DAYS];
  group->reward = -cost;
}

static inline __attribute__ ((always_inline)) Round
run (Group *groups,
     bool act)
{
  Vector rewards = { 0 };
  double sum = 0;

  for (int episode = 0; episode < EPISODES; episode++)
    {
      for (int i = 0; i < N_GROUPS; i++)
        reset (&groups[i]);
      for (int day = 0; day < N_DAYS; day++)
        {
          rewards = (Vector) { 0 };
          for (int i = 0; i < N_GROUPS; i++)
            {
              step (&groups[i], act);
              rewards += groups[i].reward;
            }
          for (int i = 0; i < WIDTH; i++)
            sum += rewards[i];
        }
    }
  return (Round) {
    .events = (double) EPISODES * N_GROUPS * WIDTH * N_DAYS,
    .total_cost = -sum / (EPISODES * N_GROUPS * WIDTH),
  };
}

static Round
run_by_rule (void *data)
{
  return run (data, false);
}

static Round
run_with_actions (void *data)
{
  return run (data, true);
}

int
main (int argc,
      char **argv)
{
#ifndef __AVX2__
  fprintf (stderr, "the processor has no AVX2\n");
  return 1;
#endif
  Group *groups = aligned_alloc (sizeof (Vector), sizeof (Group) * N_GROUPS);
  uint64_t state = 42;

  for (int i = 0; i < N_GROUPS; i++)
    for (int k = 0; k < 4 * WIDTH; k++)
      {
        state = state * 6364136223846793005u + 1442695040888963407u;
        groups[i].generator[k / WIDTH][k % WIDTH] = (uint32_t) (state >> 32);
      }
  for (int day = 0; day < N_DAYS; day++)
    season[day] = 1 + 0.3f * sinf (2 * 3.14159265f * day / 30);
  if (argc > 1 && strcmp (argv[1], "actions") == 0)
    return serve_rounds (run_with_actions, groups);
  return serve_rounds (run_by_rule, groups);
}
