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
   * reached; “Capacity” is 100". Or a scenario, and the whole of that. */
  return g_strdup_printf (_("%s: %s"), title, text->str);
}

/* What is said of one model or of several. */
typedef struct
{
  GHashTable *said; /* texts of remarks: each is made once */
  GString *text;
} Words;

/* @title: of the scenario, or NULL. */
static void
add_remarks (Words           *words,
             const TwinModel *model,
             const char      *title)
{
  g_autoptr (GPtrArray) remarks = twin_model_list_remarks (model);

  for (guint i = 0; i < remarks->len; i++)
    {
      const TwinRemark *remark = remarks->pdata[i];
      g_autofree char *line = NULL;
      g_autofree char *titled = NULL;

      if (!g_hash_table_add (words->said, g_strdup (remark->text))
          || g_hash_table_size (words->said) > MOST)
        continue;
      if (words->text->len > 0)
        g_string_append_c (words->text, '\n');
      line = describe (twin_model_get_parameters (model), remark);
      if (title != NULL)
        titled = g_strdup_printf (_("%s: %s"), title, line);
      g_string_append (words->text, titled != NULL ? titled : line);
    }
}

static void
words_begin (Words *self)
{
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->text = g_string_new (NULL);
}

/* Returns (transfer full): what was said, or NULL. */
static char *
words_end (Words *self)
{
  const guint n = g_hash_table_size (self->said);

  g_hash_table_unref (self->said);
  if (n > MOST)
    {
      g_string_append_c (self->text, '\n');
      g_string_append_printf (self->text, ngettext ("… and %u remark more", "… and %u remarks more",
                                                    n - MOST),
                              n - MOST);
    }
  return g_string_free (self->text, n == 0);
}

char *
twin_remarks_text_describe (const TwinModel *model)
{
  Words words;

  g_return_val_if_fail (model != NULL, NULL);

  words_begin (&words);
  add_remarks (&words, model, NULL);
  return words_end (&words);
}

char *
twin_remarks_text_describe_scenarios (const TwinComparison *comparison)
{
  Words words;

  g_return_val_if_fail (comparison != NULL, NULL);

  words_begin (&words);
  for (guint i = 0; i < twin_comparison_get_n_scenarios (comparison); i++)
    add_remarks (&words, twin_run_get_model (twin_comparison_get_run (comparison, i)),
                 i > 0 ? twin_comparison_get_scenario (comparison, i)->title : NULL);
  return words_end (&words);
}
