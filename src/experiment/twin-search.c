/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-search-private.h"

#include <math.h>
#include <string.h>

/* How far short of a grid point, in steps, the end of a range may be and still include it. */
#define SLACK 1e-9

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

GArray *
twin_search_list_pairs (const TwinModelType *type)
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

  pairs = twin_search_list_pairs (type);
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

double
twin_range_count_values (const TwinRange *range)
{
  return floor ((range->upper - range->lower) / range->step + SLACK) + 1;
}

/* By number, not by adding steps up, so that no rounding adds up; and never beyond the end. */
double
twin_range_get_value (const TwinRange *range,
                      double number)
{
  return MIN (range->lower + number * range->step, range->upper);
}

static void
get_point (const TwinSearch *self,
           const gsize *numbers,
           double *values)
{
  for (guint i = 0; i < self->type->n_decisions; i++)
    values[i] = twin_range_get_value (&self->ranges[i], numbers[i]);
}

/* Steps to the next point of the grid, the last decision first; FALSE after the last point. */
static gboolean
next_point (const TwinSearch *self,
            gsize *numbers)
{
  for (guint i = self->type->n_decisions; i-- > 0;)
    {
      if (++numbers[i] < (gsize) twin_range_count_values (&self->ranges[i]))
        return TRUE;
      numbers[i] = 0;
    }

  return FALSE;
}

gboolean
twin_search_enumerate (const TwinSearch *self,
                       GArray *policies)
{
  guint n_decisions = self->type->n_decisions;
  g_autofree gsize *numbers = g_new0 (gsize, n_decisions);
  g_autofree double *values = g_new (double, n_decisions);
  g_autoptr (GArray) pairs = twin_search_list_pairs (self->type);
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

GArray *
twin_search_list_policies (const TwinSearch *self,
                           gsize *n_policies)
{
  GArray *policies;

  g_return_val_if_fail (self != NULL && n_policies != NULL, NULL);
  g_return_val_if_fail (twin_search_check (self, NULL), NULL);
  g_return_val_if_fail (twin_search_is_grid (self->type), NULL);

  policies = g_array_new (FALSE, FALSE, sizeof (double));
  twin_search_enumerate (self, policies);
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
