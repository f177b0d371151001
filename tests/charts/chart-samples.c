/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-samples.h"

#include <math.h>

const ChartSample chart_samples[] = {
  chart_sample_trace,   chart_sample_histogram, chart_sample_split, chart_sample_intervals,
  chart_sample_scatter, chart_sample_panels,    chart_sample_empty,
};
const gsize chart_n_samples = G_N_ELEMENTS (chart_samples);

TwinChart *
chart_sample_trace (void)
{
  const TwinAxis days = { .title = "Time", .unit = "days", .style = TWIN_NUMBER_DAYS };
  const TwinAxis units = { .title = "Inventory", .unit = "units", .style = TWIN_NUMBER_QUANTITY,
                           .from_zero = TRUE };
  const double from[] = { 28, 68 }, to[] = { 30, 70 };
  const double order_x[] = { 20, 60 }, order_y[] = { 40, 40 };
  TwinChart *chart = twin_chart_new ("Inventory, replication 1 of 1000", &days);
  guint panel = twin_chart_add_panel (chart, NULL, &units);
  double x[101], on_hand[101], position[101], low[101], high[101];

  for (int i = 0; i <= 100; i++)
    {
      x[i] = i;
      on_hand[i] = MAX (0, 120 - (i % 40) * 4.3);
      position[i] = i % 40 < 20 ? on_hand[i] : on_hand[i] + 80;
      low[i] = 10 + 5 * sin (i);
      high[i] = 110 + 5 * cos (i);
    }
  twin_chart_add_spans (chart, panel, &(TwinLayer){ .title = "Stockout", .ink = TWIN_INK_ALERT },
                        from, to, 2);
  twin_chart_add_band (chart, panel,
                       &(TwinLayer){ .title = "5–95 % of runs", .ink = TWIN_INK_MUTED }, x, low,
                       high, 101);
  twin_chart_add_line (chart, panel,
                       &(TwinLayer){ .title = "Position", .ink = TWIN_INK_SECOND,
                                     .dash = TWIN_DASH_DASHED, .stepped = TRUE },
                       x, position, 101);
  twin_chart_add_line (chart, panel,
                       &(TwinLayer){ .title = "On hand", .ink = TWIN_INK_FIRST, .stepped = TRUE },
                       x, on_hand, 101);
  twin_chart_add_marks (chart, panel,
                        &(TwinLayer){ .title = "Order", .ink = TWIN_INK_THIRD,
                                      .mark = TWIN_MARK_UP },
                        order_x, order_y, NULL, 2);
  twin_chart_add_level (chart, panel,
                        &(TwinLayer){ .title = "s = 40", .ink = TWIN_INK_LIMIT,
                                      .dash = TWIN_DASH_DASHED },
                        40);
  twin_chart_add_level (chart, panel,
                        &(TwinLayer){ .title = "S = 120", .ink = TWIN_INK_LIMIT,
                                      .dash = TWIN_DASH_DOTTED },
                        120);
  twin_chart_set_caption (chart, "Replication 1, seed 42. The band holds the middle 90 % of 1000 "
                                 "replications at each day.");
  return chart;
}

TwinChart *
chart_sample_histogram (void)
{
  const TwinAxis cost = { .title = "Total cost", .style = TWIN_NUMBER_MONEY };
  const TwinAxis count = { .title = "Replications", .style = TWIN_NUMBER_COUNT,
                           .from_zero = TRUE };
  TwinChart *chart = twin_chart_new ("Total cost, all replications", &cost);
  guint panel = twin_chart_add_panel (chart, NULL, &count);
  double from[20], to[20], height[20];

  for (int i = 0; i < 20; i++)
    {
      from[i] = 52000 + 500 * i;
      to[i] = from[i] + 500;
      height[i] = 100 - (i - 10) * (i - 10) * 0.9;
    }
  twin_chart_add_bars (chart, panel, &(TwinLayer){ .title = "Replications", .ink = TWIN_INK_FIRST },
                       from, to, height, 20);
  twin_chart_add_x_level (chart, panel,
                          &(TwinLayer){ .title = "Mean 57 210", .ink = TWIN_INK_LIMIT }, 57210);
  twin_chart_set_caption (chart, "1000 replications.");
  return chart;
}

static const char *const scenarios[] = {
  "Baseline", "Demand +30 %", "Lead time × 1.5", "Both of them at once, in a hot and dry summer",
  "Single run", NULL
};

TwinChart *
chart_sample_split (void)
{
  static const char *const rows[] = { "Baseline", "Demand +30 %", "Lead time × 1.5", NULL };
  const TwinAxis cost = { .title = "Cost", .style = TWIN_NUMBER_MONEY, .from_zero = TRUE };
  const TwinAxis row = { .categories = rows };
  TwinChart *chart = twin_chart_new ("Cost split", &cost);
  guint panel = twin_chart_add_panel (chart, NULL, &row);

  for (int i = 0; i < 3; i++)
    {
      twin_chart_add_part (chart, panel,
                           &(TwinLayer){ .title = "Holding", .ink = TWIN_INK_FIRST }, 0, 9500, i,
                           "Holding");
      twin_chart_add_part (chart, panel,
                           &(TwinLayer){ .title = "Stockout", .ink = TWIN_INK_SECOND }, 9500,
                           53000, i, "Stockout");
      twin_chart_add_part (chart, panel,
                           &(TwinLayer){ .title = "Ordering", .ink = TWIN_INK_THIRD }, 53000,
                           57400, i, "Ordering");
    }
  return chart;
}

TwinChart *
chart_sample_intervals (void)
{
  const TwinAxis share = { .title = "Fill rate", .style = TWIN_NUMBER_SHARE };
  const TwinAxis row = { .categories = scenarios };
  const double middle[] = { 0.982, 0.951, 0.931, 0.874, 0.96 };
  const double low[] = { 0.970, 0.938, 0.916, 0.856, NAN };
  const double high[] = { 0.994, 0.964, 0.946, 0.892, NAN };
  const double category[] = { 0, 1, 2, 3, 4 };
  const char *const labels[] = { "98.2 %", "95.1 %", "93.1 %", "87.4 %", "96.0 %" };
  TwinChart *chart = twin_chart_new ("Fill rate under every scenario", &share);
  guint panel = twin_chart_add_panel (chart, NULL, &row);

  twin_chart_add_intervals (chart, panel, &(TwinLayer){ .ink = TWIN_INK_FIRST }, middle, low, high,
                            category, labels, 5);
  twin_chart_set_caption (chart, "95 % confidence intervals (Student t), n = 1000.");
  return chart;
}

TwinChart *
chart_sample_scatter (void)
{
  const TwinAxis share = { .title = "Fill rate", .style = TWIN_NUMBER_SHARE };
  const TwinAxis cost = { .title = "Total cost", .unit = "€", .style = TWIN_NUMBER_MONEY };
  const double best_x = 0.9815, best_y = 33200;
  TwinChart *chart = twin_chart_new ("Cost against service", &share);
  guint panel = twin_chart_add_panel (chart, NULL, &cost);
  double x[150], y[150];

  for (int i = 0; i < 150; i++)
    {
      x[i] = 0.80 + 0.0013 * i;
      y[i] = 33500 + 9e5 * (x[i] - 0.97) * (x[i] - 0.97) + (i * 37) % 100 * 80;
    }
  twin_chart_add_marks (chart, panel,
                        &(TwinLayer){ .title = "Policy", .ink = TWIN_INK_ALERT, .hollow = TRUE,
                                      .mark = TWIN_MARK_DIAMOND },
                        x, y, NULL, 150);
  twin_chart_add_marks (chart, panel,
                        &(TwinLayer){ .title = "Optimum", .ink = TWIN_INK_CHOICE,
                                      .mark = TWIN_MARK_STAR },
                        &best_x, &best_y, (const char *const[]){ "s = 88, S = 174" }, 1);
  twin_chart_add_x_level (chart, panel,
                          &(TwinLayer){ .title = "Target 98 %", .ink = TWIN_INK_LIMIT }, 0.98);
  twin_chart_add_note (chart, panel, &(TwinLayer){ .ink = TWIN_INK_CHOICE }, best_x, best_y,
                       "s = 88, S = 174\nCost 33 200");
  return chart;
}

TwinChart *
chart_sample_panels (void)
{
  static const char *const names[] = { "Downtown", "Suburban", "Mall", "Warehouse" };
  const TwinAxis day = { .title = "Day", .style = TWIN_NUMBER_COUNT };
  const TwinAxis units = { .title = "On hand", .unit = "units", .style = TWIN_NUMBER_COUNT,
                           .from_zero = TRUE };
  TwinChart *chart = twin_chart_new ("Stock of every node", &day);

  for (int k = 0; k < 4; k++)
    {
      guint panel = twin_chart_add_panel (chart, names[k], &units);
      double x[91], y[91];

      for (int i = 0; i <= 90; i++)
        {
          x[i] = i;
          y[i] = 900 * (k + 1) - (i * 50 % 750);
        }
      twin_chart_add_line (chart, panel,
                           &(TwinLayer){ .title = "On hand", .ink = TWIN_INK_FIRST }, x, y, 91);
      twin_chart_add_level (chart, panel, &(TwinLayer){ .title = "Reorder", .ink = TWIN_INK_LIMIT },
                            300);
      twin_chart_add_level (chart, panel, &(TwinLayer){ .title = "Safety", .ink = TWIN_INK_LIMIT },
                            290);
    }
  return chart;
}

TwinChart *
chart_sample_empty (void)
{
  const TwinAxis axis = { .title = "Time", .unit = "days" };
  TwinChart *chart = twin_chart_new ("Nothing yet", &axis);

  twin_chart_add_panel (chart, NULL, &axis);
  return chart;
}

TwinChart *
chart_sample_open (void)
{
  const TwinAxis x = { .title = "x" }, y = { .title = "y" };
  TwinChart *chart = twin_chart_new ("Layers", &x);
  const TwinLayer frame = { .ink = TWIN_INK_LIMIT };

  twin_chart_add_panel (chart, NULL, &y);
  twin_chart_add_level (chart, 0, &frame, 0);
  twin_chart_add_level (chart, 0, &frame, 10);
  twin_chart_add_x_level (chart, 0, &frame, 0);
  twin_chart_add_x_level (chart, 0, &frame, 10);
  return chart;
}
