/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-cli-help.h"

#include <glib/gi18n-lib.h>

#include "twin-cli-table.h"

static void
append_heading (const TwinCliTerminal *terminal,
                const char *heading,
                GString *text)
{
  g_string_append_printf (text, terminal->bold_output ? "\n\033[1m%s\033[0m\n" : "\n%s\n", heading);
}

/* An example a line, what it is for in the line above. */
static void
append_examples (const char *const *examples,
                 GString *text)
{
  for (guint i = 0; examples[i] != NULL; i += 2)
    g_string_append_printf (text, "  # %s\n  %s\n", _(examples[i + 1]), examples[i]);
}

static void
append_flags (const TwinCliCommand *command,
              GString *text)
{
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("ll");

  for (const TwinCliFlag *flag = twin_cli_flags; flag->name != NULL; flag++)
    {
      if (flag->commands != 0 && (command == NULL || (flag->commands & command->bit) == 0))
        continue;
      twin_cli_table_begin_row (table);
      twin_cli_table_take (table, flag->argument == NULL
                                      ? g_strdup (flag->name)
                                      : g_strdup_printf ("%s %s", flag->name, _(flag->argument)));
      twin_cli_table_add (table, _(flag->help));
    }
  twin_cli_table_print (table, text, 2, FALSE);
}

static void
append_models (GString *text)
{
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("ll");

  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    {
      twin_cli_table_begin_row (table);
      twin_cli_table_take (table, g_strdup_printf ("--model %s", (*type)->name));
      twin_cli_table_add (table, _((*type)->title));
    }
  twin_cli_table_print (table, text, 2, FALSE);
}

void
twin_cli_help_all (const TwinCliTerminal *terminal,
                   GString *text)
{
  static const char *const examples[] = {
    "twin run --set reorder_point=88 --set order_up_to=174",
    N_("what does this policy cost, and how often is stock there?"),
    "twin scenario --chart scenarios.svg",
    N_("what if demand rises or deliveries slow down?"),
    "twin optimize --target 0.98",
    /* xgettext:no-c-format */
    N_("which policy keeps 98 % at the least cost?"),
    "twin run --model network --scenario spike",
    N_("how do three stores and their warehouse stand a spike of demand?"),
    NULL
  };
  g_autoptr (TwinCliTable) table = twin_cli_table_new ("ll");

  g_string_append_printf (text, "%s\n", _("Simulates inventory policies under random demand and "
                                          "lead times."));
  append_heading (terminal, _("Examples"), text);
  append_examples (examples, text);

  append_heading (terminal, _("Commands"), text);
  for (guint i = 0; twin_cli_commands[i] != NULL; i++)
    {
      twin_cli_table_begin_row (table);
      twin_cli_table_take (table, g_strdup_printf ("twin %s", twin_cli_commands[i]->name));
      twin_cli_table_add (table, _(twin_cli_commands[i]->summary));
    }
  twin_cli_table_print (table, text, 2, FALSE);
  append_heading (terminal, _("Models"), text);
  append_models (text);
  append_heading (terminal, _("Flags"), text);
  append_flags (NULL, text);
  g_string_append_printf (text, "\n%s\n",
                          _("“twin COMMAND --help” tells more; the manual is “man twin”."));
}

void
twin_cli_help_command (const TwinCliCommand *command,
                       const TwinCliTerminal *terminal,
                       GString *text)
{
  g_string_append_printf (text, "%s\n", _(command->description));
  append_heading (terminal, _("Examples"), text);
  append_examples (command->examples, text);
  append_heading (terminal, _("Usage"), text);
  g_string_append_printf (text, _("  twin %s [FLAG…]\n"), command->name);
  append_heading (terminal, _("Flags"), text);
  append_flags (command, text);
}
