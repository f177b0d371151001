/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-project.h"

G_BEGIN_DECLS

/** Everything that is wrong with the parameters, the experiment and the search of @project: an
 *  array of GError with their keys, at most one a key of experiment and search; empty where all
 *  is well. (transfer full) */
GPtrArray *twin_problems_find (const TwinProject *project);

/** What is wrong with @key; NULL where nothing is. (transfer none) */
const GError *twin_problems_get (const GPtrArray *problems, const char *key);

/** What is wrong with the parameter @key, in words for people who see the parameters by their
 *  titles: its own problem, or that of the other end of an ordering. NULL: nothing.
 *  (transfer full) */
char *twin_problems_describe (const GPtrArray *problems,
                              const TwinParameters *parameters,
                              const char *key);

/** What @problem, of a model of @type, says, without the keys that files have. (transfer full) */
char *twin_problems_describe_alone (const TwinModelType *type, const GError *problem);

/** One of @problems for a place where its row is not seen, with a title in front: "Reorder point s:
 *  Must be below …". @search: nullable. (transfer full) */
char *twin_problems_describe_titled (const GPtrArray *problems,
                                     const TwinParameters *parameters,
                                     const TwinSearch *search,
                                     const GError *problem);

G_END_DECLS
