/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "twin-band.h"
#include "twin-toy.h"

#define N 21

/* In replication i the level of panel "Odd" is i + d from noon of day d on. At any time the 21
 * replications are 21 numbers in a row, whose 5 and 95 percent quantiles are the second and the
 * last but one. */
static void
test_by_hand (void)
{
  g_autoptr (TwinModel) model = twin_toy_new ("days=4", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (TwinBand) band = twin_band_new (model, 1, N, 9, pool, NULL, &error);
  const double times[] = { 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4 };
  const double days[] = { 0, 0, 0, 1, 1, 2, 2, 3, 3 }; /* the day whose noon was last; 0 before */

  g_assert_no_error (error);
  g_assert_cmpuint (twin_band_get_n (band), ==, N);
  g_assert_cmpuint (twin_band_get_n_times (band), ==, 9);
  g_assert_cmpuint (twin_band_get_n_panels (band), ==, 3);
  for (gsize i = 0; i < 9; i++)
    {
      g_assert_cmpfloat (twin_band_get_times (band)[i], ==, times[i]);

      /* Panel "Odd": before its first row, that row counts, which is the −1 at the first noon. */
      if (i == 0)
        {
          g_assert_cmpfloat (twin_band_get_low (band, 0)[i], ==, -1);
          g_assert_cmpfloat (twin_band_get_high (band, 0)[i], ==, -1);
        }
      else
        {
          g_assert_cmpfloat_with_epsilon (twin_band_get_low (band, 0)[i], 1 + days[i], 1e-12);
          g_assert_cmpfloat_with_epsilon (twin_band_get_high (band, 0)[i], 19 + days[i], 1e-12);
        }

      g_assert_cmpfloat (twin_band_get_low (band, 1)[i], ==, 7);
      g_assert_cmpfloat (twin_band_get_high (band, 1)[i], ==, 7);

      /* Panel "Marks" has no level. */
      g_assert_true (isnan (twin_band_get_low (band, 2)[i]));
      g_assert_true (isnan (twin_band_get_high (band, 2)[i]));
    }
}

static void
test_threads (void)
{
  g_autoptr (TwinModel) model = twin_toy_new ("days=20", NULL);
  g_autoptr (TwinPool) one = twin_pool_new (1);
  g_autoptr (TwinPool) eight = twin_pool_new (8);
  g_autoptr (TwinBand) a = twin_band_new (model, 1, 100, 50, one, NULL, NULL);
  g_autoptr (TwinBand) b = twin_band_new (model, 1, 100, 50, eight, NULL, NULL);

  g_assert_cmpmem (twin_band_get_low (a, 0), 50 * sizeof (double), twin_band_get_low (b, 0),
                   50 * sizeof (double));
  g_assert_cmpmem (twin_band_get_high (a, 0), 50 * sizeof (double), twin_band_get_high (b, 0),
                   50 * sizeof (double));
}

static void
never_told (gsize done,
            gsize total,
            gpointer data)
{
  g_assert_not_reached ();
}

static void
test_refused (void)
{
  const TwinMonitor monitor = { .progress = never_told };
  g_autoptr (TwinModel) model = twin_toy_new (NULL, NULL);
  g_autoptr (TwinModel) lengthy = twin_toy_new ("days=300000", NULL);
  g_autoptr (TwinModel) laborious = twin_toy_new ("days=100", "load=1e8", NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (1);
  g_autoptr (GError) error = NULL;

  g_assert_null (twin_band_new (model, 1, 0, 10, pool, &monitor, &error));
  assert_refused (error, TWIN_ERROR_OUT_OF_BOUNDS, "experiment.replications");
  g_clear_error (&error);

  g_assert_null (twin_band_new (laborious, 1, 10, 10, pool, &monitor, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "days");
  g_clear_error (&error);

  g_assert_null (twin_band_new (lengthy, 1, 10, 10, pool, &monitor, &error));
  assert_refused (error, TWIN_ERROR_TOO_LARGE, "days");
  g_assert_nonnull (strstr (error->message, "1000000"));
}

static void
test_cancel (void)
{
  g_autoptr (TwinModel) model = twin_toy_new (NULL, NULL);
  g_autoptr (TwinPool) pool = twin_pool_new (2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const TwinMonitor monitor = { .cancellable = cancellable };

  g_cancellable_cancel (cancellable);
  g_assert_null (twin_band_new (model, 1, 10, 10, pool, &monitor, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/band/by-hand", test_by_hand);
  g_test_add_func ("/band/threads", test_threads);
  g_test_add_func ("/band/refused", test_refused);
  g_test_add_func ("/band/cancel", test_cancel);

  return g_test_run ();
}
