/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-cli-options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-cli-error.h"
#include "twin-suggestion.h"

#define RUN TWIN_CLI_RUN
#define SCENARIO TWIN_CLI_SCENARIO
#define OPTIMIZE TWIN_CLI_OPTIMIZE
#define EXPERIMENTS (RUN | SCENARIO | OPTIMIZE)
#define BENCH TWIN_CLI_BENCH
#define MODELS (EXPERIMENTS | BENCH)
#define ALL (MODELS | TWIN_CLI_VALIDATE)

#define SWITCH(field) TWIN_CLI_SWITCH, G_STRUCT_OFFSET (TwinCliOptions, field)
#define VALUE(field) TWIN_CLI_VALUE, G_STRUCT_OFFSET (TwinCliOptions, field)
#define LIST(field) TWIN_CLI_LIST, G_STRUCT_OFFSET (TwinCliOptions, field)

/* Translators: the words in capitals stand for what is given to a flag: --csv FILE */
const TwinCliFlag twin_cli_flags[] = {
  { "--project", N_("FILE"), N_("read a project (*.twin); “-” is standard input"), MODELS,
    VALUE (project) },
  { "--model", N_("NAME"), N_("the model to use, where the project does not say it"), ALL,
    VALUE (model) },
  { "--set", N_("KEY=VALUE"), N_("set a key, again and again; --help-keys lists them"),
    MODELS, LIST (settings) },
  { "--replications", N_("N"), N_("how many replications"), MODELS, VALUE (replications) },
  { "--seed", N_("N"), N_("seed of the random numbers"), ALL, VALUE (seed) },
  { "--threads", N_("N"), N_("worker threads; the results do not depend on it"), ALL,
    VALUE (threads) },
  { "--days", N_("N"), N_("length of a replication in days"), MODELS, VALUE (days) },
  { "--scenario", N_("NAME"), N_("work under this scenario; --help-scenarios lists them"),
    RUN | OPTIMIZE, VALUE (scenario) },
  { "--scenario", N_("NAME"), N_("the same as --name"), SCENARIO, LIST (names) },
  { "--name", N_("NAME"), N_("compare this scenario with the baseline, again and again"),
    SCENARIO, LIST (names) },
  { "--target", N_("SHARE"), N_("service to keep, such as 0.98"), OPTIMIZE, VALUE (target) },
  { "--demand", N_("FILE"), N_("replay recorded demand (CSV: day, store, sku, demand)"), RUN,
    VALUE (demand) },
  { "--csv", N_("FILE"), N_("write the results as CSV; “-” is standard output"), EXPERIMENTS,
    VALUE (csv) },
  { "--trace", N_("FILE"), N_("write the events of the first replication as CSV"), RUN,
    VALUE (trace) },
  { "--chart", N_("FILE"),
    N_("draw the results; the name ends in .png, .svg or .pdf; “-” is standard output, as SVG"),
    EXPERIMENTS, VALUE (chart) },
  { "--json", NULL, N_("print one JSON object instead of tables"), MODELS, SWITCH (json) },
  { "--quiet", NULL, N_("no progress and no remarks on standard error"), ALL, SWITCH (quiet) },
  { "--verbose", NULL, N_("tell more on standard error"), ALL, SWITCH (verbose) },
  { "--help-keys", NULL, N_("list the keys that --set knows"), MODELS, SWITCH (help_keys) },
  { "--help-metrics", NULL, N_("list what is measured"), EXPERIMENTS, SWITCH (help_metrics) },
  { "--help-scenarios", NULL, N_("list the scenarios"), EXPERIMENTS, SWITCH (help_scenarios) },
  { "--help", NULL, N_("show this help; also -h"), 0, SWITCH (help) },
  { "--version", NULL, N_("show the version"), 0, SWITCH (version) },
  { NULL }
};

static gboolean
has_flag (const TwinCliCommand *command,
          const TwinCliFlag *flag)
{
  return flag->commands == 0 || (command != NULL && (flag->commands & command->bit) != 0);
}

/* Says of an unknown flag what was probably meant, or whose flag it is. */
static void
refuse_flag (const TwinCliCommand *command,
             const char *name,
             GError **error)
{
  const char *names[64] = { NULL };
  const char *near;
  guint n = 0;

  for (const TwinCliFlag *flag = twin_cli_flags; flag->name != NULL; flag++)
    if (has_flag (command, flag) && n < G_N_ELEMENTS (names))
      names[n++] = flag->name;
  near = twin_suggest (name, names, n);

  for (const TwinCliFlag *flag = twin_cli_flags; flag->name != NULL; flag++)
    for (guint i = 0; twin_cli_commands[i] != NULL; i++)
      if (g_str_equal (flag->name, name) && has_flag (twin_cli_commands[i], flag))
        {
          twin_cli_set_usage_error (error, _("%s is a flag of “twin %s”"), name,
                                    twin_cli_commands[i]->name);
          return;
        }
  if (near != NULL)
    twin_cli_set_usage_error (error, _("there is no flag %s. Did you mean %s?"), name, near);
  else
    twin_cli_set_usage_error (error, _("there is no flag %s; --help lists them"), name);
}

static const TwinCliFlag *
find_flag (const TwinCliCommand *command,
           const char *name,
           GError **error)
{
  if (g_str_equal (name, "-h"))
    name = "--help";
  for (const TwinCliFlag *flag = twin_cli_flags; flag->name != NULL; flag++)
    if (g_str_equal (flag->name, name) && has_flag (command, flag))
      return flag;
  refuse_flag (command, name, error);
  return NULL;
}

static void
store (TwinCliOptions *self,
       const TwinCliFlag *flag,
       const char *value)
{
  gpointer field = G_STRUCT_MEMBER_P (self, flag->offset);

  switch (flag->kind)
    {
    case TWIN_CLI_SWITCH:
      *(gboolean *) field = TRUE;
      break;
    case TWIN_CLI_VALUE:
      g_free (*(char **) field);
      *(char **) field = g_strdup (value);
      break;
    case TWIN_CLI_LIST:
    default:
      {
        g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
        g_auto (GStrv) old = *(char ***) field;

        if (old != NULL)
          g_strv_builder_addv (builder, (const char **) old);
        g_strv_builder_add (builder, value);
        *(char ***) field = g_strv_builder_end (builder);
      }
      break;
    }
}

/* A word that is no flag: most likely its flag was forgotten. */
static void
refuse_word (const char *word,
             GError **error)
{
  if (strchr (word, '=') != NULL)
    twin_cli_set_usage_error (error, _("unexpected “%s”. Did you mean --set %s?"), word, word);
  else if (g_str_has_suffix (word, ".twin"))
    twin_cli_set_usage_error (error, _("unexpected “%s”. Did you mean --project %s?"), word, word);
  else
    twin_cli_set_usage_error (error, _("unexpected “%s”; --help shows what can be given"), word);
}

/* Reads the flag at *@argument and moves it to the last word that was used. */
static gboolean
parse_flag (TwinCliOptions *self,
            const TwinCliCommand *command,
            char ***argument,
            GError **error)
{
  const char *word = **argument;
  const char *equals = strchr (word, '=');
  g_autofree char *name = equals != NULL ? g_strndup (word, equals - word) : g_strdup (word);
  const char *value = equals != NULL ? equals + 1 : NULL;
  const TwinCliFlag *flag = find_flag (command, name, error);

  if (flag == NULL)
    return FALSE;
  if (flag->kind == TWIN_CLI_SWITCH && value != NULL)
    {
      twin_cli_set_usage_error (error, _("%s takes no value"), name);
      return FALSE;
    }
  if (flag->kind != TWIN_CLI_SWITCH && value == NULL)
    {
      value = (*argument)[1];
      if (value == NULL || g_str_has_prefix (value, "--"))
        {
          twin_cli_set_usage_error (error, _("%s needs a value: %s %s"), name, name,
                                    _(flag->argument));
          return FALSE;
        }
      (*argument)++;
    }
  if (flag->kind != TWIN_CLI_SWITCH && *value == '\0')
    {
      twin_cli_set_usage_error (error, _("%s needs a value: %s %s"), name, name,
                                _(flag->argument));
      return FALSE;
    }
  store (self, flag, value);
  return TRUE;
}

gboolean
twin_cli_options_parse (TwinCliOptions *self,
                        const TwinCliCommand *command,
                        char **arguments,
                        GError **error)
{
  for (char **argument = arguments; *argument != NULL; argument++)
    {
      if (!g_utf8_validate (*argument, -1, NULL))
        {
          g_autofree char *shown = g_utf8_make_valid (*argument, -1);

          twin_cli_set_usage_error (error, _("“%s” is not UTF-8"), shown);
          return FALSE;
        }
      if (**argument != '-' || g_str_equal (*argument, "-"))
        {
          refuse_word (*argument, error);
          return FALSE;
        }
      if (!parse_flag (self, command, &argument, error))
        return FALSE;
    }
  if (self->quiet && self->verbose)
    {
      twin_cli_set_usage_error (error, _("--quiet and --verbose contradict each other"));
      return FALSE;
    }
  return TRUE;
}

void
twin_cli_options_clear (TwinCliOptions *self)
{
  for (const TwinCliFlag *flag = twin_cli_flags; flag->name != NULL; flag++)
    {
      gpointer field = G_STRUCT_MEMBER_P (self, flag->offset);

      if (flag->kind == TWIN_CLI_VALUE)
        g_clear_pointer ((char **) field, g_free);
      else if (flag->kind == TWIN_CLI_LIST)
        g_clear_pointer ((char ***) field, g_strfreev);
    }
}
