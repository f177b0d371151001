/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-figure-sheet.h"

#define PNG_SCALE 2 /* sharp in print and on dense screens */

typedef struct
{
  const TwinFigureTile *tiles;
  guint n;
} Sheet;

static void
draw_tile (cairo_t *cr,
           const TwinFigureTile *tile)
{
  TwinChartView view;

  twin_chart_view_init (&view);
  if (tile->until > 0)
    {
      view.x_low = 0;
      view.x_high = tile->until;
    }
  cairo_save (cr);
  cairo_translate (cr, tile->x, tile->y);
  twin_chart_draw (tile->chart, cr, tile->width, tile->height, &view);
  cairo_restore (cr);
}

static void
draw_sheet (cairo_t *cr,
            gconstpointer data)
{
  const Sheet *sheet = data;

  /* Tiles need not fill the sheet. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < sheet->n; i++)
    draw_tile (cr, &sheet->tiles[i]);
}

GBytes *
twin_figure_sheet_render (const TwinFigureTile *tiles,
                          guint n,
                          const char *title,
                          TwinImageFormat format,
                          GError **error)
{
  Sheet sheet = { tiles, n };
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, tiles[i].y + tiles[i].height);
  return twin_image_render (&(TwinImage){ .format = format,
                                          .title = title,
                                          .width = TWIN_FIGURE_SHEET_WIDTH,
                                          .height = height,
                                          .scale = PNG_SCALE },
                            draw_sheet, &sheet, error);
}
