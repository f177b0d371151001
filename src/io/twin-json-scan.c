/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-error.h"

/* Far beyond any project, and small enough to bound stack and memory for a hostile file. */
#define MAX_DEPTH 32
#define MAX_VALUES 250000
#define MAX_PATH_LENGTH 512

typedef struct
{
  const char *start, *at, *end;
  const char *name;
  GString *path; /* of the value that is being read */
  guint depth; /* objects and arrays around it */
  GHashTable *digits;
} Scan;

static gboolean scan_value (Scan *scan, GError **error);

static guint
get_line (const Scan *scan)
{
  guint line = 1;

  for (const char *at = scan->start; at < scan->at; at++)
    line += *at == '\n';
  return line;
}

static gboolean G_GNUC_PRINTF (4, 5)
fail (const Scan *scan,
      TwinError code,
      GError **error,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  const char *path = scan->path->len > 0 ? scan->path->str : NULL;
  if (path != NULL)
    g_propagate_error (error, twin_error_new (code, path, _("%s: %s: line %u: %s"), scan->name,
                                              path, get_line (scan), what));
  else
    g_propagate_error (error, twin_error_new (code, NULL, _("%s: line %u: %s"), scan->name,
                                              get_line (scan), what));
  return FALSE;
}

static gboolean
fail_at_end (const Scan *scan,
             GError **error)
{
  return fail (scan, TWIN_ERROR_FORMAT, error,
               _("the file ends in the middle; it may be half-written"));
}

/* What stands here, for a message: up to the next space or sign of JSON. */
static char *
dup_token (const Scan *scan)
{
  gsize n = 0;
  gsize left = (gsize) (scan->end - scan->at);

  while (n < MIN (left, 24) && strchr (" \t\r\n,:[]{}\"", scan->at[n]) == NULL)
    n++;
  /* At least a character, and no half of one. */
  const char *token_end = scan->at + MAX (n, 1);
  while (token_end < scan->end && ((guchar) *token_end & 0xC0) == 0x80)
    token_end++;
  return g_strndup (scan->at, (gsize) (token_end - scan->at));
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL)
    scan->at++;
}

/* Passes over @sign if it is what comes next. */
static gboolean
skip_sign (Scan *scan,
           char sign)
{
  skip_space (scan);
  if (scan->at == scan->end || *scan->at != sign)
    return FALSE;
  scan->at++;
  return TRUE;
}

static gboolean
fail_expected (Scan *scan,
               const char *due,
               GError **error)
{
  skip_space (scan);
  if (scan->at == scan->end)
    return fail_at_end (scan, error);
  g_autofree char *token = dup_token (scan);
  return fail (scan, TWIN_ERROR_FORMAT, error, _("“%s” stands where %s is due"), token, due);
}

static gboolean
scan_hexadecimal (Scan *scan,
                  gunichar *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, scan->at++)
    {
      if (scan->at == scan->end || !g_ascii_isxdigit (*scan->at))
        return FALSE;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value (*scan->at);
    }
  return TRUE;
}

/* After "\u". A NUL would end the text early wherever C strings are used. */
static gboolean
scan_unicode_escape (Scan *scan,
                     GString *text)
{
  gunichar unit, low;

  if (!scan_hexadecimal (scan, &unit) || unit == 0)
    return FALSE;
  if (unit >= 0xD800 && unit < 0xDC00)
    {
      if (scan->end - scan->at < 6 || scan->at[0] != '\\' || scan->at[1] != 'u')
        return FALSE;
      scan->at += 2;
      if (!scan_hexadecimal (scan, &low) || low < 0xDC00 || low > 0xDFFF)
        return FALSE;
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  else if (unit >= 0xDC00 && unit < 0xE000)
    return FALSE;
  g_string_append_unichar (text, unit);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan,
             GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";

  if (scan->at == scan->end || *scan->at == '\0')
    return FALSE;
  char letter = *scan->at++;
  if (letter == 'u')
    return scan_unicode_escape (scan, text);
  const char *found = strchr (letters, letter);
  if (found == NULL)
    return FALSE;
  g_string_append_c (text, meanings[found - letters]);
  return TRUE;
}

static gboolean
scan_string (Scan *scan,
             GString *text,
             GError **error)
{
  scan->at++;
  while (scan->at < scan->end)
    {
      char c = *scan->at++;
      if (c == '"')
        return TRUE;
      if ((guchar) c < 0x20)
        return fail (scan, TWIN_ERROR_FORMAT, error,
                     _("a text in quotes is not closed on its line"));
      if (c != '\\')
        g_string_append_c (text, c);
      else if (!scan_escape (scan, text))
        return scan->at == scan->end
                   ? fail_at_end (scan, error)
                   : fail (scan, TWIN_ERROR_FORMAT, error,
                           _("there is a “\\” in a text that JSON does not allow"));
    }
  return fail_at_end (scan, error);
}

static gsize
skip_digits (Scan *scan)
{
  const char *begin = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return (gsize) (scan->at - begin);
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)? */
static gboolean
match_number (Scan *scan)
{
  if (scan->at < scan->end && *scan->at == '-')
    scan->at++;
  gboolean leads_with_zero = scan->at < scan->end && *scan->at == '0';
  gsize n_digits = skip_digits (scan);
  if (n_digits == 0 || (leads_with_zero && n_digits > 1))
    return FALSE;
  if (scan->at < scan->end && *scan->at == '.')
    {
      scan->at++;
      if (skip_digits (scan) == 0)
        return FALSE;
    }
  if (scan->at < scan->end && (*scan->at == 'e' || *scan->at == 'E'))
    {
      scan->at++;
      if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-'))
        scan->at++;
      if (skip_digits (scan) == 0)
        return FALSE;
    }
  return scan->at == scan->end || strchr (" \t\r\n,]}", *scan->at) != NULL;
}

static gboolean
note_number (Scan *scan,
             const char *begin,
             GError **error)
{
  g_autofree char *digits = g_strndup (begin, (gsize) (scan->at - begin));

  if (!isfinite (g_ascii_strtod (digits, NULL)))
    return fail (scan, TWIN_ERROR_OUT_OF_BOUNDS, error,
                 _("%.40s is not allowed; numbers reach up to 1.8e308"), digits);
  g_hash_table_insert (scan->digits, g_strdup (scan->path->str), g_steal_pointer (&digits));
  return TRUE;
}

/* A number, true, false or null. */
static gboolean
scan_word (Scan *scan,
           GError **error)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *begin = scan->at;
  g_autofree char *token = dup_token (scan);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (token, words[i]))
      {
        scan->at += strlen (words[i]);
        return TRUE;
      }
  if (match_number (scan))
    return note_number (scan, begin, error);
  if (scan->at == scan->end)
    return fail_at_end (scan, error);
  scan->at = begin;
  return fail (scan, TWIN_ERROR_FORMAT, error,
               _("“%s” is no value in JSON, which has finite decimal numbers, texts in double "
                 "quotes, true, false, lists and objects"),
               token);
}

/* One more step on the path, taken back by the caller. */
static void
append_step (Scan *scan,
             const char *step)
{
  if (scan->depth > 1)
    g_string_append_c (scan->path, '.');
  g_string_append (scan->path, step);
}

static gboolean
scan_member (Scan *scan,
             GError **error)
{
  gsize old_length = scan->path->len;
  g_autoptr (GString) member = g_string_new (NULL);

  skip_space (scan);
  if (scan->at == scan->end || *scan->at != '"')
    return fail_expected (scan, _("a key in double quotes"), error);
  if (!scan_string (scan, member, error))
    return FALSE;
  append_step (scan, member->str);
  if (!skip_sign (scan, ':'))
    return fail_expected (scan, "“:”", error);
  if (!scan_value (scan, error))
    return FALSE;
  g_string_truncate (scan->path, old_length);
  return TRUE;
}

static gboolean
scan_object (Scan *scan,
             GError **error)
{
  scan->at++;
  if (skip_sign (scan, '}'))
    return TRUE;
  do
    if (!scan_member (scan, error))
      return FALSE;
  while (skip_sign (scan, ','));
  return skip_sign (scan, '}') || fail_expected (scan, _("“,” or “}”"), error);
}

static gboolean
scan_array (Scan *scan,
            GError **error)
{
  gsize old_length = scan->path->len;
  guint n = 0;

  scan->at++;
  if (skip_sign (scan, ']'))
    return TRUE;
  do
    {
      char step[16];
      g_snprintf (step, sizeof step, "%u", n++);
      append_step (scan, step);
      if (!scan_value (scan, error))
        return FALSE;
      g_string_truncate (scan->path, old_length);
    }
  while (skip_sign (scan, ','));
  return skip_sign (scan, ']') || fail_expected (scan, _("“,” or “]”"), error);
}

/* A path that comes twice is a member that was given twice: which of the two was meant? */
static gboolean
note_value (Scan *scan,
            GError **error)
{
  if (scan->path->len > MAX_PATH_LENGTH)
    {
      g_string_truncate (scan->path, 0);
      return fail (scan, TWIN_ERROR_UNKNOWN_KEY, error, _("no key is as long as the one here"));
    }
  if (!g_hash_table_insert (scan->digits, g_strdup (scan->path->str), g_strdup ("")))
    return fail (scan, TWIN_ERROR_FORMAT, error, _("the key is given twice; it can be given once"));
  if (g_hash_table_size (scan->digits) > MAX_VALUES)
    return fail (scan, TWIN_ERROR_TOO_LARGE, error, _("there are more than %d values"), MAX_VALUES);
  return TRUE;
}

static gboolean
scan_value (Scan *scan,
            GError **error)
{
  gboolean success;

  skip_space (scan);
  if (scan->at == scan->end)
    return fail_at_end (scan, error);
  if (scan->depth > 0 && !note_value (scan, error))
    return FALSE;
  if (++scan->depth > MAX_DEPTH)
    return fail (scan, TWIN_ERROR_FORMAT, error, _("values are nested more than %d deep"),
                 MAX_DEPTH);
  switch (*scan->at)
    {
    case '{':
      success = scan_object (scan, error);
      break;
    case '[':
      success = scan_array (scan, error);
      break;
    case '"':
      {
        g_autoptr (GString) text = g_string_new (NULL);
        success = scan_string (scan, text, error);
        break;
      }
    default:
      success = scan_word (scan, error);
      break;
    }
  scan->depth--;
  return success;
}

gboolean
twin_json_scan (const char *text,
                gsize length,
                const char *name,
                GHashTable *digits,
                GError **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Scan scan = { text, text, text + length, name, path, 0, digits };
  const char *bad;

  g_return_val_if_fail (text != NULL && name != NULL && digits != NULL, FALSE);

  /* Stops at a NUL byte, too. */
  if (!g_utf8_validate_len (text, length, &bad))
    {
      scan.at = bad;
      return fail (&scan, TWIN_ERROR_FORMAT, error,
                   *bad == '\0' ? _("there is a NUL byte") : _("it is not in UTF-8"));
    }
  skip_space (&scan);
  if (scan.at == scan.end)
    return fail (&scan, TWIN_ERROR_FORMAT, error, _("the file is empty"));
  if (!scan_value (&scan, error))
    return FALSE;
  skip_space (&scan);
  if (scan.at == scan.end)
    return TRUE;
  g_autofree char *token = dup_token (&scan);
  return fail (&scan, TWIN_ERROR_FORMAT, error, _("“%s” stands after the end"), token);
}
