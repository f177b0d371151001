/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-model-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "network/twin-network.h"
#include "warehouse/twin-warehouse.h"

/* Every twin, in the order in which people choose among them. */
static const TwinModelType *const types[] = {
  &twin_warehouse_type,
  &twin_network_type,
  NULL,
};

const TwinModelType *const *
twin_model_type_list (void)
{
  return types;
}

const TwinModelType *
twin_model_type_find (const char *name,
                      GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; types[i] != NULL; i++)
    {
      if (strcmp (types[i]->name, name) == 0)
        return types[i];
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", types[i]->name);
    }
  g_propagate_error (error, twin_error_new (TWIN_ERROR_UNKNOWN_KEY, "model",
                                            _("model: “%s” is not known; it can be one of: %s"),
                                            name, names->str));
  return NULL;
}

int
twin_model_type_find_metric (const TwinModelType *type,
                             const char *name)
{
  for (guint i = 0; i < type->n_metrics; i++)
    if (strcmp (type->metrics[i].name, name) == 0)
      return (int) i;
  return -1;
}

guint
twin_model_type_get_metric (const TwinModelType *type,
                            TwinMetricFlags flag)
{
  for (guint i = 0; i < type->n_metrics; i++)
    if (type->metrics[i].flags & flag)
      return i;
  g_return_val_if_reached (0);
}
