/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-cli-error.h"
#include "twin-cli.h"
#include "twin-error.h"
#include "twin-project-file.h"
#include "twin-recording-csv.h"

/* More threads than any machine has processors for. */
#define MAX_THREADS 1024

/* A flag that sets a key of the project, and so wins over --set. */
typedef struct
{
  const char *flag;
  const char *key;
  const char *value; /* NULL: not given */
} FlagKey;

#define N_FLAG_KEYS 4

static void
list_flag_keys (const TwinCli *self,
                FlagKey keys[N_FLAG_KEYS])
{
  const TwinCliOptions *options = &self->options;

  keys[0] = (FlagKey) { "--replications", "experiment.replications", options->replications };
  keys[1] = (FlagKey) { "--seed", "experiment.seed", options->seed };
  keys[2] = (FlagKey) { "--target", "optimize.target", options->target };
  keys[3] = (FlagKey) { "--days", self->project->type->horizon_key, options->days };
}

static gboolean
begin_project (TwinCli *self,
               GError **error)
{
  const TwinModelType *type = twin_model_type_list ()[0];

  if (self->options.model != NULL)
    {
      type = twin_model_type_find (self->options.model, error);
      if (type == NULL)
        {
          twin_cli_prefix_flag (error, "--model", self->options.model);
          return FALSE;
        }
    }
  if (self->options.project == NULL)
    {
      self->project = twin_project_new (type);
      return TRUE;
    }
  self->project = twin_project_load (self->options.project, error);
  if (self->project == NULL)
    {
      twin_cli_prefix_flag (error, "--project", self->options.project);
      return FALSE;
    }
  if (self->options.model != NULL && self->project->type != type)
    twin_project_set_model_type (self->project, type);
  return TRUE;
}

/* Sets a key; one with a "*", as in "stores.*.capacity", for each item of its list. */
static gboolean
set_key (TwinProject *project,
         const char *key,
         const char *value,
         GError **error)
{
  const TwinParameters *parameters = twin_project_get_parameters (project);
  const char *star = strstr (key, ".*.");

  for (guint i = 0; star != NULL && i < project->type->n_lists; i++)
    {
      const char *list = project->type->lists[i].key;

      if (strlen (list) != (gsize) (star - key) || !g_str_has_prefix (key, list))
        continue;
      for (guint item = 0; item < twin_parameters_get_n_items (parameters, list); item++)
        {
          g_autofree char *each = g_strdup_printf ("%s.%u%s", list, item, star + strlen (".*"));

          if (!twin_project_set_from_string (project, each, value, error))
            return FALSE;
        }
      return TRUE;
    }
  return twin_project_set_from_string (project, key, value, error);
}

/* A message that suggests a key ends with a question mark, of whatever language. */
static gboolean
is_question (const char *message)
{
  return g_str_has_suffix (message, "?") || g_str_has_suffix (message, "؟")
         || g_str_has_suffix (message, "？");
}

static gboolean
apply_setting (TwinCli *self,
               const char *setting,
               GError **error)
{
  const char *equals = strchr (setting, '=');
  g_autoptr (GError) problem = NULL;
  g_autofree char *key = NULL;
  gboolean unknown;

  if (equals == NULL || equals == setting)
    {
      twin_cli_set_usage_error (error, _("--set %s: it has to be KEY=VALUE"), setting);
      return FALSE;
    }
  key = g_strndup (setting, equals - setting);
  if (set_key (self->project, key, equals + 1, &problem))
    return TRUE;
  unknown = g_error_matches (problem, TWIN_ERROR, TWIN_ERROR_UNKNOWN_KEY);
  g_propagate_error (error, g_steal_pointer (&problem));
  twin_cli_prefix_setting (error, "--set", setting);
  if (unknown && error != NULL && !is_question ((*error)->message))
    {
      g_autofree char *message = g_steal_pointer (&(*error)->message);

      /* Translators: %s: what is wrong with a key. */
      (*error)->message = g_strdup_printf (_("%s; “--help-keys” lists the keys"), message);
    }
  return FALSE;
}

/* All are set first, then judged together, so s and S can come in either order. */
static gboolean
apply_settings (TwinCli *self,
                GError **error)
{
  FlagKey keys[N_FLAG_KEYS];

  for (char **setting = self->options.settings; setting != NULL && *setting != NULL; setting++)
    if (!apply_setting (self, *setting, error))
      return FALSE;

  list_flag_keys (self, keys);
  for (guint i = 0; i < N_FLAG_KEYS; i++)
    if (keys[i].value != NULL &&
        !twin_project_set_from_string (self->project, keys[i].key, keys[i].value, error))
      {
        twin_cli_prefix_setting (error, keys[i].flag, keys[i].value);
        return FALSE;
      }
  return TRUE;
}

/* Judges the project; what is wrong with a key that a flag or a --set has set names that. */
static gboolean
judge (TwinCli *self,
       GError **error)
{
  FlagKey keys[N_FLAG_KEYS];
  g_autoptr (GError) problem = NULL;
  const char *key;

  if (twin_project_check (self->project, &problem))
    return TRUE;

  key = twin_error_get_key (problem);
  list_flag_keys (self, keys);
  for (guint i = 0; i < N_FLAG_KEYS; i++)
    if (keys[i].value != NULL && g_strcmp0 (keys[i].key, key) == 0)
      {
        g_propagate_error (error, g_steal_pointer (&problem));
        twin_cli_prefix_setting (error, keys[i].flag, keys[i].value);
        return FALSE;
      }
  for (char **setting = self->options.settings; setting != NULL && *setting != NULL; setting++)
    if (key != NULL && g_str_has_prefix (*setting, key) && (*setting)[strlen (key)] == '=')
      {
        g_propagate_error (error, g_steal_pointer (&problem));
        twin_cli_prefix_setting (error, "--set", *setting);
        return FALSE;
      }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
replace_parameters (TwinProject *project,
                    TwinParameters *parameters)
{
  const TwinModelType *const *types = twin_model_type_list ();

  for (guint i = 0; types[i] != NULL; i++)
    if (types[i] == project->type)
      {
        twin_parameters_free (project->parameters[i]);
        project->parameters[i] = parameters;
        return;
      }
}

/* The parameters become those of the scenario, and are judged again. */
static gboolean
apply_scenario (TwinCli *self,
                GError **error)
{
  const char *name = self->options.scenario;
  const TwinScenario *scenario;
  TwinParameters *parameters;

  if (name == NULL)
    return TRUE;
  scenario = twin_project_find_scenario (self->project, name, error);
  parameters = scenario != NULL
                   ? twin_scenario_apply (scenario, twin_project_get_parameters (self->project), error)
                   : NULL;
  if (parameters != NULL)
    {
      self->scenario = twin_scenario_copy (scenario);
      replace_parameters (self->project, parameters);
      if (twin_project_check (self->project, error))
        return TRUE;
    }
  twin_cli_prefix_flag (error, "--scenario", name);
  return FALSE;
}

/* May a scenario make it matter? */
static gboolean
is_changed_by_scenario (const TwinProject *project,
                        const char *key)
{
  for (guint i = 0; i < project->scenarios->len; i++)
    {
      const TwinScenario *scenario = g_ptr_array_index (project->scenarios, i);

      for (guint j = 0; j < scenario->changes->len; j++)
        if (g_str_equal (g_array_index (scenario->changes, TwinChange, j).key, key))
          return TRUE;
    }
  return FALSE;
}

/* What is set and changes nothing was meant to change something. */
static void
remark_without_effect (const TwinCli *self,
                       const char *setting)
{
  const TwinProject *project = self->project;
  const TwinParameters *parameters = twin_project_get_parameters (project);
  g_autofree char *key = g_strndup (setting, strcspn (setting, "="));
  g_autofree char *value = NULL;
  const TwinParameter *parameter;

  parameter = twin_parameters_find (parameters, key, NULL);
  if (parameter == NULL || twin_parameters_is_relevant (parameters, key) ||
      is_changed_by_scenario (project, parameter->when_key))
    return;
  value = twin_parameters_dup_string (parameters, parameter->when_key);
  /* Translators: KEY=VALUE, another key and its value: "--set lead_time.mean_days=4 has no effect
   * while lead_time.distribution is uniform" */
  twin_cli_remark (self, _("--set %s has no effect while %s is %s"), setting, parameter->when_key,
                   value);
}

gboolean
twin_cli_load_project (TwinCli *self,
                       GError **error)
{
  if (!begin_project (self, error) || !apply_settings (self, error) || !judge (self, error) ||
      !apply_scenario (self, error))
    return FALSE;
  for (char **setting = self->options.settings; setting != NULL && *setting != NULL; setting++)
    remark_without_effect (self, *setting);
  return TRUE;
}

gboolean
twin_cli_make_pool (TwinCli *self,
                    GError **error)
{
  const char *value = self->options.threads;
  guint64 threads = 0;

  if (value != NULL && !g_ascii_string_to_unsigned (value, 10, 1, MAX_THREADS, &threads, NULL))
    {
      twin_cli_set_usage_error (error, _("--threads %s: “%s” is not allowed; it must be a whole "
                                         "number from 1 to %d"),
                                value, value, MAX_THREADS);
      return FALSE;
    }
  self->pool = twin_pool_new ((guint) threads);
  return TRUE;
}

/* "warehouse, network": the models that can replay. */
static char *
list_replaying (void)
{
  GString *names = g_string_new (NULL);

  for (const TwinModelType *const *type = twin_model_type_list (); *type != NULL; type++)
    if ((*type)->replay != NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (*type)->name);
  return g_string_free (names, FALSE);
}

static TwinModel *
make_replay (const TwinCli *self,
             GError **error)
{
  const char *path = self->options.demand;
  g_autoptr (TwinRecording) recording = NULL;
  TwinModel *model = NULL;

  if (self->project->type->replay == NULL)
    {
      g_autofree char *names = list_replaying ();

      twin_cli_set_usage_error (error, _("--demand %s: the model %s cannot replay recorded demand; "
                                         "those that can: %s"),
                                path, self->project->type->name, names);
      return NULL;
    }
  if (g_str_equal (path, "-") && g_strcmp0 (self->options.project, "-") == 0)
    {
      twin_cli_set_usage_error (error, _("--demand -: --project reads standard input as well"));
      return NULL;
    }
  recording = twin_recording_load (path, error);
  if (recording != NULL)
    model = twin_recording_replay (recording, twin_project_get_parameters (self->project), path,
                                   error);
  if (model == NULL)
    twin_cli_prefix_flag (error, "--demand", path);
  return model;
}

TwinModel *
twin_cli_make_model (const TwinCli *self,
                     GError **error)
{
  if (self->options.demand != NULL)
    return make_replay (self, error);
  return twin_model_new (twin_project_get_parameters (self->project), error);
}
