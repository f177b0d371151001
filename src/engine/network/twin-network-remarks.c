/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "../twin-remark.h"

/* What a network allows, but is hardly meant. */

typedef struct
{
  const TwinNetwork *network;
  const TwinParameters *parameters;
  GPtrArray *remarks;
} Remarks;

/* "stores.0.capacity", or where it is split "stores.0.capacity.1". */
static char *
dup_key (const Remarks *self,
         guint node,
         guint sku,
         const char *member)
{
  g_autofree char *key = node < self->network->n_stores
                             ? g_strdup_printf ("stores.%u.%s", node, member)
                             : g_strdup_printf ("warehouse.%s", member);

  if (!twin_parameters_is_split (self->parameters, key))
    return g_steal_pointer (&key);
  return g_strdup_printf ("%s.%u", key, sku);
}

/* One SKU at one node. */
static void
remark_capacity (const Remarks *self,
                 guint node,
                 guint sku)
{
  const TwinNetworkCell *cell = &self->network->cells[node * self->network->n_skus + sku];

  if (cell->capacity >= cell->order_up_to)
    return;

  g_autofree char *s = dup_key (self, node, sku, "reorder_point");
  g_autofree char *S = dup_key (self, node, sku, "order_up_to");
  g_autofree char *capacity = dup_key (self, node, sku, "capacity");
  g_ptr_array_add (self->remarks,
                   cell->capacity > cell->reorder_point
                       /* Translators: two keys with their values: "stores.0.order_up_to: 800 can
                        * never be reached; stores.0.capacity is 100" */
                       ? twin_remark_new ((const char *[]) { S, capacity, NULL },
                                          _("%s: %.15g can never be reached; %s is %.15g"), S,
                                          cell->order_up_to, capacity, cell->capacity)
                       : twin_remark_new ((const char *[]) { S, capacity, s, NULL },
                                          _("%s: %.15g can never be reached; %s is %.15g, which "
                                            "is not above %s, so that there is an order whenever "
                                            "there is room"),
                                          S, cell->order_up_to, capacity, cell->capacity, s));
}

/* Where neither number is split, all SKUs have the same. */
static void
remark_capacities (const Remarks *self,
                   guint node)
{
  g_autofree char *S = dup_key (self, node, 0, "order_up_to");
  g_autofree char *capacity = dup_key (self, node, 0, "capacity");
  const gboolean is_split = g_str_has_suffix (S, ".0") || g_str_has_suffix (capacity, ".0");

  for (guint sku = 0; sku < (is_split ? self->network->n_skus : 1); sku++)
    remark_capacity (self, node, sku);
}

/* What customers want of a SKU in a store, a day. */
static double
get_store_demand (const TwinNetwork *n,
                  guint cell)
{
  const guint sku = cell % n->n_skus;
  double sum = 0;

  for (guint day = 0; day < n->n_days; day++)
    if (n->recorded != NULL)
      sum += n->recorded[(gsize) day * n->n_store_cells + cell];
    else
      sum += n->cells[cell].mean_demand * n->season[(gsize) day * n->n_skus + sku] * n->spike[day];
  return sum / n->n_days;
}

static double
get_demand (const TwinNetwork *n,
            guint node,
            guint sku)
{
  double sum = 0;

  if (node < n->n_stores)
    return get_store_demand (n, node * n->n_skus + sku);
  for (guint store = 0; store < n->n_stores; store++)
    sum += get_store_demand (n, store * n->n_skus + sku);
  return sum;
}

/* What people call the SKU, or its identifier where it has no name. */
static const char *
get_sku_title (const Remarks *self,
               guint sku)
{
  g_autofree char *key = g_strdup_printf ("skus.%u.name", sku);
  const char *name = twin_parameters_get_text (self->parameters, key);

  return *name != '\0' ? name : self->network->sku_names[sku];
}

/* The SKU that lives off its first stock for the longest time before it is down to S. */
static double
find_longest (const TwinNetwork *n,
              guint node,
              guint *sku)
{
  double longest = 0;

  for (guint i = 0; i < n->n_skus; i++)
    {
      const TwinNetworkCell *cell = &n->cells[node * n->n_skus + i];
      const double surplus = cell->initial_inventory - cell->order_up_to;
      const double demand = surplus > 0 ? get_demand (n, node, i) : 0;

      if (demand > 0 && surplus / demand > longest)
        {
          longest = surplus / demand;
          *sku = i;
        }
    }
  return longest;
}

/* A run that is over before the policy has its turn shows little of it. */
static void
remark_first_stock (const Remarks *self,
                    guint node)
{
  const TwinNetwork *n = self->network;
  guint sku = 0;
  const double days = fmin (find_longest (n, node, &sku), n->n_days);

  if (days - n->warmup <= (n->n_days - n->warmup) / 2.0)
    return;

  g_autofree char *key = dup_key (self, node, sku, "initial_inventory");
  g_ptr_array_add (self->remarks,
                   twin_remark_new ((const char *[]) { key, NULL },
                                    /* Translators: key, days, days of the run, a SKU */
                                    _("%s: the stock at the start lasts about %.0f of %u days "
                                      "(%s); a longer horizon or a longer warm-up shows the "
                                      "policy"),
                                    key, days, n->n_days, get_sku_title (self, sku)));
}

static void
remark_spike (const Remarks *self)
{
  const TwinNetwork *n = self->network;
  const char *days = twin_parameters_get_text (self->parameters, "spike_days");

  /* days are ascending */
  if (n->recorded == NULL && *days != '\0' &&
      twin_parameters_get_number (self->parameters, "spike_multiplier") != 1 &&
      g_ascii_strtoull (days, NULL, 10) >= n->n_days)
    g_ptr_array_add (self->remarks,
                     twin_remark_new ((const char *[]) { "spike_days", NULL },
                                      ngettext ("%s: no day of the spike is within the horizon of "
                                                "%u day",
                                                "%s: no day of the spike is within the horizon of "
                                                "%u days",
                                                n->n_days),
                                      "spike_days", n->n_days));
}

void
twin_network_list_remarks (gconstpointer data,
                           const TwinParameters *parameters,
                           GPtrArray *remarks)
{
  const TwinNetwork *n = data;
  const Remarks self = { n, parameters, remarks };

  remark_spike (&self);
  for (guint node = 0; node <= n->n_stores; node++)
    remark_capacities (&self, node);
  for (guint node = 0; node <= n->n_stores; node++)
    remark_first_stock (&self, node);
}
