/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "twin-document.h"
#include "twin-pool.h"

G_BEGIN_DECLS

/**
 * TwinPage:
 *
 * A tab of the window: shows results for the document's project. The window knows tabs by this
 * class alone. A page begins live work only while it is active; one whose project changed
 * meanwhile catches up when it is activated. Work that was asked for goes on behind another tab.
 *
 * Properties: "busy" (work is going on), "fraction" (how much of it is done, in [0, 1], or -1
 * where that is not known), "status" (one line about what is shown: "1,000 replications, seed 42,
 * 12 ms"), "can-export" (there is something for twin_page_export_csv()).
 */
#define TWIN_TYPE_PAGE (twin_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (TwinPage, twin_page, TWIN, PAGE, AdwBin)

struct _TwinPageClass
{
  AdwBinClass parent_class;

  /** The project changed, or the page became active after a change: results of it are wanted. */
  void (*update) (TwinPage *self);
  /** Stop what is going on; what is shown stays. */
  void (*cancel) (TwinPage *self);
  /** The metric that was chosen to be looked at, by its name (transfer full); and choosing it. A
   *  name that the model lacks is passed over. NULL: the page has no such choice. */
  char *(*dup_metric) (TwinPage *self);
  void (*set_metric) (TwinPage *self, const char *name);
  /** Ask for a file and write the page's results to it. */
  void (*export_csv) (TwinPage *self);
  /** What has come out, in few words to be said aloud; NULL: the status says it. (transfer full) */
  char *(*summarize) (TwinPage *self);
};

/** Called once, by the window: @pool and @document are the window's. */
void twin_page_attach (TwinPage *self, TwinDocument *document, TwinPool *pool);
TwinDocument *twin_page_get_document (TwinPage *self);
TwinPool *twin_page_get_pool (TwinPage *self);

void twin_page_set_active (TwinPage *self, gboolean active);
/** Asks for the results anew, as if the project had changed. */
void twin_page_refresh (TwinPage *self);
void twin_page_cancel (TwinPage *self);
void twin_page_export_csv (TwinPage *self);
/** What has come out, in few words to be said aloud; NULL where there is nothing.
 *  (transfer full) */
char *twin_page_summarize (TwinPage *self);

char *twin_page_dup_metric (TwinPage *self);
void twin_page_set_metric (TwinPage *self, const char *name);

/* For subclasses. */
void twin_page_set_busy (TwinPage *self, gboolean busy, double fraction);
void twin_page_set_status (TwinPage *self, const char *status);
void twin_page_set_can_export (TwinPage *self, gboolean can_export);
/** The project becomes @project (transfer full), as one step of undo, and @message says so. As long
 *  as nothing else is edited, it has a button that undoes this. */
void twin_page_edit (TwinPage *self, TwinProject *project, const char *message);
/** Where exports begin, see twin_document_dup_folder(). */
GFile *twin_page_dup_folder (TwinPage *self);
/** The name that an export is suggested: @name with that of the project's file in front of it,
 *  "shop-replications.csv", so that projects in one folder do not overwrite each other's; @name
 *  where there is no file yet. (transfer full) */
char *twin_page_dup_export_name (TwinPage *self, const char *name);
/** Why there are no results for what the parameters say now, in words for the user: the first
 *  problem that is not about @ignored_prefix (nullable, such as "optimize."); NULL: none.
 *  (transfer full) */
char *twin_page_dup_problem (TwinPage *self, const char *ignored_prefix);

G_END_DECLS
