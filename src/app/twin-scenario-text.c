/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-scenario-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-days-text.h"
#include "twin-figure.h"
#include "twin-item-keys.h"

const TwinParameter *
twin_scenario_text_find (const TwinModelType *type,
                         const char          *key)
{
  TwinItemKey place;

  return twin_item_key_read (&place, type, key) ? place.parameter : NULL;
}

char *
twin_scenario_text_title (const TwinParameters *base,
                          const char           *key)
{
  TwinItemKey place;
  g_autofree char *items = NULL;

  if (!twin_item_key_read (&place, twin_parameters_get_model_type (base), key))
    return g_strdup (key);
  items = twin_item_key_dup_items (&place, base);
  if (place.item == TWIN_ITEM_ALL && items == NULL && place.list->all_title != NULL)
    items = g_strdup (_(place.list->all_title));
  /* Translators: a parameter and the group or the item it is of: "Shortest (Lead time)",
   * "Capacity (all stores)", "Capacity (Downtown)" */
  return g_strdup_printf (_("%s (%s)"), _(place.parameter->title),
                          items != NULL ? items : _(place.parameter->group));
}

static char *
format_value (const TwinParameter *parameter,
              const TwinChange    *change)
{
  g_autofree char *number = NULL;

  if (parameter->type == TWIN_PARAMETER_BOOLEAN)
    return g_strdup (change->value != 0 ? C_("setting", "on") : C_("setting", "off"));
  for (guint i = 0; parameter->choices != NULL && parameter->choices[i].name != NULL; i++)
    if (change->text != NULL ? strcmp (change->text, parameter->choices[i].name) == 0
                             : (guint) change->value == i)
      return g_strdup (twin_choice_get_title (&parameter->choices[i]));
  if (change->text != NULL && parameter->type == TWIN_PARAMETER_DAYS)
    return *change->text != '\0' ? twin_days_text_format (change->text)
                                 : g_strdup (C_("list of days", "none"));
  if (change->text != NULL)
    return g_strdup (change->text);

  /* As its row has it: a share is 0.98 there, in files and after --set. */
  number = twin_number_format (change->value, TWIN_NUMBER_PLAIN);
  return twin_number_add_unit (g_steal_pointer (&number), change->value, parameter->unit);
}

/* The group of a parameter whose title says too little without it, as files have it in an object of
 * its own: "Shortest" of "Lead time". NULL: it stands for itself, or its title names its item. */
static const char *
get_owner (const TwinParameter *parameter)
{
  const gboolean is_of_list = strstr (parameter->key, ".*.") != NULL;

  return !is_of_list && strchr (parameter->key, '.') != NULL ? parameter->group : NULL;
}

/* @titles: one title or a list of them. */
static char *
describe_change (const TwinParameter *parameter,
                 const TwinChange    *change,
                 const char          *titles)
{
  const char *owner = get_owner (parameter);
  /* Translators: parameters and the group that they are of: "Shortest, Longest (Lead time)" */
  g_autofree char *subject = owner != NULL ? g_strdup_printf (_("%s (%s)"), titles, _(owner))
                                           : g_strdup (titles);
  g_autofree char *value = NULL;

  if (change->operation == TWIN_CHANGE_MULTIPLY)
    {
      value = twin_number_format (change->value, TWIN_NUMBER_PLAIN);
      /* Translators: what a scenario does: "Demand rate × 1.3" */
      return g_strdup_printf (_("%s × %s"), subject, value);
    }
  value = format_value (parameter, change);
  if (change->operation == TWIN_CHANGE_SET)
    /* Translators: what a scenario does: "Lead time = 5 days" */
    return g_strdup_printf (_("%s = %s"), subject, value);
  if (change->value < 0)
    /* Translators: what a scenario does: "Lead time −2 days"; the number has its minus */
    return g_strdup_printf (C_("change", "%s %s"), subject, value);
  /* Translators: what a scenario does: "Lead time +2 days" */
  return g_strdup_printf (_("%s +%s"), subject, value);
}

static gboolean
is_relevant (const TwinParameters *base,
             const char           *key)
{
  return strchr (key, '*') != NULL || twin_parameters_find (base, key, NULL) == NULL
         || twin_parameters_is_relevant (base, key);
}

char *
twin_scenario_text_idle (const TwinParameters *changed,
                         const char           *key)
{
  const TwinParameter *parameter, *other;
  const char *choice;

  if (is_relevant (changed, key))
    return NULL;
  parameter = twin_parameters_find (changed, key, NULL);
  other = twin_parameters_find (changed, parameter->when_key, NULL);
  choice = twin_choice_get_title (
      &other->choices[(int) twin_parameters_get_number (changed, parameter->when_key)]);
  /* Translators: another parameter and its value: "Changes nothing while “Distribution” is
   * “Uniform”" */
  return g_strdup_printf (_("Changes nothing while “%s” is “%s”"), _(other->title), choice);
}

/* Both do the same, and to the same kind of number, so that one value can be said for them. */
static gboolean
are_alike (const TwinParameter *parameter,
           const TwinChange    *change,
           const TwinParameter *other_parameter,
           const TwinChange    *other)
{
  return change->operation == other->operation && change->value == other->value
         && g_strcmp0 (change->text, other->text) == 0
         && g_strcmp0 (parameter->unit, other_parameter->unit) == 0
         && parameter->choices == other_parameter->choices
         && g_strcmp0 (get_owner (parameter), get_owner (other_parameter)) == 0;
}

char *
twin_scenario_text_describe (const TwinScenario   *scenario,
                             const TwinParameters *base)
{
  const TwinModelType *type = twin_parameters_get_model_type (base);
  /* It may itself choose what its other changes matter under. NULL: it does not fit. */
  g_autoptr (TwinParameters) changed = twin_scenario_apply (scenario, base, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) titles = g_string_new (NULL);
  const TwinParameter *last_parameter = NULL;
  const TwinChange *last = NULL;

  for (guint i = 0; i < scenario->changes->len; i++)
    {
      const TwinChange *change = &g_array_index (scenario->changes, TwinChange, i);
      const TwinParameter *parameter = twin_scenario_text_find (type, change->key);
      g_autofree char *title = twin_item_key_dup_title (base, change->key);

      if (parameter == NULL || !is_relevant (changed != NULL ? changed : base, change->key))
        continue;
      if (last != NULL && are_alike (last_parameter, last, parameter, change))
        g_string_append_printf (titles, "%s%s", twin_figure_list_separator (), title);
      else
        {
          if (last != NULL)
            g_ptr_array_add (parts, describe_change (last_parameter, last, titles->str));
          g_string_assign (titles, title);
        }
      last = change;
      last_parameter = parameter;
    }
  if (last != NULL)
    g_ptr_array_add (parts, describe_change (last_parameter, last, titles->str));
  if (parts->len == 0)
    return g_strdup (scenario->changes->len == 0 ? _("The parameters as they stand")
                                                 : _("Changes nothing under these parameters"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

char *
twin_scenario_text_make_name (const char *title)
{
  g_autofree char *ascii = g_str_to_ascii (title, NULL);
  GString *name = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (name, g_ascii_tolower (*c));
    else if (name->len > 0 && name->str[name->len - 1] != '_')
      g_string_append_c (name, '_');
  while (name->len > 0 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);
  return g_string_free (name, FALSE);
}
