/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-search-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-field-access.h"
#include "twin-number-spin.h"

#define WIDTH_CHARS 4
#define N_COLUMNS 3

typedef struct
{
  const char *key;
  GtkAdjustment *adjustment;
  GtkWidget *spin;
} Number;

struct _TwinSearchField
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title_label;
  GtkLabel *unit_label;
  GtkGrid *numbers_grid;
  GtkLabel *problem_label;

  GArray *numbers; /* Number; adjustments and spin buttons are the box's */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (TwinSearchField, twin_search_field, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Number *
find_number (TwinSearchField *self,
             const char    *key)
{
  for (guint i = 0; i < self->numbers->len; i++)
    {
      Number *number = &g_array_index (self->numbers, Number, i);

      if (strcmp (number->key, key) == 0)
        return number;
    }
  return NULL;
}

static void
on_value_changed (GtkAdjustment *adjustment,
                  TwinSearchField *self)
{
  for (guint i = 0; !self->loading && i < self->numbers->len; i++)
    {
      const Number *number = &g_array_index (self->numbers, Number, i);

      if (number->adjustment == adjustment)
        g_signal_emit (self, signals[EDITED], 0, number->key,
                       gtk_adjustment_get_value (adjustment));
    }
}

void
twin_search_field_add_number (TwinSearchField *self,
                            const char    *key,
                            const char    *caption,
                            double         lower,
                            double         upper,
                            double         step)
{
  Number number = { .key = key };
  GtkWidget *cell, *label;

  g_return_if_fail (TWIN_IS_SEARCH_FIELD (self));

  cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  label = gtk_label_new (caption);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  number.adjustment = gtk_adjustment_new (lower, lower, upper, step, step * 10, 0);
  number.spin = twin_number_spin_new (number.adjustment);
  gtk_editable_set_width_chars (GTK_EDITABLE (number.spin), WIDTH_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (number.spin), WIDTH_CHARS);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (number.spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, label, self->unit_label, NULL, -1);
  gtk_box_append (GTK_BOX (cell), label);
  gtk_box_append (GTK_BOX (cell), number.spin);
  gtk_widget_set_hexpand (cell, TRUE);
  /* Numbers stand in a line, whether captions have one or two. */
  gtk_widget_set_valign (cell, GTK_ALIGN_END);
  gtk_grid_attach (self->numbers_grid, cell, (int) self->numbers->len, 0, 1, 1);

  g_array_append_val (self->numbers, number);
  g_signal_connect_object (number.adjustment, "value-changed", G_CALLBACK (on_value_changed), self,
                           0);
}

void
twin_search_field_set_number (TwinSearchField *self,
                            const char    *key,
                            double         value)
{
  Number *number;

  g_return_if_fail (TWIN_IS_SEARCH_FIELD (self));

  number = find_number (self, key);
  g_return_if_fail (number != NULL);

  self->loading = TRUE;
  gtk_adjustment_set_value (number->adjustment, value);
  self->loading = FALSE;
}

void
twin_search_field_set_problem (TwinSearchField *self,
                             const char    *key,
                             const char    *message)
{
  g_return_if_fail (TWIN_IS_SEARCH_FIELD (self));

  for (guint i = 0; i < self->numbers->len; i++)
    {
      const Number *number = &g_array_index (self->numbers, Number, i);
      const gboolean is_wrong = message != NULL && g_strcmp0 (number->key, key) == 0;

      twin_field_describe (number->spin, NULL, is_wrong ? message : NULL);
      if (is_wrong)
        gtk_widget_add_css_class (number->spin, "error");
      else
        gtk_widget_remove_css_class (number->spin, "error");
    }
  gtk_label_set_label (self->problem_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), message != NULL);
}

static void
twin_search_field_finalize (GObject *object)
{
  g_array_unref (TWIN_SEARCH_FIELD (object)->numbers);

  G_OBJECT_CLASS (twin_search_field_parent_class)->finalize (object);
}

static void
twin_search_field_class_init (TwinSearchFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = twin_search_field_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_DOUBLE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-search-field.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinSearchField, title_label);
  gtk_widget_class_bind_template_child (widget_class, TwinSearchField, unit_label);
  gtk_widget_class_bind_template_child (widget_class, TwinSearchField, numbers_grid);
  gtk_widget_class_bind_template_child (widget_class, TwinSearchField, problem_label);
}

static void
twin_search_field_init (TwinSearchField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (Number));
  /* One number alone is as wide as each of three. */
  for (int i = 0; i < N_COLUMNS; i++)
    gtk_grid_attach (self->numbers_grid, adw_bin_new (), i, 1, 1, 1);
}

GtkWidget *
twin_search_field_new (const char *title,
                     const char *unit)
{
  TwinSearchField *self = g_object_new (TWIN_TYPE_SEARCH_FIELD, NULL);

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->unit_label, unit);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_label), unit != NULL);
  return GTK_WIDGET (self);
}
