/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The warehouse as one would write it in C in an afternoon: one loop, the next event is the earlier
 * of two times. "log" draws exponentials by inversion, "ziggurat" by 256 layers (Marsaglia and
 * Tsang 2000). */

#include <math.h>
#include <string.h>

#include "../contestant.h"
#include "generator.h"

#define REPLICATIONS 1000

#define REORDER_POINT 40
#define ORDER_UP_TO 120
#define DEMAND_RATE 20.0
#define LEAD_MIN 1.0
#define LEAD_MAX 5.0
#define HORIZON 365.0
#define HOLDING_COST 1.0
#define STOCKOUT_PENALTY 20.0
#define ORDER_COST 50.0

typedef double (*Draw) (Generator *generator);

static inline double
draw_by_log (Generator *g)
{
  return -log (1.0 - draw_uniform (g));
}

#define N_LAYERS 256
#define TAIL 7.69711747013104972      /* where the lowest layer's rectangle ends … */
#define AREA 0.0039496598225815571993 /* … and the area that each layer then has */

static struct
{
  double edge[N_LAYERS + 1];    /* right end of each layer, from the tail inwards */
  double density[N_LAYERS + 1]; /* exp (−edge) */
  double width[N_LAYERS];       /* edge ÷ 2⁵⁶ */
  uint64_t inside[N_LAYERS];    /* what of 2⁵⁶ lies under the curve for certain */
} layers;

static void
make_layers (void)
{
  layers.edge[0] = AREA / exp (-TAIL);
  layers.edge[1] = TAIL;
  for (int i = 2; i < N_LAYERS; i++)
    layers.edge[i] = -log (AREA / layers.edge[i - 1] + exp (-layers.edge[i - 1]));
  layers.edge[N_LAYERS] = 0.0;

  for (int i = 0; i <= N_LAYERS; i++)
    layers.density[i] = exp (-layers.edge[i]);
  for (int i = 0; i < N_LAYERS; i++)
    {
      layers.width[i] = layers.edge[i] * 0x1p-56;
      layers.inside[i] = (uint64_t) (layers.edge[i + 1] / layers.edge[i] * 0x1p56);
    }
}

static double draw_by_ziggurat (Generator *g);

/* One draw in a hundred: beyond the rectangle of its layer */
static __attribute__ ((noinline)) double
draw_at_edge (Generator *g,
              int layer,
              double x)
{
  double density;

  if (layer == 0)
    return TAIL + draw_by_log (g);
  density = layers.density[layer]
            + draw_uniform (g) * (layers.density[layer + 1] - layers.density[layer]);
  return density < exp (-x) ? x : draw_by_ziggurat (g);
}

static inline double
draw_by_ziggurat (Generator *g)
{
  uint64_t bits = next (g);
  int layer = bits & (N_LAYERS - 1);
  double x = (double) (int64_t) (bits >> 8) * layers.width[layer];

  if (__builtin_expect (bits >> 8 < layers.inside[layer], 1))
    return x;
  return draw_at_edge (g, layer, x);
}

static inline __attribute__ ((always_inline)) void
simulate (uint64_t number,
          Draw draw,
          Round *sum)
{
  Generator g;
  double now = 0.0, receipt = INFINITY, holding = 0.0;
  long on_hand = ORDER_UP_TO, on_order = 0, backorders = 0;
  long demand = 0, filled = 0, orders = 0;

  seed (&g, number);
  double arrival = draw (&g) * (1.0 / DEMAND_RATE);

  for (;;)
    {
      double then = arrival <= receipt ? arrival : receipt;

      if (then >= HORIZON)
        break;
      holding += (double) on_hand * (then - now);
      now = then;

      if (arrival <= receipt)
        {
          demand++;
          if (on_hand > 0)
            {
              on_hand--;
              filled++;
            }
          else
            backorders++;
          arrival = now + draw (&g) * (1.0 / DEMAND_RATE);
        }
      else
        {
          long late = backorders < on_order ? backorders : on_order;

          backorders -= late;
          on_hand += on_order - late;
          on_order = 0;
          receipt = INFINITY;
        }

      if (on_order == 0 && on_hand - backorders <= REORDER_POINT)
        {
          on_order = ORDER_UP_TO - (on_hand - backorders);
          orders++;
          receipt = now + LEAD_MIN + (LEAD_MAX - LEAD_MIN) * draw_uniform (&g);
        }
    }
  holding += (double) on_hand * (HORIZON - now);

  sum->events += (double) (demand + orders);
  sum->fill_rate += (double) filled / (double) demand / REPLICATIONS;
  sum->total_cost += (HOLDING_COST * holding + STOCKOUT_PENALTY * (double) (demand - filled)
                      + ORDER_COST * (double) orders)
                     / REPLICATIONS;
}

static Round
run_with_log (void *data)
{
  Round sum = { 0 };

  for (uint64_t i = 0; i < REPLICATIONS; i++)
    simulate (i, draw_by_log, &sum);
  return sum;
}

static Round
run_with_ziggurat (void *data)
{
  Round sum = { 0 };

  for (uint64_t i = 0; i < REPLICATIONS; i++)
    simulate (i, draw_by_ziggurat, &sum);
  return sum;
}

int
main (int argc,
      char **argv)
{
  make_layers ();
  if (argc > 1 && strcmp (argv[1], "log") == 0)
    return serve_rounds (run_with_log, NULL);
  return serve_rounds (run_with_ziggurat, NULL);
}
