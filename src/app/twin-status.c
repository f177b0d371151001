/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-status.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "twin-figure.h"

/* Nobody can read an estimate sooner, and it would be a poor one. */
#define ESTIMATE_AFTER_SECONDS 1.0
#define ESTIMATE_AFTER_FRACTION 0.02

static char *
format_count (gsize count)
{
  return twin_number_format ((double) count, TWIN_NUMBER_COUNT);
}

/* A name, not an amount: without grouping. */
static char *
format_seed (uint64_t seed)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, (guint64) seed);
}

char *
twin_status_format_seconds (double seconds)
{
  g_autofree char *number = NULL;
  g_autofree char *rest = NULL;

  if (seconds < 0.9995)
    {
      number = twin_number_format_fixed (MAX (seconds * 1000, 1), TWIN_NUMBER_PLAIN, 0);
      /* Translators: milliseconds */
      return g_strdup_printf (_("%s ms"), number);
    }
  if (seconds < 99.95)
    {
      number = twin_number_format_fixed (seconds, TWIN_NUMBER_PLAIN, 1);
      /* Translators: seconds */
      return g_strdup_printf (_("%s s"), number);
    }
  seconds = round (seconds);
  number = twin_number_format_fixed (floor (seconds / 60), TWIN_NUMBER_PLAIN, 0);
  rest = twin_number_format_fixed (fmod (seconds, 60), TWIN_NUMBER_PLAIN, 0);
  /* Translators: minutes and seconds */
  return g_strdup_printf (_("%s min %s s"), number, rest);
}

char *
twin_status_for_run (const TwinRun *run,
                     gsize          n)
{
  const gsize done = twin_run_get_n (run);
  g_autofree char *count = format_count (done);
  g_autofree char *wanted = format_count (n);
  g_autofree char *seed = format_seed (twin_run_get_seed (run));
  g_autofree char *time = twin_status_format_seconds (twin_run_get_seconds (run));

  if (done < n)
    /* Translators: replications so far and in all, seed */
    return g_strdup_printf (ngettext ("First %s of %s replication, seed %s",
                                      "First %s of %s replications, seed %s", n),
                            count, wanted, seed);
  /* Translators: "1,000 replications, seed 42, 36 ms" */
  return g_strdup_printf (ngettext ("%s replication, seed %s, %s",
                                    "%s replications, seed %s, %s", done),
                          count, seed, time);
}

char *
twin_status_for_scenarios (guint    n_scenarios,
                           gsize    n,
                           gsize    n_wanted,
                           uint64_t seed,
                           double   seconds)
{
  g_autofree char *scenarios = format_count (n_scenarios);
  g_autofree char *count = format_count (n);
  g_autofree char *seed_text = format_seed (seed);
  g_autofree char *time = twin_status_format_seconds (seconds);

  if (n < n_wanted)
    {
      g_autofree char *wanted = format_count (n_wanted);

      /* Translators: scenarios, replications so far and in all, seed */
      return g_strdup_printf (ngettext ("%s scenario, first %s of %s replications, seed %s",
                                        "%s scenarios, first %s of %s replications each, seed %s",
                                        n_scenarios),
                              scenarios, count, wanted, seed_text);
    }
  if (n == 1)
    /* Translators: "3 scenarios, one replication each, seed 42, 36 ms" */
    return g_strdup_printf (ngettext ("%s scenario, one replication, seed %s, %s",
                                      "%s scenarios, one replication each, seed %s, %s",
                                      n_scenarios),
                            scenarios, seed_text, time);
  /* Translators: "3 scenarios, 1,000 replications each, seed 42, 36 ms" */
  return g_strdup_printf (ngettext ("%s scenario, %s replications, seed %s, %s",
                                    "%s scenarios, %s replications each, seed %s, %s",
                                    n_scenarios),
                          scenarios, count, seed_text, time);
}

char *
twin_status_for_policies (gsize    n_policies,
                          gsize    n,
                          gsize    n_wanted,
                          gboolean fewer,
                          uint64_t seed,
                          double   seconds)
{
  g_autofree char *policies = format_count (n_policies);
  g_autofree char *count = format_count (n);
  g_autofree char *seed_text = format_seed (seed);
  g_autofree char *time = twin_status_format_seconds (seconds);

  if (n < n_wanted)
    {
      g_autofree char *wanted = format_count (n_wanted);

      /* Translators: "20,100 policies, first 8 of 1,000 replications each, seed 42" */
      return g_strdup_printf (ngettext ("%s policy, first %s of %s replications, seed %s",
                                        "%s policies, first %s of %s replications each, seed %s",
                                        n_policies),
                              policies, count, wanted, seed_text);
    }
  if (n == 1)
    /* Translators: "289 policies, one replication each, seed 42, 4.1 s" */
    return g_strdup_printf (ngettext ("%s policy, one replication, seed %s, %s",
                                      "%s policies, one replication each, seed %s, %s", n_policies),
                            policies, seed_text, time);
  if (fewer)
    /* Translators: "289 policies, up to 1,000 replications each, seed 42, 4.1 s" */
    return g_strdup_printf (ngettext ("%s policy, up to %s replications, seed %s, %s",
                                      "%s policies, up to %s replications each, seed %s, %s",
                                      n_policies),
                            policies, count, seed_text, time);
  /* Translators: "289 policies, 1,000 replications each, seed 42, 4.1 s" */
  return g_strdup_printf (ngettext ("%s policy, %s replications, seed %s, %s",
                                    "%s policies, %s replications each, seed %s, %s",
                                    n_policies),
                          policies, count, seed_text, time);
}

char *
twin_status_format_time_left (double seconds_so_far,
                              double fraction)
{
  double left;
  guint number;

  if (seconds_so_far < ESTIMATE_AFTER_SECONDS || fraction < ESTIMATE_AFTER_FRACTION)
    return NULL;
  left = seconds_so_far * (1 - fraction) / fraction;
  if (left < 10)
    return g_strdup (_("A few seconds left"));
  if (left < 55)
    {
      number = (guint) (ceil (left / 10) * 10);
      return g_strdup_printf (ngettext ("About %u second left", "About %u seconds left", number),
                              number);
    }
  if (left < 55 * 60)
    {
      number = (guint) ceil (left / 60 - 0.1);
      return g_strdup_printf (ngettext ("About %u minute left", "About %u minutes left", number),
                              number);
    }
  number = (guint) MAX (round (left / 3600), 1);
  return g_strdup_printf (ngettext ("About %u hour left", "About %u hours left", number), number);
}
