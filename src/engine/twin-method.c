/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-method.h"

const char *
twin_method_get_name (TwinMethod method)
{
  return method == TWIN_METHOD_CYCLES ? "cycles" : "events";
}
