/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TwinCliTerminal: what can be shown where. Judged once, by what the streams lead to, TERM and
 *  NO_COLOR (see no-color.org). */
typedef struct
{
  gboolean bold_output;    /* headings on standard output may be bold */
  gboolean bold_errors;    /* likewise on standard error */
  gboolean animate_errors; /* standard error can redraw a line */
} TwinCliTerminal;

void twin_cli_terminal_init (TwinCliTerminal *terminal);

/** Columns of standard error, at least 20; 80 where nobody knows. */
guint twin_cli_terminal_get_width (void);

G_END_DECLS
