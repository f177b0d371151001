/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-remark.h"

#include "twin-error.h"

TwinRemark *
twin_remark_new (const char *key,
                 const char *format,
                 ...)
{
  TwinRemark *self = g_new (TwinRemark, 1);
  va_list args;

  self->key = g_strdup (key);
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
  g_free (self->key);
  g_free (self->text);
  g_free (self);
}
