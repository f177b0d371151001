/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-job.h"
#include "twin-page.h"

G_BEGIN_DECLS

/**
 * TwinLive:
 *
 * Results that follow the parameters. All work is in a thread of its own:
 *
 *   start ─► stop what is running ─► compute a first look ─► compute the whole ─► shown
 *                                          └─► shown, until the whole is there
 *
 * What was shown before stays until then, and is dimmed where that takes long. While it works the
 * page is busy. A first look that has hardly begun is not stopped but waited for: else a slider
 * that moves with every frame would stop all of them, and nothing would be seen until it rests.
 */
typedef struct _TwinLive TwinLive;

typedef struct
{
  TwinJobFunc compute; /* a request becomes a result */
  GDestroyNotify free_request;
  GDestroyNotify free_result;
  /** Shows a result (transfer full) and returns the request for a better one (transfer full), or
   *  NULL where it is final. */
  gpointer (*show) (TwinPage *page, gpointer result);
  /** There will be no result. */
  void (*fail) (TwinPage *page, const GError *error);
  /** What is shown is, or is no longer, of older parameters. */
  void (*set_dimmed) (TwinPage *page, gboolean dimmed);
} TwinLiveClass;

/** @page owns it, and frees it when it goes. */
TwinLive *twin_live_new (TwinPage *page, const TwinLiveClass *klass);
void twin_live_free (TwinLive *self);

/** @request: (transfer full): a first look. */
void twin_live_start (TwinLive *self, gpointer request);
void twin_live_stop (TwinLive *self);
gboolean twin_live_is_running (TwinLive *self);

G_END_DECLS
