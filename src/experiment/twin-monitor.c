/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-monitor.h"

gboolean
twin_monitor_is_cancelled (const TwinMonitor *monitor,
                           GError **error)
{
  return monitor != NULL && g_cancellable_set_error_if_cancelled (monitor->cancellable, error);
}

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

TwinStop
twin_monitor_get_stop (const TwinMonitor *monitor)
{
  return (TwinStop) { is_cancelled, monitor != NULL ? monitor->cancellable : NULL };
}

void
twin_monitor_report (const TwinMonitor *monitor,
                     gsize done,
                     gsize total)
{
  if (monitor != NULL && monitor->progress != NULL)
    monitor->progress (done, total, monitor->data);
}

static void
twin_stage_report (gsize done,
                   gsize total,
                   gpointer data)
{
  TwinStage *stage = data;
  double share = total > 0 ? (double) done / total : 1;

  twin_monitor_report (stage->whole, stage->before + (gsize) (share * stage->span), stage->total);
}

const TwinMonitor *
twin_stage_begin (TwinStage *stage,
                  const TwinMonitor *whole,
                  gsize before,
                  gsize span,
                  gsize total)
{
  g_return_val_if_fail (stage != NULL, NULL);
  g_return_val_if_fail (before <= total && span <= total - before, NULL);

  *stage = (TwinStage) {
    .monitor = {
      .cancellable = whole != NULL ? whole->cancellable : NULL,
      .progress = twin_stage_report,
      .data = stage,
    },
    .whole = whole,
    .before = before,
    .span = span,
    .total = total,
  };

  return &stage->monitor;
}
