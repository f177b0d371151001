/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-json-value.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Of a text, as much as an error message shows. */
#define SHOWN_LENGTH 40

gboolean
twin_json_fail (const TwinJsonDocument *document,
                const char *path,
                TwinError code,
                GError **error,
                const char *format,
                ...)
{
  const char *name = twin_json_document_get_name (document);
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  if (*path == '\0')
    g_propagate_error (error, twin_error_new (code, NULL, "%s: %s", name, what));
  else
    g_propagate_error (error, twin_error_new (code, path, "%s: %s: %s", name, path, what));
  return FALSE;
}

gboolean
twin_json_fail_because (const TwinJsonDocument *document,
                        const char *path,
                        GError *reason,
                        GError **error)
{
  const char *key = twin_error_get_key (reason);
  const char *what = reason->message;

  /* The engine begins with its key, which is the end of the path that is put in front here. */
  if (key != NULL && g_str_has_suffix (path, key))
    {
      g_autofree char *beginning = g_strconcat (key, ": ", NULL);
      const char *found = strstr (what, beginning);
      if (found != NULL)
        what = found + strlen (beginning);
    }
  twin_json_fail (document, path, (TwinError) reason->code, error, "%s", what);
  g_error_free (reason);
  return FALSE;
}

static char *
describe_value (const TwinJsonDocument *document,
                JsonNode *node,
                const char *path)
{
  const char *text;

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return g_strdup (_("an object"));
    case JSON_NODE_ARRAY:
      return g_strdup (_("a list"));
    case JSON_NODE_NULL:
      return g_strdup ("null");
    case JSON_NODE_VALUE:
    default:
      break;
    }
  if (twin_json_is_boolean (node))
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  if (twin_json_is_number (node))
    return g_strndup (twin_json_document_get_digits (document, path), SHOWN_LENGTH);
  text = json_node_get_string (node);
  if (g_utf8_strlen (text, -1) <= SHOWN_LENGTH)
    return g_strdup_printf ("“%s”", text);
  g_autofree char *start = g_utf8_substring (text, 0, SHOWN_LENGTH);
  return g_strdup_printf ("“%s…”", start);
}

gboolean
twin_json_fail_value (const TwinJsonDocument *document,
                      JsonNode *node,
                      const char *path,
                      TwinError code,
                      const char *allowed,
                      GError **error)
{
  g_autofree char *value = describe_value (document, node, path);

  return twin_json_fail (document, path, code, error, _("%s is not allowed; it must be %s"), value,
                         allowed);
}

gboolean
twin_json_fail_type (const TwinJsonDocument *document,
                     JsonNode *node,
                     const char *path,
                     const char *allowed,
                     GError **error)
{
  return twin_json_fail_value (document, node, path, TWIN_ERROR_WRONG_TYPE, allowed, error);
}

gboolean
twin_json_is_number (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

gboolean
twin_json_is_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

gboolean
twin_json_is_boolean (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

double
twin_json_get_number (const TwinJsonDocument *document,
                      const char *path)
{
  const char *digits = twin_json_document_get_digits (document, path);

  g_return_val_if_fail (digits != NULL, 0);

  return g_ascii_strtod (digits, NULL);
}

gboolean
twin_json_get_integer (const TwinJsonDocument *document,
                       JsonNode *node,
                       const char *path,
                       guint64 lower,
                       guint64 upper,
                       guint64 *value,
                       GError **error)
{
  g_autofree char *allowed = g_strdup_printf (
      _("a whole number from %" PRIu64 " to %" PRIu64), (uint64_t) lower, (uint64_t) upper);

  if (!twin_json_is_number (node))
    return twin_json_fail_type (document, node, path, allowed, error);
  const char *digits = twin_json_document_get_digits (document, path);
  if (strpbrk (digits, ".eE") != NULL)
    return twin_json_fail_type (document, node, path, allowed, error);
  if (g_ascii_string_to_unsigned (digits, 10, lower, upper, value, NULL))
    return TRUE;
  return twin_json_fail_value (document, node, path, TWIN_ERROR_OUT_OF_BOUNDS, allowed, error);
}

JsonObject *
twin_json_get_object (const TwinJsonDocument *document,
                      JsonNode *node,
                      const char *path,
                      const char *const *members,
                      GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      twin_json_fail_type (document, node, path, _("an object"), error);
      return NULL;
    }

  JsonObject *object = json_node_get_object (node);
  g_autoptr (GList) names = json_object_get_members (object);
  for (GList *l = names; members != NULL && l != NULL; l = l->next)
    {
      if (g_strv_contains (members, l->data))
        continue;
      g_autofree char *key = twin_json_join_path (path, l->data);
      g_autofree char *known = g_strjoinv (", ", (char **) members);
      twin_json_fail (document, key, TWIN_ERROR_UNKNOWN_KEY, error,
                      _("no such key; it can be one of: %s"), known);
      return NULL;
    }
  return object;
}

JsonArray *
twin_json_get_array (const TwinJsonDocument *document,
                     JsonNode *node,
                     const char *path,
                     GError **error)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  twin_json_fail_type (document, node, path, _("a list"), error);
  return NULL;
}

char *
twin_json_join_path (const char *path,
                     const char *step)
{
  return *path == '\0' ? g_strdup (step) : g_strconcat (path, ".", step, NULL);
}
