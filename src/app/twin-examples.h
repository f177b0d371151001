/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-project.h"

G_BEGIN_DECLS

/** TwinExample: a project that comes with the program, to begin with and to learn from. */
typedef struct
{
  const char *name;  /* of its file, without the ending */
  const char *title; /* to be translated */
} TwinExample;

/** All of them; the first is what the program shows when it is started the first time. */
const TwinExample *twin_examples_list (guint *n_examples);
/** The one of that name, or NULL. */
const TwinExample *twin_examples_find (const char *name);

/** Its project, read from the program itself. @error: as twin_project_from_json(). */
TwinProject *twin_example_load (const TwinExample *example, GError **error);

G_END_DECLS
