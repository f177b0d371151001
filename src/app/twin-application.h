/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * TwinApplication:
 *
 * The app: its windows share one pool of threads and one set of settings.
 */
#define TWIN_TYPE_APPLICATION (twin_application_get_type ())
G_DECLARE_FINAL_TYPE (TwinApplication, twin_application, TWIN, APPLICATION, AdwApplication)

TwinApplication *twin_application_new (void);

G_END_DECLS
