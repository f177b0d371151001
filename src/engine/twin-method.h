/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TwinMethod: how a model's metrics are simulated. The distribution is the same. */
typedef enum
{
  TWIN_METHOD_EVENTS, /* every event is lived, one after the other */
  TWIN_METHOD_CYCLES  /* whole stretches between events that matter are drawn at once */
} TwinMethod;

/** In files and on the command line: "events" or "cycles". */
const char *twin_method_get_name (TwinMethod method);

G_END_DECLS
