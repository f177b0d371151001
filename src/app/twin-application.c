/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "twin-application-private.h"
#include "twin-compat.h"
#include "twin-examples.h"
#include "twin-help.h"
#include "twin-number.h"

#define NARROW_SPACE 0x202f /* no-break */

G_DEFINE_FINAL_TYPE (TwinApplication, twin_application, ADW_TYPE_APPLICATION)

static const char *const developers[] = { "The Inventory Twin authors", NULL };

/* The first thing people see is a project with results that is worth playing with. */
static TwinWindow *
create_first_window (TwinApplication *self)
{
  guint n_examples;
  g_autoptr (GError) error = NULL;
  const TwinExample *example = twin_examples_list (&n_examples);
  TwinProject *project = twin_example_load (example, &error);

  if (project == NULL)
    {
      g_warning ("%s", error->message);
      project = twin_project_new (twin_model_type_list ()[0]);
      example = NULL;
    }

  return twin_window_new (GTK_APPLICATION (self), project, example, self->pool, self->settings);
}

TwinWindow *
_twin_application_get_front (TwinApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (TWIN_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

TwinWindow *
_twin_application_get_window (TwinApplication *self)
{
  TwinWindow *window = _twin_application_get_front (self);

  return window != NULL ? window : create_first_window (self);
}

static void
twin_application_activate (GApplication *application)
{
  TwinApplication *self = TWIN_APPLICATION (application);

  if (!_twin_application_restore (self, FALSE))
    gtk_window_present (GTK_WINDOW (_twin_application_get_window (self)));
}

static void
twin_application_open (GApplication *application,
                       GFile **files,
                       int n_files,
                       const char *hint)
{
  TwinApplication *self = TWIN_APPLICATION (application);
  gboolean waits;
  TwinWindow *window;

  /* There is something to see, also where a window has it already. A question that stands there is
   * about its own window from now on. */
  _twin_application_stay (self);
  waits = _twin_application_restore (self, TRUE) || self->n_restoring > 0;
  window = waits ? NULL : _twin_application_get_window (self);

  for (int i = 0; i < n_files; i++)
    if (waits)
      g_ptr_array_add (self->wishes, g_object_ref (files[i]));
    else
      twin_window_open (window, files[i]);
}

static void
twin_application_window_added (GtkApplication *application,
                               GtkWindow *window)
{
  GTK_APPLICATION_CLASS (twin_application_parent_class)->window_added (application, window);

  if (!TWIN_IS_WINDOW (window))
    return;

  /* While a window asks, others can still begin and open projects. */
  _twin_application_stay (TWIN_APPLICATION (application));
  g_signal_connect_object (window, "stayed", G_CALLBACK (_twin_application_stay), application,
                           G_CONNECT_SWAPPED);
}

static void
twin_application_window_removed (GtkApplication *application,
                                 GtkWindow *window)
{
  GTK_APPLICATION_CLASS (twin_application_parent_class)->window_removed (application, window);

  if (TWIN_IS_WINDOW (window))
    _twin_application_go_on_quitting (TWIN_APPLICATION (application));
}

/* The session of the desktop ends, or somebody ends the program from outside: nobody can be asked, but
 * all that is not saved is noted, and comes back at the next start. */
static gboolean
on_terminated (gpointer data)
{
  g_application_quit (G_APPLICATION (data));
  return G_SOURCE_CONTINUE;
}

/* What the menu does */

static void
on_quit (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  _twin_application_quit (data);
}

static void
on_help_shown (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (TwinWindow) window = data;
  g_autoptr (GError) error = NULL;

  if (!twin_help_show_finish (result, &error))
    twin_window_show_toast (window, error->message);
}

static void
on_help (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  TwinWindow *window = _twin_application_get_window (TWIN_APPLICATION (data));

  twin_help_show (GTK_WINDOW (window), on_help_shown, g_object_ref (window));
}

/* Nobody, unless a translation names people: then there is no such line. */
static const char *
get_translators (void)
{
  /* Translators: your name, and yours only; or leave this as it is. */
  const char *names = _("translator-credits");

  return g_str_equal (names, "translator-credits") ? "" : names;
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
                         "translator-credits", get_translators (), NULL);
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
    { "win.move-pane(1)", { "F6" } },
    { "win.move-pane(-1)", { "<Shift>F6" } },
    { "win.show-page('run')", { "<Control>1" } },
    { "win.show-page('scenario')", { "<Control>2" } },
    { "win.show-page('optimize')", { "<Control>3" } },
    { "win.show-assumptions", { "<Control>i" } },
    { "app.help", { "F1" } },
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
    { .name = "help", .activate = on_help },
    { .name = "about", .activate = on_about },
  };
  TwinApplication *self = TWIN_APPLICATION (application);
  g_autofree char *path
      = g_build_filename (g_get_user_state_dir (), "inventory-twin", "session", NULL);

  G_APPLICATION_CLASS (twin_application_parent_class)->startup (application);

  self->pool = twin_pool_new (0);
  self->settings = create_settings ();
  self->keeper = twin_session_keeper_new (GTK_APPLICATION (self), path);
  self->terminated = g_unix_signal_add (SIGTERM, on_terminated, self);
  g_signal_connect_swapped (self, "query-end", G_CALLBACK (twin_session_keeper_save), self->keeper);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_accels (self);
  follow_font (self);
  twin_compat_name_buttons ();
  twin_number_set_right_to_left (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL);
  gtk_window_set_default_icon_name (TWIN_APP_ID);
}

static void
twin_application_shutdown (GApplication *application)
{
  TwinApplication *self = TWIN_APPLICATION (application);

  twin_session_keeper_save (self->keeper);
  g_signal_handlers_disconnect_by_data (self, self->keeper);
  g_clear_pointer (&self->keeper, twin_session_keeper_free);
  g_clear_handle_id (&self->terminated, g_source_remove);
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
                       "/io/github/inventorytwin/InventoryTwin", "register-session", TRUE, NULL);
}

static void
twin_application_finalize (GObject *object)
{
  TwinApplication *self = TWIN_APPLICATION (object);

  g_clear_weak_pointer (&self->front);
  g_ptr_array_unref (self->lost);
  g_ptr_array_unref (self->wishes);

  G_OBJECT_CLASS (twin_application_parent_class)->finalize (object);
}

static void
twin_application_class_init (TwinApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_class = GTK_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = twin_application_finalize;
  gtk_class->window_added = twin_application_window_added;
  gtk_class->window_removed = twin_application_window_removed;

  application_class->activate = twin_application_activate;
  application_class->open = twin_application_open;
  application_class->startup = twin_application_startup;
  application_class->shutdown = twin_application_shutdown;
  application_class->handle_local_options = twin_application_handle_local_options;
}

static void
twin_application_init (TwinApplication *self)
{
  self->lost = g_ptr_array_new_with_free_func (g_free);
  self->wishes = g_ptr_array_new_with_free_func (g_object_unref);
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _("Show the version and exit"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self), _("Try inventory policies on a digital twin before you pay for them."));
  g_application_set_option_context_description (
      G_APPLICATION (self),
      _("Every FILE is a project (*.twin) and gets a window. Without one, the windows of the last "
        "session come back. The same twin without a desktop is “twin”."));
}
