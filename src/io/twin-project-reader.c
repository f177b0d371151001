/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-project-file.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "twin-parameters-json.h"
#include "twin-run.h"
#include "twin-scenario-json.h"

/* The one that twin_project_new() begins with, too. */
static const char *const general_members[] = { "format",     "version",   "model",
                                               "experiment", "scenarios", "optimize" };

static gboolean
check_members (const TwinJsonDocument *document,
               GError **error)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (members, (gpointer) general_members[i]);
  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    g_ptr_array_add (members, (gpointer) (*type)->name);
  for (guint i = 3; i < G_N_ELEMENTS (general_members); i++)
    g_ptr_array_add (members, (gpointer) general_members[i]);
  g_ptr_array_add (members, NULL);
  return twin_json_get_object (document, twin_json_document_get_root (document), "",
                               (const char *const *) members->pdata, error) != NULL;
}

/* Before anything else, so that a newer file is called that and not full of unknown keys. */
static gboolean
check_format (const TwinJsonDocument *document,
              JsonObject *root,
              GError **error)
{
  JsonNode *format = json_object_get_member (root, "format");
  JsonNode *version = json_object_get_member (root, "version");
  guint64 number;

  if (format != NULL && !(twin_json_is_text (format) &&
                          g_str_equal (json_node_get_string (format), TWIN_PROJECT_FORMAT)))
    return twin_json_fail (document, "format", TWIN_ERROR_FORMAT, error,
                           _("this is no project of Inventory Twin; it must be “%s”"),
                           TWIN_PROJECT_FORMAT);
  if (version == NULL)
    return TRUE;
  if (!twin_json_get_integer (document, version, "version", 1, G_MAXUINT64, &number, error))
    return FALSE;
  if (number > TWIN_PROJECT_VERSION)
    return twin_json_fail (document, "version", TWIN_ERROR_NEWER, error,
                           _("the file is of version %" PRIu64 ", made by a newer "
                             "Inventory Twin; this one reads versions up to %d"),
                           (uint64_t) number, TWIN_PROJECT_VERSION);
  return TRUE;
}

static const TwinModelType *
read_model_type (const TwinJsonDocument *document,
                 JsonObject *root,
                 GError **error)
{
  JsonNode *node = json_object_get_member (root, "model");
  GError *reason = NULL;

  if (node == NULL)
    return twin_model_type_list ()[0];
  if (!twin_json_is_text (node))
    {
      twin_json_fail_type (document, node, "model", _("the name of a model"), error);
      return NULL;
    }
  const TwinModelType *type = twin_model_type_find (json_node_get_string (node), &reason);
  if (type == NULL)
    twin_json_fail_because (document, "model", reason, error);
  return type;
}

static gboolean
read_sections (TwinProject *project,
               const TwinJsonDocument *document,
               JsonObject *root,
               GError **error)
{
  const TwinModelType *const *types = twin_model_type_list ();

  for (guint i = 0; types[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (root, types[i]->name);
      if (node == NULL)
        continue;
      if (!twin_parameters_read_json (project->parameters[i], document, node, types[i]->name,
                                      error) ||
          !twin_parameters_check_json (project->parameters[i], document, types[i]->name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_experiment (TwinProject *project,
                 const TwinJsonDocument *document,
                 JsonNode *node,
                 GError **error)
{
  static const char *const members[] = { "replications", "seed", NULL };
  JsonObject *object = twin_json_get_object (document, node, "experiment", members, error);
  guint64 replications = project->replications;
  guint64 seed = project->seed;

  if (object == NULL)
    return FALSE;
  JsonNode *value = json_object_get_member (object, "replications");
  if (value != NULL &&
      !twin_json_get_integer (document, value, "experiment.replications", 1, TWIN_MAX_REPLICATIONS,
                              &replications, error))
    return FALSE;
  value = json_object_get_member (object, "seed");
  if (value != NULL && !twin_json_get_integer (document, value, "experiment.seed", 0, G_MAXUINT64,
                                               &seed, error))
    return FALSE;
  project->replications = (gsize) replications;
  project->seed = seed;
  return TRUE;
}

/* @value stays where the file has no such member. */
static gboolean
read_optional_number (const TwinJsonDocument *document,
                      JsonObject *object,
                      const char *member,
                      const char *path,
                      double *value,
                      GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *member_path = twin_json_join_path (path, member);

  if (node == NULL)
    return TRUE;
  if (!twin_json_is_number (node))
    return twin_json_fail_type (document, node, member_path, _("a number"), error);
  *value = twin_json_get_number (document, member_path);
  return TRUE;
}

static gboolean
read_range (TwinRange *range,
            const TwinJsonDocument *document,
            JsonNode *node,
            const char *path,
            GError **error)
{
  static const char *const members[] = { "min", "max", "step", NULL };
  JsonObject *object = twin_json_get_object (document, node, path, members, error);

  return object != NULL &&
         read_optional_number (document, object, "min", path, &range->lower, error) &&
         read_optional_number (document, object, "max", path, &range->upper, error) &&
         read_optional_number (document, object, "step", path, &range->step, error);
}

/* How many policies a direct search may measure; a grid has no such member. */
static gboolean
read_budget (TwinSearch *search,
             const TwinJsonDocument *document,
             JsonObject *object,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, "policies");
  guint64 number;

  if (node == NULL)
    return TRUE;
  if (!twin_json_get_integer (document, node, "optimize.policies", 1, TWIN_MAX_POLICIES, &number,
                              error))
    return FALSE;
  search->budget = number;
  return TRUE;
}

static gboolean
read_search (TwinProject *project,
             const TwinJsonDocument *document,
             JsonNode *node,
             GError **error)
{
  const TwinModelType *type = project->type;
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  g_ptr_array_add (members, (gpointer) "target");
  if (!twin_search_is_grid (type))
    g_ptr_array_add (members, (gpointer) "policies");
  for (guint i = 0; i < type->n_decisions; i++)
    g_ptr_array_add (members, (gpointer) type->decisions[i].key);
  g_ptr_array_add (members, NULL);

  JsonObject *object = twin_json_get_object (document, node, "optimize",
                                             (const char *const *) members->pdata, error);
  if (object == NULL || !read_optional_number (document, object, "target", "optimize",
                                               &project->search->target, error) ||
      !read_budget (project->search, document, object, error))
    return FALSE;
  for (guint i = 0; i < type->n_decisions; i++)
    {
      JsonNode *range = json_object_get_member (object, type->decisions[i].key);
      g_autofree char *path = twin_json_join_path ("optimize", type->decisions[i].key);
      if (range != NULL && !read_range (&project->search->ranges[i], document, range, path, error))
        return FALSE;
    }
  return TRUE;
}

/* The baseline is what all others are compared with, so it is the first; the others stay in
 * order. */
static void
put_baseline_first (TwinProject *project,
                    GPtrArray *scenarios)
{
  const TwinPreset *baseline = &project->type->presets[0];

  for (guint i = 0; i < scenarios->len; i++)
    {
      const TwinScenario *scenario = g_ptr_array_index (scenarios, i);
      if (g_str_equal (scenario->name, baseline->name))
        {
          g_ptr_array_insert (scenarios, 0, g_ptr_array_steal_index (scenarios, i));
          return;
        }
    }
  g_ptr_array_insert (scenarios, 0, twin_scenario_new_from_preset (baseline));
}

static gboolean
read_scenarios (TwinProject *project,
                const TwinJsonDocument *document,
                JsonNode *node,
                GError **error)
{
  JsonArray *array = twin_json_get_array (document, node, "scenarios", error);
  g_autoptr (GPtrArray) scenarios =
      g_ptr_array_new_with_free_func ((GDestroyNotify) twin_scenario_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = g_strdup_printf ("scenarios.%u", i);
      TwinScenario *scenario = twin_scenario_read_json (twin_project_get_parameters (project),
                                                        document,
                                                        json_array_get_element (array, i), path,
                                                        error);
      if (scenario == NULL)
        return FALSE;
      g_ptr_array_add (scenarios, scenario);
      if (g_hash_table_add (names, scenario->name))
        continue;
      g_autofree char *name_path = twin_json_join_path (path, "name");
      return twin_json_fail (document, name_path, TWIN_ERROR_CONFLICT, error,
                             _("“%s” is not allowed; another scenario has that name"),
                             scenario->name);
    }
  put_baseline_first (project, scenarios);
  g_ptr_array_unref (project->scenarios);
  project->scenarios = g_steal_pointer (&scenarios);
  return TRUE;
}

/* What each part cannot judge by itself, such as a target within the model's range. */
static gboolean
check_project (const TwinProject *project,
               const TwinJsonDocument *document,
               GError **error)
{
  GError *reason = NULL;

  if (twin_project_check (project, &reason))
    return TRUE;
  const char *key = twin_error_get_key (reason);
  g_autofree char *path = NULL;
  if (key == NULL)
    path = g_strdup (project->type->name);
  else if (g_str_has_prefix (key, "experiment.") || g_str_has_prefix (key, "optimize."))
    path = g_strdup (key);
  else
    path = twin_json_join_path (project->type->name, key);
  return twin_json_fail_because (document, path, reason, error);
}

TwinProject *
twin_project_from_json (const char *text,
                        gssize length,
                        const char *name,
                        GError **error)
{
  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (TwinJsonDocument) document = twin_json_document_parse (text, n_bytes, name, error);
  if (document == NULL)
    return NULL;
  JsonObject *root = twin_json_get_object (document, twin_json_document_get_root (document), "",
                                           NULL, error);
  if (root == NULL || !check_format (document, root, error) || !check_members (document, error))
    return NULL;
  const TwinModelType *type = read_model_type (document, root, error);
  if (type == NULL)
    return NULL;

  g_autoptr (TwinProject) project = twin_project_new (type);
  JsonNode *experiment = json_object_get_member (root, "experiment");
  JsonNode *search = json_object_get_member (root, "optimize");
  JsonNode *scenarios = json_object_get_member (root, "scenarios");
  if (!read_sections (project, document, root, error) ||
      (experiment != NULL && !read_experiment (project, document, experiment, error)) ||
      (search != NULL && !read_search (project, document, search, error)) ||
      !check_project (project, document, error) ||
      (scenarios != NULL && !read_scenarios (project, document, scenarios, error)))
    return NULL;
  return g_steal_pointer (&project);
}
