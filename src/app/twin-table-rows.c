/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-table-rows.h"

#include <math.h>

struct _TwinTableRow
{
  GObject parent_instance;

  TwinTableRows *rows; /* whose data it reads, older or newer */
  guint index;
};

struct _TwinTableRows
{
  GObject parent_instance;

  const TwinTableSource *source;
  gpointer data;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (TwinTableRow, twin_table_row, G_TYPE_OBJECT)

/* A row may outlive the data that had it, as long as somebody looks at it. */
static gboolean
is_gone (TwinTableRow *self)
{
  return self->index >= self->rows->n_rows;
}

guint
twin_table_row_get_index (TwinTableRow *self)
{
  g_return_val_if_fail (TWIN_IS_TABLE_ROW (self), 0);

  return self->index;
}

char *
twin_table_row_get_text (TwinTableRow *self,
                         guint         column)
{
  g_return_val_if_fail (TWIN_IS_TABLE_ROW (self), NULL);

  if (is_gone (self))
    return NULL;
  return self->rows->source->get_text (self->rows->data, self->index, column);
}

char *
twin_table_row_get_tooltip (TwinTableRow *self,
                            guint         column)
{
  g_return_val_if_fail (TWIN_IS_TABLE_ROW (self), NULL);

  if (is_gone (self) || self->rows->source->get_tooltip == NULL)
    return NULL;
  return self->rows->source->get_tooltip (self->rows->data, self->index, column);
}

double
twin_table_row_get_value (TwinTableRow *self,
                          guint         column)
{
  g_return_val_if_fail (TWIN_IS_TABLE_ROW (self), NAN);

  if (is_gone (self))
    return NAN;
  return self->rows->source->get_value (self->rows->data, self->index, column);
}

static void
twin_table_row_finalize (GObject *object)
{
  g_object_unref (TWIN_TABLE_ROW (object)->rows);

  G_OBJECT_CLASS (twin_table_row_parent_class)->finalize (object);
}

static void
twin_table_row_class_init (TwinTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twin_table_row_finalize;
}

static void
twin_table_row_init (TwinTableRow *self)
{
}

static void twin_table_rows_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TwinTableRows, twin_table_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      twin_table_rows_list_model_init))

static GType
twin_table_rows_get_item_type (GListModel *list)
{
  return TWIN_TYPE_TABLE_ROW;
}

static guint
twin_table_rows_get_n_items (GListModel *list)
{
  return TWIN_TABLE_ROWS (list)->n_rows;
}

static gpointer
twin_table_rows_get_item (GListModel *list,
                          guint       position)
{
  TwinTableRows *self = TWIN_TABLE_ROWS (list);
  TwinTableRow *row;

  if (position >= self->n_rows)
    return NULL;
  row = g_object_new (TWIN_TYPE_TABLE_ROW, NULL);
  row->rows = g_object_ref (self);
  row->index = position;
  return row;
}

static void
twin_table_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = twin_table_rows_get_item_type;
  iface->get_n_items = twin_table_rows_get_n_items;
  iface->get_item = twin_table_rows_get_item;
}

static void
drop_data (TwinTableRows *self)
{
  if (self->data != NULL)
    self->source->unref (self->data);
  self->data = NULL;
  self->n_rows = 0;
}

void
twin_table_rows_set_data (TwinTableRows         *self,
                          const TwinTableSource *source,
                          gpointer               data)
{
  guint n_before;

  g_return_if_fail (TWIN_IS_TABLE_ROWS (self));
  g_return_if_fail (source != NULL || data == NULL);

  if (self->data == data)
    return;
  n_before = self->n_rows;
  drop_data (self);
  if (data != NULL)
    {
      self->source = source;
      self->data = source->ref (data);
      self->n_rows = source->get_n_rows (data);
    }
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_rows);
}

gboolean
twin_table_rows_replace_data (TwinTableRows         *self,
                              const TwinTableSource *source,
                              gpointer               data)
{
  gpointer old;

  g_return_val_if_fail (TWIN_IS_TABLE_ROWS (self) && source != NULL && data != NULL, FALSE);

  if (self->data == NULL || self->source != source || source->get_n_rows (data) != self->n_rows)
    return FALSE;
  old = self->data;
  self->data = source->ref (data);
  source->unref (old);
  return TRUE;
}

static void
twin_table_rows_finalize (GObject *object)
{
  drop_data (TWIN_TABLE_ROWS (object));

  G_OBJECT_CLASS (twin_table_rows_parent_class)->finalize (object);
}

static void
twin_table_rows_class_init (TwinTableRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = twin_table_rows_finalize;
}

static void
twin_table_rows_init (TwinTableRows *self)
{
}

TwinTableRows *
twin_table_rows_new (void)
{
  return g_object_new (TWIN_TYPE_TABLE_ROWS, NULL);
}
