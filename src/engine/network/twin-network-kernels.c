/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-private.h"

#include "../twin-processor.h"

/* twin-network-kernel.c, as the build has compiled it for one lane and for several. */
extern const TwinNetworkKernel twin_network_kernel_narrow;
extern const TwinNetworkKernel twin_network_kernel_wide;
#ifdef TWIN_HAVE_AVX
extern const TwinNetworkKernel twin_network_kernel_narrow_avx2;
extern const TwinNetworkKernel twin_network_kernel_avx2;
extern const TwinNetworkKernel twin_network_kernel_avx512;
#endif

/* Those for one lane, then the others; slowest first. */
static const TwinNetworkKernel *usable[6];

static gpointer
find_usable (gpointer data)
{
  const guint lanes = twin_processor_get_lanes ();
  guint n = 0;

  usable[n++] = &twin_network_kernel_narrow;
#ifdef TWIN_HAVE_AVX
  if (lanes >= 4)
    usable[n++] = &twin_network_kernel_narrow_avx2;
#endif
  usable[n++] = &twin_network_kernel_wide;
#ifdef TWIN_HAVE_AVX
  if (lanes >= 4)
    usable[n++] = &twin_network_kernel_avx2;
  if (lanes >= 8)
    usable[n++] = &twin_network_kernel_avx512;
#endif
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
  const TwinNetworkKernel *const *kernels = twin_network_kernel_list ();

  while (kernels[1]->lanes == 1)
    kernels++;
  return *kernels;
}

const TwinNetworkKernel *
twin_network_kernel_get_wide (void)
{
  const TwinNetworkKernel *const *kernels = twin_network_kernel_list ();

  while (kernels[1] != NULL)
    kernels++;
  return *kernels;
}
