/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-application.h"
#include "twin-locale.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (TwinApplication) application = NULL;

  twin_locale_init ();
  application = twin_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
