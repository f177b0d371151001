/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-search-private.h"

/* What may be searched: target, budget, ranges, and what is left of them. */

static void
refuse (GError **error,
        const char *key,
        double value,
        const char *allowed)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, key,
                                     /* Translators: key, value, what is allowed */
                                     _("%s: %s is not allowed; it must be %s"),
                                     key, text, allowed));
}

static char *
describe_bounds (double lower,
                 double upper,
                 gboolean whole)
{
  char from[G_ASCII_DTOSTR_BUF_SIZE], to[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (from, sizeof from, "%.10g", lower);
  g_ascii_formatd (to, sizeof to, "%.10g", upper);

  if (isinf (upper))
    return g_strdup_printf (whole ? _("a whole number of %s or more") : _("a number of %s or more"),
                            from);

  return g_strdup_printf (whole ? _("a whole number from %s to %s") : _("a number from %s to %s"),
                          from, to);
}

static gboolean
check_number (const char *key,
              double value,
              double lower,
              double upper,
              gboolean whole,
              GError **error)
{
  g_autofree char *allowed = NULL;

  if (isfinite (value) && value >= lower && value <= upper && (!whole || value == rint (value)))
    return TRUE;

  allowed = describe_bounds (lower, upper, whole);
  refuse (error, key, value, allowed);

  return FALSE;
}

static gboolean
check_step (const char *key,
            double step,
            gboolean whole,
            GError **error)
{
  if (isfinite (step) && step > 0 && (!whole || step == rint (step)))
    return TRUE;

  refuse (error, key, step, whole ? _("a whole number of 1 or more") : _("a number above 0"));

  return FALSE;
}

static gboolean
check_range (const TwinRange *range,
             const TwinParameter *parameter,
             const char *decision,
             GError **error)
{
  gboolean whole = parameter->type == TWIN_PARAMETER_WHOLE;
  g_autofree char *min = g_strdup_printf ("optimize.%s.min", decision);
  g_autofree char *max = g_strdup_printf ("optimize.%s.max", decision);
  g_autofree char *step = g_strdup_printf ("optimize.%s.step", decision);

  return check_number (min, range->lower, parameter->lower, parameter->upper, whole, error) &&
         check_number (max, range->upper, range->lower, parameter->upper, whole, error) &&
         check_step (step, range->step, whole, error);
}

static gboolean
check_ranges (const TwinSearch *self,
              GError **error)
{
  for (guint i = 0; i < self->type->n_decisions; i++)
    {
      const TwinParameter *parameter = twin_search_get_parameter (self->type, i);

      if (!check_range (&self->ranges[i], parameter, self->type->decisions[i].key, error))
        return FALSE;
    }

  return TRUE;
}

/* A target of 97 is meant as 0.97. */
static gboolean
check_target (const TwinSearch *self,
              GError **error)
{
  const TwinModelType *type = self->type;
  const double share = self->target / 100;
  g_autofree char *allowed = NULL;
  char given[G_ASCII_DTOSTR_BUF_SIZE], meant[G_ASCII_DTOSTR_BUF_SIZE];

  if (!(share >= type->target_lower && share <= type->target_upper))
    return check_number ("optimize.target", self->target, type->target_lower, type->target_upper,
                         FALSE, error);

  allowed = describe_bounds (type->target_lower, type->target_upper, FALSE);
  g_ascii_formatd (given, sizeof given, "%.15g", self->target);
  g_ascii_formatd (meant, sizeof meant, "%.15g", share);
  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_OUT_OF_BOUNDS, "optimize.target",
                                     _("optimize.target: %s is not allowed; it must be %s. Did you "
                                       "mean %s?"),
                                     given, allowed, meant));
  return FALSE;
}

/* A grid's points, or where there is none the values of its widest range. */
static double
count_size (const TwinSearch *self,
            guint *widest)
{
  double n_points = 1, most = 0;

  *widest = 0;
  for (guint i = 0; i < self->type->n_decisions; i++)
    {
      double n = twin_range_count_values (&self->ranges[i]);

      n_points *= n;
      if (n > most)
        {
          most = n;
          *widest = i;
        }
    }

  return twin_search_is_grid (self->type) ? n_points : most;
}

static gboolean
check_size (const TwinSearch *self,
            GError **error)
{
  guint widest;
  double n = count_size (self, &widest);
  g_autofree char *key = NULL;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  if (n <= TWIN_MAX_POLICIES)
    return TRUE;

  key = g_strdup_printf ("optimize.%s.step", self->type->decisions[widest].key);
  g_ascii_formatd (size, sizeof size, "%.10g", n);
  if (twin_search_is_grid (self->type))
    g_propagate_error (error,
                       twin_error_new (TWIN_ERROR_TOO_LARGE, key,
                                       _("%s: the grid has %s points, and at most %d are allowed; "
                                         "take larger steps or narrower ranges"),
                                       key, size, TWIN_MAX_POLICIES));
  else
    g_propagate_error (error,
                       twin_error_new (TWIN_ERROR_TOO_LARGE, key,
                                       _("%s: the range has %s values, and at most %d are "
                                         "allowed; take larger steps or a narrower range"),
                                       key, size, TWIN_MAX_POLICIES));

  return FALSE;
}

static void
refuse_pair (const TwinSearch *self,
             const TwinSearchPair *pair,
             GError **error)
{
  const char *lesser = self->type->decisions[pair->lesser].key;
  const char *greater = self->type->decisions[pair->greater].key;
  g_autofree char *key = g_strdup_printf ("optimize.%s.max", greater);

  g_propagate_error (error,
                     twin_error_new (TWIN_ERROR_CONFLICT, key,
                                     _("%s: no policy is left in the ranges; that of %s has to "
                                       "reach above the least %s"),
                                     key, greater, lesser));
}

/* Do these two ranges leave no policy, whatever the others say? */
static gboolean
is_contradiction (const TwinSearch *self,
                  const TwinSearchPair *pair)
{
  const double least[] = { self->ranges[pair->lesser].lower, self->ranges[pair->greater].upper };

  return pair->strict ? least[0] >= least[1] : least[0] > least[1];
}

/* Which pair of ranges leaves no policy? */
static gboolean
check_policies (const TwinSearch *self,
                GError **error)
{
  g_autoptr (GArray) pairs = twin_search_list_pairs (self->type);

  if (twin_search_enumerate (self, NULL))
    return TRUE;

  for (guint i = 0; i < pairs->len; i++)
    {
      const TwinSearchPair *pair = &g_array_index (pairs, TwinSearchPair, i);

      /* One that leaves some points is not the culprit, unless there is no other. */
      if (i + 1 < pairs->len && !is_contradiction (self, pair))
        continue;

      refuse_pair (self, pair, error);
      break;
    }

  return FALSE;
}

static gboolean
check_pairs (const TwinSearch *self,
             GError **error)
{
  g_autoptr (GArray) pairs = twin_search_list_pairs (self->type);

  for (guint i = 0; i < pairs->len; i++)
    {
      const TwinSearchPair *pair = &g_array_index (pairs, TwinSearchPair, i);

      if (is_contradiction (self, pair))
        {
          refuse_pair (self, pair, error);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
twin_search_check (const TwinSearch *self,
                   GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check_target (self, error) &&
         check_number ("optimize.policies", self->budget, 1, TWIN_MAX_POLICIES, TRUE, error) &&
         check_ranges (self, error) && check_size (self, error) &&
         (twin_search_is_grid (self->type) ? check_policies (self, error)
                                           : check_pairs (self, error));
}
