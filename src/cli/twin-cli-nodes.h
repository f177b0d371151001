/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-cli-terminal.h"
#include "twin-run.h"

G_BEGIN_DECLS

/* The parts of a model that have metrics of their own. */

/** Appends a table with a row a node, of the means that compare them; nothing where the model has
 *  no nodes. */
void twin_cli_append_nodes (const TwinRun *run, const TwinCliTerminal *terminal, GString *text);

/** Appends what is measured of which nodes, for --help-metrics. */
void twin_cli_append_node_metrics (const TwinModel *model,
                                   const TwinCliTerminal *terminal,
                                   GString *text);

G_END_DECLS
