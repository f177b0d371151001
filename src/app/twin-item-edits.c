/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-item-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-item-keys.h"

/* What becomes of the number of an item once one was inserted before @position (@by 1) or the one
 * there was removed (@by -1). FALSE: that item is gone. */
static gboolean
move_number (int *number,
             int position,
             int by)
{
  if (by < 0 && *number == position)
    return FALSE;
  if (*number >= position)
    *number += by;
  return TRUE;
}

/* The key of a change, after the same. NULL: what it was about is gone. */
static char *
move_key (const TwinModelType *type,
          const char *list,
          const char *key,
          int position,
          int by)
{
  TwinItemKey place;

  if (!twin_item_key_read (&place, type, key))
    return g_strdup (key);
  if (place.list != NULL && strcmp (place.list->key, list) == 0 && place.item >= 0
      && !move_number (&place.item, position, by))
    return NULL;
  if (g_strcmp0 (place.parameter->per, list) == 0 && place.each >= 0
      && !move_number (&place.each, position, by))
    return NULL;
  return twin_item_key_write (&place, place.item, place.each);
}

static void
move_changes (TwinProject *project,
              const char *list,
              guint position,
              int by)
{
  for (guint i = 0; i < project->scenarios->len; i++)
    {
      TwinScenario *scenario = project->scenarios->pdata[i];

      for (guint j = scenario->changes->len; j-- > 0;)
        {
          TwinChange *change = &g_array_index (scenario->changes, TwinChange, j);
          char *key = move_key (project->type, list, change->key, (int) position, by);

          if (key == NULL)
            {
              g_array_remove_index (scenario->changes, j);
              continue;
            }
          g_free (change->key);
          change->key = key;
        }
    }
}

static gboolean
is_name_taken (const TwinParameters *parameters,
               const TwinParameterList *list,
               const char *name,
               guint but)
{
  for (guint i = 0; i < twin_parameters_get_n_items (parameters, list->key); i++)
    {
      g_autofree char *other = twin_item_dup_name (parameters, list, i);

      if (i != but && strcmp (other, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "Downtown (2)" for a copy, "Store 4" for a new one. */
static void
name_item (TwinParameters *parameters,
           const TwinParameterList *list,
           guint item,
           gboolean is_copy)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const TwinItemKey place = { .parameter = twin_item_list_find_name (type, list) };
  g_autofree char *original = twin_item_dup_name (parameters, list, item);
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  guint number = is_copy ? 2 : twin_parameters_get_n_items (parameters, list->key);

  if (place.parameter == NULL)
    return;
  do
    {
      g_free (name);
      /* Translators: the name of a copy: "Downtown (2)"; or a new item and its number: "Store 4" */
      name = is_copy ? g_strdup_printf (_("%s (%u)"), original, number++)
                     : g_strdup_printf (_("%s %u"), _(list->item_title), number++);
    }
  while (is_name_taken (parameters, list, name, item));
  key = twin_item_key_write (&place, (int) item, TWIN_ITEM_NONE);
  twin_parameters_set_text (parameters, key, name, NULL);
}

/* Of two that are the same, the model may complain of either. */
static guint
count_problems (const TwinParameters *parameters,
                const TwinParameter *parameter)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  g_autoptr (GPtrArray) problems = twin_parameters_check (parameters);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const char *key = twin_error_get_key (problems->pdata[i]);
      TwinItemKey place;

      if (key != NULL && twin_item_key_read (&place, type, key) && place.parameter == parameter)
        n++;
    }
  return n;
}

/* Some texts have to be there and to differ from item to item: "store_3" is followed by "store_4",
 * "sku_001" by "sku_002".
 * The model itself says which, by not allowing others. */
static void
mend_text (TwinParameters *parameters,
           const TwinItemKey *place,
           guint item,
           guint model,
           guint n_problems)
{
  g_autofree char *key = twin_item_key_write (place, (int) item, TWIN_ITEM_NONE);
  g_autofree char *model_key = twin_item_key_write (place, (int) model, TWIN_ITEM_NONE);
  const char *text = twin_parameters_get_text (parameters, model_key);
  const guint n = twin_parameters_get_n_items (parameters, place->list->key);
  gsize stem_length = strlen (text);
  int n_digits;
  g_autofree char *stem = NULL;

  while (stem_length > 0 && g_ascii_isdigit (text[stem_length - 1]))
    stem_length--;
  n_digits = text[stem_length] == '0' ? (int) strlen (text + stem_length) : 1;
  stem = stem_length > 0 ? g_strndup (text, stem_length)
                         : g_strconcat (place->list->key, "_", NULL);

  /* One of n + 1 texts is free, and one more allows for a name that is taken elsewhere. */
  for (guint number = n;
       number <= 2 * n + 1 && count_problems (parameters, place->parameter) > n_problems; number++)
    {
      g_autofree char *candidate = g_strdup_printf ("%s%0*u", stem, n_digits, number);

      twin_parameters_set_text (parameters, key, candidate, NULL);
    }
}

/* @before: as they were without the item. */
static void
mend_texts (TwinParameters *parameters,
            const TwinParameters *before,
            const TwinParameterList *list,
            guint item,
            guint model)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);

  for (guint i = 0; i < type->n_parameters; i++)
    {
      const TwinItemKey place = { .parameter = &type->parameters[i], .list = list };

      if (place.parameter->type == TWIN_PARAMETER_TEXT
          && twin_item_list_find_of (type, place.parameter) == list)
        mend_text (parameters, &place, item, model, count_problems (before, place.parameter));
    }
}

void
twin_item_edits_insert (TwinDocument *document,
                        const char *list,
                        guint position,
                        int like)
{
  TwinProject *project;
  TwinParameters *parameters;
  const TwinParameterList *row;
  guint last;

  g_return_if_fail (TWIN_IS_DOCUMENT (document));

  project = twin_project_copy (twin_document_get_project (document));
  parameters = twin_project_get_parameters (project);
  row = twin_item_list_find (project->type, list);
  g_return_if_fail (row != NULL);

  twin_parameters_insert_item (parameters, list, position, like);
  move_changes (project, list, position, 1);
  name_item (parameters, row, position, like >= 0);
  last = twin_parameters_get_n_items (parameters, list) - 1;
  /* A copy follows what it was copied from, a new item the one before it. */
  mend_texts (parameters,
              twin_project_get_parameters (twin_document_get_project (document)), row, position,
              like >= 0 ? position : position > 0 ? position - 1 : MIN (1, last));
  twin_document_edit (document, project, NULL);
}

void
twin_item_edits_remove (TwinDocument *document,
                        const char *list,
                        guint position)
{
  TwinProject *project;

  g_return_if_fail (TWIN_IS_DOCUMENT (document));

  project = twin_project_copy (twin_document_get_project (document));
  twin_parameters_remove_item (twin_project_get_parameters (project), list, position);
  move_changes (project, list, position, -1);
  twin_document_edit (document, project, NULL);
}
