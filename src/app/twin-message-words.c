/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-message-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDE_COLON 0xff1a

/* French has a space before a colon; a no-break space is one too. */
static const char *
skip_spaces (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

const char *
twin_message_words_skip_key (const char *message,
                             const char *key)
{
  const char *colon;
  gunichar c;

  g_return_val_if_fail (message != NULL && key != NULL, message);

  if (!g_str_has_prefix (message, key))
    return message;
  colon = skip_spaces (message + strlen (key));
  c = g_utf8_get_char (colon);
  return c == ':' || c == WIDE_COLON ? skip_spaces (g_utf8_next_char (colon)) : message;
}

void
twin_message_words_put_title (GString *message,
                              const char *key,
                              const char *title)
{
  g_autofree char *quoted = NULL;

  g_return_if_fail (message != NULL && key != NULL && title != NULL);

  /* Translators: a parameter's title inside a sentence, in quotation marks. */
  quoted = g_strdup_printf (C_("title", "“%s”"), title);
  g_string_replace (message, key, quoted, 0);
}
