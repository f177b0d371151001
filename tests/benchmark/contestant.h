/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdio.h>
#include <time.h>

/* What compare.py asks of everyone it compares: a line in, one round of work, a line out. */

typedef struct
{
  double events;    /* demands + orders */
  double fill_rate; /* means over the replications */
  double total_cost;
} Round;

typedef Round (*RoundFunc) (void *data);

static inline double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

/* Runs a round for every line of standard input, after one to warm up. */
static inline int
serve_rounds (RoundFunc func,
              void *data)
{
  char line[16];

  func (data);
  puts ("ready");
  fflush (stdout);

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      double begin = cpu_seconds ();
      Round round = func (data);

      printf ("%.9g %.17g %.17g %.17g\n", cpu_seconds () - begin, round.events, round.fill_rate,
              round.total_cost);
      fflush (stdout);
    }
  return 0;
}
