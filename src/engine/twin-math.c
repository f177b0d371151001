/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 1

#include "twin-math.h"

#include "twin-lanes-math.h"

double
twin_log (double x)
{
  return lanes_log (x);
}

double
twin_exp (double x)
{
  return lanes_exp (x);
}

/* The sine after @quarters more quarter turns. */
static double
sin_quarters (double turns,
              int quarters)
{
  const double nearest = lanes_floor (4 * turns + 0.5);
  const double within = (turns - nearest / 4) * (2 * G_PI); /* the difference is exact */
  const double quarter = nearest + quarters - 4 * lanes_floor ((nearest + quarters) / 4);

  if (quarter == 0)
    return lanes_sin (within);
  if (quarter == 1)
    return lanes_cos (within);
  return quarter == 2 ? -lanes_sin (within) : -lanes_cos (within);
}

double
twin_sin_turns (double turns)
{
  return sin_quarters (turns, 0);
}

double
twin_cos_turns (double turns)
{
  return sin_quarters (turns, 1);
}

/* Σ c[i] · xⁱ */
static double
polynomial (const double *c,
            int n,
            double x)
{
  double sum = c[n - 1];

  for (int i = n - 2; i >= 0; i--)
    sum = c[i] + x * sum;
  return sum;
}

/* Rational approximations of FreeBSD's msun, s_erf.c (Sun Microsystems, 1993, free to use). */

/* below 0.84375: erf (x) = x + x · p (x²)/q (x²) */
static const double low_p[] = { 1.28379167095512558561e-01, -3.25042107247001499370e-01,
                                -2.84817495755985104766e-02, -5.77027029648944159157e-03,
                                -2.37630166566501626084e-05 };
static const double low_q[] = { 1, 3.97917223959155352819e-01, 6.50222499887672944485e-02,
                                5.08130628187576562776e-03, 1.32494738004321644526e-04,
                                -3.96022827877536812320e-06 };

/* below 1.25: erf (x) = NEAR_1 + p (x − 1)/q (x − 1) */
#define NEAR_1 8.45062911510467529297e-01
static const double near_p[] = { -2.36211856075265944077e-03, 4.14856118683748331666e-01,
                                 -3.72207876035701323847e-01, 3.18346619901161753674e-01,
                                 -1.10894694282396677476e-01, 3.54783043256182359371e-02,
                                 -2.16637559486879084300e-03 };
static const double near_q[] = { 1, 1.06420880400844228286e-01, 5.40397917702171048937e-01,
                                 7.18286544141962662868e-02, 1.26171219808761642112e-01,
                                 1.36370839120290507362e-02, 1.19844998467991074170e-02 };

/* below 1/0.35, and beyond: erfc (x) = exp (−x² − 0.5625 + p (1/x²)/q (1/x²)) / x */
static const double far_p[] = { -9.86494403484714822705e-03, -6.93858572707181764372e-01,
                                -1.05586262253232909814e+01, -6.23753324503260060396e+01,
                                -1.62396669462573470355e+02, -1.84605092906711035994e+02,
                                -8.12874355063065934246e+01, -9.81432934416914548592e+00 };
static const double far_q[] = { 1, 1.96512716674392571292e+01, 1.37657754143519042600e+02,
                                4.34565877475229228821e+02, 6.45387271733267880336e+02,
                                4.29008140027567833386e+02, 1.08635005541779435134e+02,
                                6.57024977031928170135e+00, -6.04244152148580987438e-02 };
static const double tail_p[] = { -9.86494292470009928597e-03, -7.99283237680523006574e-01,
                                 -1.77579549177547519889e+01, -1.60636384855821916062e+02,
                                 -6.37566443368389627722e+02, -1.02509513161107724954e+03,
                                 -4.83519191608651397019e+02 };
static const double tail_q[] = { 1, 3.03380607434824582924e+01, 3.25792512996573918826e+02,
                                 1.53672958608443695994e+03, 3.19985821950859553908e+03,
                                 2.55305040643316442583e+03, 4.74528541206955367215e+02,
                                 -2.24409524465858183362e+01 };

#define RATIO(name, x)                                                                             \
  (polynomial (name##_p, G_N_ELEMENTS (name##_p), x) /                                             \
   polynomial (name##_q, G_N_ELEMENTS (name##_q), x))

double
twin_erfc (double x)
{
  if (x < 0.84375)
    {
      const double y = RATIO (low, x * x);
      return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
    }
  if (x < 1.25)
    return 1 - NEAR_1 - RATIO (near, x - 1);

  const double inverse_square = 1 / (x * x);
  const double ratio = x < 1 / 0.35 ? RATIO (far, inverse_square) : RATIO (tail, inverse_square);
  /* x² = z² − (z − x) (z + x) with z of few digits, whose square is exact */
  const double z = lanes_from_bits (lanes_to_bits (x) & ~(uint64_t) 0xffffffff);

  return lanes_exp (-z * z - 0.5625) * lanes_exp ((z - x) * (z + x) + ratio) / x;
}
