/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What undo and redo bring back. The clock is the test's own. */

#include "twin-history.h"

/* Projects are told from each other by their seed. */
static TwinProject *
create_project (guint64 seed)
{
  TwinProject *project = twin_project_new (twin_model_type_list ()[0]);

  project->seed = seed;
  return project;
}

static TwinProject *
assert_undo (TwinHistory *history,
             TwinProject *current,
             guint64 seed)
{
  TwinProject *before = twin_history_undo (history, current);

  g_assert_cmpuint (before->seed, ==, seed);
  return before;
}

static TwinProject *
assert_redo (TwinHistory *history,
             TwinProject *current,
             guint64 seed)
{
  TwinProject *after = twin_history_redo (history, current);

  g_assert_cmpuint (after->seed, ==, seed);
  return after;
}

static void
test_steps (void)
{
  g_autoptr (TwinHistory) history = twin_history_new ();
  TwinProject *current;

  g_assert_false (twin_history_can_undo (history));
  g_assert_false (twin_history_can_redo (history));
  twin_history_add (history, create_project (1), NULL, 0);
  twin_history_add (history, create_project (2), NULL, 0);

  current = assert_undo (history, create_project (3), 2);
  current = assert_undo (history, current, 1);
  g_assert_false (twin_history_can_undo (history));
  current = assert_redo (history, current, 2);
  current = assert_redo (history, current, 3);
  g_assert_false (twin_history_can_redo (history));

  /* An edit ends what could be redone. */
  current = assert_undo (history, current, 2);
  twin_history_add (history, current, NULL, 0);
  g_assert_false (twin_history_can_redo (history));
  g_assert_true (twin_history_can_undo (history));
}

static void
test_merge (void)
{
  g_autoptr (TwinHistory) history = twin_history_new ();
  gint64 now = 5 * TWIN_HISTORY_MERGE;

  /* A slider dragged for three seconds */
  for (guint64 seed = 1; seed <= 6; seed++, now += TWIN_HISTORY_MERGE / 2)
    twin_history_add (history, create_project (seed), "reorder_point", now);
  twin_project_free (assert_undo (history, create_project (7), 1));
  g_assert_false (twin_history_can_undo (history));
}

static void
test_no_merge (void)
{
  g_autoptr (TwinHistory) history = twin_history_new ();
  gint64 now = 5 * TWIN_HISTORY_MERGE;
  TwinProject *current;

  twin_history_add (history, create_project (1), "a", now);
  twin_history_add (history, create_project (2), "b", now);                      /* another one */
  twin_history_add (history, create_project (3), "b", now + TWIN_HISTORY_MERGE); /* too late */
  twin_history_close_step (history);                                             /* saved */
  twin_history_add (history, create_project (4), "b", now + TWIN_HISTORY_MERGE);

  current = assert_undo (history, create_project (5), 4);
  current = assert_undo (history, current, 3);
  current = assert_undo (history, current, 2);
  current = assert_undo (history, current, 1);
  g_assert_false (twin_history_can_undo (history));

  /* Nor after undo, though the subject is the same */
  twin_history_add (history, current, "b", now + TWIN_HISTORY_MERGE);
  twin_history_add (history, create_project (6), "b", now + TWIN_HISTORY_MERGE);
  twin_project_free (assert_undo (history, create_project (7), 1));
  g_assert_false (twin_history_can_undo (history));
}

static void
test_bounded (void)
{
  g_autoptr (TwinHistory) history = twin_history_new ();
  TwinProject *current = create_project (0);
  guint steps = 0;

  for (guint64 seed = 1; seed <= TWIN_HISTORY_MAX + 10; seed++)
    twin_history_add (history, create_project (seed), NULL, 0);
  for (; twin_history_can_undo (history); steps++)
    current = twin_history_undo (history, current);

  g_assert_cmpuint (steps, ==, TWIN_HISTORY_MAX);
  g_assert_cmpuint (current->seed, ==, 11);
  twin_project_free (current);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/merge", test_merge);
  g_test_add_func ("/history/no-merge", test_no_merge);
  g_test_add_func ("/history/bounded", test_bounded);
  return g_test_run ();
}
