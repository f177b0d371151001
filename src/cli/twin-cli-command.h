/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TwinCli TwinCli;

/** TwinCliCommandBit: a command in a set of commands. */
typedef enum
{
  TWIN_CLI_RUN = 1 << 0,
  TWIN_CLI_SCENARIO = 1 << 1,
  TWIN_CLI_OPTIMIZE = 1 << 2,
  TWIN_CLI_VALIDATE = 1 << 3,
  TWIN_CLI_BENCH = 1 << 4
} TwinCliCommandBit;

/** TwinExit: exit statuses, as the manual promises them. */
typedef enum
{
  TWIN_EXIT_DONE = 0,
  TWIN_EXIT_FAILED = 1,      /* a file that could not be written, a case that does not validate */
  TWIN_EXIT_USAGE = 2,       /* wrong usage, wrong parameters, a target that cannot be written */
  TWIN_EXIT_NO_POLICY = 3,   /* no policy meets the target */
  TWIN_EXIT_INTERRUPTED = 130
} TwinExit;

/** TwinCliCommand: one subcommand. */
typedef struct
{
  const char *name;
  const char *summary;         /* a line of the list of commands; to be translated */
  const char *description;     /* what it does, for its own help; to be translated */
  const char *const *examples; /* command line and what it is for, in turn; NULL-terminated */
  TwinCliCommandBit bit;

  /** Does the work. Returns the exit status; with @error set it is made from the error. */
  TwinExit (*run) (TwinCli *cli, GError **error);
} TwinCliCommand;

extern const TwinCliCommand twin_cli_run;
extern const TwinCliCommand twin_cli_scenario;
extern const TwinCliCommand twin_cli_optimize;
extern const TwinCliCommand twin_cli_validate;
extern const TwinCliCommand twin_cli_bench;

/** All of them, NULL-terminated, in the order of the help. */
extern const TwinCliCommand *const twin_cli_commands[];

/** The command of that name; NULL with TWIN_CLI_ERROR_USAGE, which suggests the one meant. */
const TwinCliCommand *twin_cli_command_find (const char *name, GError **error);

G_END_DECLS
