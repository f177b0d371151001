/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-session.h"

/* GVariant's text: a list of windows, each with what is known of it by name. Names that are missing
 * or new do no harm. */

TwinSessionWindow *
twin_session_window_new (void)
{
  TwinSessionWindow *window = g_new0 (TwinSessionWindow, 1);

  window->show_sidebar = TRUE;
  return window;
}

void
twin_session_window_free (TwinSessionWindow *window)
{
  g_free (window->uri);
  g_free (window->example);
  g_free (window->tab);
  g_free (window->metric);
  g_free (window->draft);
  g_free (window);
}

static TwinSessionWindow *
parse_window (GVariant *entries)
{
  TwinSessionWindow *window = twin_session_window_new ();

  /* What is not there, or is something else, leaves the value as it is. */
  g_variant_lookup (entries, "uri", "s", &window->uri);
  g_variant_lookup (entries, "example", "s", &window->example);
  g_variant_lookup (entries, "tab", "s", &window->tab);
  g_variant_lookup (entries, "metric", "s", &window->metric);
  g_variant_lookup (entries, "draft", "s", &window->draft);
  g_variant_lookup (entries, "size", "(ii)", &window->width, &window->height);
  g_variant_lookup (entries, "maximized", "b", &window->maximized);
  g_variant_lookup (entries, "sidebar", "b", &window->show_sidebar);
  if (window->uri != NULL && !g_uri_is_valid (window->uri, G_URI_FLAGS_NONE, NULL))
    g_clear_pointer (&window->uri, g_free);
  if (window->width <= 0 || window->height <= 0)
    window->width = window->height = 0;

  return window;
}

GPtrArray *
twin_session_parse (const char *text)
{
  GPtrArray *windows
      = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_session_window_free);
  g_autoptr (GVariant) session = NULL;

  g_return_val_if_fail (text != NULL, windows);

  if (g_utf8_validate (text, -1, NULL))
    session = g_variant_parse (G_VARIANT_TYPE ("aa{sv}"), text, NULL, NULL, NULL);
  for (gsize i = 0; session != NULL && i < g_variant_n_children (session); i++)
    {
      g_autoptr (GVariant) entries = g_variant_get_child_value (session, i);

      g_ptr_array_add (windows, parse_window (entries));
    }

  return windows;
}

static void
add_string (GVariantDict *entries,
            const char *key,
            const char *value)
{
  if (value != NULL)
    g_variant_dict_insert (entries, key, "s", value);
}

static GVariant *
format_window (const TwinSessionWindow *window)
{
  g_auto (GVariantDict) entries;

  g_variant_dict_init (&entries, NULL);
  add_string (&entries, "uri", window->uri);
  add_string (&entries, "example", window->example);
  add_string (&entries, "tab", window->tab);
  add_string (&entries, "metric", window->metric);
  add_string (&entries, "draft", window->draft);
  if (window->width > 0 && window->height > 0)
    g_variant_dict_insert (&entries, "size", "(ii)", window->width, window->height);
  g_variant_dict_insert (&entries, "maximized", "b", window->maximized);
  g_variant_dict_insert (&entries, "sidebar", "b", window->show_sidebar);

  return g_variant_dict_end (&entries);
}

char *
twin_session_format (GPtrArray *windows)
{
  GVariantBuilder builder;
  g_autoptr (GVariant) session = NULL;

  g_return_val_if_fail (windows != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < windows->len; i++)
    g_variant_builder_add_value (&builder, format_window (windows->pdata[i]));
  session = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (session, FALSE);
}
