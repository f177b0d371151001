/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "../twin-math.h"
#include "twin-network-private.h"

/* What one replication may cost in cells × days,
 * and in numbers that stand for what is on the way. */
#define LARGEST_WORK (TWIN_MAX_WORK / 10)
#define LARGEST_RINGS 1e7

/* What files and agents call the warehouse; no store may bear its name. */
#define WAREHOUSE_NAME "warehouse_1"

static double G_GNUC_PRINTF (2, 3)
get (const TwinParameters *p,
     const char *format,
     ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *key = g_strdup_vprintf (format, args);
  va_end (args);
  return twin_parameters_get_number (p, key);
}

static const char *
get_text (const TwinParameters *p,
          const char *list,
          guint item,
          const char *member)
{
  g_autofree char *key = g_strdup_printf ("%s.%u.%s", list, item, member);

  return twin_parameters_get_text (p, key);
}

/* What people read: the name, or the identifier where there is none. */
static const char *
get_title (const TwinParameters *p,
           const char *list,
           guint item)
{
  const char *name = get_text (p, list, item, "name");

  return *name != '\0' ? name : get_text (p, list, item, "id");
}

static void
build_names (TwinNetwork *n,
             const TwinParameters *p)
{
  n->node_names = g_new0 (char *, n->n_stores + 2);
  n->node_titles = g_new0 (char *, n->n_stores + 2);
  n->sku_names = g_new0 (char *, n->n_skus + 1);
  n->sku_titles = g_new0 (char *, n->n_skus + 1);
  for (guint store = 0; store < n->n_stores; store++)
    {
      n->node_names[store] = g_strdup (get_text (p, "stores", store, "id"));
      n->node_titles[store] = g_strdup (get_title (p, "stores", store));
    }
  n->node_names[n->n_stores] = g_strdup (WAREHOUSE_NAME);
  n->node_titles[n->n_stores] = g_strdup (_("Warehouse"));
  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      n->sku_names[sku] = g_strdup (get_text (p, "skus", sku, "id"));
      n->sku_titles[sku] = g_strdup (get_title (p, "skus", sku));
    }
}

static void
build_skus (TwinNetwork *n,
            const TwinParameters *p)
{
  double **numbers[] = { &n->holding_cost, &n->stockout_penalty, &n->order_cost,
                         &n->store_order_cost, &n->season_period };
  const char *const members[] = { "holding_cost", "stockout_penalty", "order_cost",
                                  "store_order_cost", "seasonality_period_days" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      *numbers[i] = g_new (double, n->n_skus);
      for (guint sku = 0; sku < n->n_skus; sku++)
        (*numbers[i])[sku] = get (p, "skus.%u.%s", sku, members[i]);
    }
}

/* What a node has of a SKU. */
static double
get_level (const TwinNetwork *n,
           const TwinParameters *p,
           guint node,
           guint sku,
           const char *member)
{
  if (node < n->n_stores)
    return get (p, "stores.%u.%s.%u", node, member, sku);
  return get (p, "warehouse.%s.%u", member, sku);
}

static void
build_cells (TwinNetwork *n,
             const TwinParameters *p)
{
  n->cells = g_new0 (TwinNetworkCell, n->n_cells);
  n->initial_stock = g_new0 (double, n->n_stores + 2);
  for (guint i = 0; i < n->n_cells; i++)
    {
      guint node = i / n->n_skus, sku = i % n->n_skus;
      TwinNetworkCell *cell = &n->cells[i];

      cell->reorder_point = get_level (n, p, node, sku, "reorder_point");
      cell->order_up_to = get_level (n, p, node, sku, "order_up_to");
      cell->capacity = get_level (n, p, node, sku, "capacity");
      cell->initial_inventory = get_level (n, p, node, sku, "initial_inventory");
      n->initial_stock[node] += cell->initial_inventory;
      n->initial_stock[n->n_stores + 1] += cell->initial_inventory;
      if (node == n->n_stores)
        continue;
      cell->mean_demand = get (p, "skus.%u.base_demand", sku) *
                          get_level (n, p, node, sku, "demand_multiplier");
      cell->demand_sd = get (p, "skus.%u.demand_sd", sku);
    }
}

static void
build_calendar (TwinNetwork *n,
                const TwinParameters *p)
{
  g_auto (GStrv) spikes = g_strsplit (twin_parameters_get_text (p, "spike_days"), ",", -1);

  n->season = g_new (double, (gsize) n->n_days * n->n_skus);
  for (guint sku = 0; sku < n->n_skus; sku++)
    {
      double amplitude = get (p, "skus.%u.seasonality_amplitude", sku);
      for (guint day = 0; day < n->n_days; day++)
        n->season[(gsize) day * n->n_skus + sku] =
            1 + amplitude * twin_sin_turns (day / n->season_period[sku]);
    }

  n->spike = g_new (double, n->n_days);
  for (guint day = 0; day < n->n_days; day++)
    n->spike[day] = 1;
  for (guint i = 0; spikes[i] != NULL; i++)
    {
      guint64 day = g_ascii_strtoull (spikes[i], NULL, 10);
      if (day < n->n_days)
        n->spike[day] = get (p, "spike_multiplier");
    }
}

/* Of a ring by day. What takes longer than the run never arrives. */
static guint
count_slots (const TwinNetwork *n,
             double lead_time)
{
  return CLAMP ((guint) lead_time, 1, n->n_days);
}

static gpointer
build (const TwinParameters *p)
{
  TwinNetwork *n = g_new0 (TwinNetwork, 1);

  n->n_days = (guint) get (p, "horizon_days");
  n->warmup = (guint) get (p, "warmup_days");
  n->n_skus = twin_parameters_get_n_items (p, "skus");
  n->n_stores = twin_parameters_get_n_items (p, "stores");
  n->n_store_cells = n->n_stores * n->n_skus;
  n->n_cells = n->n_store_cells + n->n_skus;
  n->n_streams = (n->n_stores + TWIN_STORES_OF_A_STREAM - 1) / TWIN_STORES_OF_A_STREAM;
  n->whole_units = get (p, "whole_units") != 0;
  n->n_arrival_slots = count_slots (n, get (p, "warehouse.lead_time_to_stores_days"));
  n->n_delivery_slots = count_slots (n, get (p, "supplier.lead_time_days"));
  n->ships_at_once = get (p, "warehouse.lead_time_to_stores_days") == 0;
  n->delivers_at_once = get (p, "supplier.lead_time_days") == 0;
  n->reliability = get (p, "supplier.reliability");
  build_names (n, p);
  build_skus (n, p);
  build_cells (n, p);
  build_calendar (n, p);
  n->store_rows =
      twin_network_find_rows (twin_network_store_metrics, TWIN_NETWORK_N_STORE_METRICS);
  n->warehouse_rows =
      twin_network_find_rows (twin_network_warehouse_metrics, TWIN_NETWORK_N_WAREHOUSE_METRICS);
  return n;
}

static void
free_data (gpointer data)
{
  TwinNetwork *n = data;
  double *numbers[] = { n->holding_cost,  n->stockout_penalty, n->order_cost, n->store_order_cost,
                        n->season_period, n->initial_stock,    n->season,     n->spike,
                        n->recorded };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_free (numbers[i]);
  g_free (n->cells);
  g_strfreev (n->node_names);
  g_strfreev (n->node_titles);
  g_strfreev (n->sku_names);
  g_strfreev (n->sku_titles);
  g_free (n->store_rows);
  g_free (n->warehouse_rows);
  g_free (n);
}

/* Identifiers name columns and agents: each has to be there, and to be the only one. */
static void
check_identifiers (const TwinParameters *p,
                   const char *list,
                   GPtrArray *problems)
{
  guint n = twin_parameters_get_n_items (p, list);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (seen, (gpointer) WAREHOUSE_NAME);
  for (guint i = 0; i < n; i++)
    {
      const char *id = get_text (p, list, i, "id");
      g_autofree char *key = g_strdup_printf ("%s.%u.id", list, i);

      if (*id == '\0')
        g_ptr_array_add (problems, twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, key,
                                                   _("%s: it must not be empty"), key));
      else if (!g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (problems,
                         twin_error_new (TWIN_ERROR_CONFLICT, key,
                                         _("%s: “%s” is taken already; each needs one of its own"),
                                         key, id));
    }
}

/* Both time and memory: days of cells, and what is on the way to them. */
static void
check_size (const TwinParameters *p,
            GPtrArray *problems)
{
  const double days = get (p, "horizon_days");
  const double cells = (twin_parameters_get_n_items (p, "stores") + 1.0) *
                       twin_parameters_get_n_items (p, "skus");
  const double lead_time = fmax (get (p, "warehouse.lead_time_to_stores_days"),
                                 get (p, "supplier.lead_time_days"));

  if (days * cells > LARGEST_WORK)
    g_ptr_array_add (problems,
                     twin_error_new (TWIN_ERROR_TOO_LARGE, "horizon_days",
                                     _("horizon_days: %.6g days of %.6g SKUs at nodes are %.3g "
                                       "steps a replication, but %.0e is the most"),
                                     days, cells, days * cells, LARGEST_WORK));
  else if (fmin (days, lead_time) * cells > LARGEST_RINGS)
    g_ptr_array_add (problems,
                     twin_error_new (TWIN_ERROR_TOO_LARGE, "skus",
                                     _("skus: %.6g SKUs at nodes with lead times of %.6g days are "
                                       "%.3g shipments on the way, but %.0e is the most"),
                                     cells, lead_time, fmin (days, lead_time) * cells,
                                     LARGEST_RINGS));
}

static void
check (const TwinParameters *p,
       GPtrArray *problems)
{
  check_identifiers (p, "stores", problems);
  check_identifiers (p, "skus", problems);
  check_size (p, problems);
}

static gboolean
get_node (gconstpointer data,
          guint node,
          TwinNode *result)
{
  const TwinNetwork *n = data;

  if (node > n->n_stores)
    return FALSE;
  *result = (TwinNode){
    .name = n->node_names[node],
    .title = n->node_titles[node],
    .metrics = node < n->n_stores ? twin_network_store_metrics : twin_network_warehouse_metrics,
    .n_metrics = node < n->n_stores ? TWIN_NETWORK_N_STORE_METRICS
                                    : TWIN_NETWORK_N_WAREHOUSE_METRICS,
  };
  return TRUE;
}

static double
get_work (gconstpointer data)
{
  const TwinNetwork *n = data;

  return (double) n->n_days * n->n_cells;
}

const TwinModelType twin_network_type = {
  .name = "network",
  .title = N_ ("Retail network"),
  .description = N_ ("Stores, one warehouse and one supplier, day by day; seasonal random demand, "
                     "lost sales at the stores, (s, S) orders everywhere."),
  .parameters = twin_network_parameters,
  .n_parameters = TWIN_NETWORK_N_PARAMETERS,
  .lists = twin_network_lists,
  .n_lists = TWIN_NETWORK_N_LISTS,
  .orderings = twin_network_orderings,
  .n_orderings = TWIN_NETWORK_N_ORDERINGS,
  .metrics = twin_network_metrics,
  .n_metrics = TWIN_NETWORK_N_METRICS,
  .presets = twin_network_presets,
  .n_presets = TWIN_NETWORK_N_PRESETS,
  .decisions = twin_network_decisions,
  .n_decisions = TWIN_NETWORK_N_DECISIONS,
  .assumptions = twin_network_assumptions,
  .n_assumptions = TWIN_NETWORK_N_ASSUMPTIONS,
  .horizon_key = "horizon_days",
  .default_target = 0.95,
  .target_lower = 0.50,
  .target_upper = 0.999,
  .check = check,
  .build = build,
  .free_data = free_data,
  .list_remarks = twin_network_list_remarks,
  .replay = twin_network_replay,
  .get_node = get_node,
  .get_work = get_work,
  .simulate = twin_network_simulate,
  .record = twin_network_record,
  .record_days = twin_network_record_days,
};
