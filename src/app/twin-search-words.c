/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-search-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "twin-error.h"
#include "twin-figure.h"
#include "twin-number-text.h"

#define PREFIX "optimize."

typedef enum
{
  NUMBER_TARGET,
  NUMBER_POLICIES,
  NUMBER_MIN,
  NUMBER_MAX,
  NUMBER_STEP
} Number;

/* A key of a search, taken apart. */
typedef struct
{
  Number number;
  guint decision; /* of a range's numbers */
} Place;

static gboolean
read_range_key (Place               *place,
                const TwinModelType *type,
                const char          *key)
{
  static const char *const ends[] = { ".min", ".max", ".step" };

  for (guint decision = 0; decision < type->n_decisions; decision++)
    for (guint end = 0; end < G_N_ELEMENTS (ends); end++)
      {
        const char *range = type->decisions[decision].key;

        if (!g_str_has_prefix (key, range) || strcmp (key + strlen (range), ends[end]) != 0)
          continue;
        *place = (Place){ NUMBER_MIN + end, decision };
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_key (Place               *place,
          const TwinModelType *type,
          const char          *key)
{
  if (key == NULL || !g_str_has_prefix (key, PREFIX))
    return FALSE;
  key += strlen (PREFIX);
  if (strcmp (key, "target") == 0)
    *place = (Place){ .number = NUMBER_TARGET };
  else if (strcmp (key, "policies") == 0)
    *place = (Place){ .number = NUMBER_POLICIES };
  else
    return read_range_key (place, type, key);
  return TRUE;
}

char *
twin_search_words_title (const TwinModelType *type,
                         const char          *key)
{
  static const char *const ends[]
      = { NC_("range", "From"), NC_("range", "To"), NC_("range", "Step") };
  const TwinMetric *service =
      &type->metrics[twin_model_type_get_metric (type, TWIN_METRIC_SERVICE)];
  g_autofree char *range = NULL;
  Place place;

  if (!read_key (&place, type, key))
    return NULL;
  if (place.number == NUMBER_TARGET)
    return g_strdup (_(service->title));
  if (place.number == NUMBER_POLICIES)
    return g_strdup (_("Policies at most"));
  range = twin_figure_format_range_title (type, place.decision);
  /* Translators: a range and which of its numbers: "Order up to S: To" */
  return g_strdup_printf (_("%s: %s"), range, 
                          g_dpgettext2 (GETTEXT_PACKAGE, "range", ends[place.number - NUMBER_MIN]));
}

/* Takes both. */
static char *
say_bounds (char *lower,
            char *upper)
{
  g_autofree char *from = lower;
  g_autofree char *to = upper;

  return g_strdup_printf (_("Must be from %s to %s"), from, to);
}

static char *
say_least (double least)
{
  g_autofree char *text = twin_number_text_format_grouped (least);

  return g_strdup_printf (_("Must not be below %s"), text);
}

static char *
describe_bounds (const TwinSearch *search,
                 const Place      *place)
{
  const TwinModelType *type = search->type;
  const TwinParameter *parameter;
  double lower;

  if (place->number == NUMBER_TARGET)
    return say_bounds (twin_number_format (type->target_lower, TWIN_NUMBER_SHARE),
                       twin_number_format (type->target_upper, TWIN_NUMBER_SHARE));
  if (place->number == NUMBER_POLICIES)
    return say_bounds (twin_number_format (1, TWIN_NUMBER_COUNT),
                       twin_number_format (TWIN_MAX_POLICIES, TWIN_NUMBER_COUNT));
  parameter = twin_search_get_parameter (type, place->decision);
  if (place->number == NUMBER_STEP)
    return parameter->type == TWIN_PARAMETER_WHOLE ? say_least (1)
                                                   : g_strdup (_("Must be above 0"));
  lower = place->number == NUMBER_MIN ? parameter->lower : search->ranges[place->decision].lower;
  if (!isfinite (parameter->upper))
    return say_least (lower);
  return say_bounds (twin_number_text_format_grouped (lower),
                     twin_number_text_format_grouped (parameter->upper));
}

/* The range of s leaves no room below that of S. */
static char *
describe_conflict (const TwinSearch *search,
                   guint             greater)
{
  const int lesser = twin_search_get_below (search->type, greater, NULL);
  g_autofree char *title = NULL;
  g_autofree char *least = NULL;

  if (lesser < 0)
    return NULL;
  title = twin_figure_format_range_title (search->type, (guint) lesser);
  least = twin_number_text_format_grouped (search->ranges[lesser].lower);
  /* Translators: the title of another range and its lower end. */
  return g_strdup_printf (_("No policy is left; this must reach above the least “%s”, which is %s"),
                          title, least);
}

static char *
describe_size (const TwinSearch *search)
{
  g_autofree char *most = twin_number_format (TWIN_MAX_POLICIES, TWIN_NUMBER_COUNT);

  if (twin_search_is_grid (search->type))
    return g_strdup_printf (_("More than %s policies; take larger steps or narrower ranges"), most);
  return g_strdup_printf (_("More than %s values; take larger steps or a narrower range"), most);
}

char *
twin_search_words_describe (const TwinSearch *search,
                            const GError     *problem)
{
  Place place;

  g_return_val_if_fail (search != NULL && problem != NULL, NULL);

  if (!read_key (&place, search->type, twin_error_get_key (problem)))
    return NULL;
  if (g_error_matches (problem, TWIN_ERROR, TWIN_ERROR_OUT_OF_BOUNDS))
    return describe_bounds (search, &place);
  if (g_error_matches (problem, TWIN_ERROR, TWIN_ERROR_CONFLICT))
    return describe_conflict (search, place.decision);
  if (g_error_matches (problem, TWIN_ERROR, TWIN_ERROR_TOO_LARGE))
    return describe_size (search);
  return NULL;
}
