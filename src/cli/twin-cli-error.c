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

/* The message without the key that it begins with: the flag says the same. */
static const char *
message_after_key (const GError *error)
{
  const char *key = error->domain == TWIN_ERROR ? twin_error_get_key (error) : NULL;
  gsize length = key != NULL ? strlen (key) : 0;

  if (key != NULL && g_str_has_prefix (error->message, key) &&
      g_str_has_prefix (error->message + length, ": "))
    return error->message + length + 2;
  return error->message;
}

void
twin_cli_prefix_flag (GError **error,
                      const char *flag,
                      const char *value)
{
  g_autoptr (GError) cause = NULL;

  if (error == NULL || *error == NULL)
    return;
  cause = g_steal_pointer (error);
  twin_cli_set_usage_error (error, "%s %s: %s", flag, value, message_after_key (cause));
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
