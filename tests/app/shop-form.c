/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shop-form.h"

#include <stdio.h>

#include "twin-parameter-form.h"
#include "twin-parameter-items.h"
#include "twin-parameter-row.h"

static const TwinChoice kinds[] = { { "plain", "Plain" }, { "fancy", "Fancy" }, { NULL } };

static const TwinParameter parameters[] = {
  { .key = "kind", .title = "Kind", .group = "Shop", .type = TWIN_PARAMETER_CHOICE,
    .choices = kinds, .upper = 1 },
  { .key = "glitter", .title = "Glitter", .group = "Shop", .unit = "grams",
    .type = TWIN_PARAMETER_REAL, .initial = 0.1, .upper = 1000, .slider_upper = 10, .step = 0.1,
    .when_key = "kind", .when_choice = 1 },
  { .key = "open", .title = "Open", .group = "Shop", .type = TWIN_PARAMETER_BOOLEAN, .initial = 1,
    .upper = 1 },
  { .key = "sale", .title = "Sale", .group = "Shop", .type = TWIN_PARAMETER_DAYS },
  { .key = "shelves.*.name", .title = "Name", .group = "Shelves", .type = TWIN_PARAMETER_TEXT },
  { .key = "shelves.*.low", .title = "Low", .group = "Shelves", .type = TWIN_PARAMETER_WHOLE,
    .initial = 1, .upper = 100, .step = 1, .per = "goods" },
  { .key = "shelves.*.high", .title = "High_est", .group = "Shelves", .type = TWIN_PARAMETER_WHOLE,
    .initial = 9, .upper = 100, .step = 1, .per = "goods" },
  { .key = "goods.*.name", .title = "Name", .group = "Goods", .type = TWIN_PARAMETER_TEXT },
};

static const TwinParameterList lists[] = {
  { "shelves", "Shelves", "Shelf", 2, 1, 3, .add_title = "Add Shelf" },
  { "goods", "Goods", "Good", 1, 1, 9, .add_title = "Add Good",
    .each_title = "One Number for Each Good" },
};
static const TwinOrdering orderings[] = { { "shelves.*.low", "shelves.*.high", TRUE } };

static const TwinModelType shop = {
  .name = "shop",
  .title = "Shop",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .lists = lists,
  .n_lists = G_N_ELEMENTS (lists),
  .orderings = orderings,
  .n_orderings = G_N_ELEMENTS (orderings),
};

void
fixture_update (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = twin_parameters_check (fixture->values);

  twin_parameter_form_update (TWIN_PARAMETER_FORM (fixture->form), fixture->values, problems);
}

static void
on_number_edited (TwinParameterForm *form,
                  const char *key,
                  double value,
                  Fixture *fixture)
{
  fixture->n_edits++;
  g_assert_true (twin_parameters_set_number (fixture->values, key, value, NULL));
  fixture_update (fixture);
}

static void
on_text_edited (TwinParameterForm *form,
                const char *key,
                const char *value,
                Fixture *fixture)
{
  fixture->n_edits++;
  g_assert_true (twin_parameters_set_text (fixture->values, key, value, NULL));
  fixture_update (fixture);
}

static void
on_item_inserted (TwinParameterForm *form,
                  const char *list,
                  guint position,
                  int like,
                  Fixture *fixture)
{
  twin_parameters_insert_item (fixture->values, list, position, like);
  fixture_update (fixture);
}

static void
on_item_removed (TwinParameterForm *form,
                 const char *list,
                 guint position,
                 Fixture *fixture)
{
  twin_parameters_remove_item (fixture->values, list, position);
  fixture_update (fixture);
}

void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  fixture->values = twin_parameters_new (&shop);
  fixture->form = g_object_ref_sink (twin_parameter_form_new ());
  g_signal_connect (fixture->form, "number-edited", G_CALLBACK (on_number_edited), fixture);
  g_signal_connect (fixture->form, "text-edited", G_CALLBACK (on_text_edited), fixture);
  g_signal_connect (fixture->form, "item-inserted", G_CALLBACK (on_item_inserted), fixture);
  g_signal_connect (fixture->form, "item-removed", G_CALLBACK (on_item_removed), fixture);
  fixture_update (fixture);
}

void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  g_assert_finalize_object (fixture->form);
  twin_parameters_free (fixture->values);
}

gboolean
has_tooltip (GtkWidget *widget,
             gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL
         && g_str_has_prefix (gtk_widget_get_tooltip_text (widget), text);
}

/* An item's rows are there once it was opened. */
GtkWidget *
fixture_find_row (Fixture *fixture,
                  const char *key)
{
  GtkWidget *shelves = find_type (fixture->form, TWIN_TYPE_PARAMETER_ITEMS);
  guint item;

  if (sscanf (key, "shelves.%u.", &item) == 1
      && !twin_parameter_items_reveal (TWIN_PARAMETER_ITEMS (shelves), item))
    return NULL;
  return (GtkWidget *) look_for_row (fixture->form, key);
}

gboolean
has_text (GtkWidget *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
         && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

GtkWidget *
fixture_find_control (Fixture *fixture,
                      const char *key,
                      GType type)
{
  return find_type (fixture_find_row (fixture, key), type);
}
