/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TwinRemark: something that a model allows, but that is hardly meant. */
typedef struct
{
  char *key;  /* of the parameter that it is about: "stores.0.order_up_to" */
  char *text; /* for people, translated; names the key as well, for places that show text alone */
} TwinRemark;

TwinRemark *twin_remark_new (const char *key, const char *format, ...) G_GNUC_PRINTF (2, 3);
void twin_remark_free (TwinRemark *self);

G_END_DECLS
