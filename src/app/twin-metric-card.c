/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-metric-card.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-figure.h"

struct _TwinMetricCard
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *value;
  GtkLabel *interval;

  const TwinMetric *metric;
};

G_DEFINE_FINAL_TYPE (TwinMetricCard, twin_metric_card, ADW_TYPE_BIN)

/* A number keeps to one line, its unit may stand on the next: @number is the beginning of @text, as
 * languages have it that write the unit behind. Both (transfer full) */
static char *
let_unit_wrap (char *text,
               char *number)
{
  g_autofree char *whole = text;
  g_autofree char *beginning = number;
  const char *unit;

  if (!g_str_has_prefix (whole, beginning))
    return g_steal_pointer (&whole);
  unit = whole + strlen (beginning);
  if (!g_unichar_isspace (g_utf8_get_char (unit)))
    return g_steal_pointer (&whole);
  return g_strconcat (beginning, " ", g_utf8_next_char (unit), NULL);
}

void
twin_metric_card_set_estimate (TwinMetricCard *self,
                               TwinEstimate    estimate)
{
  g_autofree char *value = NULL;
  g_autofree char *interval = NULL;
  g_autofree char *spoken = NULL;
  TwinMetric bare;

  g_return_if_fail (TWIN_IS_METRIC_CARD (self));

  value = twin_figure_format_mean (self->metric, estimate);
  interval = twin_figure_format_interval (self->metric, estimate);
  /* Translators: a metric's title, its mean and its confidence interval, as a screen reader says
   * them. */
  spoken = g_strdup_printf (_("%s: %s, 95 %% confidence interval: %s"), _(self->metric->title),
                            value, interval);

  bare = *self->metric;
  bare.unit = NULL;
  value = let_unit_wrap (value, twin_figure_format_mean (&bare, estimate));
  interval = let_unit_wrap (interval, twin_figure_format_interval (&bare, estimate));
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->interval, interval);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

char *
twin_metric_card_dup_summary (TwinMetricCard *self)
{
  g_return_val_if_fail (TWIN_IS_METRIC_CARD (self), NULL);

  /* Translators: a metric's title and its mean, as a screen reader says them: "Fill rate: 94 %" */
  return g_strdup_printf (_("%s: %s"), gtk_label_get_label (self->title),
                          gtk_label_get_label (self->value));
}

static void
set_metric (TwinMetricCard   *self,
            const TwinMetric *metric)
{
  g_autofree char *tooltip = NULL;

  self->metric = metric;
  gtk_label_set_label (self->title, _(metric->title));
  /* Translators: %s is a sentence that defines a metric. */
  tooltip = g_strdup_printf (_("%s\nMean of all replications; below it, the 95 %% confidence "
                               "interval of the mean."), _(metric->help));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
}

static void
twin_metric_card_class_init (TwinMetricCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-metric-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinMetricCard, title);
  gtk_widget_class_bind_template_child (widget_class, TwinMetricCard, value);
  gtk_widget_class_bind_template_child (widget_class, TwinMetricCard, interval);
}

static void
twin_metric_card_init (TwinMetricCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
twin_metric_card_new (const TwinMetric *metric)
{
  TwinMetricCard *self;

  g_return_val_if_fail (metric != NULL, NULL);

  self = g_object_new (TWIN_TYPE_METRIC_CARD, NULL);
  set_metric (self, metric);
  return GTK_WIDGET (self);
}
