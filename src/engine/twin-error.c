/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-error.h"

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

GError *
twin_error_new (TwinError code,
                const char *key,
                const char *format,
                ...)
{
  va_list args;
  va_start (args, format);
  GError *error = g_error_new_valist (TWIN_ERROR, code, format, args);
  va_end (args);
  twin_error_get_private (error)->key = g_strdup (key);
  return error;
}

const char *
twin_error_get_key (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == TWIN_ERROR ? twin_error_get_private (error)->key : NULL;
}
