/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-cli.h"

/* Of a large network there is much to say; this many are enough to see what is meant. */
#define MOST 5

void
twin_cli_remark_model (const TwinCli *self,
                       const TwinModel *model,
                       const char *title,
                       GPtrArray *said)
{
  g_autoptr (GPtrArray) remarks = twin_model_list_remarks (model);
  guint n_new = 0;

  for (guint i = 0; i < remarks->len; i++)
    {
      const TwinRemark *remark = g_ptr_array_index (remarks, i);

      if (g_ptr_array_find_with_equal_func (said, remark->text, g_str_equal, NULL))
        continue;
      g_ptr_array_add (said, g_strdup (remark->text));
      if (n_new++ >= MOST)
        continue;
      if (title != NULL)
        /* Translators: a scenario and a remark about it */
        twin_cli_remark (self, _("%s: %s"), title, remark->text);
      else
        twin_cli_remark (self, "%s", remark->text);
    }
  if (n_new > MOST)
    twin_cli_remark (self, ngettext ("… and %u remark more", "… and %u remarks more", n_new - MOST),
                     n_new - MOST);
}
