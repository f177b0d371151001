/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "../twin-processor.h"

/* twin-network-kernel.c, as the build has compiled it for one lane and for several. */
extern const TwinNetworkKernel twin_network_kernel_narrow;
extern const TwinNetworkKernel twin_network_kernel_wide;
#ifdef TWIN_HAVE_AVX
extern const TwinNetworkKernel twin_network_kernel_avx2;
extern const TwinNetworkKernel twin_network_kernel_avx512;
#endif

/* Slowest first. */
static const TwinNetworkKernel *const compiled[] = {
  &twin_network_kernel_narrow,
  &twin_network_kernel_wide,
#ifdef TWIN_HAVE_AVX
  &twin_network_kernel_avx2,
  &twin_network_kernel_avx512,
#endif
};

static const TwinNetworkKernel *usable[G_N_ELEMENTS (compiled) + 1];

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

const TwinNetworkKernel *const *
twin_network_kernel_list (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, find_usable, NULL);
}

const TwinNetworkKernel *
twin_network_kernel_get_narrow (void)
{
  return &twin_network_kernel_narrow;
}

const TwinNetworkKernel *
twin_network_kernel_get_wide (void)
{
  const TwinNetworkKernel *const *kernels = twin_network_kernel_list ();

  while (kernels[1] != NULL)
    kernels++;
  return *kernels;
}
