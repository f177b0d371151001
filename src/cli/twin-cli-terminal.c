/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-cli-terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

void
twin_cli_terminal_init (TwinCliTerminal *terminal)
{
  const char *no_color = g_getenv ("NO_COLOR");
  const char *term = g_getenv ("TERM");
  gboolean smart = term != NULL && *term != '\0' && !g_str_equal (term, "dumb");
  gboolean bold = smart && (no_color == NULL || *no_color == '\0');

  terminal->bold_output = bold && isatty (STDOUT_FILENO);
  terminal->bold_errors = bold && isatty (STDERR_FILENO);
  terminal->animate_errors = smart && isatty (STDERR_FILENO);
}

guint
twin_cli_terminal_get_width (void)
{
  struct winsize size = { 0 };

  if (ioctl (STDERR_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
    return 80;
  return MAX (size.ws_col, 20);
}
