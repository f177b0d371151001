/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "twin-cli-error.h"
#include "twin-cli-help.h"
#include "twin-cli-interrupt.h"
#include "twin-cli.h"
#include "twin-locale.h"

/* Says what went wrong, and where to read on if it was the wording of the command. */
static TwinExit
fail (const TwinCli *cli,
      const GError *error)
{
  TwinExit exit_status = twin_cli_error_get_exit (error);
  const char *name = cli->command != NULL ? cli->command->name : NULL;
  gboolean bold = cli->terminal.bold_errors;

  if (exit_status == TWIN_EXIT_INTERRUPTED)
    {
      if (!cli->options.quiet)
        fprintf (stderr, "%s\n", _("Interrupted"));
      return exit_status;
    }
  fprintf (stderr, "%stwin%s%s:%s %s\n", bold ? "\033[1m" : "", name != NULL ? " " : "",
           name != NULL ? name : "", bold ? "\033[0m" : "", error->message);
  return exit_status;
}

/* Flags that only ask for something to be told. */
static gboolean
tell (TwinCli *cli,
      TwinExit *exit_status,
      GError **error)
{
  const TwinCliOptions *options = &cli->options;
  g_autoptr (GString) text = g_string_new (NULL);

  if (options->version)
    g_string_append_printf (text, "twin %s\n", TWIN_VERSION);
  else if (options->help && cli->command != NULL)
    twin_cli_help_command (cli->command, &cli->terminal, text);
  else if (options->help || cli->command == NULL)
    twin_cli_help_all (&cli->terminal, text);
  else if (options->help_keys || options->help_metrics || options->help_scenarios)
    {
      if (!twin_cli_load_project (cli, error))
        return FALSE;
      twin_cli_help_project (cli, text);
    }
  else
    return FALSE;

  *exit_status = TWIN_EXIT_DONE;
  return twin_cli_print (text->str, error);
}

static TwinExit
run (TwinCli *cli,
     char **arguments,
     GError **error)
{
  TwinExit exit_status = TWIN_EXIT_FAILED;

  if (g_strcmp0 (*arguments, "help") == 0)
    {
      arguments++;
      cli->options.help = TRUE;
    }
  if (*arguments != NULL && **arguments != '-')
    {
      cli->command = twin_cli_command_find (*arguments, error);
      if (cli->command == NULL)
        return exit_status;
      arguments++;
    }
  if (!twin_cli_options_parse (&cli->options, cli->command, arguments, error))
    return exit_status;
  if (tell (cli, &exit_status, error) || *error != NULL)
    return exit_status;

  twin_cli_interrupt_watch (cli->cancellable);
  exit_status = cli->command->run (cli, error);
  /* Whoever interrupts wants to know that it was heard, however near the end the work was. */
  if (*error == NULL)
    g_cancellable_set_error_if_cancelled (cli->cancellable, error);
  return exit_status;
}

int
main (int argc,
      char **argv)
{
  TwinCli cli = { .cancellable = g_cancellable_new () };
  g_autoptr (GError) error = NULL;
  TwinExit exit_status;

  twin_locale_init ();
  twin_cli_terminal_init (&cli.terminal);
  exit_status = run (&cli, argc > 0 ? argv + 1 : argv, &error);
  if (error != NULL)
    exit_status = fail (&cli, error);
  twin_cli_clear (&cli);
  return exit_status;
}
