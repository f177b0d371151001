/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-remark.h"

#include "twin-error.h"

TwinRemark *
twin_remark_new (const char *const *keys,
                 const char *format,
                 ...)
{
  TwinRemark *self;
  va_list args;

  g_return_val_if_fail (keys != NULL && keys[0] != NULL, NULL);

  self = g_new (TwinRemark, 1);
  self->keys = g_strdupv ((char **) keys);
  va_start (args, format);
  self->text = twin_error_format (format, args);
  va_end (args);
  return self;
}

void
twin_remark_free (TwinRemark *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->keys);
  g_free (self->text);
  g_free (self);
}
