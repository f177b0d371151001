/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-cli-command.h"

G_BEGIN_DECLS

/** TwinCliOptions: what the user typed, each value still a text. */
typedef struct
{
  char *project;
  char *model;
  char **settings; /* KEY=VALUE, or NULL */
  char *replications;
  char *seed;
  char *threads;
  char *days;
  char *scenario;
  char **names;    /* of scenarios, or NULL */
  char *target;
  char *csv;
  char *trace;
  char *demand;
  char *chart;
  gboolean json;
  gboolean quiet;
  gboolean verbose;
  gboolean help;
  gboolean help_keys;
  gboolean help_metrics;
  gboolean help_scenarios;
  gboolean version;
} TwinCliOptions;

typedef enum
{
  TWIN_CLI_SWITCH, /* gboolean */
  TWIN_CLI_VALUE,  /* char *; the last one counts */
  TWIN_CLI_LIST    /* char **; all count */
} TwinCliFlagKind;

/** TwinCliFlag: one flag. The table of these is the only list of them: parser and help are made
 *  from it, manual and completion are held against it. */
typedef struct
{
  const char *name;     /* "--seed" */
  const char *argument; /* "N" for people; NULL: none */
  const char *help;     /* to be translated */
  guint commands;       /* the commands that have it; 0: every command and none */
  TwinCliFlagKind kind;
  gsize offset;         /* in TwinCliOptions */
} TwinCliFlag;

/** Ended by a NULL name. */
extern const TwinCliFlag twin_cli_flags[];

/**
 * twin_cli_options_parse:
 * @command: (nullable): the command that they are given to; NULL: before a command
 * @arguments: NULL-terminated, without program and command
 *
 * Reads "--flag value" and "--flag=value". @error: TWIN_CLI_ERROR_USAGE for an unknown flag, with
 * the one that was probably meant, a flag of another command, a missing or superfluous value, or an
 * argument that is no flag.
 */
gboolean twin_cli_options_parse (TwinCliOptions *self,
                                 const TwinCliCommand *command,
                                 char **arguments,
                                 GError **error);
void twin_cli_options_clear (TwinCliOptions *self);

G_END_DECLS
