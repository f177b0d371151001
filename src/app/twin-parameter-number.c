/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-parameter-number.h"

#include <math.h>

#include "twin-number-spin.h"
#include "twin-number-text.h"
#include "twin-slider-range.h"
#include "twin-wheel.h"

/* Where a table sets no upper bound, a spin button still needs one. */
#define LARGEST_NUMBER 1e15

struct _TwinParameterNumber
{
  GObject parent_instance;

  const TwinParameter *parameter;
  GtkWidget *spin;
  GtkWidget *slider;         /* or NULL */
  GtkAdjustment *adjustment; /* all that is allowed */
  GtkAdjustment *range;      /* of the slider, which offers less; or NULL */
  TwinSliderRange usual;     /* what the slider offers while the value is in there */
  gboolean is_updating;      /* we set a control ourselves */
  gboolean is_sliding;       /* somebody moves the slider */
};

G_DEFINE_FINAL_TYPE (TwinParameterNumber, twin_parameter_number, G_TYPE_OBJECT)

enum
{
  EDITED,
  SLID,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit (TwinParameterNumber *self,
      guint signal,
      double value)
{
  if (self->parameter->type == TWIN_PARAMETER_WHOLE)
    value = rint (value);
  g_signal_emit (self, signal, 0, twin_number_text_clean (value));
}

static void
show_in_slider (TwinParameterNumber *self)
{
  const double value = gtk_adjustment_get_value (self->adjustment);
  const gboolean was_updating = self->is_updating;

  if (self->range == NULL)
    return;
  self->is_updating = TRUE;
  /* The range must not change beneath the pointer, however far back from it the slider stops. */
  if (self->is_sliding)
    gtk_adjustment_set_value (self->range, value);
  else
    twin_slider_range_show (self->range, &self->usual, gtk_adjustment_get_lower (self->adjustment),
                            gtk_adjustment_get_upper (self->adjustment), value);
  self->is_updating = was_updating;
}

static void
on_adjustment_changed (TwinParameterNumber *self)
{
  show_in_slider (self);
  if (!self->is_updating)
    emit (self, signals[EDITED], gtk_adjustment_get_value (self->adjustment));
}

static void
on_slider_moved (TwinParameterNumber *self)
{
  if (self->is_updating)
    return;

  self->is_sliding = TRUE;
  emit (self, signals[SLID], twin_slider_range_read (self->range));
  self->is_sliding = FALSE;
}

static void
add_slider (TwinParameterNumber *self)
{
  const TwinParameter *parameter = self->parameter;

  self->usual = (TwinSliderRange){
    .lower = parameter->slider_lower,
    .upper = parameter->slider_upper,
    .step = parameter->step,
  };
  self->range = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  twin_slider_range_begin (self->range, &self->usual, parameter->lower, parameter->upper,
                           parameter->slider_lower);
  g_signal_connect_swapped (self->range, "value-changed", G_CALLBACK (on_slider_moved), self);

  self->slider = g_object_ref_sink (gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->range));
  gtk_widget_set_hexpand (self->slider, TRUE);
  twin_wheel_guard (self->slider);
}

TwinParameterNumber *
twin_parameter_number_new (const TwinParameter *parameter)
{
  TwinParameterNumber *self;
  double step;

  g_return_val_if_fail (parameter != NULL, NULL);

  self = g_object_new (TWIN_TYPE_PARAMETER_NUMBER, NULL);
  step = parameter->step > 0 ? parameter->step : 1;
  self->parameter = parameter;
  self->adjustment = g_object_ref_sink (
      gtk_adjustment_new (parameter->lower, parameter->lower,
                          MIN (parameter->upper, LARGEST_NUMBER), step, 10 * step, 0));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (on_adjustment_changed),
                            self);
  if (parameter->slider_lower < parameter->slider_upper)
    add_slider (self);
  self->spin = g_object_ref_sink (twin_number_spin_new (self->adjustment));

  return self;
}

GtkWidget *
twin_parameter_number_get_spin (TwinParameterNumber *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_NUMBER (self), NULL);

  return self->spin;
}

GtkWidget *
twin_parameter_number_get_slider (TwinParameterNumber *self)
{
  g_return_val_if_fail (TWIN_IS_PARAMETER_NUMBER (self), NULL);

  return self->slider;
}

void
twin_parameter_number_set_value (TwinParameterNumber *self,
                                 double value)
{
  g_return_if_fail (TWIN_IS_PARAMETER_NUMBER (self));

  self->is_updating = TRUE;
  gtk_adjustment_set_value (self->adjustment, value);
  show_in_slider (self);
  self->is_updating = FALSE;
}

static void
twin_parameter_number_finalize (GObject *object)
{
  TwinParameterNumber *self = TWIN_PARAMETER_NUMBER (object);

  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  if (self->range != NULL)
    g_signal_handlers_disconnect_by_data (self->range, self);
  g_clear_object (&self->spin);
  g_clear_object (&self->slider);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->range);

  G_OBJECT_CLASS (twin_parameter_number_parent_class)->finalize (object);
}

static void
twin_parameter_number_class_init (TwinParameterNumberClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twin_parameter_number_finalize;

  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SLID] = g_signal_new ("slid", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
twin_parameter_number_init (TwinParameterNumber *self)
{
}
