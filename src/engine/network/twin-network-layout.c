/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "../twin-math.h"
#include "../twin-normal.h"

/* What controllers see and say: names, units and bounds; see twin-network-layout.h. */

#define N_OF_A_STORE 5     /* observations of a SKU in a store */
#define N_OF_THE_WAREHOUSE 3

/* Bounds hold in spite of rounding. */
#define WITH_ROUNDING (1 + 1e-9)

/* Where there is never anything, bounds are still two: learners divide by their distance. Units. */
#define LEAST_UPPER 1e-6

static void G_GNUC_PRINTF (3, 4)
add (TwinNetworkLayout *self,
     const TwinNetworkNumber *number,
     const char *format,
     ...)
{
  TwinNetworkNumber *place = &self->observations[self->n_observations++];
  va_list args;

  va_start (args, format);
  g_autofree char *name = g_strdup_vprintf (format, args);
  va_end (args);
  *place = *number;
  place->name = g_string_chunk_insert (self->names, name);
}

/* A cell's position never exceeds this: orders lift it to the capacity at the most. */
static double
largest_position (const TwinNetwork *n,
                  guint cell)
{
  return fmax (fmax (n->cells[cell].initial_inventory, n->cells[cell].capacity) * WITH_ROUNDING,
               LEAST_UPPER);
}

static double
largest_demand (const TwinNetwork *n,
                guint cell)
{
  const guint sku = cell % n->n_skus;
  double largest = 0;

  for (guint day = 0; day < n->n_days; day++)
    {
      double demand = (n->cells[cell].mean_demand * n->season[(gsize) day * n->n_skus + sku] +
                       TWIN_NORMAL_FOUR_LARGEST * n->cells[cell].demand_sd) * n->spike[day];
      if (n->recorded != NULL)
        demand = n->recorded[(gsize) day * n->n_store_cells + cell];
      largest = fmax (largest, demand);
    }
  return fmax ((n->whole_units ? ceil (largest) : largest) * WITH_ROUNDING, LEAST_UPPER);
}

static void
add_store (TwinNetworkLayout *self,
           const TwinNetwork *n,
           guint store)
{
  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      const guint cell = store * n->n_skus + sku;
      const char *node_name = n->node_names[store], *sku_name = n->sku_names[sku];
      TwinNetworkNumber number = { .unit = N_ ("units"), .node = (int) store, .sku = (int) sku };

      number.upper = largest_position (n, cell);
      add (self, &number, "%s.%s.on_hand", node_name, sku_name);
      add (self, &number, "%s.%s.in_transit", node_name, sku_name);
      add (self, &number, "%s.%s.backlog", node_name, sku_name);
      number.upper = largest_demand (n, cell);
      add (self, &number, "%s.%s.demand", node_name, sku_name);
      add (self, &number, "%s.%s.lost", node_name, sku_name);
    }
}

static void
add_warehouse (TwinNetworkLayout *self,
               const TwinNetwork *n)
{
  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      const guint cell = n->n_store_cells + sku;
      const char *node_name = n->node_names[n->n_stores], *sku_name = n->sku_names[sku];
      TwinNetworkNumber number = { .unit = N_ ("units"), .node = (int) n->n_stores,
                                   .sku = (int) sku };
      double owed = 0;

      for (guint store = 0; store < n->n_stores; store++)
        owed += largest_position (n, store * n->n_skus + sku);
      number.upper = largest_position (n, cell) + owed;
      add (self, &number, "%s.%s.on_hand", node_name, sku_name);
      add (self, &number, "%s.%s.on_order", node_name, sku_name);
      number.upper = owed;
      add (self, &number, "%s.%s.backlog", node_name, sku_name);
    }
}

static void
add_calendar (TwinNetworkLayout *self,
              const TwinNetwork *n)
{
  const TwinNetworkNumber share = { .upper = 1, .node = -1, .sku = -1 };

  add (self, &share, "day");
  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      const TwinNetworkNumber wave = { .lower = -1, .upper = 1, .node = -1, .sku = (int) sku };
      add (self, &wave, "%s.season_sin", n->sku_names[sku]);
      add (self, &wave, "%s.season_cos", n->sku_names[sku]);
    }

  const guint width = 1 + 2 * n->n_skus;
  self->calendar = g_new (double, (gsize) (n->n_days + 1) * width);
  for (guint day = 0; day <= n->n_days; day++)
    {
      double *row = self->calendar + (gsize) day * width;
      row[0] = (double) day / n->n_days;
      for (guint sku = 0; sku < n->n_skus; sku++)
        {
          double turns = day / n->season_period[sku];
          row[1 + 2 * sku] = twin_sin_turns (turns);
          row[2 + 2 * sku] = twin_cos_turns (turns);
        }
    }
}

static void
add_actions (TwinNetworkLayout *self,
             const TwinNetwork *n)
{
  self->n_actions = n->n_cells;
  self->actions = g_new (TwinNetworkNumber, n->n_cells);
  for (guint cell = 0; cell < n->n_cells; cell++)
    {
      guint node = cell / n->n_skus, sku = cell % n->n_skus;
      g_autofree char *name = g_strdup_printf ("%s.%s.order", n->node_names[node],
                                               n->sku_names[sku]);
      self->actions[cell] = (TwinNetworkNumber){
        .name = g_string_chunk_insert (self->names, name),
        .unit = N_ ("units"),
        .upper = n->cells[cell].capacity,
        .node = (int) node,
        .sku = (int) sku,
      };
    }
}

TwinNetworkLayout *
twin_network_layout_new (const TwinNetwork *n)
{
  TwinNetworkLayout *self = g_new0 (TwinNetworkLayout, 1);

  self->names = g_string_chunk_new (1024);
  self->n_of_cells = n->n_store_cells * N_OF_A_STORE + n->n_skus * N_OF_THE_WAREHOUSE;
  self->observations = g_new (TwinNetworkNumber, self->n_of_cells + 1 + 2 * n->n_skus);
  for (guint store = 0; store < n->n_stores; store++)
    add_store (self, n, store);
  add_warehouse (self, n);
  add_calendar (self, n);
  add_actions (self, n);
  return self;
}

void
twin_network_layout_free (TwinNetworkLayout *self)
{
  g_free (self->observations);
  g_free (self->actions);
  g_free (self->calendar);
  g_string_chunk_free (self->names);
  g_free (self);
}

void
twin_network_layout_find_sources (const TwinNetwork *n,
                                  const TwinNetworkState *s,
                                  const double **sources)
{
  for (guint cell = 0; cell < n->n_cells; cell++)
    {
      *sources++ = twin_network_state_stock (s, cell, TWIN_ON_HAND);
      *sources++ = twin_network_state_stock (s, cell, TWIN_ON_ORDER);
      *sources++ = twin_network_state_stock (s, cell, TWIN_BACKLOG);
      if (cell >= n->n_store_cells)
        continue;
      *sources++ = twin_network_state_flow (s, cell, TWIN_DEMAND);
      *sources++ = twin_network_state_flow (s, cell, TWIN_LOST);
    }
}

const double *
twin_network_layout_get_calendar (const TwinNetworkLayout *self,
                                  guint day)
{
  return self->calendar + (gsize) day * (self->n_observations - self->n_of_cells);
}
