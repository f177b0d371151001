/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-access-key.h"

char *
twin_access_key_escape (const char *title)
{
  GString *escaped = g_string_new (title);

  g_string_replace (escaped, "_", "__", 0);
  return g_string_free (escaped, FALSE);
}

char *
twin_access_key_take (const char *title,
                      GHashTable *taken)
{
  g_return_val_if_fail (title != NULL && taken != NULL, NULL);

  for (const char *at = title; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_unichar_tolower (g_utf8_get_char (at));
      g_autofree char *before = NULL;
      g_autofree char *escaped_before = NULL;
      g_autofree char *escaped_after = NULL;

      if (!g_unichar_isalnum (letter) || !g_hash_table_add (taken, GUINT_TO_POINTER (letter)))
        continue;

      before = g_strndup (title, at - title);
      escaped_before = twin_access_key_escape (before);
      escaped_after = twin_access_key_escape (at);
      return g_strconcat (escaped_before, "_", escaped_after, NULL);
    }
  return NULL;
}

void
twin_access_key_collect (GtkWidget *root,
                         GtkWidget *except,
                         GHashTable *taken)
{
  g_return_if_fail (GTK_IS_WIDGET (root));
  g_return_if_fail (taken != NULL);

  if (GTK_IS_LABEL (root))
    {
      const guint key = gtk_label_get_mnemonic_keyval (GTK_LABEL (root));
      const gunichar letter = g_unichar_tolower (gdk_keyval_to_unicode (key));

      if (letter != 0)
        g_hash_table_add (taken, GUINT_TO_POINTER (letter));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != except && !GTK_IS_POPOVER (child))
      twin_access_key_collect (child, except, taken);
}
