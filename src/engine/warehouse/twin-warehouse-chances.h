/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../twin-stream.h"
#include "twin-warehouse-private.h"

G_BEGIN_DECLS

/** TwinWarehouseChance: what the kernel draws for a cycle, whatever the policy. */
typedef struct
{
  double wait_normal;
  double wait_doubt;
  double demand_normal;
  double demand_uniform;
  double lead_time; /* days */
  double demands;   /* of a lead time that no horizon cuts */
} TwinWarehouseChance;

/**
 * TwinWarehouseChances:
 *
 * All that chance decides in one replication that is simulated cycle by cycle: the same draws, to
 * the bit, as the kernels'.
 */
typedef struct
{
  const TwinWarehouse *warehouse;
  uint64_t seed;
  uint64_t replication;
  uint64_t state[4];           /* of the next cycle's draws */
  TwinWarehouseChance *cycles; /* [n_cycles], drawn when a policy first asks for them */
  gsize n_cycles;
  gsize n_reserved;
} TwinWarehouseChances;

/**
 * TwinWarehouseWalk:
 *
 * The waits for orders of one Q = S − s, with backorders: what of a replication depends on Q, but
 * not on s.
 */
typedef struct
{
  gsize n_cycles;    /* whole ones: up to a receipt before the horizon */
  double demand;     /* units in them */
  double idle_days;  /* waited in them */
  double idle_area;  /* expected ∫ (stock − s) dt of those days */
  double variance;   /* of that area */
  double above;      /* net stock less s when the last cycle, the cut one, begins */
  double left;       /* days from there to the horizon */
  double wait;       /* for its order, were there no horizon */
} TwinWarehouseWalk;

/** Room for replications of @warehouse, which outlives it. */
void twin_warehouse_chances_init (TwinWarehouseChances *self, const TwinWarehouse *warehouse);
void twin_warehouse_chances_clear (TwinWarehouseChances *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwinWarehouseChances, twin_warehouse_chances_clear)

/** Begins with a replication. */
void twin_warehouse_chances_start (TwinWarehouseChances *self,
                                   uint64_t seed,
                                   uint64_t replication);

/** Draws the next cycle. */
void twin_warehouse_chances_draw (TwinWarehouseChances *self);

/** What chance has in store for cycle number @cycle, from 0; the caller asks for one after the
 *  other. */
static inline const TwinWarehouseChance *
twin_warehouse_chances_get (TwinWarehouseChances *self,
                            gsize cycle)
{
  if (G_UNLIKELY (cycle == self->n_cycles))
    twin_warehouse_chances_draw (self);
  return &self->cycles[cycle];
}

G_END_DECLS
