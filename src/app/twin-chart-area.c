/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-chart-area-private.h"

#include "twin-title-layout.h"

static void twin_chart_area_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TwinChartArea, twin_chart_area, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      twin_chart_area_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_CHART = 1,
  PROP_DIMMED,
  PROP_EXPORT_NAME,
  PROP_EXTRA_MENU,
  PROP_INITIAL_SPAN,
  PROP_PLAIN_WIDTH,
  PROP_PLAIN_HEIGHT,
  N_PROPS
};

enum
{
  PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_accessible (TwinChartArea *self)
{
  g_autofree char *description = NULL;
  g_autofree char *reading = NULL;
  g_autofree char *text = NULL;

  if (self->chart == NULL)
    return;
  description = twin_chart_describe (self->chart);
  if (self->view.crosshair)
    reading = twin_chart_read (self->chart, &self->view, self->view.hover_panel,
                               self->view.hover_x);
  text = reading != NULL ? g_strconcat (reading, "\n", description, NULL)
                         : g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, twin_chart_get_title (self->chart),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

void
twin_chart_area_view_changed (TwinChartArea *self)
{
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Entries stay hidden: the same ones where the new chart has as many, else those of the same
 * title. */
static void
keep_hidden (TwinChartArea   *self,
             const TwinChart *old,
             const TwinChart *chart)
{
  const guint64 before = self->view.hidden;

  if (before == 0 || old == NULL || chart == NULL
      || twin_chart_get_n_entries (old) == twin_chart_get_n_entries (chart))
    return;
  self->view.hidden = 0;
  for (guint i = 0; i < MIN (twin_chart_get_n_entries (chart), 64); i++)
    for (guint j = 0; j < MIN (twin_chart_get_n_entries (old), 64); j++)
      if ((before >> j & 1) != 0
          && g_strcmp0 (twin_chart_get_entry (old, j), twin_chart_get_entry (chart, i)) == 0)
        self->view.hidden |= G_GUINT64_CONSTANT (1) << i;
}

void
twin_chart_area_set_chart (TwinChartArea *self,
                           TwinChart     *chart)
{
  gboolean first;

  g_return_if_fail (TWIN_IS_CHART_AREA (self));

  if (self->chart == chart)
    return;
  first = self->chart == NULL;
  keep_hidden (self, self->chart, chart);
  g_clear_pointer (&self->chart, twin_chart_unref);
  if (chart != NULL)
    self->chart = twin_chart_ref (chart);

  if (chart != NULL && self->view.hover_panel >= twin_chart_get_n_panels (chart))
    {
      self->view.hover_panel = 0;
      self->view.crosshair = FALSE;
    }
  if (first)
    twin_chart_area_show_first (self);
  else
    twin_chart_area_fit_zoom (self);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), chart != NULL);
  /* The controls stand where its title leaves room. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  twin_chart_area_view_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

TwinChart *
twin_chart_area_get_chart (TwinChartArea *self)
{
  g_return_val_if_fail (TWIN_IS_CHART_AREA (self), NULL);

  return self->chart;
}

void
twin_chart_area_set_dimmed (TwinChartArea *self,
                            gboolean       dimmed)
{
  g_return_if_fail (TWIN_IS_CHART_AREA (self));

  if (self->dimmed == dimmed)
    return;
  self->dimmed = self->view.dimmed = dimmed;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DIMMED]);
}

void
twin_chart_area_reset_view (TwinChartArea *self)
{
  g_return_if_fail (TWIN_IS_CHART_AREA (self));

  self->view.hidden = 0;
  self->view.crosshair = FALSE;
  twin_chart_area_show_first (self);
}

void
twin_chart_area_set_plain_height (TwinChartArea *self,
                                  int            height)
{
  g_return_if_fail (TWIN_IS_CHART_AREA (self));

  if (self->plain_height == height)
    return;
  self->plain_height = height;
  twin_chart_area_update_size (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAIN_HEIGHT]);
}

static void
twin_chart_area_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  twin_chart_area_draw (TWIN_CHART_AREA (widget), snapshot);
  GTK_WIDGET_CLASS (twin_chart_area_parent_class)->snapshot (widget, snapshot);
}

static void
twin_chart_area_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (twin_chart_area_parent_class)->css_changed (widget, change);
  twin_chart_area_update_font (TWIN_CHART_AREA (widget));
}

static void
twin_chart_area_system_setting_changed (GtkWidget        *widget,
                                        GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (twin_chart_area_parent_class)->system_setting_changed (widget, setting);
  twin_chart_area_update_font (TWIN_CHART_AREA (widget));
}

static void
set_extra_menu (TwinChartArea *self,
                GMenuModel    *extra)
{
  if (!g_set_object (&self->extra_menu, extra))
    return;
  if (extra != NULL)
    g_menu_insert_section (self->menu, 1, NULL, extra);
}

static void
twin_chart_area_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TwinChartArea *self = TWIN_CHART_AREA (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_boxed (value, self->chart);
      break;
    case PROP_DIMMED:
      g_value_set_boolean (value, self->dimmed);
      break;
    case PROP_EXPORT_NAME:
      g_value_set_string (value, self->export_name);
      break;
    case PROP_EXTRA_MENU:
      g_value_set_object (value, self->extra_menu);
      break;
    case PROP_INITIAL_SPAN:
      g_value_set_double (value, self->initial_span);
      break;
    case PROP_PLAIN_WIDTH:
      g_value_set_int (value, self->plain_width);
      break;
    case PROP_PLAIN_HEIGHT:
      g_value_set_int (value, self->plain_height);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_chart_area_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TwinChartArea *self = TWIN_CHART_AREA (object);

  switch (id)
    {
    case PROP_CHART:
      twin_chart_area_set_chart (self, g_value_get_boxed (value));
      break;
    case PROP_DIMMED:
      twin_chart_area_set_dimmed (self, g_value_get_boolean (value));
      break;
    case PROP_EXPORT_NAME:
      g_free (self->export_name);
      self->export_name = g_value_dup_string (value);
      break;
    case PROP_EXTRA_MENU:
      set_extra_menu (self, g_value_get_object (value));
      break;
    case PROP_INITIAL_SPAN:
      self->initial_span = g_value_get_double (value);
      break;
    case PROP_PLAIN_WIDTH:
      self->plain_width = g_value_get_int (value);
      twin_chart_area_update_size (self);
      break;
    case PROP_PLAIN_HEIGHT:
      twin_chart_area_set_plain_height (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_chart_area_add_child (GtkBuildable *buildable,
                           GtkBuilder   *builder,
                           GObject      *child,
                           const char   *type)
{
  TwinChartArea *self = TWIN_CHART_AREA (buildable);

  if (g_strcmp0 (type, "control") == 0)
    gtk_box_insert_child_after (self->controls, GTK_WIDGET (child),
                                gtk_widget_get_prev_sibling (GTK_WIDGET (self->menu_button)));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
twin_chart_area_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = twin_chart_area_add_child;
}

static void
twin_chart_area_dispose (GObject *object)
{
  TwinChartArea *self = TWIN_CHART_AREA (object);

  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  if (self->controls != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->controls));
  self->controls = NULL;
  g_clear_pointer (&self->chart, twin_chart_unref);
  g_clear_object (&self->extra_menu);

  G_OBJECT_CLASS (twin_chart_area_parent_class)->dispose (object);
}

static void
twin_chart_area_finalize (GObject *object)
{
  TwinChartArea *self = TWIN_CHART_AREA (object);

  g_free (self->font);
  g_free (self->export_name);

  G_OBJECT_CLASS (twin_chart_area_parent_class)->finalize (object);
}

static void
twin_chart_area_class_init (TwinChartAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = twin_chart_area_get_property;
  object_class->set_property = twin_chart_area_set_property;
  object_class->dispose = twin_chart_area_dispose;
  object_class->finalize = twin_chart_area_finalize;
  widget_class->snapshot = twin_chart_area_snapshot;
  widget_class->css_changed = twin_chart_area_css_changed;
  widget_class->system_setting_changed = twin_chart_area_system_setting_changed;

  properties[PROP_CHART] = g_param_spec_boxed ("chart", NULL, NULL, TWIN_TYPE_CHART, flags);
  properties[PROP_DIMMED] = g_param_spec_boolean ("dimmed", NULL, NULL, FALSE, flags);
  properties[PROP_EXPORT_NAME] = g_param_spec_string ("export-name", NULL, NULL, NULL, flags);
  properties[PROP_EXTRA_MENU] =
      g_param_spec_object ("extra-menu", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  properties[PROP_INITIAL_SPAN] =
      g_param_spec_double ("initial-span", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  properties[PROP_PLAIN_WIDTH] =
      g_param_spec_int ("plain-width", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_PLAIN_HEIGHT] =
      g_param_spec_int ("plain-height", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 5, G_TYPE_UINT, G_TYPE_UINT,
                                  G_TYPE_UINT64, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  twin_chart_area_install_menu_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_layout_manager_type (widget_class, TWIN_TYPE_TITLE_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-chart-area.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinChartArea, controls);
  gtk_widget_class_bind_template_child (widget_class, TwinChartArea, show_all_button);
  gtk_widget_class_bind_template_child (widget_class, TwinChartArea, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TwinChartArea, menu);
}

static void
twin_chart_area_init (TwinChartArea *self)
{
  twin_chart_view_init (&self->view);
  self->view.transparent = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  twin_chart_area_init_input (self);
  twin_chart_area_init_look (self);
}
