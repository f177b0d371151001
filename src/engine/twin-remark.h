/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TwinRemark: something that a model allows, but that is hardly meant. */
typedef struct
{
  char **keys; /* NULL-terminated: of the parameter that it is about, "stores.0.order_up_to", and of
                * others that the text names */
  char *text;  /* for people, translated; begins with the first key and a colon */
} TwinRemark;

/** @keys: as in TwinRemark, copied; at least one. */
TwinRemark *twin_remark_new (const char *const *keys, const char *format, ...)
  G_GNUC_PRINTF (2, 3);
void twin_remark_free (TwinRemark *self);

G_END_DECLS
