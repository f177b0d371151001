/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The default network as one would write it in C in a day: one environment is one struct, a day is
 * one function. "actions" orders the same each day and looks at each day's state and reward, as a
 * learner would. */

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "../contestant.h"
#include "normal.h"

#define EPISODES 2000
#define N_STORES 3
#define N_DAYS 90
#define STORE_LEAD 2
#define SUPPLIER_LEAD 7
#define RELIABILITY 0.98
#define HOLDING_COST 0.5
#define STOCKOUT_PENALTY 10.0
#define ORDER_COST 25.0
#define BASE_DEMAND 50.0
#define DEMAND_SD 15.0
#define N_OBSERVATIONS 21

static const double multiplier[N_STORES] = { 1.2, 1.0, 1.5 };
/* of the stores, then of the warehouse */
static const double initial[N_STORES + 1] = { 700, 600, 900, 5000 };
static const double capacity[N_STORES + 1] = { 2000, 1500, 2500, 15000 };
static const double reorder_point[N_STORES + 1] = { 300, 250, 400, 2000 };
static const double order_up_to[N_STORES + 1] = { 800, 700, 1000, 6000 };
static const double actions[N_STORES + 1] = { 60, 50, 75, 185 };
static double season[N_DAYS];

/* What the warehouse owes on one order */
typedef struct
{
  int store;
  double quantity;
} Owed;

typedef struct
{
  Generator generator;
  int day;
  double on_hand[N_STORES + 1];
  double on_order[N_STORES + 1];
  double backlog[N_STORES + 1];
  double demand[N_STORES], lost[N_STORES];
  double to_stores[STORE_LEAD + 1][N_STORES];
  double to_warehouse[SUPPLIER_LEAD + 1];
  Owed queue[N_STORES * N_DAYS];
  int n_owed;

  /* totals of the episode */
  double units, sales, cost, stock, stock_squares, least_stock, most_stock, service, least_service;
  int store_orders, warehouse_orders;
} Env;

static void
reset (Env *env,
       uint64_t number)
{
  memset (env, 0, offsetof (Env, queue));
  memset (&env->n_owed, 0, sizeof *env - offsetof (Env, n_owed));
  seed (&env->generator, number);
  memcpy (env->on_hand, initial, sizeof initial);
  env->least_stock = env->least_service = INFINITY;
}

/* What a node orders: by its rule, or as it is told; never over its capacity */
static inline double
decide (int node,
        double position,
        bool act)
{
  double quantity = position <= reorder_point[node] ? order_up_to[node] - position : 0;

  if (act)
    quantity = actions[node];
  if (quantity > capacity[node] - position)
    quantity = capacity[node] - position;
  return quantity > 0 ? quantity : 0;
}

static void
queue_order (Env *env,
             int store,
             double quantity)
{
  env->queue[env->n_owed++] = (Owed) { store, quantity };
  env->backlog[store] += quantity;
  env->backlog[N_STORES] += quantity;
}

/* Oldest order first, as far as the stock goes */
static void
ship (Env *env)
{
  double *departures = env->to_stores[(env->day + STORE_LEAD) % (STORE_LEAD + 1)];
  int left = 0;

  for (int i = 0; i < env->n_owed; i++)
    {
      Owed owed = env->queue[i];
      double shipped = owed.quantity < env->on_hand[N_STORES] ? owed.quantity
                                                               : env->on_hand[N_STORES];

      env->on_hand[N_STORES] -= shipped;
      env->backlog[N_STORES] -= shipped;
      env->backlog[owed.store] -= shipped;
      env->on_order[owed.store] += shipped;
      departures[owed.store] += shipped;
      owed.quantity -= shipped;
      if (owed.quantity > 0)
        env->queue[left++] = owed;
    }
  env->n_owed = left;
}

static void
order_for_warehouse (Env *env,
                     bool act,
                     double *cost)
{
  double position = env->on_hand[N_STORES] + env->on_order[N_STORES] - env->backlog[N_STORES];
  double quantity = decide (N_STORES, position, act);
  double *slot = &env->to_warehouse[env->day % (SUPPLIER_LEAD + 1)];

  env->to_warehouse[(env->day + SUPPLIER_LEAD) % (SUPPLIER_LEAD + 1)] = quantity;
  env->on_order[N_STORES] += quantity;
  if (quantity > 0)
    {
      *cost += ORDER_COST;
      env->warehouse_orders++;
    }
  if (*slot > 0)
    {
      env->on_order[N_STORES] -= *slot;
      if (draw_uniform (&env->generator) < RELIABILITY)
        env->on_hand[N_STORES] += *slot;
      *slot = 0;
    }
}

static void
count (Env *env,
       double demand,
       double sales,
       double cost)
{
  double service = demand > 0 ? sales / demand : 1, stock = 0;

  for (int node = 0; node <= N_STORES; node++)
    stock += env->on_hand[node];
  env->units += demand;
  env->sales += sales;
  env->cost += cost;
  env->stock += stock;
  env->stock_squares += stock * stock;
  env->least_stock = stock < env->least_stock ? stock : env->least_stock;
  env->most_stock = stock > env->most_stock ? stock : env->most_stock;
  env->service += service;
  env->least_service = service < env->least_service ? service : env->least_service;
}

/* Lives a day; returns minus its cost. */
static double
step (Env *env,
      bool act)
{
  double demand = 0, sales = 0, cost = 0;

  for (int i = 0; i < N_STORES; i++)
    {
      double wanted = BASE_DEMAND * multiplier[i] * season[env->day]
                      + DEMAND_SD * draw_normal (&env->generator);
      double sold;

      wanted = wanted > 0 ? wanted : 0;
      sold = wanted < env->on_hand[i] ? wanted : env->on_hand[i];
      env->on_hand[i] -= sold;
      env->demand[i] = wanted;
      env->lost[i] = wanted - sold;
      demand += wanted;
      sales += sold;
      cost += STOCKOUT_PENALTY * env->lost[i];
    }
  for (int i = 0; i < N_STORES; i++)
    {
      double quantity = decide (i, env->on_hand[i] + env->on_order[i] + env->backlog[i], act);

      if (quantity > 0)
        {
          queue_order (env, i, quantity);
          env->store_orders++;
        }
    }
  ship (env);

  double *arrivals = env->to_stores[env->day % (STORE_LEAD + 1)];
  for (int i = 0; i < N_STORES; i++)
    {
      env->on_hand[i] += arrivals[i];
      env->on_order[i] -= arrivals[i];
      arrivals[i] = 0;
    }
  order_for_warehouse (env, act, &cost);
  for (int node = 0; node <= N_STORES; node++)
    cost += HOLDING_COST * env->on_hand[node];
  count (env, demand, sales, cost);
  env->day++;
  return -cost;
}

static void
observe (const Env *env,
         float *observations)
{
  for (int node = 0; node <= N_STORES; node++)
    {
      *observations++ = (float) env->on_hand[node];
      *observations++ = (float) env->on_order[node];
      *observations++ = (float) env->backlog[node];
      if (node == N_STORES)
        break;
      *observations++ = (float) env->demand[node];
      *observations++ = (float) env->lost[node];
    }
  *observations++ = (float) env->day / N_DAYS;
  *observations++ = (float) season[env->day % N_DAYS];
  *observations = 0;
}

static inline __attribute__ ((always_inline)) Round
run (bool act)
{
  static float observations[N_OBSERVATIONS];
  static Env env;
  Round sum = { 0 };
  double rewards = 0;

  for (uint64_t i = 0; i < EPISODES; i++)
    {
      reset (&env, i);
      while (env.day < N_DAYS)
        {
          rewards += step (&env, act);
          if (act)
            observe (&env, observations);
        }
      sum.fill_rate += env.sales / env.units / EPISODES;
    }
  sum.events = (double) EPISODES * N_DAYS;
  sum.total_cost = -rewards / EPISODES;
  return sum;
}

static Round
run_by_rule (void *data)
{
  return run (false);
}

static Round
run_with_actions (void *data)
{
  return run (true);
}

int
main (int argc,
      char **argv)
{
  make_layers ();
  for (int day = 0; day < N_DAYS; day++)
    season[day] = 1 + 0.3 * sin (2 * 3.14159265358979323846 * day / 30);
  return serve_rounds (
      argc > 1 && strcmp (argv[1], "actions") == 0 ? run_with_actions : run_by_rule, NULL);
}
