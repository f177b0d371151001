/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-notice.h"

struct _TwinNotice
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkRevealer *revealer;
  GtkWidget *strip;
  GtkImage *icon;
  GtkLabel *label;

  char *text;
  char *remark;
};

G_DEFINE_FINAL_TYPE (TwinNotice, twin_notice, ADW_TYPE_BIN)

enum
{
  PROP_TEXT = 1,
  PROP_REMARK,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* While the strip goes, it keeps its words; coming back with the same ones, it says them again. */
static void
update (TwinNotice *self)
{
  const char *shown = self->text != NULL ? self->text : self->remark;
  const gboolean was_shown = gtk_revealer_get_reveal_child (self->revealer);

  gtk_revealer_set_reveal_child (self->revealer, shown != NULL);
  if (shown == NULL)
    return;
  if (!was_shown || g_strcmp0 (shown, gtk_label_get_label (self->label)) != 0)
    {
      gtk_label_set_label (self->label, shown);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", shown);
    }
  if (self->text != NULL)
    gtk_widget_remove_css_class (self->strip, "remark");
  else
    gtk_widget_add_css_class (self->strip, "remark");
  gtk_image_set_from_icon_name (self->icon, self->text != NULL ? "dialog-warning-symbolic"
                                                               : "dialog-information-symbolic");
}

static void
set_words (TwinNotice *self,
           char      **words,
           const char *text,
           guint       property)
{
  if (g_strcmp0 (*words, text) == 0)
    return;
  g_free (*words);
  *words = g_strdup (text);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
twin_notice_set_text (TwinNotice *self,
                      const char *text)
{
  g_return_if_fail (TWIN_IS_NOTICE (self));

  set_words (self, &self->text, text, PROP_TEXT);
}

void
twin_notice_set_remark (TwinNotice *self,
                        const char *remark)
{
  g_return_if_fail (TWIN_IS_NOTICE (self));

  set_words (self, &self->remark, remark, PROP_REMARK);
}

static void
twin_notice_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, TWIN_NOTICE (object)->text);
      break;
    case PROP_REMARK:
      g_value_set_string (value, TWIN_NOTICE (object)->remark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_notice_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_TEXT:
      twin_notice_set_text (TWIN_NOTICE (object), g_value_get_string (value));
      break;
    case PROP_REMARK:
      twin_notice_set_remark (TWIN_NOTICE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_notice_finalize (GObject *object)
{
  g_free (TWIN_NOTICE (object)->text);
  g_free (TWIN_NOTICE (object)->remark);

  G_OBJECT_CLASS (twin_notice_parent_class)->finalize (object);
}

static void
twin_notice_class_init (TwinNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = twin_notice_get_property;
  object_class->set_property = twin_notice_set_property;
  object_class->finalize = twin_notice_finalize;

  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_REMARK] =
      g_param_spec_string ("remark", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, TwinNotice, strip);
  gtk_widget_class_bind_template_child (widget_class, TwinNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, TwinNotice, label);
}

static void
twin_notice_init (TwinNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
