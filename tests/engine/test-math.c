/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <mpfr.h>

#include "twin-math.h"

/* The engine's functions against correctly rounded ones: random arguments, and the ends and joints
 * of their ranges. */

#define N 10000
#define DIGITS 200 /* binary */

typedef struct
{
  double (*func) (double x);
  void (*exact) (mpfr_t result, mpfr_t x);
  double limit; /* ulp */
  double low, high;
  gboolean by_magnitude; /* are the arguments spread over orders of magnitude? */
} Function;

static void
exact_log (mpfr_t result, mpfr_t x)
{
  mpfr_log (result, x, MPFR_RNDN);
}

static void
exact_exp (mpfr_t result, mpfr_t x)
{
  mpfr_exp (result, x, MPFR_RNDN);
}

static void
exact_erfc (mpfr_t result, mpfr_t x)
{
  mpfr_erfc (result, x, MPFR_RNDN);
}

static void
turns_to_radians (mpfr_t turns)
{
  mpfr_t circle;

  mpfr_init2 (circle, DIGITS);
  mpfr_const_pi (circle, MPFR_RNDN);
  mpfr_mul_ui (circle, circle, 2, MPFR_RNDN);
  mpfr_mul (turns, turns, circle, MPFR_RNDN);
  mpfr_clear (circle);
}

static void
exact_sin_turns (mpfr_t result, mpfr_t x)
{
  turns_to_radians (x);
  mpfr_sin (result, x, MPFR_RNDN);
}

static void
exact_cos_turns (mpfr_t result, mpfr_t x)
{
  turns_to_radians (x);
  mpfr_cos (result, x, MPFR_RNDN);
}

/* The error in units of the last place of what is exact; where 0 is, that is another test. */
static double
get_error (const Function *f, double x)
{
  mpfr_t argument, exact;
  int exponent;

  if (f->func (x) == 0)
    return 0;
  mpfr_inits2 (DIGITS, argument, exact, (mpfr_ptr) NULL);
  mpfr_set_d (argument, x, MPFR_RNDN);
  f->exact (exact, argument);
  frexp (mpfr_get_d (exact, MPFR_RNDN), &exponent);
  mpfr_sub_d (exact, exact, f->func (x), MPFR_RNDN);
  double error = ldexp (fabs (mpfr_get_d (exact, MPFR_RNDN)), 53 - exponent);
  mpfr_clears (argument, exact, (mpfr_ptr) NULL);
  return error;
}

static const Function functions[] = {
  { twin_log, exact_log, TWIN_MATH_ERROR, 0x1p-1022, 0x1p1000, TRUE },
  { twin_log, exact_log, TWIN_MATH_ERROR, 0.5, 2, FALSE },
  { twin_exp, exact_exp, TWIN_MATH_ERROR, -700, 700, FALSE },
  { twin_exp, exact_exp, TWIN_MATH_ERROR, -1, 1, FALSE },
  { twin_exp, exact_exp, TWIN_MATH_ERROR, 1e-20, 1, TRUE },
  { twin_sin_turns, exact_sin_turns, TWIN_TURNS_ERROR, -2, 2, FALSE },
  { twin_sin_turns, exact_sin_turns, TWIN_TURNS_ERROR, 1e-9, 1e6, TRUE },
  { twin_cos_turns, exact_cos_turns, TWIN_TURNS_ERROR, -2, 2, FALSE },
  { twin_cos_turns, exact_cos_turns, TWIN_TURNS_ERROR, 1e-9, 1e6, TRUE },
  { twin_erfc, exact_erfc, TWIN_ERFC_ERROR, 0, 3, FALSE },
  { twin_erfc, exact_erfc, TWIN_ERFC_ERROR, 0, 26, FALSE },
};

static void
test_error (gconstpointer data)
{
  const Function *f = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double greatest = fmax (get_error (f, f->low), get_error (f, f->high));

  for (guint i = 0; i < N; i++)
    {
      double x = f->by_magnitude
                     ? fmin (exp (g_rand_double_range (rand, log (f->low), log (f->high))), f->high)
                     : g_rand_double_range (rand, f->low, f->high);
      greatest = fmax (greatest, get_error (f, fmax (x, f->low)));
    }
  g_test_message ("greatest error %.3f ulp", greatest);
  g_assert_cmpfloat (greatest, <, f->limit);
  g_assert_cmpfloat (greatest, >, 0.5);
}

static void
test_certain (void)
{
  g_assert_cmpfloat (twin_log (1), ==, 0);
  g_assert_cmpfloat (twin_exp (0), ==, 1);
  g_assert_cmpfloat (twin_erfc (0), ==, 1);
  for (int whole = -3; whole <= 3; whole++)
    for (int quarter = 0; quarter < 4; quarter++)
      {
        static const double sines[] = { 0, 1, 0, -1 };
        g_assert_cmpfloat (twin_sin_turns (whole + quarter * 0.25), ==, sines[quarter]);
        g_assert_cmpfloat (twin_cos_turns (whole + quarter * 0.25), ==, sines[(quarter + 1) % 4]);
      }
  /* beside the joints of the polynomials */
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      static const double joints[] = { 0.125, 0.25, 0.375, 0.84375, 1.25, 1 / 0.35,
                                       G_SQRT2, G_SQRT2 / 2, G_LN2 / 2 };
      for (guint k = 0; k < G_N_ELEMENTS (joints); k++)
        for (double x = nextafter (joints[k], 0), step = 0; step < 3; step++, x = nextafter (x, 9))
          if (x >= functions[i].low && x <= functions[i].high)
            g_assert_cmpfloat (get_error (&functions[i], x), <, functions[i].limit);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/math/error/%u", i + 1);
      g_test_add_data_func (path, &functions[i], test_error);
    }
  g_test_add_func ("/math/certain", test_certain);
  return g_test_run ();
}
