/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-warehouse-cycles.h"

#include "../twin-processor.h"

/* twin-warehouse-kernel.c, as the build has compiled it for one lane and for several. */
extern const TwinWarehouseKernel twin_warehouse_kernel_narrow;
extern const TwinWarehouseKernel twin_warehouse_kernel_wide;
#ifdef TWIN_HAVE_AVX
extern const TwinWarehouseKernel twin_warehouse_kernel_avx2;
extern const TwinWarehouseKernel twin_warehouse_kernel_avx512;
#endif

static const TwinWarehouseKernel *const compiled[] = {
  &twin_warehouse_kernel_narrow,
  &twin_warehouse_kernel_wide,
#ifdef TWIN_HAVE_AVX
  &twin_warehouse_kernel_avx2,
  &twin_warehouse_kernel_avx512,
#endif
};

static const TwinWarehouseKernel *usable[G_N_ELEMENTS (compiled) + 1];

static gpointer
find_usable (gpointer data)
{
  const guint lanes = twin_processor_get_lanes ();
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (compiled); i++)
    if (compiled[i]->lanes <= lanes)
      usable[n++] = compiled[i];
  return usable;
}

const TwinWarehouseKernel *const *
twin_warehouse_kernel_list (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, find_usable, NULL);
}
