/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-scenario.h"

static const char *const operation_names[] = {
  [TWIN_CHANGE_SET] = "set",
  [TWIN_CHANGE_ADD] = "add",
  [TWIN_CHANGE_MULTIPLY] = "multiply",
};

static void
twin_change_clear (gpointer data)
{
  TwinChange *self = data;

  g_free (self->key);
  g_free (self->text);
}

static gboolean
twin_change_equal (const TwinChange *a,
                   const TwinChange *b)
{
  return strcmp (a->key, b->key) == 0 && a->operation == b->operation &&
         memcmp (&a->value, &b->value, sizeof a->value) == 0 && g_strcmp0 (a->text, b->text) == 0;
}

TwinScenario *
twin_scenario_new (const char *name,
                   const char *title)
{
  TwinScenario *self;

  g_return_val_if_fail (name != NULL && title != NULL, NULL);

  self = g_new0 (TwinScenario, 1);
  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->changes = g_array_new (FALSE, FALSE, sizeof (TwinChange));
  g_array_set_clear_func (self->changes, twin_change_clear);

  return self;
}

TwinScenario *
twin_scenario_new_from_preset (const TwinPreset *preset)
{
  TwinScenario *self;

  g_return_val_if_fail (preset != NULL, NULL);

  self = twin_scenario_new (preset->name, _(preset->title));
  for (guint i = 0; i < preset->n_changes; i++)
    twin_scenario_add_change (self, preset->changes[i].key, preset->changes[i].operation,
                              preset->changes[i].value, preset->changes[i].text);

  return self;
}

TwinScenario *
twin_scenario_copy (const TwinScenario *self)
{
  TwinScenario *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = twin_scenario_new (self->name, self->title);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const TwinChange *change = &g_array_index (self->changes, TwinChange, i);

      twin_scenario_add_change (copy, change->key, change->operation, change->value, change->text);
    }

  return copy;
}

void
twin_scenario_free (TwinScenario *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->title);
  g_array_unref (self->changes);
  g_free (self);
}

gboolean
twin_scenario_equal (const TwinScenario *a,
                     const TwinScenario *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (strcmp (a->name, b->name) != 0 || strcmp (a->title, b->title) != 0 ||
      a->changes->len != b->changes->len)
    return FALSE;

  for (guint i = 0; i < a->changes->len; i++)
    {
      if (!twin_change_equal (&g_array_index (a->changes, TwinChange, i),
                              &g_array_index (b->changes, TwinChange, i)))
        return FALSE;
    }

  return TRUE;
}

void
twin_scenario_add_change (TwinScenario *self,
                          const char *key,
                          TwinChangeOperation operation,
                          double value,
                          const char *text)
{
  TwinChange change;

  g_return_if_fail (self != NULL && key != NULL);

  change = (TwinChange) {
    .key = g_strdup (key),
    .operation = operation,
    .value = value,
    .text = g_strdup (text),
  };
  g_array_append_val (self->changes, change);
}

/* What cannot be reckoned with, texts and choices, can only be set. */
static gboolean
check_operation (const TwinChange *change,
                 const TwinParameter *parameter,
                 const char *key,
                 GError **error)
{
  gboolean number = change->text == NULL && (parameter->type == TWIN_PARAMETER_REAL ||
                                             parameter->type == TWIN_PARAMETER_WHOLE);

  if (change->operation == TWIN_CHANGE_SET || number)
    return TRUE;

  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_WRONG_TYPE, key,
                                     _("%s: “%s” is not allowed; it is not a number, and so can "
                                       "only be “set”"),
                                     key, twin_change_operation_to_name (change->operation)));
  return FALSE;
}

static gboolean twin_change_apply_to_key (const TwinChange *self,
                                          const char *key,
                                          TwinParameters *parameters,
                                          GError **error);

/* Is it split, and @key no part of it yet? */
static gboolean
is_split_here (const TwinParameters *parameters,
               const TwinParameter *parameter,
               const char *key)
{
  const char *member = strrchr (parameter->key, '.');
  const char *last = strrchr (key, '.');

  member = member != NULL ? member + 1 : parameter->key;
  last = last != NULL ? last + 1 : key;
  return twin_parameters_is_split (parameters, key) && strcmp (member, last) == 0;
}

/* Half of a capacity that each SKU has of its own is half of each. */
static gboolean
twin_change_apply_to_each (const TwinChange *self,
                           const TwinParameter *parameter,
                           const char *key,
                           TwinParameters *parameters,
                           GError **error)
{
  guint n = twin_parameters_get_n_items (parameters, parameter->per);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *each = g_strdup_printf ("%s.%u", key, i);

      if (!twin_change_apply_to_key (self, each, parameters, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
twin_change_apply_to_key (const TwinChange *self,
                          const char *key,
                          TwinParameters *parameters,
                          GError **error)
{
  const TwinParameter *parameter = twin_parameters_find (parameters, key, error);
  double value = self->value;

  if (parameter == NULL || !check_operation (self, parameter, key, error))
    return FALSE;
  if (self->text != NULL)
    return twin_parameters_set_text (parameters, key, self->text, error);
  if (self->operation != TWIN_CHANGE_SET && is_split_here (parameters, parameter, key))
    return twin_change_apply_to_each (self, parameter, key, parameters, error);

  if (self->operation == TWIN_CHANGE_ADD)
    value += twin_parameters_get_number (parameters, key);
  else if (self->operation == TWIN_CHANGE_MULTIPLY)
    value *= twin_parameters_get_number (parameters, key);
  if (self->operation == TWIN_CHANGE_MULTIPLY && parameter->type == TWIN_PARAMETER_WHOLE)
    value = round (value);

  return twin_parameters_set_number (parameters, key, value, error);
}

/* The list whose items "stores.*.capacity" means, or NULL. */
static const TwinParameterList *
find_list (const TwinModelType *type,
           const char *key,
           gsize length)
{
  for (guint i = 0; i < type->n_lists; i++)
    {
      if (strlen (type->lists[i].key) == length && strncmp (type->lists[i].key, key, length) == 0)
        return &type->lists[i];
    }

  return NULL;
}

static gboolean
twin_change_apply (const TwinChange *self,
                   TwinParameters *parameters,
                   GError **error)
{
  const char *star = strstr (self->key, ".*.");
  const TwinParameterList *list = NULL;
  guint n_items;

  if (star != NULL)
    list = find_list (twin_parameters_get_model_type (parameters), self->key, star - self->key);
  if (list == NULL)
    return twin_change_apply_to_key (self, self->key, parameters, error);

  n_items = twin_parameters_get_n_items (parameters, list->key);
  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s.%u.%s", list->key, i, star + strlen (".*."));

      if (!twin_change_apply_to_key (self, key, parameters, error))
        return FALSE;
    }

  return TRUE;
}

TwinParameters *
twin_scenario_apply (const TwinScenario *self,
                     const TwinParameters *base,
                     GError **error)
{
  g_autoptr (TwinParameters) parameters = NULL;

  g_return_val_if_fail (self != NULL && base != NULL, NULL);

  parameters = twin_parameters_copy (base);
  for (guint i = 0; i < self->changes->len; i++)
    {
      if (!twin_change_apply (&g_array_index (self->changes, TwinChange, i), parameters, error))
        {
          /* Translators: the name of a scenario, in front of what is wrong with it */
          g_prefix_error (error, _("Scenario “%s”: "), self->name);
          return NULL;
        }
    }

  return g_steal_pointer (&parameters);
}

GPtrArray *
twin_scenario_list_presets (const TwinModelType *type)
{
  GPtrArray *scenarios;

  g_return_val_if_fail (type != NULL, NULL);

  scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_scenario_free);
  for (guint i = 0; i < type->n_presets; i++)
    g_ptr_array_add (scenarios, twin_scenario_new_from_preset (&type->presets[i]));

  return scenarios;
}

const char *
twin_change_operation_to_name (TwinChangeOperation operation)
{
  g_return_val_if_fail (operation < G_N_ELEMENTS (operation_names), NULL);

  return operation_names[operation];
}

gboolean
twin_change_operation_from_name (const char *name,
                                 TwinChangeOperation *operation)
{
  g_return_val_if_fail (name != NULL && operation != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (operation_names); i++)
    {
      if (strcmp (operation_names[i], name) == 0)
        {
          *operation = i;
          return TRUE;
        }
    }

  return FALSE;
}
