/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "testing.h"

#include "twin-application.h"
#include "twin-examples.h"
#include "twin-locale.h"
#include "twin-page.h"

#define DEADLINE_SECONDS 60

static GtkApplication *application;

/* Waiting */

static gboolean
on_deadline (gpointer data)
{
  Deadline *self = data;

  self->is_over = TRUE;
  return G_SOURCE_CONTINUE;
}

void
deadline_begin (Deadline *self)
{
  self->is_over = FALSE;
  self->source = g_timeout_add_seconds (DEADLINE_SECONDS, on_deadline, self);
}

void
deadline_iterate (Deadline *self,
                  const char *where,
                  const char *condition)
{
  if (self->is_over)
    g_error ("%s: waited %d s for: %s", where, DEADLINE_SECONDS, condition);
  g_main_context_iteration (NULL, TRUE);
}

void
deadline_end (Deadline *self)
{
  g_source_remove (self->source);
}

/* Begin and end */

void
testing_init (int *argc,
              char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  twin_locale_init ();
  application = GTK_APPLICATION (twin_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

int
testing_run (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  return status;
}

/* Windows */

static TwinWindow *
open_on (TwinProject *project,
         const TwinExample *example)
{
  g_autoptr (TwinPool) pool = twin_pool_new (0);
  TwinWindow *window = twin_window_new (application, project, example, pool, NULL);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

TwinWindow *
open_window (void)
{
  return open_on (twin_project_new (twin_model_type_list ()[0]), NULL);
}

TwinWindow *
open_example (void)
{
  g_autoptr (GError) error = NULL;
  guint n;
  const TwinExample *example = twin_examples_list (&n);
  TwinProject *project = twin_example_load (example, &error);

  g_assert_no_error (error);
  return open_on (project, example);
}

void
close_window (TwinWindow *window)
{
  gpointer alive = window;

  g_object_add_weak_pointer (G_OBJECT (window), &alive);
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until (alive == NULL);
}

/* Eyes */

GtkWidget *
get_child (gpointer widget,
           const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

static gboolean
has_key (GtkWidget *widget,
         gconstpointer key)
{
  return TWIN_IS_PARAMETER_ROW (widget)
         && g_str_equal (twin_parameter_row_get_key (TWIN_PARAMETER_ROW (widget)), key);
}

TwinParameterRow *
look_for_row (gpointer root,
              const char *key)
{
  GtkWidget *found = find (root, has_key, key);

  return found != NULL ? TWIN_PARAMETER_ROW (found) : NULL;
}

TwinParameterRow *
find_row (gpointer root,
          const char *key)
{
  TwinParameterRow *found = look_for_row (root, key);

  if (found == NULL)
    g_error ("there is no row for %s", key);
  return found;
}

static gboolean
has_type (GtkWidget *widget,
          gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

GtkWidget *
find_type (gpointer root,
           GType type)
{
  return find (root, has_type, &type);
}

static gboolean
is_button (GtkWidget *widget,
           gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
find_button (gpointer root,
             const char *label)
{
  return find (root, is_button, label);
}

static gboolean
is_named_button (GtkWidget *widget,
                 gconstpointer tooltip)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

GtkWidget *
find_named_button (gpointer root,
                   const char *tooltip)
{
  GtkWidget *found = find (root, is_named_button, tooltip);

  if (found == NULL)
    g_error ("there is no button “%s”", tooltip);
  return found;
}

static gboolean
is_icon (GtkWidget *widget,
         gconstpointer name)
{
  return GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), name) == 0;
}

GtkWidget *
find_icon (gpointer root,
           const char *name)
{
  return find (root, is_icon, name);
}

static gboolean
says (GtkWidget *widget,
      gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

GtkWidget *
find_label (gpointer root,
            const char *text)
{
  return find (root, says, text);
}

const char *
get_status (TwinWindow *window)
{
  return gtk_label_get_text (GTK_LABEL (get_child (window, "status")));
}

gboolean
is_modified (TwinWindow *window)
{
  return twin_document_get_modified (twin_window_get_document (window));
}

/* Hands */

void
click (GtkWidget *button)
{
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
activate (TwinWindow *window,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
}

void
choose_model (TwinWindow *window,
              const char *name)
{
  const TwinModelType *const *types = twin_model_type_list ();
  GtkWidget *row = get_child (get_child (window, "sidebar"), "model_row");
  guint n = 0;

  while (types[n] != NULL && g_strcmp0 (types[n]->name, name) != 0)
    n++;
  g_assert_nonnull (types[n]);
  g_assert_true (gtk_widget_get_mapped (row));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), n);
}

void
set_number (TwinParameterRow *row,
            double value)
{
  GtkWidget *control = find_type (row, GTK_TYPE_RANGE);

  if (control != NULL)
    gtk_range_set_value (GTK_RANGE (control), value);
  else
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_type (row, GTK_TYPE_SPIN_BUTTON)), value);
}

void
set_replications (TwinWindow *window,
                  guint n)
{
  set_number (find_row (window, "experiment.replications"), n);
}

static GtkWidget *
get_page (TwinWindow *window)
{
  return adw_view_stack_get_visible_child (ADW_VIEW_STACK (get_child (window, "stack")));
}

GtkWidget *
get_page_child (TwinWindow *window,
                const char *name)
{
  return get_child (get_page (window), name);
}

void
show_tab (TwinWindow *window,
          const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (get_child (window, "stack")), name);
  wait_until (gtk_widget_get_mapped (get_page (window)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

static gboolean
has_results (GtkWidget *page)
{
  gboolean busy, can_export;

  g_object_get (page, "busy", &busy, "can-export", &can_export, NULL);
  return !busy && can_export;
}

void
wait_for_results (TwinWindow *window)
{
  GtkWidget *page = get_page (window);

  wait_until (has_results (page));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

void
start_search (TwinWindow *window)
{
  GtkWidget *button = get_child (get_page (window), "optimize_button");

  /* Where there is none, the search follows by itself. */
  if (gtk_widget_get_visible (button))
    click (button);
}

void
show_results (TwinWindow *window,
              const char *tab)
{
  show_tab (window, tab);
  if (g_str_equal (tab, "optimize"))
    start_search (window);
  wait_for_results (window);
}

gboolean
is_busy (TwinWindow *window)
{
  gboolean busy;

  g_object_get (get_page (window), "busy", &busy, NULL);
  return busy;
}

double
get_number (TwinWindow *window,
            const char *key)
{
  const TwinProject *project = twin_document_get_project (twin_window_get_document (window));

  return twin_parameters_get_number (twin_project_get_parameters (project), key);
}

void
resize (TwinWindow *window,
        int width,
        int height)
{
  int default_width, default_height, border;

  /* Without a compositor GTK 4.8 counts the window's border as part of it. */
  gtk_window_get_default_size (GTK_WINDOW (window), &default_width, &default_height);
  border = default_width - gtk_widget_get_width (GTK_WIDGET (window));
  gtk_window_set_default_size (GTK_WINDOW (window), width + border, height + border);
  wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == width
              && gtk_widget_get_height (GTK_WIDGET (window)) == height);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

void
scale_text (int times)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", times * 96 * PANGO_SCALE, NULL);
}

AdwMessageDialog *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return ADW_MESSAGE_DIALOG (window);
    }
  return NULL;
}

void
answer_message (const char *button)
{
  wait_until (find_message () != NULL);
  click (find_button (find_message (), button));
  wait_until (find_message () == NULL);
}

/* The file dialog. GtkFileChooserNative shows GTK's own where there is no portal. */

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static GtkWindow *
find_file_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_file (GtkWindow *dialog,
          const char *path)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  return file != NULL && g_strcmp0 (g_file_peek_path (file), path) == 0;
}

char *
cancel_save_dialog (void)
{
  GtkWindow *dialog;
  char *name;

  wait_until ((dialog = find_file_dialog ()) != NULL);
  name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (dialog));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  wait_until (find_file_dialog () == NULL);
  return name;
}

void
answer_save_dialog (const char *path)
{
  GtkWindow *dialog;

  wait_until ((dialog = find_file_dialog ()) != NULL);
  /* A folder set on a shown dialog loads behind our back; a whole path as the name does not. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), path);
  wait_until (has_file (dialog, path));
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  wait_until (find_file_dialog () == NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS

/* Pictures */

static void
save_texture (gpointer window,
              GskRenderNode *node,
              const graphene_rect_t *rect,
              const char *name)
{
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "screenshots", NULL);
  g_autofree char *file = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".png", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, rect);
  g_assert_true (gdk_texture_save_to_png (texture, file));
  g_test_message ("%s", file);
}

/* The window without the border that it has, see resize(). */
static GskRenderNode *
draw_window (gpointer window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  int x = (width - gtk_widget_get_width (GTK_WIDGET (window))) / 2;
  int y = (height - gtk_widget_get_height (GTK_WIDGET (window))) / 2;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -x, (float) -y));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  return gtk_snapshot_free_to_node (snapshot);
}

void
save_screenshot (gpointer window,
                 const char *name)
{
  g_autoptr (GskRenderNode) node = draw_window (window);

  save_texture (window, node,
                &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (window)),
                                     (float) gtk_widget_get_height (GTK_WIDGET (window))),
                name);
}

/* As libadwaita has them in its style sheet, window.csd */
#define CORNER 12
#define SHADOW_DOWN 3
#define SHADOW_SPREAD 1
#define SHADOW_BLUR 9
#define MARGIN 16

void
save_screenshot_with_shadow (gpointer window,
                             const char *name)
{
  g_autoptr (GskRenderNode) node = draw_window (window);
  g_autoptr (GskRenderNode) whole = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (window));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (window));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), CORNER);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.5f }, 0,
                                     SHADOW_DOWN, SHADOW_SPREAD, SHADOW_BLUR);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.05f }, 0, 0, 1, 0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
  whole = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  save_texture (window, whole,
                &GRAPHENE_RECT_INIT (-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN),
                name);
}
