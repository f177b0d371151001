/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-parameter-key.h"

#include <string.h>

/* An item's number as it is written: "0", "12", never "012". */
static gboolean
is_item (const char *step,
         gsize length)
{
  if (length == 0 || length > 9 || (length > 1 && step[0] == '0'))
    return FALSE;
  return strspn (step, "0123456789") >= length;
}

/* @each: may a number follow the whole of @pattern, as in "stores.0.capacity.1"? */
static TwinParameterKey
relate (const char *pattern,
        const char *key,
        gboolean each)
{
  for (;;)
    {
      gsize pattern_length = strcspn (pattern, ".");
      gsize key_length = strcspn (key, ".");
      gboolean same = pattern_length == key_length && strncmp (pattern, key, key_length) == 0;
      gboolean item = pattern_length == 1 && *pattern == '*' && is_item (key, key_length);
      if (!same && !item)
        return TWIN_PARAMETER_KEY_UNKNOWN;
      pattern += pattern_length;
      key += key_length;
      if (*key == '\0')
        return *pattern == '\0' ? TWIN_PARAMETER_KEY_LEAF : TWIN_PARAMETER_KEY_BRANCH;
      key++;
      if (*pattern == '\0')
        return each && is_item (key, strlen (key)) ? TWIN_PARAMETER_KEY_LEAF
                                                   : TWIN_PARAMETER_KEY_UNKNOWN;
      pattern++;
    }
}

TwinParameterKey
twin_parameter_key_look_up (const TwinModelType *type,
                            const char *key,
                            const TwinParameter **row)
{
  TwinParameterKey best = TWIN_PARAMETER_KEY_UNKNOWN;

  g_return_val_if_fail (type != NULL && key != NULL, best);

  for (guint i = 0; i < type->n_parameters && best != TWIN_PARAMETER_KEY_LEAF; i++)
    {
      const TwinParameter *parameter = &type->parameters[i];
      TwinParameterKey relation = relate (parameter->key, key, parameter->per != NULL);
      if (relation == TWIN_PARAMETER_KEY_UNKNOWN)
        continue;
      best = relation;
      if (row != NULL)
        *row = parameter;
    }
  return best;
}

const TwinParameterList *
twin_parameter_key_find_list (const TwinModelType *type,
                              const char *key)
{
  g_return_val_if_fail (type != NULL && key != NULL, NULL);

  for (guint i = 0; i < type->n_lists; i++)
    if (g_str_equal (type->lists[i].key, key))
      return &type->lists[i];
  return NULL;
}

char *
twin_parameter_key_get_next_step (const char *pattern,
                                  const char *key)
{
  g_return_val_if_fail (pattern != NULL && key != NULL, NULL);

  if (*key != '\0')
    {
      if (relate (pattern, key, FALSE) != TWIN_PARAMETER_KEY_BRANCH)
        return NULL;
      for (const char *dot = key; dot != NULL; dot = strchr (dot + 1, '.'))
        pattern += strcspn (pattern, ".") + 1;
    }
  return g_strndup (pattern, strcspn (pattern, "."));
}
