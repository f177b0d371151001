/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-cli-table.h"
#include "twin-cli.h"
#include "twin-figure.h"
#include "twin-json-writer.h"
#include "twin-optimum.h"
#include "twin-run.h"

/* All contestants run once a round, in turn, so that what else the machine does hits each of them. */
#define ROUNDS 7

/* Replications that are simulated event by event between two looks at cancel: so many, or fewer of
 * more events. */
#define BLOCK 256
#define EVENTS_OF_A_BLOCK 1e7

static const char *const examples[] = {
  "twin bench",
  N_("how long the default run takes, on one thread and on all"),
  "twin bench --set demand_rate=500 --set reorder_point=1000 --set order_up_to=3000",
  N_("the same with 25 times the demand"),
  NULL
};

typedef struct _Bench Bench;

typedef struct
{
  const char *name;  /* for machines */
  const char *title; /* for people; to be translated. NULL: says how many threads */
  gboolean (*run) (Bench *self, GError **error);
  gboolean (*can_run) (const Bench *self); /* NULL: always */
} Contestant;

struct _Bench
{
  TwinCli *cli;
  TwinModel *model;
  TwinModel *longer; /* ten times the horizon, or NULL: it cannot be as long */
  TwinPool *one_thread;
  double *metrics;   /* [n_metrics][BLOCK] */
};

static gboolean
run_model (Bench *self,
           TwinModel *model,
           gsize n,
           TwinPool *pool,
           GError **error)
{
  const TwinMonitor monitor = { .cancellable = self->cli->cancellable };
  g_autoptr (TwinRun) run =
      twin_run_new (model, self->cli->project->seed, 0, n, pool, &monitor, error);

  return run != NULL;
}

static gboolean
run_once (Bench *self,
          GError **error)
{
  return run_model (self, self->model, self->cli->project->replications, self->one_thread, error);
}

static gboolean
run_on_threads (Bench *self,
                GError **error)
{
  return run_model (self, self->model, self->cli->project->replications, self->cli->pool, error);
}

static gboolean
run_more (Bench *self,
          GError **error)
{
  return run_model (self, self->model, 10 * self->cli->project->replications, self->one_thread,
                    error);
}

static gboolean
run_longer (Bench *self,
            GError **error)
{
  return run_model (self, self->longer, self->cli->project->replications, self->one_thread, error);
}

static gboolean
run_events (Bench *self,
            GError **error)
{
  const gsize n = self->cli->project->replications;
  const gsize block =
      (gsize) CLAMP (EVENTS_OF_A_BLOCK / MAX (twin_model_get_work (self->model), 1), 1, BLOCK);

  for (gsize first = 0; first < n; first += block)
    {
      twin_model_simulate_events (self->model, self->cli->project->seed, first,
                                  MIN (block, n - first), self->metrics, BLOCK);
      if (g_cancellable_set_error_if_cancelled (self->cli->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_search (Bench *self,
            GError **error)
{
  const TwinProject *project = self->cli->project;
  const TwinMonitor monitor = { .cancellable = self->cli->cancellable };
  g_autoptr (TwinOptimum) optimum =
      twin_optimum_new (twin_project_get_parameters (project), project->search, project->seed,
                        project->replications, self->one_thread, &monitor, error);

  return optimum != NULL;
}

static gboolean
has_threads (const Bench *self)
{
  return twin_pool_get_n_threads (self->cli->pool) > 1;
}

static gboolean
has_other_method (const Bench *self)
{
  return twin_model_get_method (self->model) != TWIN_METHOD_EVENTS;
}

static gboolean
has_room_for_more (const Bench *self)
{
  return self->cli->project->replications <= TWIN_MAX_REPLICATIONS / 10;
}

static gboolean
has_longer (const Bench *self)
{
  return self->longer != NULL;
}

static const Contestant contestants[] = {
  { "run", N_("The run, one thread"), run_once },
  { "threads", NULL, run_on_threads, has_threads },
  { "events", N_("… event by event"), run_events, has_other_method },
  { "replications", N_("… ten times the replications"), run_more, has_room_for_more },
  { "horizon", N_("… ten times the horizon"), run_longer, has_longer },
  { "search", N_("The search, one thread"), run_search },
};

#define N_CONTESTANTS G_N_ELEMENTS (contestants)

static gboolean
takes_part (const Bench *self,
            const Contestant *contestant)
{
  return contestant->can_run == NULL || contestant->can_run (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

/* Each once to warm up, then ROUNDS times, sorted. */
static gboolean
measure (Bench *self,
         double seconds[N_CONTESTANTS][ROUNDS],
         GError **error)
{
  for (int round = -1; round < ROUNDS; round++)
    for (guint i = 0; i < N_CONTESTANTS; i++)
      {
        const gint64 began = g_get_monotonic_time ();

        if (!takes_part (self, &contestants[i]))
          continue;
        if (!contestants[i].run (self, error))
          return FALSE;
        if (round >= 0)
          seconds[i][round] = (double) (g_get_monotonic_time () - began) / 1e6;
      }
  for (guint i = 0; i < N_CONTESTANTS; i++)
    qsort (seconds[i], ROUNDS, sizeof (double), compare);
  return TRUE;
}

static char *
dup_title (const Bench *self,
           const Contestant *contestant)
{
  const guint n_threads = twin_pool_get_n_threads (self->cli->pool);
  g_autofree char *count = NULL;

  if (contestant->title != NULL)
    return g_strdup (_(contestant->title));
  count = twin_number_format (n_threads, TWIN_NUMBER_COUNT);
  /* Translators: "The run, one thread", then "… 8 threads" below it */
  return g_strdup_printf (ngettext ("… %s thread", "… %s threads", n_threads), count);
}

static void
append_table (const Bench *self,
              double seconds[N_CONTESTANTS][ROUNDS],
              GString *text)
{
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("lrrrr");

  twin_cli_table_set_header (table, (const char *const[]) {
                                        C_("benchmark", "Work"), C_("benchmark", "Median (ms)"),
                                        C_("benchmark", "Lowest"), C_("benchmark", "Highest"),
                                        /* Translators: times as many as the first row's time */
                                        C_("benchmark", "To the first") });
  for (guint i = 0; i < N_CONTESTANTS; i++)
    {
      const double times[] = { seconds[i][ROUNDS / 2], seconds[i][0], seconds[i][ROUNDS - 1] };

      if (!takes_part (self, &contestants[i]))
        continue;
      twin_cli_table_begin_row (table);
      twin_cli_table_take (table, dup_title (self, &contestants[i]));
      for (guint k = 0; k < G_N_ELEMENTS (times); k++)
        twin_cli_table_take (table, twin_number_format_fixed (1e3 * times[k], TWIN_NUMBER_PLAIN, 3));
      twin_cli_table_take (table, twin_number_format_fixed (times[0] / seconds[0][ROUNDS / 2],
                                                            TWIN_NUMBER_PLAIN, 2));
    }
  twin_cli_append_heading (self->cli, text);
  twin_cli_table_print (table, text, 0, self->cli->terminal.bold_output);
  g_string_append_printf (text, _("\nTimes are wall time, medians of %d rounds in which all take "
                                  "turns.\n"), ROUNDS);
}

static char *
dup_json (const Bench *self,
          double seconds[N_CONTESTANTS][ROUNDS])
{
  const TwinProject *project = self->cli->project;
  TwinJsonWriter *writer = twin_json_writer_new ();

  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_json_writer_add_text (writer, "model", project->type->name);
  twin_json_writer_add_integer (writer, "replications", project->replications);
  twin_json_writer_add_integer (writer, "seed", project->seed);
  twin_json_writer_add_integer (writer, "threads", twin_pool_get_n_threads (self->cli->pool));
  twin_json_writer_begin_object (writer, "seconds", TWIN_JSON_BLOCK);
  for (guint i = 0; i < N_CONTESTANTS; i++)
    {
      if (!takes_part (self, &contestants[i]))
        continue;
      twin_json_writer_begin_array (writer, contestants[i].name, TWIN_JSON_INLINE);
      for (guint round = 0; round < ROUNDS; round++)
        twin_json_writer_add_number (writer, NULL, seconds[i][round]);
      twin_json_writer_end_array (writer);
    }
  twin_json_writer_end_object (writer);
  twin_json_writer_end_object (writer);
  return twin_json_writer_finish (writer);
}

/* The same model, ten times as long; NULL where that is longer than it may be. */
static TwinModel *
make_longer (const TwinCli *cli)
{
  const char *key = cli->project->type->horizon_key;
  g_autoptr (TwinParameters) parameters =
      twin_parameters_copy (twin_project_get_parameters (cli->project));

  twin_parameters_set_number (parameters, key, 10 * twin_parameters_get_number (parameters, key), NULL);
  return twin_model_new (parameters, NULL);
}

static void
bench_clear (Bench *self)
{
  g_clear_pointer (&self->model, twin_model_unref);
  g_clear_pointer (&self->longer, twin_model_unref);
  g_clear_pointer (&self->one_thread, twin_pool_unref);
  g_clear_pointer (&self->metrics, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

static TwinExit
bench_command (TwinCli *cli,
               GError **error)
{
  g_auto (Bench) self = { .cli = cli };
  double seconds[N_CONTESTANTS][ROUNDS] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);

  if (!twin_cli_prepare (cli, error))
    return TWIN_EXIT_USAGE;
  self.model = twin_cli_make_model (cli, error);
  if (self.model == NULL)
    return TWIN_EXIT_USAGE;
  self.longer = make_longer (cli);
  self.one_thread = twin_pool_new (1);
  self.metrics = g_new (double, (gsize) twin_model_get_n_metrics (self.model) * BLOCK);

  if (!measure (&self, seconds, error))
    return TWIN_EXIT_FAILED;
  if (cli->options.json)
    {
      g_autofree char *json = dup_json (&self, seconds);

      g_string_append (text, json);
    }
  else
    append_table (&self, seconds, text);
  return twin_cli_print (text->str, error) ? TWIN_EXIT_DONE : TWIN_EXIT_FAILED;
}

const TwinCliCommand twin_cli_bench = {
  .name = "bench",
  .summary = N_("measure how fast this computer simulates"),
  .description = N_("Runs the model several times: on one thread and on all, event by event, longer "
                    "and more often, and its search; and prints how long each took, in one table. "
                    "Results are thrown away."),
  .examples = examples,
  .bit = TWIN_CLI_BENCH,
  .run = bench_command,
};
