/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-search.h"

/* How far short of a grid point, in steps, the end of a range may be and still include it. */
#define SLACK 1e-9

/* Two decisions that one of the type's orderings is about. */
typedef struct
{
  guint lesser, greater;
  gboolean strict;
} TwinSearchPair;

TwinSearch *
twin_search_new (const TwinModelType *type)
{
  TwinSearch *self;

  g_return_val_if_fail (type != NULL, NULL);

  self = g_new0 (TwinSearch, 1);
  self->type = type;
  self->target = type->default_target;
  self->budget = TWIN_DEFAULT_BUDGET;
  self->ranges = g_new (TwinRange, type->n_decisions);
  for (guint i = 0; i < type->n_decisions; i++)
    self->ranges[i] = (TwinRange) {
      .lower = type->decisions[i].lower,
      .upper = type->decisions[i].upper,
      .step = type->decisions[i].step,
    };

  return self;
}

TwinSearch *
twin_search_copy (const TwinSearch *self)
{
  TwinSearch *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (TwinSearch, 1);
  *copy = *self;
  copy->ranges = g_memdup2 (self->ranges, self->type->n_decisions * sizeof *self->ranges);

  return copy;
}

void
twin_search_free (TwinSearch *self)
{
  if (self == NULL)
    return;

  g_free (self->ranges);
  g_free (self);
}

gboolean
twin_search_equal (const TwinSearch *a,
                   const TwinSearch *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->type == b->type && a->budget == b->budget &&
         memcmp (&a->target, &b->target, sizeof a->target) == 0 &&
         memcmp (a->ranges, b->ranges, a->type->n_decisions * sizeof *a->ranges) == 0;
}

/* The number of the item of "stores.2.capacity" where it fits "stores.*.capacity", 0 where the two
 * are the same; −1 where they do not fit. */
static int
match_key (const char *pattern,
           const char *key)
{
  const char *star = strchr (pattern, '*');
  char *end;
  guint64 item;

  if (strcmp (pattern, key) == 0)
    return 0;
  if (star == NULL || strncmp (pattern, key, star - pattern) != 0)
    return -1;

  item = g_ascii_strtoull (key + (star - pattern), &end, 10);

  return strcmp (star + 1, end) == 0 ? (int) item : -1;
}

const TwinParameter *
twin_search_get_parameter (const TwinModelType *type,
                           guint decision)
{
  g_return_val_if_fail (type != NULL && decision < type->n_decisions, NULL);

  for (guint i = 0; i < type->n_parameters; i++)
    {
      if (match_key (type->parameters[i].key, type->decisions[decision].key) >= 0)
        return &type->parameters[i];
    }

  g_return_val_if_reached (NULL);
}

gboolean
twin_search_is_grid (const TwinModelType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < type->n_decisions; i++)
    {
      if (strchr (type->decisions[i].key, '*') != NULL)
        return FALSE;
    }

  return TRUE;
}

static GArray *
list_pairs (const TwinModelType *type)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (TwinSearchPair));

  for (guint i = 0; i < type->n_orderings; i++)
    for (guint lesser = 0; lesser < type->n_decisions; lesser++)
      for (guint greater = 0; greater < type->n_decisions; greater++)
        {
          TwinSearchPair pair = { lesser, greater, type->orderings[i].strict };
          int a = match_key (type->orderings[i].lesser, type->decisions[lesser].key);
          int b = match_key (type->orderings[i].greater, type->decisions[greater].key);

          if (a >= 0 && a == b)
            g_array_append_val (pairs, pair);
        }

  return pairs;
}

int
twin_search_get_below (const TwinModelType *type,
                       guint decision,
                       gboolean *strict)
{
  g_autoptr (GArray) pairs = NULL;

  g_return_val_if_fail (type != NULL && decision < type->n_decisions, -1);

  pairs = list_pairs (type);
  for (guint i = 0; i < pairs->len; i++)
    {
      const TwinSearchPair *pair = &g_array_index (pairs, TwinSearchPair, i);

      if (pair->greater != decision)
        continue;
      if (strict != NULL)
        *strict = pair->strict;
      return pair->lesser;
    }

  return -1;
}

static gboolean
is_policy (const double *values,
           const GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const TwinSearchPair *pair = &g_array_index (pairs, TwinSearchPair, i);
      double lesser = values[pair->lesser], greater = values[pair->greater];

      if (pair->strict ? lesser >= greater : lesser > greater)
        return FALSE;
    }

  return TRUE;
}

/* How many values a range has; a double, because it can be any size before it is judged. */
static double
count_values (const TwinRange *range)
{
  return floor ((range->upper - range->lower) / range->step + SLACK) + 1;
}

/* By number, not by adding steps up, so that no rounding adds up; and never beyond the end. */
static double
get_value (const TwinRange *range,
           gsize i)
{
  return MIN (range->lower + i * range->step, range->upper);
}

static void
get_point (const TwinSearch *self,
           const gsize *numbers,
           double *values)
{
  for (guint i = 0; i < self->type->n_decisions; i++)
    values[i] = get_value (&self->ranges[i], numbers[i]);
}

/* Steps to the next point of the grid, the last decision first; FALSE after the last point. */
static gboolean
next_point (const TwinSearch *self,
            gsize *numbers)
{
  for (guint i = self->type->n_decisions; i-- > 0;)
    {
      if (++numbers[i] < (gsize) count_values (&self->ranges[i]))
        return TRUE;
      numbers[i] = 0;
    }

  return FALSE;
}

/* Appends policies to @policies; only looks whether there is one where @policies is NULL. */
static gboolean
enumerate (const TwinSearch *self,
           GArray *policies)
{
  guint n_decisions = self->type->n_decisions;
  g_autofree gsize *numbers = g_new0 (gsize, n_decisions);
  g_autofree double *values = g_new (double, n_decisions);
  g_autoptr (GArray) pairs = list_pairs (self->type);
  gboolean found = FALSE;

  do
    {
      get_point (self, numbers, values);
      if (!is_policy (values, pairs))
        continue;

      found = TRUE;
      if (policies == NULL)
        break;
      g_array_append_vals (policies, values, n_decisions);
    }
  while (next_point (self, numbers));

  return found;
}

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

/* A grid's points, or where there is none the values of its widest range. */
static double
count_size (const TwinSearch *self,
            guint *widest)
{
  double n_points = 1, most = 0;

  *widest = 0;
  for (guint i = 0; i < self->type->n_decisions; i++)
    {
      double n = count_values (&self->ranges[i]);

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
  g_autoptr (GArray) pairs = list_pairs (self->type);

  if (enumerate (self, NULL))
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
  g_autoptr (GArray) pairs = list_pairs (self->type);

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

  return check_number ("optimize.target", self->target, self->type->target_lower,
                       self->type->target_upper, FALSE, error) &&
         check_number ("optimize.policies", self->budget, 1, TWIN_MAX_POLICIES, TRUE, error) &&
         check_ranges (self, error) && check_size (self, error) &&
         (twin_search_is_grid (self->type) ? check_policies (self, error)
                                           : check_pairs (self, error));
}

GArray *
twin_search_list_policies (const TwinSearch *self,
                           gsize *n_policies)
{
  GArray *policies;

  g_return_val_if_fail (self != NULL && n_policies != NULL, NULL);
  g_return_val_if_fail (twin_search_check (self, NULL), NULL);
  g_return_val_if_fail (twin_search_is_grid (self->type), NULL);

  policies = g_array_new (FALSE, FALSE, sizeof (double));
  enumerate (self, policies);
  *n_policies = self->type->n_decisions > 0 ? policies->len / self->type->n_decisions : 1;

  return policies;
}

gsize
twin_search_count_policies (const TwinSearch *self)
{
  g_autoptr (GArray) policies = NULL;
  gsize n_policies;

  g_return_val_if_fail (self != NULL, 0);

  if (!twin_search_is_grid (self->type))
    return self->budget;
  policies = twin_search_list_policies (self, &n_policies);

  return n_policies;
}
