/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-document.h"

G_BEGIN_DECLS

/* What reading and writing tell the document. */

/** Begins anew with @project (transfer full), which @file (nullable) has. */
void twin_document_start_from (TwinDocument *self, TwinProject *project, GFile *file);
/** The project as its file has it, or as it began. (transfer none) */
const TwinProject *twin_document_get_saved (TwinDocument *self);
/** @file has @written (transfer full) now; edits may have left that behind meanwhile. */
void twin_document_take_saved (TwinDocument *self, TwinProject *written, GFile *file);

G_END_DECLS
