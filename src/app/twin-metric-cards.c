/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-metric-cards.h"

#include <glib/gi18n-lib.h>

#include "twin-flow-layout.h"
#include "twin-metric-card.h"

#define SPACING 12

struct _TwinMetricCards
{
  AdwBin parent_instance;

  GtkBox *box;
  GPtrArray *cards; /* TwinMetricCard, in the order of the metrics; they are the box's */
  const TwinModelType *type;
};

G_DEFINE_FINAL_TYPE (TwinMetricCards, twin_metric_cards, ADW_TYPE_BIN)

static gboolean
is_headline (const TwinMetric *metric)
{
  return (metric->flags & TWIN_METRIC_HEADLINE) != 0;
}

/* What wraps in its card may stand beside another; numbers are not broken for it. */
static GtkWidget *
append_pair (TwinMetricCards *self)
{
  GtkLayoutManager *layout = twin_flow_layout_new (2, SPACING);
  GtkWidget *pair = g_object_new (GTK_TYPE_BOX, "layout-manager", layout, NULL);

  twin_flow_layout_set_narrow (TWIN_FLOW_LAYOUT (layout), TRUE);
  gtk_box_append (self->box, pair);
  return pair;
}

/* In pairs that stay together: four cards stand in one line or in two, and never three and one. */
void
twin_metric_cards_set_type (TwinMetricCards     *self,
                            const TwinModelType *type)
{
  GtkWidget *child;
  GtkWidget *pair = NULL;

  g_return_if_fail (TWIN_IS_METRIC_CARDS (self));
  g_return_if_fail (type != NULL);

  self->type = type;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < type->n_metrics; i++)
    {
      if (!is_headline (&type->metrics[i]))
        continue;
      if (self->cards->len % 2 == 0)
        pair = append_pair (self);
      child = twin_metric_card_new (&type->metrics[i]);
      gtk_box_append (GTK_BOX (pair), child);
      g_ptr_array_add (self->cards, child);
    }
  twin_flow_layout_set_most_per_line (
      TWIN_FLOW_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self->box))),
      MAX ((self->cards->len + 1) / 2, 1));
}

void
twin_metric_cards_set_run (TwinMetricCards *self,
                           const TwinRun   *run)
{
  guint card = 0;

  g_return_if_fail (TWIN_IS_METRIC_CARDS (self));
  g_return_if_fail (twin_model_get_model_type (twin_run_get_model (run)) == self->type);

  for (guint i = 0; i < self->type->n_metrics; i++)
    if (is_headline (&self->type->metrics[i]))
      twin_metric_card_set_estimate (self->cards->pdata[card++], twin_run_get_estimate (run, i));
}

char *
twin_metric_cards_dup_summary (TwinMetricCards *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (TWIN_IS_METRIC_CARDS (self), NULL);

  for (guint i = 0; i < self->cards->len; i++)
    {
      g_autofree char *line = twin_metric_card_dup_summary (self->cards->pdata[i]);

      g_strv_builder_add (lines, line);
    }
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

static void
twin_metric_cards_finalize (GObject *object)
{
  g_ptr_array_unref (TWIN_METRIC_CARDS (object)->cards);

  G_OBJECT_CLASS (twin_metric_cards_parent_class)->finalize (object);
}

static void
twin_metric_cards_class_init (TwinMetricCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twin_metric_cards_finalize;
}

static void
twin_metric_cards_init (TwinMetricCards *self)
{
  self->cards = g_ptr_array_new ();
  self->box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                            "layout-manager", twin_flow_layout_new (1, SPACING), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Headline Results"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
