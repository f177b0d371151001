/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-title-layout.h"

#include <math.h>

#include "twin-chart-area-private.h"

struct _TwinTitleLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TwinTitleLayout, twin_title_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
twin_title_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (TWIN_CHART_AREA (widget)->controls), orientation, -1, minimum,
                      natural, NULL, NULL);
}

/* The chart leaves the place free. Returns it, as it is read from the left. */
static GtkAllocation
take_place (TwinChartArea *self,
            int            width)
{
  GtkAllocation box = { 0 };
  GtkRequisition least, size;
  TwinTitlePlace title;

  gtk_widget_get_preferred_size (GTK_WIDGET (self->controls), &least, &size);
  box.width = MIN (MAX (size.width, least.width), width);
  box.height = size.height;
  box.x = width - box.width;
  self->view.corner = size.width;
  self->view.below_title = 0;
  if (self->chart == NULL)
    return box;

  twin_chart_place_title (self->chart, width, &self->view, &title);
  if (title.fits)
    {
      box.y = (int) MAX (0, round (title.middle - size.height / 2.0));
      return box;
    }
  self->view.corner = 0;
  self->view.below_title = size.height;
  twin_chart_place_title (self->chart, width, &self->view, &title);
  box.x = MIN ((int) title.start, width - least.width);
  box.y = (int) title.end;
  box.width = width - box.x;
  return box;
}

static void
twin_title_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  TwinChartArea *self = TWIN_CHART_AREA (widget);
  GtkAllocation box;

  self->view.right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  box = take_place (self, width);
  if (self->view.right_to_left)
    box.x = width - box.x - box.width;
  gtk_widget_size_allocate (GTK_WIDGET (self->controls), &box, -1);
}

static void
twin_title_layout_class_init (TwinTitleLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = twin_title_layout_measure;
  layout_class->allocate = twin_title_layout_allocate;
}

static void
twin_title_layout_init (TwinTitleLayout *self)
{
}
