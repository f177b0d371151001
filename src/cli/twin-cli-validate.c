/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "twin-cli-table.h"
#include "twin-cli.h"
#include "twin-figure.h"
#include "twin-validation.h"

static const char *const examples[] = {
  "twin validate",
  N_("every case whose answer is known"),
  "twin validate --seed 7",
  N_("the same on other random numbers"),
  NULL
};

/* More digits than people want elsewhere: here they are what is compared. */
static char *
format_cost (double value)
{
  return twin_number_format_fixed (value, TWIN_NUMBER_PLAIN, 4);
}

/* In percent, which the row's title says. */
static char *
format_service (double value)
{
  return twin_number_format_fixed (100 * value, TWIN_NUMBER_PLAIN, 3);
}

/* "66.3051 (66.2988 – 66.3114)" */
static char *
format_estimate (TwinEstimate estimate,
                 char *(*format) (double) )
{
  g_autofree char *mean = format (estimate.mean);
  g_autofree char *low = format (estimate.low);
  g_autofree char *high = format (estimate.high);

  return g_strdup_printf ("%s (%s – %s)", mean, low, high);
}

static void
add_row (TwinCliTable *table,
         const char *title,
         const char *measure,
         double published,
         double exact,
         TwinEstimate simulated,
         double score,
         const char *verdict,
         char *(*format) (double) )
{
  twin_cli_table_begin_row (table);
  twin_cli_table_add (table, title);
  twin_cli_table_add (table, measure);
  twin_cli_table_take (table, format (published));
  twin_cli_table_take (table, format (exact));
  twin_cli_table_take (table, format_estimate (simulated, format));
  twin_cli_table_take (table, twin_number_format_fixed (score, TWIN_NUMBER_PLAIN, 2));
  twin_cli_table_add (table, verdict);
}

static void
add_verdict (TwinCliTable *table,
             const TwinVerdict *verdict)
{
  const TwinModelType *type = verdict->type;
  guint service = twin_model_type_get_metric (type, TWIN_METRIC_SERVICE);
  guint cost = twin_model_type_get_metric (type, TWIN_METRIC_OBJECTIVE);
  /* Translators: "Fill rate (%)" */
  g_autofree char *share = g_strdup_printf (_("%s (%%)"), _(type->metrics[service].title));
  /* Translators: "Total cost a day" */
  g_autofree char *daily = g_strdup_printf (_("%s a day"), _(type->metrics[cost].title));

  add_row (table, _(verdict->reference->title), daily, verdict->reference->cost,
           verdict->exact.cost_per_day, verdict->cost_per_day, verdict->cost_score,
           verdict->passed ? C_("verdict", "passed") : C_("verdict", "FAILED"), format_cost);
  add_row (table, "", share, verdict->reference->service,
           verdict->exact.service, verdict->service, verdict->service_score, "", format_service);
}

static guint
append_verdicts (const TwinCli *cli,
                 const GArray *verdicts,
                 GString *text)
{
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("llrrrrl");
  guint n_failed = 0;

  twin_cli_table_set_header (table, (const char *const[]) {
                                        C_("validation", "Case"), C_("validation", "Measure"),
                                        C_("validation", "Published"), C_("validation", "Exact"),
                                        /* xgettext:no-c-format */
                                        C_("validation", "Simulated, 95 % interval"),
                                        /* Translators: by how many standard errors */
                                        C_("validation", "Off by, SE"),
                                        C_("validation", "Verdict") });
  for (guint i = 0; i < verdicts->len; i++)
    {
      const TwinVerdict *verdict = &g_array_index (verdicts, TwinVerdict, i);

      add_verdict (table, verdict);
      n_failed += !verdict->passed;
    }
  twin_cli_table_print (table, text, 0, cli->terminal.bold_output);
  return n_failed;
}

static gboolean
validate_type (TwinCli *cli,
               const TwinModelType *type,
               GString *text,
               guint *n_failed,
               GError **error)
{
  g_autoptr (TwinCliProgress) progress = NULL;
  g_autoptr (GArray) verdicts = NULL;
  g_autofree char *seed = NULL;

  if (type->n_reference_cases == 0)
    return TRUE;
  progress = twin_cli_progress_new (_("Replications"), &cli->terminal, cli->options.quiet,
                                    cli->cancellable);
  verdicts = twin_validate (type, cli->project->seed, cli->pool,
                            twin_cli_progress_get_monitor (progress), error);
  if (verdicts == NULL)
    return FALSE;

  seed = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) cli->project->seed);
  /* Translators: a model and a number: "Warehouse, seed 42" */
  g_string_append_printf (text, _("%s, seed %s"), _(type->title), seed);
  g_string_append (text, "\n\n");
  *n_failed += append_verdicts (cli, verdicts, text);
  g_string_append (text, _("\nPublished and exact have to agree, and the simulated mean has to lie "
                           "within 4 standard errors (SE) of exact.\n"));
  return TRUE;
}

static TwinExit
validate_command (TwinCli *cli,
                  GError **error)
{
  const TwinModelType *const *types = twin_model_type_list ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_failed = 0;

  if (!twin_cli_load_project (cli, error) || !twin_cli_make_pool (cli, error))
    return TWIN_EXIT_USAGE;
  for (guint i = 0; types[i] != NULL; i++)
    if ((cli->options.model == NULL || types[i] == cli->project->type) &&
        !validate_type (cli, types[i], text, &n_failed, error))
      return TWIN_EXIT_FAILED;
  if (text->len == 0)
    g_string_append_printf (text, _("%s: there is no case whose exact answer is known\n"),
                            _(cli->project->type->title));
  if (!twin_cli_print (text->str, error))
    return TWIN_EXIT_FAILED;
  return n_failed == 0 ? TWIN_EXIT_DONE : TWIN_EXIT_FAILED;
}

const TwinCliCommand twin_cli_validate = {
  .name = "validate",
  .summary = N_("hold the simulation against published and exact answers"),
  /* xgettext:no-c-format */
  .description = N_("Simulates models whose long-run answer is known, and prints the published "
                    "answer, the exact one and the simulated one with its 95 % interval. Ends "
                    "with status 1 where one of them disagrees."),
  .examples = examples,
  .bit = TWIN_CLI_VALIDATE,
  .run = validate_command,
};
