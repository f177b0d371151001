/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-cli-error.h"

#include <gio/gio.h>
#include <string.h>

#include "twin-error.h"

G_DEFINE_QUARK (twin-cli-error-quark, twin_cli_error)

void
twin_cli_set_usage_error (GError **error,
                          const char *format,
                          ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (TWIN_CLI_ERROR, TWIN_CLI_ERROR_USAGE, format, arguments);
  va_end (arguments);
}

/* @message without the "subject: " that it may begin with. */
static const char *
message_after (const char *message,
               const char *subject)
{
  gsize length = subject != NULL ? strlen (subject) : 0;

  if (length > 0 && g_str_has_prefix (message, subject) &&
      g_str_has_prefix (message + length, ": "))
    return message + length + 2;
  return message;
}

static void
prefix (GError **error,
        const char *flag,
        const char *value,
        const char *message)
{
  GError *cause = g_steal_pointer (error); /* @message is part of it */

  twin_cli_set_usage_error (error, "%s %s: %s", flag, value, message);
  g_error_free (cause);
}

void
twin_cli_prefix_flag (GError **error,
                      const char *flag,
                      const char *value)
{
  if (error != NULL && *error != NULL)
    prefix (error, flag, value, message_after ((*error)->message, value));
}

void
twin_cli_prefix_setting (GError **error,
                         const char *flag,
                         const char *value)
{
  const char *key;

  if (error == NULL || *error == NULL)
    return;
  key = (*error)->domain == TWIN_ERROR ? twin_error_get_key (*error) : NULL;
  prefix (error, flag, value, message_after ((*error)->message, key));
}

TwinExit
twin_cli_error_get_exit (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TWIN_EXIT_INTERRUPTED;
  if (error->domain == TWIN_CLI_ERROR || error->domain == TWIN_ERROR)
    return TWIN_EXIT_USAGE;
  return TWIN_EXIT_FAILED;
}
