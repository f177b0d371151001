/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-processor.h"

guint
twin_processor_get_lanes (void)
{
#ifdef TWIN_HAVE_AVX
  __builtin_cpu_init ();
  if (__builtin_cpu_supports ("avx512f") && __builtin_cpu_supports ("avx512dq") &&
      __builtin_cpu_supports ("avx512vl"))
    return 8;
  if (__builtin_cpu_supports ("avx2"))
    return 4;
#endif
  return 2;
}
