/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "twin-cli-command.h"

G_BEGIN_DECLS

#define TWIN_CLI_ERROR (twin_cli_error_quark ())
GQuark twin_cli_error_quark (void);

typedef enum
{
  TWIN_CLI_ERROR_USAGE /* what the user typed, or a file named there, cannot be used */
} TwinCliError;

void twin_cli_set_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** Makes @error a usage error with "--flag value: " in front of its message, which need not begin
 *  with the value as well. */
void twin_cli_prefix_flag (GError **error, const char *flag, const char *value);
/** The same for a flag that sets a key, with which the message need not begin either. */
void twin_cli_prefix_setting (GError **error, const char *flag, const char *value);

/** The status to exit with because of @error. */
TwinExit twin_cli_error_get_exit (const GError *error);

G_END_DECLS
