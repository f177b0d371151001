/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-slider-stop.h"

#include <math.h>

#include "twin-error.h"
#include "twin-number-text.h"

typedef struct
{
  const char *key;
  TwinParameters *trial;     /* a copy, with one number after the other */
  const GPtrArray *problems; /* GError, of the original */
} Way;

static gboolean
is_known (const Way *way,
          const GError *problem)
{
  for (guint i = 0; i < way->problems->len; i++)
    {
      const GError *known = way->problems->pdata[i];

      if (g_error_matches (problem, known->domain, known->code)
          && g_strcmp0 (twin_error_get_key (problem), twin_error_get_key (known)) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_free (const Way *way,
         double value)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (!twin_parameters_set_number (way->trial, way->key, value, NULL))
    return FALSE;
  problems = twin_parameters_check (way->trial);
  for (guint i = 0; i < problems->len; i++)
    if (!is_known (way, problems->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Halves the way until the last free step and the first one that is not are neighbours. */
static double
find_last_free (const Way *way,
                double from,
                double wanted,
                double step)
{
  const double direction = wanted > from ? 1 : -1;
  const double first = direction * floor (direction * from / step);
  double near = 0;
  double far = ceil (fabs (wanted / step - first));

  while (far - near > 1)
    {
      const double middle = floor ((near + far) / 2);

      if (is_free (way, twin_number_text_clean ((first + direction * middle) * step)))
        near = middle;
      else
        far = middle;
    }
  return near > 0 ? twin_number_text_clean ((first + direction * near) * step) : from;
}

double
twin_slider_stop_find (const TwinParameters *parameters,
                       const char *key,
                       double wanted)
{
  const TwinParameter *parameter = twin_parameters_find (parameters, key, NULL);
  g_autoptr (TwinParameters) trial = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  Way way = { .key = key };

  g_return_val_if_fail (parameter != NULL, wanted);

  way.trial = trial = twin_parameters_copy (parameters);
  way.problems = problems = twin_parameters_check (parameters);
  if (is_free (&way, wanted))
    return wanted;
  return find_last_free (&way, twin_parameters_get_number (parameters, key), wanted,
                         parameter->step > 0 ? parameter->step : 1);
}
