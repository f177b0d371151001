/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-cli.h"
#include "twin-run.h"

G_BEGIN_DECLS

/** Draws a run and the trace of its first replication into --chart's file, if it was asked for. */
gboolean twin_cli_draw_run (TwinCli *cli,
                            const TwinRun *run,
                            const TwinTrace *trace,
                            const TwinMonitor *monitor,
                            GError **error);

G_END_DECLS
