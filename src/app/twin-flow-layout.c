/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-flow-layout.h"

struct _TwinFlowLayout
{
  GtkLayoutManager parent_instance;

  guint most_per_line;
  int spacing;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (TwinFlowLayout, twin_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_MOST_PER_LINE = 1,
  PROP_SPACING,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
get_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return get_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return get_shown (gtk_widget_get_next_sibling (child));
}

/* The widest minimum and the widest natural width of the children. */
static void
measure_widths (GtkWidget *widget,
                int       *minimum,
                int       *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static int
count_per_line (TwinFlowLayout *self,
                GtkWidget      *widget,
                int             width)
{
  int n = 0, minimum, natural;

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    n++;
  measure_widths (widget, &minimum, &natural);
  if (self->narrow)
    natural = minimum;
  n = CLAMP (n, 1, (int) self->most_per_line);
  return CLAMP ((width + self->spacing) / MAX (natural + self->spacing, 1), 1, n);
}

static int
get_child_width (TwinFlowLayout *self,
                 int             width,
                 int             per_line)
{
  return (width - (per_line - 1) * self->spacing) / per_line;
}

/* Of the line that begins with that child. */
static int
measure_line (GtkWidget *child,
              int        per_line,
              int        child_width)
{
  int height = 0;

  for (int i = 0; child != NULL && i < per_line; i++, child = get_next (child))
    {
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static GtkWidget *
skip_line (GtkWidget *child,
           int        per_line)
{
  for (int i = 0; child != NULL && i < per_line; i++)
    child = get_next (child);
  return child;
}

static int
measure_height (TwinFlowLayout *self,
                GtkWidget      *widget,
                int             width)
{
  const int per_line = count_per_line (self, widget, width);
  const int child_width = get_child_width (self, width, per_line);
  GtkWidget *child = get_first (widget);
  int height = 0;

  while (child != NULL)
    {
      height += measure_line (child, per_line, child_width);
      child = skip_line (child, per_line);
      if (child != NULL)
        height += self->spacing;
    }
  return height;
}

static GtkSizeRequestMode
twin_flow_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
twin_flow_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  TwinFlowLayout *self = TWIN_FLOW_LAYOUT (manager);
  int widest_minimum, widest_natural, line, per_line;

  measure_widths (widget, &widest_minimum, &widest_natural);
  per_line = count_per_line (self, widget, G_MAXINT / 2);
  line = per_line * widest_natural + (per_line - 1) * self->spacing;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest_minimum;
      *natural = line;
    }
  else
    *minimum = *natural = measure_height (self, widget, for_size >= 0 ? for_size : line);
}

static void
twin_flow_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  TwinFlowLayout *self = TWIN_FLOW_LAYOUT (manager);
  const int per_line = count_per_line (self, widget, width);
  const int child_width = get_child_width (self, width, per_line);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation box = { .width = child_width };
  GtkWidget *child = get_first (widget);

  while (child != NULL)
    {
      box.height = measure_line (child, per_line, child_width);
      for (int i = 0; child != NULL && i < per_line; i++, child = get_next (child))
        {
          box.x = i * (child_width + self->spacing);
          if (rtl)
            box.x = width - box.x - child_width;
          gtk_widget_size_allocate (child, &box, -1);
        }
      box.y += box.height + self->spacing;
    }
}

GtkLayoutManager *
twin_flow_layout_new (guint most_per_line,
                      int   spacing)
{
  return g_object_new (TWIN_TYPE_FLOW_LAYOUT, "most-per-line", most_per_line, "spacing", spacing,
                       NULL);
}

void
twin_flow_layout_set_most_per_line (TwinFlowLayout *self,
                                    guint           most_per_line)
{
  g_return_if_fail (TWIN_IS_FLOW_LAYOUT (self));
  g_return_if_fail (most_per_line > 0);

  if (self->most_per_line == most_per_line)
    return;
  self->most_per_line = most_per_line;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOST_PER_LINE]);
}

void
twin_flow_layout_set_narrow (TwinFlowLayout *self,
                             gboolean        narrow)
{
  g_return_if_fail (TWIN_IS_FLOW_LAYOUT (self));

  narrow = !!narrow;
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
twin_flow_layout_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TwinFlowLayout *self = TWIN_FLOW_LAYOUT (object);

  switch (id)
    {
    case PROP_MOST_PER_LINE:
      g_value_set_uint (value, self->most_per_line);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_flow_layout_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TwinFlowLayout *self = TWIN_FLOW_LAYOUT (object);

  switch (id)
    {
    case PROP_MOST_PER_LINE:
      twin_flow_layout_set_most_per_line (self, g_value_get_uint (value));
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      break;
    case PROP_NARROW:
      twin_flow_layout_set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_flow_layout_class_init (TwinFlowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = twin_flow_layout_get_property;
  object_class->set_property = twin_flow_layout_set_property;
  layout_class->get_request_mode = twin_flow_layout_get_request_mode;
  layout_class->measure = twin_flow_layout_measure;
  layout_class->allocate = twin_flow_layout_allocate;

  properties[PROP_MOST_PER_LINE] =
      g_param_spec_uint ("most-per-line", NULL, NULL, 1, G_MAXUINT16, 2, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
twin_flow_layout_init (TwinFlowLayout *self)
{
  self->most_per_line = 2;
}
