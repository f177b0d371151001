/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "twin-application.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (TwinApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TWIN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = twin_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
