/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const TwinChartPanel *
twin_chart_get_panel (const TwinChart *self,
                      guint panel)
{
  return g_ptr_array_index (self->panels, panel);
}

const TwinChartLayer *
twin_chart_get_layer (const TwinChart *self,
                      guint layer)
{
  return g_ptr_array_index (self->layers, layer);
}

const char *
twin_chart_get_title (const TwinChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
twin_chart_get_caption (const TwinChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->caption;
}

guint
twin_chart_get_n_panels (const TwinChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->panels->len;
}

guint
twin_chart_get_n_entries (const TwinChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const char *
twin_chart_get_entry (const TwinChart *self,
                      guint entry)
{
  g_return_val_if_fail (self != NULL && entry < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, entry);
}

char *
twin_chart_axis_label (const TwinChartAxis *axis)
{
  if (axis->title == NULL || *axis->title == '\0')
    return g_strdup ("");
  if (axis->unit == NULL || *axis->unit == '\0')
    return g_strdup (axis->title);
  /* Translators: title of an axis and its unit */
  return g_strdup_printf (_ ("%s (%s)"), axis->title, _ (axis->unit));
}

const char *
twin_chart_axis_category (const TwinChartAxis *axis,
                          double value)
{
  if (value >= 0 && value < axis->n_categories && value == floor (value))
    return axis->categories[(guint) value];
  return NULL;
}

char *
twin_chart_axis_format (const TwinChartAxis *axis,
                        double value)
{
  const char *category = twin_chart_axis_category (axis, value);

  return category != NULL ? g_strdup (category) : twin_number_format (value, axis->style);
}

const char *
twin_chart_layer_name (const TwinChartLayer *layer)
{
  /* Translators: what a part of a chart that has no name is called */
  static const char *const names[TWIN_N_LAYER_KINDS] = {
    [TWIN_LAYER_LINE] = NC_ ("chart", "Line"),
    [TWIN_LAYER_BAND] = NC_ ("chart", "Band"),
    [TWIN_LAYER_MARKS] = NC_ ("chart", "Marks"),
    [TWIN_LAYER_SPANS] = NC_ ("chart", "Stretches"),
    [TWIN_LAYER_BARS] = NC_ ("chart", "Bars"),
    [TWIN_LAYER_INTERVALS] = NC_ ("chart", "Intervals"),
    [TWIN_LAYER_PART] = NC_ ("chart", "Part"),
    [TWIN_LAYER_LEVEL] = NC_ ("chart", "Level"),
    [TWIN_LAYER_X_LEVEL] = NC_ ("chart", "Level"),
    [TWIN_LAYER_NOTE] = NC_ ("chart", "Note"),
  };

  return layer->look.title != NULL ? layer->look.title
                                   : g_dpgettext2 (GETTEXT_PACKAGE, "chart", names[layer->kind]);
}

gboolean
twin_chart_has_focus (const TwinChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->focus_note != NULL;
}

char *
twin_chart_layer_dup_label (const TwinChartLayer *layer,
                            gsize i)
{
  if (layer->label_func != NULL)
    return layer->label_func (i, layer->label_data);
  return layer->labels != NULL ? g_strdup (layer->labels[i]) : NULL;
}

static char *
datum_label (const TwinChartPanel *panel,
             const TwinChartLayer *layer,
             gsize i)
{
  char *label;

  if (layer->kind == TWIN_LAYER_INTERVALS || layer->kind == TWIN_LAYER_PART)
    {
      const char *category = twin_chart_axis_category (&panel->y_axis, round (layer->y[i]));

      if (category != NULL)
        return g_strdup (category);
    }
  label = twin_chart_layer_dup_label (layer, i);
  return label != NULL ? label : g_strdup ("");
}

static void
datum_clear (gpointer data)
{
  g_free (((TwinChartDatum *) data)->label);
}

GArray *
twin_chart_get_data (const TwinChart *self)
{
  GArray *data;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_array_new (FALSE, FALSE, sizeof (TwinChartDatum));
  g_array_set_clear_func (data, datum_clear);
  for (guint k = 0; k < self->layers->len; k++)
    {
      const TwinChartLayer *layer = twin_chart_get_layer (self, k);
      const TwinChartPanel *panel = twin_chart_get_panel (self, layer->panel);

      for (gsize i = 0; i < layer->n; i++)
        {
          TwinChartDatum datum = {
            .panel = panel->title != NULL ? panel->title : "",
            .series = twin_chart_layer_name (layer),
            .label = datum_label (panel, layer, i),
            .x = layer->x != NULL ? layer->x[i] : NAN,
            .y = layer->y != NULL ? layer->y[i] : NAN,
            .low = layer->low != NULL ? layer->low[i] : NAN,
            .high = layer->high != NULL ? layer->high[i] : NAN,
          };

          g_array_append_val (data, datum);
        }
    }
  return data;
}
