/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-remarks-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-item-keys.h"
#include "twin-message-words.h"

/* More would take the place of the results. */
#define MOST 2

/* Of the same item its title alone will do. */
static char *
dup_title (const TwinParameters *parameters,
           const char           *key,
           const char           *about)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  TwinItemKey place, first;

  if (twin_item_key_read (&place, type, key) && twin_item_key_read (&first, type, about)
      && place.item == first.item && (place.each == first.each || place.each == TWIN_ITEM_NONE))
    return g_strdup (_(place.parameter->title));
  return twin_item_key_dup_title (parameters, key);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const size_t one = strlen (*(const char *const *) a);
  const size_t other = strlen (*(const char *const *) b);

  return (one < other) - (one > other);
}

static char *
describe (const TwinParameters *parameters,
          const TwinRemark     *remark)
{
  const char *about = remark->keys[0];
  g_autofree char *title = twin_item_key_dup_title (parameters, about);
  g_autofree char **keys = g_memdup2 (remark->keys,
                                      g_strv_length (remark->keys) * sizeof *remark->keys);
  g_autoptr (GString) text = g_string_new (twin_message_words_skip_key (remark->text, about));

  /* The longest first: a key may begin with another. */
  qsort (keys, g_strv_length (remark->keys), sizeof *keys, compare_lengths);
  for (guint i = 0; i < g_strv_length (remark->keys); i++)
    {
      g_autofree char *name = dup_title (parameters, keys[i], about);

      twin_message_words_put_title (text, keys[i], name);
    }
  /* Translators: a parameter, and a remark on it: "Order up to S (Downtown): 800 can never be
   * reached; “Capacity” is 100" */
  return g_strdup_printf (_("%s: %s"), title, text->str);
}

char *
twin_remarks_text_describe (const TwinModel *model)
{
  g_autoptr (GPtrArray) remarks = NULL;
  GString *text;

  g_return_val_if_fail (model != NULL, NULL);

  remarks = twin_model_list_remarks (model);
  if (remarks->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (remarks->len, MOST); i++)
    {
      g_autofree char *line = describe (twin_model_get_parameters (model), remarks->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (remarks->len > MOST)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("… and %u remark more", "… and %u remarks more",
                                              remarks->len - MOST),
                              remarks->len - MOST);
    }
  return g_string_free (text, FALSE);
}
