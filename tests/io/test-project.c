/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-project.h"

#include "twin-project-file.h"

TwinProject *
test_project_new (void)
{
  return twin_project_new (twin_model_type_find ("warehouse", NULL));
}

TwinProject *
test_project_from_json (const char *text)
{
  g_autoptr (GError) error = NULL;
  TwinProject *project = twin_project_from_json (text, -1, "f.twin", &error);

  g_assert_no_error (error);
  return project;
}

void
test_project_assert_round_trip (const TwinProject *project)
{
  g_autofree char *text = twin_project_to_json (project);
  g_autoptr (TwinProject) back = test_project_from_json (text);
  g_autofree char *again = twin_project_to_json (back);

  g_assert_true (twin_project_equal (project, back));
  g_assert_cmpstr (text, ==, again);
}
