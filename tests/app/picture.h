/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "testing.h"
#include "twin-palette.h"

G_BEGIN_DECLS

/** Picture: a window, or a popover, as it is drawn now, one pixel of it at a time. Its origin is
 *  the window's. */
typedef struct
{
  int width, height;
  guint32 *pixels; /* [height × width], as Cairo has them */
} Picture;

/** What a window has drawn, and where its picture is in that: without a compositor GTK 4.8 counts
 *  the border as part of the window. */
GskRenderNode *picture_draw (gpointer window, graphene_rect_t *bounds);
/** Of its next frame. */
Picture *picture_take (gpointer window);
void picture_free (Picture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

TwinColour picture_get (const Picture *self, int x, int y);
/** The colour that most pixels of the box have. */
TwinColour picture_get_ground (const Picture *self, graphene_rect_t box);
/** Over all pixels of the box that differ between the two: the largest contrast ratio between
 *  before and after; 1 where none does. */
double picture_get_change (const Picture *before, const Picture *after, graphene_rect_t box);

G_END_DECLS
