/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TwinCliTable:
 *
 * A table of texts that is printed with its columns aligned, by the width that a terminal gives
 * each character.
 */
typedef struct _TwinCliTable TwinCliTable;

/** @alignment: a letter a column, "l" for words and "r" for numbers: "lrr". */
TwinCliTable *twin_cli_table_new (const char *alignment);
void twin_cli_table_free (TwinCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinCliTable, twin_cli_table_free)

/** The row of headings, as many as there are columns. */
void twin_cli_table_set_header (TwinCliTable *self, const char *const *cells);
/** Begins a row. Cells that are not added stay empty. */
void twin_cli_table_begin_row (TwinCliTable *self);
void twin_cli_table_add (TwinCliTable *self, const char *text);
void twin_cli_table_take (TwinCliTable *self, char *text);

/** Appends the table, each line with @indent spaces in front; headings bold if @bold. */
void twin_cli_table_print (const TwinCliTable *self, GString *text, guint indent, gboolean bold);

G_END_DECLS
