/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-parameter-split.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-field-access.h"
#include "twin-item-keys.h"
#include "twin-number-check.h"
#include "twin-number-spin.h"
#include "twin-number-text.h"
#include "twin-problems.h"

/* Where a table sets no upper bound, a spin button still needs one. */
#define LARGEST_NUMBER 1e15

/* One item's. Widgets, adjustment and check are the box's. */
typedef struct
{
  GtkWidget *box;
  GtkLabel *name;
  GtkWidget *spin;
  GtkAdjustment *adjustment;
  TwinNumberCheck *check;
  GtkLabel *problem;
  char *spoken;          /* parameter and item */
  char *problem_message; /* of what was set; or NULL */
} Line;

struct _TwinParameterSplit
{
  GtkBox parent_instance;

  GtkWidget *toggle;

  /* Owned */
  const TwinParameter *parameter;
  char *key;
  GArray *lines;        /* Line; none while the number is not split */
  double number;        /* the number for all */
  gboolean is_updating; /* we set a control ourselves */
};

G_DEFINE_FINAL_TYPE (TwinParameterSplit, twin_parameter_split, GTK_TYPE_BOX)

enum
{
  NUMBER_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_words (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->spoken, g_free);
  g_clear_pointer (&line->problem_message, g_free);
}

static char *
item_key (TwinParameterSplit *self,
          guint item)
{
  return g_strdup_printf ("%s.%u", self->key, item);
}

static void
emit_item (TwinParameterSplit *self,
           guint item,
           double value)
{
  g_autofree char *key = item_key (self, item);

  if (self->parameter->type == TWIN_PARAMETER_WHOLE)
    value = rint (value);
  g_signal_emit (self, signals[NUMBER_EDITED], 0, key, twin_number_text_clean (value));
}

static void
on_value_changed (GtkAdjustment *adjustment,
                  TwinParameterSplit *self)
{
  for (guint i = 0; !self->is_updating && i < self->lines->len; i++)
    if (g_array_index (self->lines, Line, i).adjustment == adjustment)
      {
        emit_item (self, i, gtk_adjustment_get_value (adjustment));
        return;
      }
}

/* One number becomes as many of the same; of many the first is kept. */
static void
on_toggled (TwinParameterSplit *self)
{
  if (self->is_updating)
    return;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle)))
    emit_item (self, 0, self->number);
  else
    g_signal_emit (self, signals[NUMBER_EDITED], 0, self->key,
                   gtk_adjustment_get_value (g_array_index (self->lines, Line, 0).adjustment));
}

static GtkLabel *
append_problem (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "problem");
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
show_problem (const Line *line)
{
  const char *typed = twin_number_check_get_problem (line->check);
  const char *problem = typed != NULL ? typed : line->problem_message;

  gtk_label_set_label (line->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (line->problem), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (line->box, "error");
  else
    gtk_widget_remove_css_class (line->box, "error");
  twin_field_describe (line->spin, NULL, problem);
}

/* The project knows nothing of it, so no page says so. */
static void
on_typed (TwinNumberCheck *check,
          GParamSpec *pspec,
          TwinParameterSplit *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->check == check)
        {
          show_problem (line);
          twin_field_announce (line->spin, line->spoken, twin_number_check_get_problem (check));
        }
    }
}

static void
add_line (TwinParameterSplit *self)
{
  const TwinParameter *parameter = self->parameter;
  const double step = parameter->step > 0 ? parameter->step : 1;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  Line line = { NULL };

  line.box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  line.name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (line.name, 0);
  gtk_label_set_ellipsize (line.name, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (line.name), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (line.name), "dim-label");
  line.adjustment = gtk_adjustment_new (parameter->lower, parameter->lower,
                                        MIN (parameter->upper, LARGEST_NUMBER), step, 10 * step, 0);
  line.spin = twin_number_spin_new (line.adjustment);
  line.check = twin_number_check_of (GTK_SPIN_BUTTON (line.spin));
  gtk_widget_set_valign (line.spin, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (line.name));
  gtk_box_append (GTK_BOX (head), line.spin);
  gtk_box_append (GTK_BOX (line.box), head);
  line.problem = append_problem (line.box);
  g_signal_connect_object (line.adjustment, "value-changed", G_CALLBACK (on_value_changed), self,
                           0);
  g_signal_connect_object (line.check, "notify::problem", G_CALLBACK (on_typed), self, 0);

  gtk_box_append (GTK_BOX (self), line.box);
  g_array_append_val (self->lines, line);
}

static void
set_length (TwinParameterSplit *self,
            guint n)
{
  for (guint i = n; i < self->lines->len; i++)
    gtk_box_remove (GTK_BOX (self), g_array_index (self->lines, Line, i).box);
  if (n < self->lines->len)
    g_array_set_size (self->lines, n);
  while (self->lines->len < n)
    add_line (self);
}

static void
show_line (TwinParameterSplit *self,
           guint item,
           const TwinParameterList *list,
           const TwinParameters *parameters,
           const GPtrArray *problems)
{
  Line *line = &g_array_index (self->lines, Line, item);
  g_autofree char *key = item_key (self, item);
  g_autofree char *name = twin_item_dup_name (parameters, list, item);

  clear_words (line);
  line->problem_message = twin_problems_describe (problems, parameters, key);
  /* Translators: a parameter and whose: "Capacity: Premium coffee beans" */
  line->spoken = g_strdup_printf (_("%s: %s"), _(self->parameter->title), name);
  gtk_label_set_label (line->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (line->name), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  line->spoken, -1);
  gtk_adjustment_set_value (line->adjustment, twin_parameters_get_number (parameters, key));
  show_problem (line);
}

void
twin_parameter_split_update (TwinParameterSplit *self,
                             const TwinParameters *parameters,
                             const GPtrArray *problems)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  const TwinParameterList *list = twin_item_list_find (type, self->parameter->per);
  const guint n = list != NULL ? twin_parameters_get_n_items (parameters, list->key) : 0;
  const gboolean is_split = twin_parameters_is_split (parameters, self->key);
  g_autofree char *first = item_key (self, 0);

  g_return_if_fail (list != NULL);

  self->is_updating = TRUE;
  /* The number of an only item is the number for all. */
  self->number = twin_parameters_get_number (parameters, is_split ? first : self->key);
  set_length (self, is_split && n > 1 ? n : 0);
  for (guint i = 0; i < self->lines->len; i++)
    show_line (self, i, list, parameters, problems);
  gtk_widget_set_visible (GTK_WIDGET (self), self->lines->len > 0);
  gtk_widget_set_visible (self->toggle, n > 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), self->lines->len > 0);
  if (gtk_widget_get_tooltip_text (self->toggle) == NULL)
    {
      const char *tooltip = _(list->each_title);

      gtk_widget_set_tooltip_text (self->toggle, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tooltip, -1);
    }
  self->is_updating = FALSE;
}

GtkWidget *
twin_parameter_split_get_toggle (TwinParameterSplit *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_SPLIT (self), NULL);

  return self->toggle;
}

gboolean
twin_parameter_split_is_open (TwinParameterSplit *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_SPLIT (self), FALSE);

  return self->lines->len > 0;
}

double
twin_parameter_split_get_number (TwinParameterSplit *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_SPLIT (self), NAN);

  return self->number;
}

GtkWidget *
twin_parameter_split_new (const TwinParameter *parameter,
                          const char *key)
{
  TwinParameterSplit *self;

  g_return_val_if_fail (parameter != NULL && parameter->per != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (TWIN_TYPE_PARAMETER_SPLIT, "orientation", GTK_ORIENTATION_VERTICAL,
                       "spacing", 4, "visible", FALSE, NULL);
  self->parameter = parameter;
  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

static void
twin_parameter_split_dispose (GObject *object)
{
  TwinParameterSplit *self = TWIN_PARAMETER_SPLIT (object);

  g_clear_object (&self->toggle);

  G_OBJECT_CLASS (twin_parameter_split_parent_class)->dispose (object);
}

static void
twin_parameter_split_finalize (GObject *object)
{
  TwinParameterSplit *self = TWIN_PARAMETER_SPLIT (object);

  g_free (self->key);
  g_array_unref (self->lines);

  G_OBJECT_CLASS (twin_parameter_split_parent_class)->finalize (object);
}

static void
twin_parameter_split_class_init (TwinParameterSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = twin_parameter_split_dispose;
  object_class->finalize = twin_parameter_split_finalize;

  signals[NUMBER_EDITED] = g_signal_new ("number-edited", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                         G_TYPE_STRING, G_TYPE_DOUBLE);
}

static void
twin_parameter_split_init (TwinParameterSplit *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_words);
  self->toggle = g_object_ref_sink (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle), "view-list-symbolic");
  gtk_widget_set_valign (self->toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->toggle, FALSE);
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_add_css_class (self->toggle, "split-toggle");
  g_signal_connect_object (self->toggle, "toggled", G_CALLBACK (on_toggled), self,
                           G_CONNECT_SWAPPED);
}
