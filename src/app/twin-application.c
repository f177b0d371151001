/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "twin-application.h"
#include "twin-examples.h"
#include "twin-number.h"
#include "twin-window.h"

#define NARROW_SPACE 0x202f /* no-break */

struct _TwinApplication
{
  AdwApplication parent_instance;

  TwinPool *pool;
  GSettings *settings; /* or NULL, where no schema is installed */
};

G_DEFINE_FINAL_TYPE (TwinApplication, twin_application, ADW_TYPE_APPLICATION)

static const char *const developers[] = { "The Inventory Twin authors", NULL };

/* The first thing people see is a project with results that is worth playing with. */
static TwinWindow *
create_first_window (TwinApplication *self)
{
  guint n_examples;
  g_autoptr (GError) error = NULL;
  TwinProject *project = twin_example_load (twin_examples_list (&n_examples), &error);

  if (project == NULL)
    {
      g_warning ("%s", error->message);
      project = twin_project_new (twin_model_type_list ()[0]);
    }

  return twin_window_new (GTK_APPLICATION (self), project, NULL, self->pool, self->settings);
}

static TwinWindow *
get_window (TwinApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return TWIN_IS_WINDOW (window) ? TWIN_WINDOW (window) : create_first_window (self);
}

static void
twin_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (TWIN_APPLICATION (application))));
}

static void
twin_application_open (GApplication *application,
                       GFile **files,
                       int n_files,
                       const char *hint)
{
  TwinWindow *window = get_window (TWIN_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    twin_window_open (window, files[i]);
}

static void
on_quit (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (data)),
                                     (GCopyFunc) (GCallback) g_object_ref, NULL);

  /* Each asks for itself; the program ends when the last one is gone. Dialogs go with theirs. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (TWIN_IS_WINDOW (l->data))
      gtk_window_close (l->data);
  g_list_free_full (windows, g_object_unref);
}

static void
on_about (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (data));

  adw_show_about_window (parent, "application-name", _("Inventory Twin"), "application-icon",
                         TWIN_APP_ID, "version", TWIN_VERSION, "developer-name",
                         developers[0], "developers", developers, "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _("A digital twin of an inventory: turn a slider and watch what happens "
                           "to service and cost."),
                         "translator-credits", _("translator-credits"), NULL);
}

static void
set_accels (TwinApplication *self)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Control>q" } },
    { "win.new", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.export-csv", { "<Control>e" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.run-again", { "<Control>r" } },
    { "win.stop", { "Escape" } },
    { "win.show-sidebar", { "F9" } },
    { "win.move-page(1)", { "<Control>Page_Down" } },
    { "win.move-page(-1)", { "<Control>Page_Up" } },
    { "win.show-page('run')", { "<Control>1" } },
    { "win.show-page('scenario')", { "<Control>2" } },
    { "win.show-page('optimize')", { "<Control>3" } },
    { "win.show-assumptions", { "F1" } },
    { "win.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].accels);
}

/* Running from a build folder without its schema must not end the program, as g_settings_new()
 * would; nothing is remembered then. */
static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, TWIN_APP_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* The interface's own font (Cantarell, say) may have no narrow space. Pango then makes one of half the
 * width of its space, and thousands run together. */
static void
fit_spaces (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  PangoFontDescription *description;
  PangoContext *context;
  PangoFont *font;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  description = pango_font_description_from_string (name != NULL ? name : "Sans");
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  font = pango_context_load_font (context, description);
  twin_number_set_wide_spaces (font != NULL && !pango_font_has_char (font, NARROW_SPACE));
  g_clear_object (&font);
  g_object_unref (context);
  pango_font_description_free (description);
}

static void
follow_font (TwinApplication *self)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (settings == NULL)
    return;
  fit_spaces (settings);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (fit_spaces), self, 0);
}

static void
twin_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "quit", .activate = on_quit },
    { .name = "about", .activate = on_about },
  };
  TwinApplication *self = TWIN_APPLICATION (application);

  G_APPLICATION_CLASS (twin_application_parent_class)->startup (application);

  self->pool = twin_pool_new (0);
  self->settings = create_settings ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (self);
  follow_font (self);
  twin_number_set_right_to_left (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  gtk_window_set_default_icon_name (TWIN_APP_ID);
}

static void
twin_application_shutdown (GApplication *application)
{
  TwinApplication *self = TWIN_APPLICATION (application);

  g_clear_pointer (&self->pool, twin_pool_unref);
  g_clear_object (&self->settings);

  G_APPLICATION_CLASS (twin_application_parent_class)->shutdown (application);
}

static int
twin_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("inventory-twin %s\n", TWIN_VERSION);
      return 0;
    }

  return -1;
}

TwinApplication *
twin_application_new (void)
{
  return g_object_new (TWIN_TYPE_APPLICATION, "application-id", TWIN_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/inventorytwin/InventoryTwin", NULL);
}

static void
twin_application_class_init (TwinApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = twin_application_activate;
  application_class->open = twin_application_open;
  application_class->startup = twin_application_startup;
  application_class->shutdown = twin_application_shutdown;
  application_class->handle_local_options = twin_application_handle_local_options;
}

static void
twin_application_init (TwinApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _("Show the version and exit"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
}
