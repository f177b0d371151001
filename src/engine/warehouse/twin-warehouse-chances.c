/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 1

#include "twin-warehouse-cycles.h"

#include <string.h>

#include "../twin-lanes-variates.h"
#include "twin-warehouse-cycle-draws.h"

#define FIRST_CYCLES 64

void
twin_warehouse_chances_init (TwinWarehouseChances *self,
                             const TwinWarehouse *warehouse)
{
  *self = (TwinWarehouseChances){ .warehouse = warehouse, .n_reserved = FIRST_CYCLES };
  self->cycles = g_new (TwinWarehouseChance, self->n_reserved);
}

void
twin_warehouse_chances_clear (TwinWarehouseChances *self)
{
  g_clear_pointer (&self->cycles, g_free);
}

void
twin_warehouse_chances_start (TwinWarehouseChances *self,
                              uint64_t seed,
                              uint64_t replication)
{
  self->seed = seed;
  self->replication = replication;
  self->n_cycles = 0;
  twin_warehouse_cycles_start (seed, replication, self->state);
}

void
twin_warehouse_chances_draw (TwinWarehouseChances *self)
{
  Words stream[4];

  if (self->n_cycles == self->n_reserved)
    {
      self->n_reserved *= 2;
      self->cycles = g_renew (TwinWarehouseChance, self->cycles, self->n_reserved);
    }

  memcpy (stream, self->state, sizeof stream);
  const Draws d = draw (self->warehouse, stream);
  memcpy (self->state, stream, sizeof stream);
  self->cycles[self->n_cycles++] = (TwinWarehouseChance){
    .wait_normal = d.wait_normal,
    .wait_doubt = d.wait_doubt,
    .demand_normal = d.demand_normal,
    .demand_uniform = d.demand_uniform,
    .lead_time = d.lead_time,
    .demands = lanes_poisson (self->warehouse->demand_rate * d.lead_time, d.demand_normal,
                              d.demand_uniform),
  };
}
