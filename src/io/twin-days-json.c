/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-days-json.h"

#include <glib/gi18n-lib.h>

#define LAST_DAY 999999

char *
twin_days_read_json (const TwinJsonDocument *document,
                     JsonNode *node,
                     const char *path,
                     GError **error)
{
  g_autoptr (GString) days = g_string_new (NULL);
  JsonArray *array = NULL;
  guint64 least = 0;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      twin_json_fail_type (document, node, path, _("a list of days, such as [30, 31, 32]"), error);
      return NULL;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *day_path = g_strdup_printf ("%s.%u", path, i);
      guint64 day;

      /* Ascending, so each is at least one more than the last. */
      if (!twin_json_get_integer (document, json_array_get_element (array, i), day_path, least,
                                  LAST_DAY, &day, error))
        return NULL;
      least = day + 1;
      g_string_append_printf (days, "%s%" G_GUINT64_FORMAT, i > 0 ? "," : "", day);
    }
  return g_string_free (g_steal_pointer (&days), FALSE);
}

void
twin_days_write_json (const char *days,
                      TwinJsonWriter *writer,
                      const char *name)
{
  g_auto (GStrv) words = g_strsplit (days, ",", -1);

  twin_json_writer_begin_array (writer, name, TWIN_JSON_INLINE);
  for (guint i = 0; words[i] != NULL; i++)
    twin_json_writer_add_integer (writer, NULL, g_ascii_strtoull (words[i], NULL, 10));
  twin_json_writer_end_array (writer);
}
