/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "twin-project.h"

G_BEGIN_DECLS

/**
 * TwinDocument:
 *
 * The project that a window shows, its undo history and its file. Pages and side bar read the
 * project, and change it only through here; "changed" tells everybody else.
 *
 * Properties: "title" (the file's name, or "Untitled"), "modified", "can-undo", "can-redo", "file",
 * "folder" (where the last dialog for files ended).
 * Signal: "changed" (project is another one now, by an edit, undo, redo or a file).
 */
#define TWIN_TYPE_DOCUMENT (twin_document_get_type ())
G_DECLARE_FINAL_TYPE (TwinDocument, twin_document, TWIN, DOCUMENT, GObject)

/** @project: (transfer full). */
TwinDocument *twin_document_new (TwinProject *project);

/** Begins anew with @project (transfer full): no file, no name, no history, nothing to save. */
void twin_document_start (TwinDocument *self, TwinProject *project);

/** Its title as long as it has no file; NULL: "Untitled". */
void twin_document_set_name (TwinDocument *self, const char *name);

/** The project as it is now; never changed in place, gone after the next edit. (transfer none) */
const TwinProject *twin_document_get_project (TwinDocument *self);

/** Everything that is wrong with the parameters and settings now: an array of GError with their
 *  keys, empty where all is well. (transfer none, until the next change) */
GPtrArray *twin_document_get_problems (TwinDocument *self);

/**
 * twin_document_edit:
 * @project: (transfer full): what the project becomes
 * @subject: what is edited, such as a parameter's key; successive edits of one subject within a
 *   second are one step of undo. NULL: a step of its own.
 */
void twin_document_edit (TwinDocument *self, TwinProject *project, const char *subject);

/* The most frequent edits, by key as twin_parameters_set_number() has it. No change: no edit. */
void twin_document_set_number (TwinDocument *self, const char *key, double value);
void twin_document_set_text (TwinDocument *self, const char *key, const char *value);

void twin_document_undo (TwinDocument *self);
void twin_document_redo (TwinDocument *self);

gboolean twin_document_get_modified (TwinDocument *self);
GFile *twin_document_get_file (TwinDocument *self);
const char *twin_document_get_title (TwinDocument *self);

/** Where a dialog for files begins: the folder of its file, else where the last dialog ended. NULL:
 *  nothing is known. (transfer full) */
GFile *twin_document_dup_folder (TwinDocument *self);
/** @folder: (nullable): where the last dialog ended. */
void twin_document_set_folder (TwinDocument *self, GFile *folder);

/** Reads a project file without blocking. On failure the document stays as it was. */
void twin_document_load_async (TwinDocument *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean twin_document_load_finish (TwinDocument *self, GAsyncResult *result, GError **error);

/** Writes it atomically, without blocking; the document then has this file and is unmodified.
 *  On failure the old file is whole and the document still modified; so also where @file is the
 *  document's own and somebody else has changed it since (G_IO_ERROR_WRONG_ETAG). */
void twin_document_save_async (TwinDocument *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/** The same, whatever @file holds now; ends in twin_document_save_finish(), too. */
void twin_document_replace_async (TwinDocument *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean twin_document_save_finish (TwinDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
