/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-json-document.h"

#include <string.h>

#include "twin-error.h"
#include "twin-json-scan.h"

struct _TwinJsonDocument
{
  char *name;
  JsonNode *root;
  GHashTable *digits; /* see twin_json_scan() */
};

TwinJsonDocument *
twin_json_document_parse (const char *text,
                          gsize length,
                          const char *name,
                          GError **error)
{
  g_autoptr (TwinJsonDocument) self = g_new0 (TwinJsonDocument, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  self->name = g_strdup (name);
  self->digits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!twin_json_scan (text, length, name, self->digits, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &reason))
    {
      g_propagate_error (error, twin_error_new (TWIN_ERROR_FORMAT, NULL, "%s: %s", name,
                                                reason->message));
      return NULL;
    }
  self->root = json_parser_steal_root (parser);
  return g_steal_pointer (&self);
}

void
twin_json_document_free (TwinJsonDocument *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->root, json_node_unref);
  g_hash_table_unref (self->digits);
  g_free (self->name);
  g_free (self);
}

const char *
twin_json_document_get_name (const TwinJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

JsonNode *
twin_json_document_get_root (const TwinJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

const char *
twin_json_document_get_digits (const TwinJsonDocument *self,
                               const char *path)
{
  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  const char *digits = g_hash_table_lookup (self->digits, path);
  return digits != NULL && *digits != '\0' ? digits : NULL;
}
