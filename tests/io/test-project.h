/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-project.h"

/* Projects as files have them, for tests of what is written and read. */

/** A new project of the warehouse. */
TwinProject *test_project_new (void);
/** Reads a project that is all right. */
TwinProject *test_project_from_json (const char *text);
/** Asserts that it is the same after it was written and read, and written the same again. */
void test_project_assert_round_trip (const TwinProject *project);
