/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-project-file.h"

#include "twin-parameters-json.h"
#include "twin-scenario-json.h"

static void
write_experiment (const TwinProject *project,
                  TwinJsonWriter *writer)
{
  twin_json_writer_begin_object (writer, "experiment", TWIN_JSON_BLOCK);
  twin_json_writer_add_integer (writer, "replications", project->replications);
  twin_json_writer_add_integer (writer, "seed", project->seed);
  twin_json_writer_end_object (writer);
}

static void
write_scenarios (const TwinProject *project,
                 TwinJsonWriter *writer)
{
  twin_json_writer_begin_array (writer, "scenarios", TWIN_JSON_BLOCK);
  for (guint i = 0; i < project->scenarios->len; i++)
    twin_scenario_write_json (g_ptr_array_index (project->scenarios, i), project->type, writer);
  twin_json_writer_end_array (writer);
}

static void
write_search (const TwinProject *project,
              TwinJsonWriter *writer)
{
  const TwinSearch *search = project->search;

  twin_json_writer_begin_object (writer, "optimize", TWIN_JSON_BLOCK);
  twin_json_writer_add_number (writer, "target", search->target);
  if (!twin_search_is_grid (project->type))
    twin_json_writer_add_integer (writer, "policies", search->budget);
  for (guint i = 0; i < project->type->n_decisions; i++)
    {
      twin_json_writer_begin_object (writer, project->type->decisions[i].key, TWIN_JSON_INLINE);
      twin_json_writer_add_number (writer, "min", search->ranges[i].lower);
      twin_json_writer_add_number (writer, "max", search->ranges[i].upper);
      twin_json_writer_add_number (writer, "step", search->ranges[i].step);
      twin_json_writer_end_object (writer);
    }
  twin_json_writer_end_object (writer);
}

char *
twin_project_to_json (const TwinProject *project)
{
  const TwinModelType *const *types = twin_model_type_list ();

  g_return_val_if_fail (project != NULL, NULL);

  TwinJsonWriter *writer = twin_json_writer_new ();
  twin_json_writer_begin_object (writer, NULL, TWIN_JSON_BLOCK);
  twin_json_writer_add_text (writer, "format", TWIN_PROJECT_FORMAT);
  twin_json_writer_add_integer (writer, "version", TWIN_PROJECT_VERSION);
  twin_json_writer_add_text (writer, "model", project->type->name);
  for (guint i = 0; types[i] != NULL; i++)
    twin_parameters_write_json (project->parameters[i], writer, types[i]->name);
  write_experiment (project, writer);
  write_scenarios (project, writer);
  write_search (project, writer);
  twin_json_writer_end_object (writer);
  return twin_json_writer_finish (writer);
}
