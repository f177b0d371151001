/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-scenario-edits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static TwinProject *
dup_project (TwinDocument *document)
{
  return twin_project_copy (twin_document_get_project (document));
}

static void
replace (TwinProject  *project,
         guint         number,
         TwinScenario *scenario)
{
  twin_scenario_free (project->scenarios->pdata[number]);
  project->scenarios->pdata[number] = scenario;
}

void
twin_scenario_edits_put (TwinDocument       *document,
                         int                 number,
                         const TwinScenario *scenario)
{
  TwinProject *project = dup_project (document);

  if (number > 0 && (guint) number < project->scenarios->len)
    replace (project, (guint) number, twin_scenario_copy (scenario));
  else
    g_ptr_array_add (project->scenarios, twin_scenario_copy (scenario));
  twin_document_edit (document, project, NULL);
}

static gboolean
has_name (const TwinProject *project,
          const char        *name)
{
  for (guint i = 0; i < project->scenarios->len; i++)
    if (strcmp (((const TwinScenario *) project->scenarios->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

void
twin_scenario_edits_duplicate (TwinDocument *document,
                               guint         number)
{
  TwinProject *project = dup_project (document);
  TwinScenario *copy;
  char *name = NULL;
  guint suffix = 1;

  copy = twin_scenario_copy (project->scenarios->pdata[number]);
  do
    {
      g_free (name);
      name = g_strdup_printf ("%s_%u", copy->name, ++suffix);
    }
  while (has_name (project, name));

  g_free (copy->name);
  copy->name = name;
  name = copy->title;
  /* Translators: the title of a duplicate: "Demand spike (2)" */
  copy->title = g_strdup_printf (_("%s (%u)"), name, suffix);
  g_free (name);
  g_ptr_array_insert (project->scenarios, (int) number + 1, copy);
  twin_document_edit (document, project, NULL);
}

void
twin_scenario_edits_remove (TwinDocument *document,
                            guint         number)
{
  TwinProject *project;

  g_return_if_fail (number > 0);

  project = dup_project (document);
  g_ptr_array_remove_index (project->scenarios, number);
  twin_document_edit (document, project, NULL);
}

void
twin_scenario_edits_set_strength (TwinDocument *document,
                                  guint         number,
                                  double        value)
{
  TwinProject *project = dup_project (document);
  TwinScenario *scenario = project->scenarios->pdata[number];
  g_autofree char *subject = g_strdup_printf ("scenario.%s", scenario->name);

  for (guint i = 0; i < scenario->changes->len; i++)
    {
      TwinChange *change = &g_array_index (scenario->changes, TwinChange, i);

      if (change->text == NULL)
        change->value = value;
    }
  twin_document_edit (document, project, subject);
}

void
twin_scenario_edits_reset (TwinDocument *document)
{
  TwinProject *project = dup_project (document);

  g_ptr_array_unref (project->scenarios);
  project->scenarios = twin_scenario_list_presets (project->type);
  twin_document_edit (document, project, NULL);
}
