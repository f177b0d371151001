/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-hint-bar.h"

#include <glib/gi18n-lib.h>

#define KEY "finished-hints"

struct _TwinHintBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkLabel *label;

  GSettings *settings; /* or NULL */
  char *tab;
  gboolean side_hidden;
  gboolean waits; /* a hint about the side does, for it to be shown */
  const char *shown; /* the name of the hint that is, or NULL */
};

G_DEFINE_FINAL_TYPE (TwinHintBar, twin_hint_bar, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  const char *tab;
  const char *text;
  gboolean of_side; /* it speaks of what is at the side, and waits until that is in sight */
} hints[] = {
  { "parameters", "run", N_("Move a slider at the side: all results follow at once."), TRUE },
  { "charts", "run",
    N_("Ctrl and the wheel zoom into a chart; a double click shows all of it again.") },
  { "scenarios", "scenario",
    N_("The slider of a scenario makes it stronger or weaker; + adds one of your own.") },
  { "policies", "optimize",
    N_("Every mark is a policy. Click one to read about it, and to use it for the run.") },
};

static gboolean
is_finished (TwinHintBar *self,
             const char *name)
{
  g_auto (GStrv) finished = g_settings_get_strv (self->settings, KEY);

  return g_strv_contains ((const char *const *) finished, name);
}

static void
show (TwinHintBar *self,
      gsize hint)
{
  const gboolean any = hint < G_N_ELEMENTS (hints);

  self->shown = any ? hints[hint].name : NULL;
  /* While the strip goes, it keeps its words. */
  if (any)
    gtk_label_set_label (self->label, _(hints[hint].text));
  gtk_revealer_set_reveal_child (self->revealer, any);
}

static void
show_next (TwinHintBar *self)
{
  gsize next = 0;

  self->waits = FALSE;
  if (self->settings == NULL)
    return;

  while (next < G_N_ELEMENTS (hints)
         && (g_strcmp0 (hints[next].tab, self->tab) != 0 || is_finished (self, hints[next].name)))
    next++;
  self->waits = next < G_N_ELEMENTS (hints) && hints[next].of_side && self->side_hidden;
  if (self->waits)
    next = G_N_ELEMENTS (hints);
  show (self, next);
}

/* Here or in another window */
static void
on_finished_changed (TwinHintBar *self)
{
  if (self->shown != NULL && is_finished (self, self->shown))
    show (self, G_N_ELEMENTS (hints));
}

void
twin_hint_bar_set_settings (TwinHintBar *self,
                            GSettings *settings)
{
  g_return_if_fail (TWIN_IS_HINT_BAR (self));
  g_return_if_fail (self->settings == NULL);

  if (settings == NULL)
    return;

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_finished_changed), self,
                           G_CONNECT_SWAPPED);
  show_next (self);
}

void
twin_hint_bar_set_tab (TwinHintBar *self,
                       const char *tab)
{
  g_return_if_fail (TWIN_IS_HINT_BAR (self));

  g_free (self->tab);
  self->tab = g_strdup (tab);
  show_next (self);
}

void
twin_hint_bar_set_side_shown (TwinHintBar *self,
                              gboolean shown)
{
  gboolean of_side = FALSE;

  g_return_if_fail (TWIN_IS_HINT_BAR (self));

  self->side_hidden = !shown;
  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    of_side |= hints[i].of_side && g_strcmp0 (hints[i].name, self->shown) == 0;
  /* What else is shown, or is not any more, stays as it is. */
  if (shown ? self->waits : of_side)
    show_next (self);
}

void
twin_hint_bar_finish (TwinHintBar *self,
                      const char *name)
{
  g_auto (GStrv) finished = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) all = NULL;

  g_return_if_fail (TWIN_IS_HINT_BAR (self));
  g_return_if_fail (name != NULL);

  /* What has never been shown is not learnt yet. */
  if (self->settings == NULL || g_strcmp0 (self->shown, name) != 0)
    return;

  finished = g_settings_get_strv (self->settings, KEY);
  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) finished);
  g_strv_builder_add (builder, name);
  all = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KEY, (const char *const *) all);
}

void
twin_hint_bar_reset (TwinHintBar *self)
{
  g_return_if_fail (TWIN_IS_HINT_BAR (self));

  if (self->settings == NULL)
    return;

  g_settings_reset (self->settings, KEY);
  show_next (self);
}

static void
on_close_clicked (TwinHintBar *self)
{
  if (self->shown != NULL)
    twin_hint_bar_finish (self, self->shown);
}

static void
twin_hint_bar_finalize (GObject *object)
{
  TwinHintBar *self = TWIN_HINT_BAR (object);

  g_clear_object (&self->settings);
  g_free (self->tab);

  G_OBJECT_CLASS (twin_hint_bar_parent_class)->finalize (object);
}

static void
twin_hint_bar_class_init (TwinHintBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = twin_hint_bar_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-hint-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinHintBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TwinHintBar, label);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
twin_hint_bar_init (TwinHintBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
