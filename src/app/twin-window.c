/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include <glib/gi18n-lib.h>

#include "twin-optimize-page.h"
#include "twin-run-page.h"
#include "twin-scenario-page.h"
#include "twin-window-private.h"

G_DEFINE_FINAL_TYPE (TwinWindow, twin_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_SHOW_SIDEBAR = 1,
  N_PROPERTIES
};

enum
{
  SESSION_CHANGED,
  STAYED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* The title */

static void
update_title (TwinWindow *self)
{
  const char *title = twin_document_get_title (self->document);
  const gboolean modified = twin_document_get_modified (self->document);
  g_autofree char *marked = modified ? g_strconcat ("• ", title, NULL) : g_strdup (title);
  /* Translators: the title of a window: the project's name. */
  g_autofree char *window_title = g_strdup_printf (_("%s – Inventory Twin"), marked);

  gtk_window_set_title (GTK_WINDOW (self), window_title);
  gtk_label_set_label (self->title_label, marked);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), marked);
  adw_view_switcher_title_set_title (self->switcher_title, marked);
}

static void
twin_window_size_allocate (GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  TwinWindow *self = TWIN_WINDOW (widget);
  const gboolean wide = _twin_window_is_wide (self, width);

  GTK_WIDGET_CLASS (twin_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (wide != gtk_widget_get_visible (GTK_WIDGET (self->title_label)))
    _twin_window_queue_update_header (self);
}

/* Signals */

static void
tell_session_changed (TwinWindow *self)
{
  g_signal_emit (self, signals[SESSION_CHANGED], 0);
}

void
_twin_window_stay (TwinWindow *self)
{
  self->is_closing = FALSE;
  g_signal_emit (self, signals[STAYED], 0);
}

static void
on_page_switched (TwinWindow *self)
{
  GtkWidget *page = adw_view_stack_get_visible_child (self->stack);

  /* While the template is built there is no document that a page could work on. */
  if (self->document == NULL)
    return;

  _twin_window_set_page (self, page != NULL ? TWIN_PAGE (page) : NULL);
  tell_session_changed (self);
}

static void
attach_pages (TwinWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      twin_page_attach (TWIN_PAGE (adw_view_stack_page_get_child (page)), self->document,
                        self->pool);
    }
}

/* What is remembered */

static void
restore_state (TwinWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "show-sidebar"));
}

static void
save_state (TwinWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  /* In a narrow window it is open only for a moment, and says nothing about what is liked. */
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "show-sidebar", adw_flap_get_reveal_flap (self->flap));
}

static gboolean
twin_window_close_request (GtkWindow *window)
{
  TwinWindow *self = TWIN_WINDOW (window);

  if (!_twin_window_may_close (self))
    return GDK_EVENT_STOP;

  save_state (self);
  return GTK_WINDOW_CLASS (twin_window_parent_class)->close_request (window);
}

static gboolean
on_drop (TwinWindow *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    twin_window_open (self, l->data);

  return TRUE;
}

TwinWindow *
twin_window_new (GtkApplication *application,
                 TwinProject *project,
                 const TwinExample *example,
                 TwinPool *pool,
                 GSettings *settings)
{
  TwinWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (project != NULL, NULL);
  g_return_val_if_fail (pool != NULL, NULL);

  self = g_object_new (TWIN_TYPE_WINDOW, "application", application, NULL);
  self->pool = twin_pool_ref (pool);
  g_set_object (&self->settings, settings);

  self->document = twin_document_new (project);
  self->example = example;
  if (example != NULL)
    twin_document_set_name (self->document, _(example->title));
  g_signal_connect_object (self->document, "notify::title", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify", G_CALLBACK (_twin_window_update_actions),
                           self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->document, "changed", G_CALLBACK (_twin_window_update_export),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "changed", G_CALLBACK (tell_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::modified", G_CALLBACK (tell_session_changed),
                           self, G_CONNECT_SWAPPED);

  twin_sidebar_attach (self->sidebar, self->document);
  attach_pages (self);
  restore_state (self);
  _twin_window_init_folder (self);
  update_title (self);
  _twin_window_update_actions (self);
  on_page_switched (self);
  twin_hint_bar_set_settings (self->hints, settings);

  return self;
}

TwinDocument *
twin_window_get_document (TwinWindow *self)
{
  g_return_val_if_fail (TWIN_IS_WINDOW (self), NULL);

  return self->document;
}

static void
twin_window_get_property (GObject *object,
                          guint property_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  TwinWindow *self = TWIN_WINDOW (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR:
      /* Actions ask for it before the template is built. */
      g_value_set_boolean (value, self->flap == NULL || adw_flap_get_reveal_flap (self->flap));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
twin_window_set_property (GObject *object,
                          guint property_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  TwinWindow *self = TWIN_WINDOW (object);

  switch (property_id)
    {
    case PROP_SHOW_SIDEBAR:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
on_reveal_flap (TwinWindow *self)
{
  twin_hint_bar_set_side_shown (self->hints, adw_flap_get_reveal_flap (self->flap));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
twin_window_dispose (GObject *object)
{
  TwinWindow *self = TWIN_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->page != NULL)
    {
      twin_page_cancel (self->page);
      g_signal_handlers_disconnect_by_data (self->page, self);
      self->page = NULL;
    }

  g_clear_handle_id (&self->busy_timeout, g_source_remove);
  g_clear_handle_id (&self->header_idle, g_source_remove);
  g_clear_weak_pointer (&self->assumptions);
  g_clear_weak_pointer (&self->question);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->draft, g_free);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->announcer, twin_announcer_free);
  g_clear_pointer (&self->pool, twin_pool_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (twin_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, busy);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, hints);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, status_line);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, status);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, TwinWindow, examples_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_page_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_drop);
  gtk_widget_class_bind_template_callback_full (widget_class, "queue_update_header",
                                                G_CALLBACK (_twin_window_queue_update_header));
}

static void
twin_window_class_init (TwinWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = twin_window_get_property;
  object_class->set_property = twin_window_set_property;
  object_class->dispose = twin_window_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = twin_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = twin_window_close_request;

  properties[PROP_SHOW_SIDEBAR]
      = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[SESSION_CHANGED] = g_signal_new ("session-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STAYED] = g_signal_new ("stayed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TWIN_TYPE_HINT_BAR);
  g_type_ensure (TWIN_TYPE_SIDEBAR);
  g_type_ensure (TWIN_TYPE_RUN_PAGE);
  g_type_ensure (TWIN_TYPE_SCENARIO_PAGE);
  g_type_ensure (TWIN_TYPE_OPTIMIZE_PAGE);
  bind_template (GTK_WIDGET_CLASS (klass));
  _twin_window_class_init_actions (klass);
}

static void
twin_window_init (TwinWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->announcer = twin_announcer_new (self->status_line);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_flap), self,
                           G_CONNECT_SWAPPED);
  _twin_window_init_page (self);
  _twin_window_init_menus (self);
}
