/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "twin-cli-error.h"
#include "twin-cli.h"
#include "twin-figure.h"

/* The files that were asked for, by their flags. */
typedef struct
{
  const char *flag;
  const char *path;
} Target;

#define N_TARGETS 3

static void
list_targets (const TwinCli *self,
              Target targets[N_TARGETS])
{
  targets[0] = (Target) { "--csv", self->options.csv };
  targets[1] = (Target) { "--trace", self->options.trace };
  targets[2] = (Target) { "--chart", self->options.chart };
}

static gboolean
same_file (const char *a,
           const char *b)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  /* What is no regular file, such as /dev/null, takes several; standard output does not. */
  if (!g_str_equal (a, "-") && g_file_test (a, G_FILE_TEST_EXISTS) &&
      !g_file_test (a, G_FILE_TEST_IS_REGULAR))
    return FALSE;
  first = g_canonicalize_filename (a, NULL);
  second = g_canonicalize_filename (b, NULL);
  return g_str_equal (first, second);
}

/* Two results in one file would be none. */
static gboolean
check_targets (TwinCli *self,
               GError **error)
{
  Target targets[N_TARGETS];

  list_targets (self, targets);
  self->table = !self->options.json;
  for (guint i = 0; i < N_TARGETS; i++)
    {
      if (targets[i].path == NULL)
        continue;
      for (guint j = 0; j < i; j++)
        if (same_file (targets[i].path, targets[j].path))
          {
            twin_cli_set_usage_error (error, _("%s %s: %s writes there as well"), targets[i].flag,
                                      targets[i].path, targets[j].flag);
            return FALSE;
          }
      if (!g_str_equal (targets[i].path, "-"))
        continue;
      if (self->options.json)
        {
          twin_cli_set_usage_error (error, _("%s -: --json writes to standard output as well"),
                                    targets[i].flag);
          return FALSE;
        }
      self->table = FALSE;
    }
  return TRUE;
}

static gboolean
open_csv (const TwinCli *self,
          const char *flag,
          const char *path,
          TwinCsvWriter **writer,
          GError **error)
{
  if (path == NULL)
    return TRUE;
  *writer = twin_csv_writer_new (path, error);
  if (*writer == NULL)
    {
      twin_cli_prefix_flag (error, flag, path);
      return FALSE;
    }
  twin_csv_writer_set_cancellable (*writer, self->cancellable);
  return TRUE;
}

/* A name alone says the format; standard output has none, and takes the one that is text. */
static gboolean
open_chart (TwinCli *self,
            GError **error)
{
  const char *path = self->options.chart;

  if (path == NULL)
    return TRUE;
  self->chart_format = TWIN_IMAGE_SVG;
  if (!g_str_equal (path, "-") && !twin_image_format_from_name (path, &self->chart_format, NULL))
    {
      twin_cli_set_usage_error (error,
                                _("--chart %s: the name of a picture ends in .png, .svg or .pdf; “-” "
                                  "is standard output, as SVG"),
                                path);
      return FALSE;
    }
  self->chart = twin_output_file_new (path, error);
  if (self->chart != NULL)
    return TRUE;
  twin_cli_prefix_flag (error, "--chart", path);
  return FALSE;
}

gboolean
twin_cli_open_outputs (TwinCli *self,
                       GError **error)
{
  return check_targets (self, error) &&
         open_csv (self, "--csv", self->options.csv, &self->csv, error) &&
         open_csv (self, "--trace", self->options.trace, &self->trace, error) &&
         open_chart (self, error);
}

gboolean
twin_cli_close_csv (TwinCli *self,
                    TwinCsvWriter *writer,
                    const char *path,
                    GError **error)
{
  if (writer == NULL)
    return TRUE;
  if (!twin_csv_writer_close (writer, error))
    return FALSE;
  if (!g_str_equal (path, "-"))
    twin_cli_remark (self, _("Wrote %s"), path);
  return TRUE;
}

gboolean
twin_cli_write_sheet (TwinCli *self,
                      const TwinFigureTile *tiles,
                      guint n,
                      GError **error)
{
  g_autoptr (GBytes) image = twin_figure_sheet_render (tiles, n, _(self->project->type->title),
                                                       self->chart_format, error);
  gconstpointer data;
  gsize length;

  if (image == NULL)
    return FALSE;
  data = g_bytes_get_data (image, &length);
  if (!twin_output_file_write (self->chart, data, length, error) ||
      !twin_output_file_close (self->chart, error))
    return FALSE;
  if (!g_str_equal (self->options.chart, "-"))
    twin_cli_remark (self, _("Wrote %s"), self->options.chart);
  return TRUE;
}

gboolean
twin_cli_print (const char *text,
                GError **error)
{
  g_autoptr (TwinOutputFile) output = twin_output_file_new ("-", error);

  return output != NULL && twin_output_file_write (output, text, strlen (text), error) &&
         twin_output_file_close (output, error);
}

void
twin_cli_remark (const TwinCli *self,
                 const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  if (self->options.quiet)
    return;
  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "%s\n", text);
}

double
twin_cli_count_events (const TwinModel *model)
{
  return twin_model_get_method (model) == TWIN_METHOD_EVENTS ? twin_model_get_work (model) : NAN;
}

/* "1,000 replications in 0.15 ms"; or with the events in them. */
static char *
describe_speed (double replications,
                double events,
                double seconds)
{
  const gulong n = (gulong) replications;
  g_autofree char *time = twin_number_format_fixed (1e3 * seconds, TWIN_NUMBER_PLAIN, 2);
  g_autofree char *count = twin_number_format (isnan (events) ? replications : round (events),
                                               TWIN_NUMBER_COUNT);
  g_autofree char *rate = NULL;

  if (isnan (events))
    /* Translators: numbers; milliseconds */
    return g_strdup_printf (ngettext ("%s replication in %s ms", "%s replications in %s ms", n),
                            count, time);
  rate = twin_number_format (round (events / 1e6 / MAX (seconds, 1e-6)), TWIN_NUMBER_COUNT);
  /* Translators: numbers; milliseconds */
  return g_strdup_printf (_("about %s events in %s ms, %s million a second"), count, time, rate);
}

void
twin_cli_remark_speed (const TwinCli *self,
                       double replications,
                       double events,
                       double seconds)
{
  guint threads = twin_pool_get_n_threads (self->pool);
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) self->project->seed);
  g_autofree char *n_threads = twin_number_format (threads, TWIN_NUMBER_COUNT);
  g_autofree char *speed = describe_speed (replications, events, seconds);

  if (!self->options.verbose)
    return;
  twin_cli_remark (self,
                   /* Translators: a model, then numbers, then "1,000 replications in 0.15 ms" */
                   ngettext ("%s: seed %s, %s thread; %s", "%s: seed %s, %s threads; %s", threads),
                   _(self->project->type->title), seed, n_threads, speed);
}

void
twin_cli_append_heading (const TwinCli *self,
                         GString *text)
{
  const TwinProject *project = self->project;
  double horizon = twin_parameters_get_number (twin_project_get_parameters (project),
                                               project->type->horizon_key);
  g_autofree char *n = twin_number_format (project->replications, TWIN_NUMBER_COUNT);
  g_autofree char *days = twin_number_add_unit (twin_number_format (horizon, TWIN_NUMBER_DAYS),
                                                horizon, "days");
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) project->seed);
  g_autoptr (GString) subject = g_string_new (_(project->type->title));

  if (self->scenario != NULL)
    g_string_append_printf (subject, "%s%s", twin_figure_list_separator (), self->scenario->title);
  if (self->options.demand != NULL)
    g_string_append_printf (subject, "%s%s", twin_figure_list_separator (), _("recorded demand"));
  /* Translators: "Warehouse: 1,000 replications of 365 days, seed 42"; the model may have the title of
   * a scenario behind it, the third %s is "365 days" */
  g_string_append_printf (text,
                          ngettext ("%s: %s replication of %s, seed %s",
                                    "%s: %s replications of %s, seed %s",
                                    project->replications),
                          subject->str, n, days, seed);
  g_string_append (text, "\n\n");
}

gboolean
twin_cli_prepare (TwinCli *self,
                  GError **error)
{
  return twin_cli_load_project (self, error) && twin_cli_make_pool (self, error) &&
         twin_cli_open_outputs (self, error);
}

void
twin_cli_clear (TwinCli *self)
{
  g_clear_pointer (&self->csv, twin_csv_writer_free);
  g_clear_pointer (&self->trace, twin_csv_writer_free);
  g_clear_pointer (&self->chart, twin_output_file_free);
  g_clear_pointer (&self->scenario, twin_scenario_free);
  g_clear_pointer (&self->project, twin_project_free);
  g_clear_pointer (&self->pool, twin_pool_unref);
  g_clear_object (&self->cancellable);
  twin_cli_options_clear (&self->options);
}
