/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "twin-compat.h"
#include "twin-problems.h"

typedef struct
{
  /* Borrowed from the window, with a reference */
  TwinDocument *document;
  TwinPool *pool;

  /* Owned */
  char *status;
  double fraction;
  guint busy : 1;
  guint can_export : 1;
  guint active : 1;
  guint stale : 1; /* the project changed after the last update */
} TwinPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TwinPage, twin_page, ADW_TYPE_BIN)

enum
{
  PROP_BUSY = 1,
  PROP_FRACTION,
  PROP_STATUS,
  PROP_CAN_EXPORT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define PRIVATE(self) ((TwinPagePrivate *) twin_page_get_instance_private (self))

static void
catch_up (TwinPage *self)
{
  TwinPagePrivate *priv = PRIVATE (self);

  if (!priv->active || !priv->stale || priv->document == NULL)
    return;
  priv->stale = FALSE;
  if (TWIN_PAGE_GET_CLASS (self)->update != NULL)
    TWIN_PAGE_GET_CLASS (self)->update (self);
}

void
twin_page_attach (TwinPage     *self,
                  TwinDocument *document,
                  TwinPool     *pool)
{
  TwinPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (TWIN_IS_PAGE (self));
  g_return_if_fail (TWIN_IS_DOCUMENT (document));
  g_return_if_fail (pool != NULL);
  g_return_if_fail (priv->document == NULL);

  priv->document = g_object_ref (document);
  priv->pool = twin_pool_ref (pool);
  g_signal_connect_object (document, "changed", G_CALLBACK (twin_page_refresh), self,
                           G_CONNECT_SWAPPED);
  twin_page_refresh (self);
}

TwinDocument *
twin_page_get_document (TwinPage *self)
{
  g_return_val_if_fail (TWIN_IS_PAGE (self), NULL);

  return PRIVATE (self)->document;
}

TwinPool *
twin_page_get_pool (TwinPage *self)
{
  g_return_val_if_fail (TWIN_IS_PAGE (self), NULL);

  return PRIVATE (self)->pool;
}

void
twin_page_set_active (TwinPage *self,
                      gboolean  active)
{
  g_return_if_fail (TWIN_IS_PAGE (self));

  PRIVATE (self)->active = active;
  catch_up (self);
}

void
twin_page_refresh (TwinPage *self)
{
  g_return_if_fail (TWIN_IS_PAGE (self));

  PRIVATE (self)->stale = TRUE;
  catch_up (self);
}

void
twin_page_cancel (TwinPage *self)
{
  g_return_if_fail (TWIN_IS_PAGE (self));

  if (TWIN_PAGE_GET_CLASS (self)->cancel != NULL)
    TWIN_PAGE_GET_CLASS (self)->cancel (self);
}

void
twin_page_export_csv (TwinPage *self)
{
  g_return_if_fail (TWIN_IS_PAGE (self));

  if (PRIVATE (self)->can_export && TWIN_PAGE_GET_CLASS (self)->export_csv != NULL)
    TWIN_PAGE_GET_CLASS (self)->export_csv (self);
}

char *
twin_page_dup_metric (TwinPage *self)
{
  g_return_val_if_fail (TWIN_IS_PAGE (self), NULL);

  if (TWIN_PAGE_GET_CLASS (self)->dup_metric == NULL)
    return NULL;
  return TWIN_PAGE_GET_CLASS (self)->dup_metric (self);
}

void
twin_page_set_metric (TwinPage   *self,
                      const char *name)
{
  g_return_if_fail (TWIN_IS_PAGE (self));
  g_return_if_fail (name != NULL);

  if (TWIN_PAGE_GET_CLASS (self)->set_metric != NULL)
    TWIN_PAGE_GET_CLASS (self)->set_metric (self, name);
}

char *
twin_page_summarize (TwinPage *self)
{
  g_return_val_if_fail (TWIN_IS_PAGE (self), NULL);

  if (!PRIVATE (self)->can_export)
    return NULL;
  if (TWIN_PAGE_GET_CLASS (self)->summarize != NULL)
    return TWIN_PAGE_GET_CLASS (self)->summarize (self);
  return g_strdup (PRIVATE (self)->status);
}

void
twin_page_set_busy (TwinPage *self,
                    gboolean  busy,
                    double    fraction)
{
  TwinPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (TWIN_IS_PAGE (self));

  if (priv->fraction != fraction)
    {
      priv->fraction = fraction;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
    }
  if (priv->busy != busy)
    {
      priv->busy = busy;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
    }
}

void
twin_page_set_status (TwinPage   *self,
                      const char *status)
{
  TwinPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (TWIN_IS_PAGE (self));

  if (g_strcmp0 (priv->status, status) == 0)
    return;
  g_free (priv->status);
  priv->status = g_strdup (status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

void
twin_page_set_can_export (TwinPage *self,
                          gboolean  can_export)
{
  TwinPagePrivate *priv = PRIVATE (self);

  g_return_if_fail (TWIN_IS_PAGE (self));

  if (priv->can_export == can_export)
    return;
  priv->can_export = can_export;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_EXPORT]);
}

/* A toast's title is markup; messages hold file names. */
static AdwToast *
new_toast (const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  return adw_toast_new (escaped);
}

void
twin_page_edit (TwinPage    *self,
                TwinProject *project,
                const char  *message)
{
  TwinPagePrivate *priv = PRIVATE (self);
  g_autoptr (AdwToast) toast = NULL;
  gboolean changes;

  g_return_if_fail (TWIN_IS_PAGE (self));
  g_return_if_fail (project != NULL);

  changes = !twin_project_equal (project, twin_document_get_project (priv->document));
  twin_document_edit (priv->document, project, NULL);
  toast = new_toast (message);
  if (changes)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      /* Later it would undo something else. */
      g_signal_connect_object (priv->document, "changed", G_CALLBACK (adw_toast_dismiss), toast,
                               G_CONNECT_SWAPPED);
    }
  twin_compat_add_toast (GTK_WIDGET (self), g_object_ref (toast), message);
}

GFile *
twin_page_dup_folder (TwinPage *self)
{
  TwinPagePrivate *priv = PRIVATE (self);

  g_return_val_if_fail (TWIN_IS_PAGE (self), NULL);

  return priv->document != NULL ? twin_document_dup_folder (priv->document) : NULL;
}

char *
twin_page_dup_export_name (TwinPage   *self,
                           const char *name)
{
  TwinPagePrivate *priv = PRIVATE (self);
  GFile *file;
  g_autofree char *base = NULL;
  g_autofree char *project = NULL;

  g_return_val_if_fail (TWIN_IS_PAGE (self), NULL);

  file = priv->document != NULL ? twin_document_get_file (priv->document) : NULL;
  if (file == NULL)
    return g_strdup (name);
  base = g_file_get_basename (file);
  project = g_filename_display_name (base);
  if (g_str_has_suffix (project, ".twin"))
    project[strlen (project) - strlen (".twin")] = '\0';
  return g_strdup_printf ("%s-%s", project, name);
}

char *
twin_page_dup_problem (TwinPage   *self,
                       const char *ignored_prefix)
{
  TwinPagePrivate *priv = PRIVATE (self);
  const TwinProject *project;
  GPtrArray *problems;

  g_return_val_if_fail (TWIN_IS_PAGE (self), NULL);

  project = twin_document_get_project (priv->document);
  problems = twin_document_get_problems (priv->document);
  for (guint i = 0; i < problems->len; i++)
    {
      const GError *problem = problems->pdata[i];
      const char *key = twin_error_get_key (problem);

      if (key == NULL || ignored_prefix == NULL || !g_str_has_prefix (key, ignored_prefix))
        return twin_problems_describe_titled (problems, twin_project_get_parameters (project),
                                              project->search, problem);
    }
  return NULL;
}

static void
twin_page_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TwinPagePrivate *priv = PRIVATE (TWIN_PAGE (object));

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, priv->busy);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, priv->fraction);
      break;
    case PROP_STATUS:
      g_value_set_string (value, priv->status);
      break;
    case PROP_CAN_EXPORT:
      g_value_set_boolean (value, priv->can_export);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_page_dispose (GObject *object)
{
  TwinPagePrivate *priv = PRIVATE (TWIN_PAGE (object));

  g_clear_object (&priv->document);
  g_clear_pointer (&priv->pool, twin_pool_unref);

  G_OBJECT_CLASS (twin_page_parent_class)->dispose (object);
}

static void
twin_page_finalize (GObject *object)
{
  g_free (PRIVATE (TWIN_PAGE (object))->status);

  G_OBJECT_CLASS (twin_page_parent_class)->finalize (object);
}

static void
twin_page_class_init (TwinPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = twin_page_get_property;
  object_class->dispose = twin_page_dispose;
  object_class->finalize = twin_page_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_CAN_EXPORT] = g_param_spec_boolean ("can-export", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
twin_page_init (TwinPage *self)
{
  PRIVATE (self)->fraction = -1;
}
