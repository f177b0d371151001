/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-project.h"

G_BEGIN_DECLS

/**
 * TwinHistory:
 *
 * The projects that a document was before, and those that it left by undo: whole snapshots, which
 * are small. Edits of one subject within TWIN_HISTORY_MERGE of each other are one step: a slider
 * dragged, a spin button held.
 */
typedef struct _TwinHistory TwinHistory;

#define TWIN_HISTORY_MERGE G_USEC_PER_SEC

/** Steps that are kept; older ones are forgotten. */
#define TWIN_HISTORY_MAX 1000

TwinHistory *twin_history_new (void);
void twin_history_free (TwinHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TwinHistory, twin_history_free)

/** An edit takes the place of @before (transfer full), and ends what could be redone.
 *  @subject: what is edited; NULL: a step of its own. @now: monotonic time, microseconds. */
void twin_history_add (TwinHistory *self, TwinProject *before, const char *subject, gint64 now);
/** The next edit begins a step of its own, whatever its subject. */
void twin_history_close_step (TwinHistory *self);
void twin_history_clear (TwinHistory *self);

gboolean twin_history_can_undo (const TwinHistory *self);
gboolean twin_history_can_redo (const TwinHistory *self);
/** The project before the last step (transfer full); takes @current, for redo. Call it only
 *  where there is such a step. */
TwinProject *twin_history_undo (TwinHistory *self, TwinProject *current);
TwinProject *twin_history_redo (TwinHistory *self, TwinProject *current);

G_END_DECLS
