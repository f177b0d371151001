/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-cli-options.h"
#include "twin-cli-progress.h"
#include "twin-csv-writer.h"
#include "twin-figure-sheet.h"
#include "twin-model.h"
#include "twin-output-file.h"
#include "twin-pool.h"
#include "twin-project.h"

G_BEGIN_DECLS

/** TwinCli: one call of a command: what was asked for, judged, and where the results go. */
struct _TwinCli
{
  const TwinCliCommand *command;
  TwinCliOptions options;
  TwinCliTerminal terminal;
  GCancellable *cancellable;

  TwinProject *project;      /* with everything that was set, and judged */
  TwinScenario *scenario;    /* the one it works under, or NULL; belongs to nobody else */
  TwinPool *pool;

  /* Opened before the work begins, so that nobody waits for a target that cannot be written. Each
   * takes its place when it is closed, or never. NULL: not asked for. */
  TwinCsvWriter *csv;
  TwinCsvWriter *trace;
  TwinOutputFile *chart;
  TwinImageFormat chart_format;
  gboolean table;            /* standard output is free for the table that people read */
};

/** Reads project, settings and flags into @self->project, and judges all of them together.
 *  @error: a usage error, naming the flag. */
gboolean twin_cli_load_project (TwinCli *self, GError **error);
/** The threads that --threads asks for. */
gboolean twin_cli_make_pool (TwinCli *self, GError **error);
/** The model that the project describes, with the demand that --demand gives it. */
TwinModel *twin_cli_make_model (const TwinCli *self, GError **error);

/** Opens the files that --csv, --trace and --chart name. @error: a usage error, naming the flag. */
gboolean twin_cli_open_outputs (TwinCli *self, GError **error);
/** Finishes a CSV file and says so. @writer may be NULL: it was not asked for. */
gboolean twin_cli_close_csv (TwinCli *self, TwinCsvWriter *writer, const char *path, GError **error);
/** Draws @tiles ([n]) into --chart's file, and says so. */
gboolean twin_cli_write_sheet (TwinCli *self, const TwinFigureTile *tiles, guint n, GError **error);
/** Prints to standard output. */
gboolean twin_cli_print (const char *text, GError **error);
/** A remark on standard error, unless --quiet. */
void twin_cli_remark (const TwinCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Says what the model allows but is hardly meant, and is not in @said yet, an array of strings, to
 *  which it adds that. @title: of the scenario it is said of; or NULL. */
void twin_cli_remark_model (const TwinCli *self,
                            const TwinModel *model,
                            const char *title,
                            GPtrArray *said);
/** Events of one replication, on average. NaN where it is simulated cycle by cycle: then nobody
 *  lives them, and a rate of them would be none. */
double twin_cli_count_events (const TwinModel *model);
/** With --verbose: what ran on how many threads, and how fast. @events: expected in all, or NaN. */
void twin_cli_remark_speed (const TwinCli *self,
                            double replications,
                            double events,
                            double seconds);
/** Appends what was simulated: "Warehouse: 1,000 replications of 365 days, seed 42", and an empty
 *  line. */
void twin_cli_append_heading (const TwinCli *self, GString *text);

/** Loads the project, makes the pool and opens the outputs. */
gboolean twin_cli_prepare (TwinCli *self, GError **error);
void twin_cli_clear (TwinCli *self);

G_END_DECLS
