/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "find.h"
#include "twin-parameters.h"

G_BEGIN_DECLS

/* A form of parameters without a window, with a type of the tests' own that has what the program's
 * own may lack. What is edited in the form is set and shown, as the side bar does. */

typedef struct
{
  TwinParameters *values;
  GtkWidget *form;
  guint n_edits;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
/** Shows the values as they are now. */
void fixture_update (Fixture *fixture);

gboolean has_tooltip (GtkWidget *widget, gconstpointer text);
gboolean has_text (GtkWidget *widget, gconstpointer text);

/** The row of that parameter, opening the item that it is in; or NULL. */
GtkWidget *fixture_find_row (Fixture *fixture, const char *key);
/** The control of that type in it. */
GtkWidget *fixture_find_control (Fixture *fixture, const char *key, GType type);

G_END_DECLS
