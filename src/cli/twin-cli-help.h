/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-cli.h"

G_BEGIN_DECLS

/* Help is made from the tables of commands, flags, parameters, metrics and scenarios. */

/** What the program is, how it is used, and its commands. */
void twin_cli_help_all (const TwinCliTerminal *terminal, GString *text);
/** One command: examples first, then its flags. */
void twin_cli_help_command (const TwinCliCommand *command,
                            const TwinCliTerminal *terminal,
                            GString *text);
/** What --help-keys, --help-metrics and --help-scenarios ask for, of the project loaded. */
void twin_cli_help_project (const TwinCli *cli, GString *text);

G_END_DECLS
