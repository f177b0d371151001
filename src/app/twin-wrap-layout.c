/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-wrap-layout.h"

/* Times the button's width: what the text has beside it. */
#define LEAST_TEXT 2

struct _TwinWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TwinWrapLayout, twin_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The button; NULL: it is hidden. */
static GtkWidget *
get_button (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_next_sibling (gtk_widget_get_first_child (widget));

  return button != NULL && gtk_widget_should_layout (button) ? button : NULL;
}

static int
get_natural (GtkWidget      *child,
             GtkOrientation  orientation,
             int             for_size)
{
  int natural = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static gboolean
fit_beside (GtkWidget *widget,
            int        width)
{
  const int button_width = get_natural (get_button (widget), GTK_ORIENTATION_HORIZONTAL, -1);

  return width >= (1 + LEAST_TEXT) * button_width;
}

static GtkSizeRequestMode
twin_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *button = get_button (widget);
  const int button_height = get_natural (button, GTK_ORIENTATION_VERTICAL, -1);

  if (width >= 0 && !fit_beside (widget, width))
    return get_natural (text, GTK_ORIENTATION_VERTICAL, width) + button_height;
  if (width >= 0)
    width -= get_natural (button, GTK_ORIENTATION_HORIZONTAL, -1);
  return MAX (get_natural (text, GTK_ORIENTATION_VERTICAL, width), button_height);
}

static void
twin_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  const int button_width = get_natural (get_button (widget), GTK_ORIENTATION_HORIZONTAL, -1);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (widget, for_size);
      return;
    }
  gtk_widget_measure (text, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum, button_width);
  *natural += button_width;
}

static void
twin_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *button = get_button (widget);
  const int button_width = get_natural (button, GTK_ORIENTATION_HORIZONTAL, -1);
  const int button_height = get_natural (button, GTK_ORIENTATION_VERTICAL, -1);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation text_box = { 0, 0, width, height };
  GtkAllocation button_box = { 0, height - button_height, width, button_height };

  if (fit_beside (widget, width))
    {
      text_box.width = width - button_width;
      text_box.x = rtl ? button_width : 0;
      button_box = (GtkAllocation){ rtl ? 0 : width - button_width, 0, button_width, height };
    }
  else
    text_box.height = height - button_height;
  gtk_widget_size_allocate (text, &text_box, -1);
  if (button != NULL)
    gtk_widget_size_allocate (button, &button_box, -1);
}

static void
twin_wrap_layout_class_init (TwinWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = twin_wrap_layout_get_request_mode;
  layout_class->measure = twin_wrap_layout_measure;
  layout_class->allocate = twin_wrap_layout_allocate;
}

static void
twin_wrap_layout_init (TwinWrapLayout *self)
{
}
