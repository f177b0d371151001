/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-decision-key.h"
#include "twin-search.h"

static void
twin_decision_key_free (gpointer data)
{
  TwinDecisionKey *self = data;

  g_free (self->key);
  g_free (self->owner);
  g_free (self);
}

static const TwinParameterList *
find_list (const TwinModelType *type,
           const char *name,
           gsize length)
{
  for (guint i = 0; i < type->n_lists; i++)
    {
      if (strlen (type->lists[i].key) == length && strncmp (type->lists[i].key, name, length) == 0)
        return &type->lists[i];
    }

  return NULL;
}

/* The list that "stores.*.capacity" is about, or NULL. */
static const TwinParameterList *
get_list (const TwinModelType *type,
          const char *key)
{
  const char *star = strstr (key, ".*.");

  return star != NULL ? find_list (type, key, star - key) : NULL;
}

/* The list that the decision is split by, where that has more than one item. */
static const TwinParameterList *
get_split (const TwinParameters *parameters,
           const TwinParameter *parameter)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const char *per = parameter->per;

  if (per == NULL || twin_parameters_get_n_items (parameters, per) < 2)
    return NULL;

  return find_list (type, per, strlen (per));
}

/* What people call an item: its name, or "Store 2" where it has none. */
static char *
describe_item (const TwinParameters *parameters,
               const TwinParameterList *list,
               guint item)
{
  g_autofree char *key = g_strdup_printf ("%s.%u.name", list->key, item);
  const char *name = NULL;

  if (twin_parameters_find (parameters, key, NULL) != NULL)
    name = twin_parameters_get_text (parameters, key);
  if (name != NULL && *name != '\0')
    return g_strdup (name);

  /* Translators: an item that has no name, "Store 2" */
  return g_strdup_printf (_("%s %u"), _(list->item_title), item + 1);
}

static char *
describe_owner (const TwinParameters *parameters,
                const TwinDecisionKey *self,
                const TwinParameterList *list,
                const TwinParameterList *split)
{
  g_autofree char *item = NULL, *each = NULL;

  if (twin_search_is_grid (twin_parameters_get_model_type (parameters)))
    return NULL;

  item = list != NULL ? describe_item (parameters, list, self->item)
                      : g_strdup (_(self->parameter->group));
  if (split == NULL)
    return g_steal_pointer (&item);

  each = describe_item (parameters, split, self->each);

  /* Translators: a place and what is stored there: "Downtown · Premium coffee beans" */
  return g_strdup_printf (_("%s · %s"), item, each);
}

static char *
make_key (const char *pattern,
          int item,
          int each)
{
  const char *star = strstr (pattern, ".*.");
  GString *key = g_string_new (pattern);

  if (star != NULL)
    {
      g_string_truncate (key, star + 1 - pattern);
      g_string_append_printf (key, "%d%s", item, star + strlen (".*"));
    }
  if (each >= 0)
    g_string_append_printf (key, ".%d", each);

  return g_string_free (key, FALSE);
}

static void
append_key (const TwinParameters *parameters,
            guint decision,
            int item,
            int each,
            GPtrArray *keys)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const char *pattern = type->decisions[decision].key;
  TwinDecisionKey *self = g_new0 (TwinDecisionKey, 1);

  self->key = make_key (pattern, item, each);
  self->parameter = twin_search_get_parameter (type, decision);
  self->decision = decision;
  self->item = item;
  self->each = each;
  self->owner = describe_owner (parameters, self, get_list (type, pattern),
                                get_split (parameters, self->parameter));
  g_ptr_array_add (keys, self);
}

/* How many decisions from @first on are about the same things. */
static guint
count_alike (const TwinParameters *parameters,
             guint first)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const TwinParameter *one = twin_search_get_parameter (type, first);
  guint n = 1;

  for (; first + n < type->n_decisions; n++)
    {
      const TwinParameter *other = twin_search_get_parameter (type, first + n);

      if (get_list (type, one->key) != get_list (type, other->key) ||
          g_strcmp0 (one->group, other->group) != 0 ||
          get_split (parameters, one) != get_split (parameters, other))
        break;
    }

  return n;
}

GPtrArray *
twin_decision_key_list (const TwinParameters *parameters)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (twin_decision_key_free);
  const TwinModelType *type;
  guint n_alike;

  g_return_val_if_fail (parameters != NULL, keys);

  type = twin_parameters_get_model_type (parameters);
  for (guint first = 0; first < type->n_decisions; first += n_alike)
    {
      const TwinParameterList *list = get_list (type, type->decisions[first].key);
      const TwinParameterList *split =
        get_split (parameters, twin_search_get_parameter (type, first));
      guint n_items = list != NULL ? twin_parameters_get_n_items (parameters, list->key) : 1;
      guint n_each = split != NULL ? twin_parameters_get_n_items (parameters, split->key) : 1;

      n_alike = count_alike (parameters, first);
      for (guint item = 0; item < n_items; item++)
        for (guint each = 0; each < n_each; each++)
          for (guint i = 0; i < n_alike; i++)
            append_key (parameters, first + i, list != NULL ? (int) item : -1,
                        split != NULL ? (int) each : -1, keys);
    }

  return keys;
}
