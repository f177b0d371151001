/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "twin-examples.h"
#include "twin-project-file.h"

#define FOLDER "/io/github/inventorytwin/InventoryTwin/examples/"

static const TwinExample examples[] = {
  { "first-steps", N_("First Steps") },
  /* xgettext:no-c-format */
  { "spare-parts", N_("Spare Parts, 98 % Service") },
  { "long-lead-times", N_("Long Lead Times") },
  { "lost-sales-shop", N_("Lost Sales Shop") },
  { "no-feasible-policy", N_("No Policy Meets the Target") },
  { "coffee-shops", N_("Network: Three Coffee Shops") },
  { "two-products", N_("Network: Two Products") },
};

const TwinExample *
twin_examples_list (guint *n_examples)
{
  *n_examples = G_N_ELEMENTS (examples);
  return examples;
}

const TwinExample *
twin_examples_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    if (g_strcmp0 (examples[i].name, name) == 0)
      return &examples[i];

  return NULL;
}

TwinProject *
twin_example_load (const TwinExample *example,
                   GError **error)
{
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (example != NULL, NULL);

  file = g_strconcat (example->name, TWIN_PROJECT_SUFFIX, NULL);
  path = g_strconcat (FOLDER, file, NULL);
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  text = g_bytes_get_data (bytes, &length);
  return twin_project_from_json (text, length, file, error);
}
