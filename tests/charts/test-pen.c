/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "twin-pen.h"

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  TwinPen pen;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 100, 100);
  fixture->cr = cairo_create (fixture->surface);
  twin_pen_init (&fixture->pen, fixture->cr, (TwinBox){ 0, 0, 100, 100 });
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
}

typedef struct
{
  guint moves, lines;
  double left, top, right, bottom;
} Summary;

static Summary
sum_up (cairo_t *cr)
{
  Summary summary = { 0, 0, INFINITY, INFINITY, -INFINITY, -INFINITY };
  cairo_path_t *path = cairo_copy_path (cr);

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *point = &path->data[i + 1];

      summary.moves += path->data[i].header.type == CAIRO_PATH_MOVE_TO;
      summary.lines += path->data[i].header.type == CAIRO_PATH_LINE_TO;
      summary.left = MIN (summary.left, point->point.x);
      summary.right = MAX (summary.right, point->point.x);
      summary.top = MIN (summary.top, point->point.y);
      summary.bottom = MAX (summary.bottom, point->point.y);
    }
  cairo_path_destroy (path);
  return summary;
}

static void
test_few_points (Fixture *fixture,
                 gconstpointer data)
{
  Summary summary;

  twin_pen_to (&fixture->pen, 10.25, 20);
  twin_pen_to (&fixture->pen, 50.5, 80);
  twin_pen_to (&fixture->pen, 90.75, 30);
  twin_pen_lift (&fixture->pen);
  summary = sum_up (fixture->cr);
  g_assert_cmpuint (summary.moves, ==, 1);
  g_assert_cmpuint (summary.lines, ==, 2);
  g_assert_cmpfloat_with_epsilon (summary.left, 10.25, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.right, 90.75, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.bottom, 80, 0.01);
}

static void
test_gap (Fixture *fixture,
          gconstpointer data)
{
  Summary summary;

  twin_pen_to (&fixture->pen, 10, 20);
  twin_pen_to (&fixture->pen, 20, 20);
  twin_pen_lift (&fixture->pen);
  twin_pen_to (&fixture->pen, 40, 20);
  twin_pen_to (&fixture->pen, 50, 20);
  twin_pen_lift (&fixture->pen);
  summary = sum_up (fixture->cr);
  g_assert_cmpuint (summary.moves, ==, 2);
  g_assert_cmpuint (summary.lines, ==, 2);
}

/* A hundred thousand points become four a column at most, and the one that stands out stays. */
static void
test_many_points (Fixture *fixture,
                  gconstpointer data)
{
  Summary summary;

  for (int i = 0; i < 100000; i++)
    twin_pen_to (&fixture->pen, i * 1e-3, i == 43210 ? 5 : i == 43220 ? 95 : 50 + i % 7);
  twin_pen_lift (&fixture->pen);
  summary = sum_up (fixture->cr);
  g_assert_cmpuint (summary.lines, <=, 400);
  g_assert_cmpuint (summary.lines, >=, 200);
  g_assert_cmpfloat_with_epsilon (summary.top, 5, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.bottom, 95, 0.01);
}

/* What Cairo cannot hold is cut where it leaves the window, on the same slope. */
static void
test_far_away (Fixture *fixture,
               gconstpointer data)
{
  Summary summary;

  twin_pen_to (&fixture->pen, -1e12, -1e12);
  twin_pen_to (&fixture->pen, 1e12, 1e12);
  twin_pen_to (&fixture->pen, 1e12, 50);
  twin_pen_to (&fixture->pen, -1e12, 50);
  twin_pen_lift (&fixture->pen);
  summary = sum_up (fixture->cr);
  g_assert_cmpuint (summary.moves, ==, 2);
  g_assert_cmpuint (summary.lines, ==, 2);
  g_assert_cmpfloat_with_epsilon (summary.left, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.right, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.top, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.bottom, 100, 0.01);
}

static void
test_cut_at_edge (Fixture *fixture,
                  gconstpointer data)
{
  Summary summary;

  twin_pen_to (&fixture->pen, 20, -100);
  twin_pen_to (&fixture->pen, 80, 200);
  twin_pen_lift (&fixture->pen);
  summary = sum_up (fixture->cr);
  g_assert_cmpfloat_with_epsilon (summary.left, 40, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.right, 60, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.top, 0, 0.01);
  g_assert_cmpfloat_with_epsilon (summary.bottom, 100, 0.01);
}

/* Right angles stay right angles: Cairo has a fast way for them. */
static void
test_steps (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  cairo_path_t *path;
  double x = NAN, y = 50;

  twin_pen_to (&fixture->pen, 0, 50);
  for (int i = 1; i < 3000; i++)
    {
      twin_pen_to (&fixture->pen, i / 30.0, y);
      y = g_rand_double_range (random, 0, 100);
      twin_pen_to (&fixture->pen, i / 30.0, y);
    }
  twin_pen_lift (&fixture->pen);

  path = cairo_copy_path (fixture->cr);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *point = &path->data[i + 1];

      if (!isnan (x))
        g_assert_true (fabs (point->point.x - x) < 0.01 || fabs (point->point.y - y) < 0.01);
      x = point->point.x;
      y = point->point.y;
    }
  cairo_path_destroy (path);
}

#define ADD(name, function) \
  g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/pen/few-points", test_few_points);
  ADD ("/pen/gap", test_gap);
  ADD ("/pen/many-points", test_many_points);
  ADD ("/pen/far-away", test_far_away);
  ADD ("/pen/cut-at-edge", test_cut_at_edge);
  ADD ("/pen/steps", test_steps);
  return g_test_run ();
}
