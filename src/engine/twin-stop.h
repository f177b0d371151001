/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TwinStop: does nobody wait any more for what is computed? Work that may take long asks every few
 *  milliseconds, from any thread. Borrowed for the length of a call; NULL where somebody always
 *  waits. */
typedef struct
{
  gboolean (*is_set) (gpointer data); /* once TRUE, it stays so */
  gpointer data;
} TwinStop;

/** @self: or NULL. */
static inline gboolean
twin_stop_is_set (const TwinStop *self)
{
  return self != NULL && self->is_set (self->data);
}

G_END_DECLS
