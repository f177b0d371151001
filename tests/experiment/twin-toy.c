/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-toy.h"

#include <math.h>
#include <stdarg.h>

typedef struct
{
  double days, load, crew, spares, pace, speed;
} Toy;

static const TwinChoice shifts[] = { { "day", "Day" }, { "night", "Night" }, { NULL, NULL } };
static const double speeds[] = { 1, 2 };
static const double teeth[] = { 10, 15 };
static const char *const names[] = { "Lathe", "Mill" };

static const TwinParameter parameters[] = {
  { .key = "days", .type = TWIN_PARAMETER_REAL, .initial = 30, .upper = 1e6, .above_lower = TRUE },
  { .key = "load", .type = TWIN_PARAMETER_REAL, .initial = 10, .upper = 1e9 },
  { .key = "crew", .type = TWIN_PARAMETER_WHOLE, .initial = 2, .upper = 100 },
  { .key = "spares", .type = TWIN_PARAMETER_WHOLE, .initial = 5, .upper = 200 },
  { .key = "pace", .type = TWIN_PARAMETER_REAL, .initial = 0.5, .upper = 1 },
  { .key = "shift", .type = TWIN_PARAMETER_CHOICE, .upper = 1, .choices = shifts },
  { .key = "open", .type = TWIN_PARAMETER_BOOLEAN, .initial = 1, .upper = 1 },
  { .key = "machines.*.name", .type = TWIN_PARAMETER_TEXT, .item_text = names },
  { .key = "machines.*.speed", .type = TWIN_PARAMETER_REAL, .initial = 1, .item_initial = speeds,
    .upper = 100 },
  { .key = "machines.*.limit", .type = TWIN_PARAMETER_REAL, .initial = 50, .upper = 100 },
  { .key = "machines.*.teeth", .type = TWIN_PARAMETER_WHOLE, .initial = 10, .item_initial = teeth,
    .upper = 1000 },
};

static const TwinParameterList lists[] = { { "machines", "Machines", "Machine", 2, 1, 10 } };

static const TwinOrdering orderings[] = {
  { "crew", "spares", TRUE },
  { "machines.*.speed", "machines.*.limit", FALSE },
};

static const TwinMetric metrics[TOY_N_METRICS] = {
  [TOY_THROUGHPUT] = { .name = "throughput", .title = "Throughput",
                       .quantity = TWIN_QUANTITY_PLAIN },
  [TOY_WAGES] = { .name = "wages", .title = "Wages", .quantity = TWIN_QUANTITY_MONEY,
                  .flags = TWIN_METRIC_COST_PART },
  [TOY_UPTIME] = { .name = "uptime", .title = "Uptime", .quantity = TWIN_QUANTITY_SHARE,
                   .flags = TWIN_METRIC_SERVICE | TWIN_METRIC_HEADLINE },
  [TOY_REPAIRS] = { .name = "repairs", .title = "Repairs", .quantity = TWIN_QUANTITY_MONEY,
                    .flags = TWIN_METRIC_COST_PART },
  [TOY_EXPENSE] = { .name = "expense", .title = "Expense", .quantity = TWIN_QUANTITY_MONEY,
                    .flags = TWIN_METRIC_OBJECTIVE | TWIN_METRIC_HEADLINE },
};

static const TwinPresetChange hurry[] = {
  { "machines.*.speed", TWIN_CHANGE_MULTIPLY, 2, 1, 10 },
  { "load", TWIN_CHANGE_ADD, 5, 0, 100 },
};

static const TwinPreset presets[] = {
  { "usual", "As usual", NULL, 0 },
  { "hurry", "In a hurry", hurry, G_N_ELEMENTS (hurry) },
};

static const TwinDecision decisions[] = {
  { "crew", 1, 4, 1 },
  { "pace", 0.1, 0.3, 0.1 },
  { "spares", 2, 6, 2 },
};

static const char *const quiet[] = { "load=1", "crew=0", "spares=10", "pace=0", NULL };
static const char *const busy[] = { "load=4", "crew=3", "spares=10", "pace=1", NULL };

static const TwinReferenceCase reference_cases[] = {
  { "Quiet", quiet, 35, 0.75, "by hand" },
  { "Busy", busy, 41, 1 - 0.5 / 6, "by hand" },
};

static gpointer
toy_build (const TwinParameters *values)
{
  Toy *toy = g_new0 (Toy, 1);

  toy->days = twin_parameters_get_number (values, "days");
  toy->load = twin_parameters_get_number (values, "load");
  toy->crew = twin_parameters_get_number (values, "crew");
  toy->spares = twin_parameters_get_number (values, "spares");
  if (twin_parameters_get_number (values, "shift") == 0)
    toy->pace = twin_parameters_get_number (values, "pace");
  for (guint i = 0; i < twin_parameters_get_n_items (values, "machines"); i++)
    {
      g_autofree char *key = g_strdup_printf ("machines.%u.speed", i);
      toy->speed += twin_parameters_get_number (values, key);
    }

  return toy;
}

static double
toy_get_work (gconstpointer data)
{
  const Toy *toy = data;

  return toy->days * toy->load;
}

/* Number @k of the stream (seed, replication), in [0, 1): SplitMix64's mixing of a counter. */
static double
draw (uint64_t seed,
      uint64_t replication,
      uint64_t k)
{
  uint64_t z = seed * 0x9e3779b97f4a7c15u + replication * 0xd1b54a32d192ed03u +
               k * 0x8cb92ba72f3d8dd7u;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  z ^= z >> 31;

  return (double) (z >> 11) * 0x1p-53;
}

static void
toy_simulate (gconstpointer data,
              uint64_t seed,
              uint64_t first,
              gsize count,
              double *table,
              gsize stride,
              const TwinStop *stop)
{
  const Toy *toy = data;
  uint64_t n_events = (uint64_t) toy_get_work (toy);

  for (gsize i = 0; i < count; i++)
    {
      double wear = 0;

      for (uint64_t k = 0; k < n_events; k++)
        wear += k < TOY_START ? 1 : draw (seed, first + i, k);
      if (n_events > 0)
        wear /= n_events;

      table[TOY_THROUGHPUT * stride + i] = n_events * (1 - wear);
      table[TOY_UPTIME * stride + i] = 1 - wear / (1 + toy->crew + toy->spares / 10 + toy->pace);
      table[TOY_WAGES * stride + i] = (3 - toy->pace) * toy->crew * toy->days;
      table[TOY_REPAIRS * stride + i] = (toy->spares / 2 + 20 * wear * toy->speed) * toy->days;
      table[TOY_EXPENSE * stride + i] =
        table[TOY_WAGES * stride + i] + table[TOY_REPAIRS * stride + i];
    }
}

static const TwinTraceColumn columns[] = {
  { "time", "Time", "days" }, { "panel", "Panel", NULL }, { "kind", "Kind", NULL },
  { "level", "Level", NULL },
};

static const TwinTraceLayer layers[] = {
  { .role = TWIN_TRACE_ORDER, .title = "Order", .column = 3, .test = TWIN_TRACE_EQUALS,
    .test_column = 2, .test_value = 1 },
  { .role = TWIN_TRACE_LEVEL, .title = "Level", .column = 3, .test = TWIN_TRACE_EQUALS,
    .test_column = 2, .test_value = 0 },
};

static TwinTrace *
toy_record (gconstpointer data,
            uint64_t seed,
            uint64_t replication)
{
  const Toy *toy = data;
  TwinTrace *trace = twin_trace_new (columns, G_N_ELEMENTS (columns));

  twin_trace_add_panel (trace, "Odd", 1, 2, layers, 2);
  twin_trace_add_panel (trace, "Even", 0, 2, layers, 2);
  twin_trace_add_panel (trace, "Marks", 0, 2, layers, 1);
  for (double day = 0; day < toy->days; day++)
    {
      const double rows[][4] = {
        { day, 2, 0, 7 },                         /* another panel: every second row */
        { day + 0.5, 1, 0, -1 },                  /* overtaken at once */
        { day + 0.5, 2, 0, 7 },
        { day + 0.5, 1, 0, replication + day },
        { day + 0.5, 2, 0, 7 },
        { day + 0.5, 1, 1, 1000 },                /* another layer */
      };

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          if (!twin_trace_add (trace, rows[i]))
            return trace;
        }
    }

  return trace;
}

static TwinLongRun
toy_solve_long_run (gconstpointer data)
{
  const Toy *toy = data;

  return (TwinLongRun) {
    .cost_per_day = (3 - toy->pace) * toy->crew + toy->spares / 2 + 10 * toy->speed,
    .service = 1 - 0.5 / (1 + toy->crew + toy->spares / 10 + toy->pace),
  };
}

const TwinModelType twin_toy_type = {
  .name = "toy",
  .title = "Toy",
  .description = "A workshop.",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .orderings = orderings,
  .n_orderings = G_N_ELEMENTS (orderings),
  .metrics = metrics,
  .n_metrics = TOY_N_METRICS,
  .presets = presets,
  .n_presets = G_N_ELEMENTS (presets),
  .decisions = decisions,
  .n_decisions = G_N_ELEMENTS (decisions),
  .reference_cases = reference_cases,
  .n_reference_cases = G_N_ELEMENTS (reference_cases),
  .horizon_key = "days",
  .default_target = 0.8,
  .target_lower = 0.1,
  .target_upper = 1,
  .build = toy_build,
  .free_data = g_free,
  .get_work = toy_get_work,
  .simulate = toy_simulate,
  .record = toy_record,
  .solve_long_run = toy_solve_long_run,
};

static TwinParameters *
new_parameters (const char *setting,
                va_list settings)
{
  TwinParameters *values = twin_parameters_new (&twin_toy_type);

  for (; setting != NULL; setting = va_arg (settings, const char *))
    {
      g_auto (GStrv) pair = g_strsplit (setting, "=", 2);
      g_autoptr (GError) error = NULL;

      twin_parameters_set_from_string (values, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }

  return values;
}

TwinParameters *
twin_toy_new_parameters (const char *setting,
                         ...)
{
  TwinParameters *values;
  va_list settings;

  va_start (settings, setting);
  values = new_parameters (setting, settings);
  va_end (settings);

  return values;
}

TwinModel *
twin_toy_new (const char *setting,
              ...)
{
  g_autoptr (TwinParameters) values = NULL;
  g_autoptr (GError) error = NULL;
  TwinModel *model;
  va_list settings;

  va_start (settings, setting);
  values = new_parameters (setting, settings);
  va_end (settings);
  model = twin_model_new (values, &error);
  g_assert_no_error (error);

  return model;
}
