/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "figure-samples.h"

#define NNBSP "\342\200\257"
#define MINUS "\342\210\222"

static const TwinMetric share = { .name = "fill_rate", .title = "Fill rate",
                                  .quantity = TWIN_QUANTITY_SHARE };
static const TwinMetric money = { .name = "total_cost", .title = "Total cost",
                                  .quantity = TWIN_QUANTITY_MONEY };
static const TwinMetric stock = { .name = "average_on_hand", .title = "Average on hand",
                                  .unit = "units", .quantity = TWIN_QUANTITY_STOCK };

static void
assert_text (char *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_metric (void)
{
  assert_text (twin_figure_format_metric (&share, 0.98), "98.0" NNBSP "%");
  assert_text (twin_figure_format_metric (&money, 57720), "57" NNBSP "720");
  assert_text (twin_figure_format_metric (&stock, 26.12), "26.1" NNBSP "units");
  assert_text (twin_figure_format_metric (&stock, NAN), "–");
}

static void
test_interval (void)
{
  assert_text (twin_figure_format_interval (&stock, (TwinEstimate) { .low = 26, .high = 26.4 }),
               "26.0 – 26.4" NNBSP "units");
  assert_text (twin_figure_format_interval (&money, (TwinEstimate) { .low = NAN, .high = NAN }),
               "no interval");
}

/* Mean and deviation have the decimals of the interval between them. */
static void
test_mean (void)
{
  const TwinEstimate estimate = { .n = 9, .mean = 666.67, .sd = 28.9, .low = 595, .high = 1738.4 };

  assert_text (twin_figure_format_mean (&money, estimate), "667");
  assert_text (twin_figure_format_sd (&money, estimate), "29");
  assert_text (twin_figure_format_mean (&stock, (TwinEstimate) { .mean = 3, .low = NAN }),
               "3.0" NNBSP "units");
}

static void
test_difference (void)
{
  const TwinEstimate less = { .n = 9, .mean = -0.2349, .low = -0.2364, .high = -0.2333 };
  const TwinEstimate more = { .n = 9, .mean = 19442, .low = 19173, .high = 19710 };
  const TwinEstimate none = { .n = 1, .mean = NAN, .low = NAN, .high = NAN };

  assert_text (twin_figure_format_difference (&share, less), MINUS "23.5" NNBSP "pp");
  assert_text (twin_figure_format_difference_interval (&share, less),
               MINUS "23.6 – " MINUS "23.3" NNBSP "pp");
  assert_text (twin_figure_format_difference (&money, more), "+19" NNBSP "442");
  assert_text (twin_figure_format_difference (&share, none), "–");
}

static void
test_styles (void)
{
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_SHARE), ==, TWIN_NUMBER_SHARE);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_MONEY), ==, TWIN_NUMBER_MONEY);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_STOCK), ==, TWIN_NUMBER_QUANTITY);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_COUNT), ==, TWIN_NUMBER_COUNT);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_DAYS), ==, TWIN_NUMBER_DAYS);
  g_assert_cmpint (twin_figure_number_style (TWIN_QUANTITY_PLAIN), ==, TWIN_NUMBER_PLAIN);
}

static void
test_policy (void)
{
  const double decisions[] = { 88, 174 };

  assert_text (twin_figure_format_policy (twin_model_type_list ()[0], decisions),
               "s = 88, S = 174");
  assert_text (twin_figure_format_title_inside (&share), "fill rate");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-format/metric", test_metric);
  g_test_add_func ("/figure-format/interval", test_interval);
  g_test_add_func ("/figure-format/mean", test_mean);
  g_test_add_func ("/figure-format/difference", test_difference);
  g_test_add_func ("/figure-format/styles", test_styles);
  g_test_add_func ("/figure-format/policy", test_policy);
  return g_test_run ();
}
