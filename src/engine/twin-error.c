/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* uselocale() */
#include "twin-error.h"

#include <locale.h>

typedef struct
{
  char *key;
} TwinErrorPrivate;

static void
twin_error_private_init (TwinErrorPrivate *priv)
{
  priv->key = NULL;
}

static void
twin_error_private_copy (const TwinErrorPrivate *from,
                         TwinErrorPrivate *to)
{
  to->key = g_strdup (from->key);
}

static void
twin_error_private_clear (TwinErrorPrivate *priv)
{
  g_free (priv->key);
}

G_DEFINE_EXTENDED_ERROR (TwinError, twin_error)

char *
twin_error_format (const char *format,
                   va_list args)
{
  locale_t with_point = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t before = uselocale (with_point);
  char *text = g_strdup_vprintf (format, args);

  uselocale (before);
  freelocale (with_point);
  return text;
}

GError *
twin_error_new (TwinError code,
                const char *key,
                const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = twin_error_format (format, args);
  va_end (args);

  GError *error = g_error_new_literal (TWIN_ERROR, code, message);
  twin_error_get_private (error)->key = g_strdup (key);
  return error;
}

const char *
twin_error_get_key (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == TWIN_ERROR ? twin_error_get_private (error)->key : NULL;
}
