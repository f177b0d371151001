/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-cli-command.h"

#include <glib/gi18n-lib.h>

#include "twin-cli-error.h"
#include "twin-suggestion.h"

const TwinCliCommand *const twin_cli_commands[] = {
  &twin_cli_run,
  &twin_cli_scenario,
  &twin_cli_optimize,
  &twin_cli_validate,
  &twin_cli_bench,
  NULL
};

const TwinCliCommand *
twin_cli_command_find (const char *name,
                       GError **error)
{
  const char *names[G_N_ELEMENTS (twin_cli_commands)] = { NULL };
  const char *near;
  guint n = 0;

  for (; twin_cli_commands[n] != NULL; n++)
    {
      names[n] = twin_cli_commands[n]->name;
      if (g_str_equal (name, names[n]))
        return twin_cli_commands[n];
    }

  near = twin_suggest (name, names, n);
  if (near != NULL)
    twin_cli_set_usage_error (error, _("there is no command “%s”. Did you mean “twin %s”?"), name,
                              near);
  else
    {
      g_autofree char *list = g_strjoinv (", ", (char **) names);

      twin_cli_set_usage_error (error, _("there is no command “%s”; there are: %s"), name, list);
    }
  return NULL;
}
