/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded into gtk4-builder-tool, which by itself knows none but GTK's own types. */

#include <adwaita.h>

static void __attribute__ ((constructor))
register_types (void)
{
  adw_init ();
}
