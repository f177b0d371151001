/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-result-table.h"

#include <math.h>

#include "twin-table-access.h"
#include "twin-table-cells.h"

/* Sorting more rows than this is done in slices between two frames. */
#define MOST_SORTED_AT_ONCE 20000

struct _TwinResultTable
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkScrolledWindow *scrolled;
  GtkColumnView *view;

  /* Owned */
  TwinTableRows *rows;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  GHashTable *cells; /* GtkListItem → number of its column: those that show a row */
  GArray *is_number; /* gboolean, one a column */
  int sorted_by;     /* column that the keyboard has sorted by; -1: none */
  gboolean descending;
  guint fit_tick;    /* the next frame looks at what is to be fitted */
};

G_DEFINE_FINAL_TYPE (TwinResultTable, twin_result_table, ADW_TYPE_BIN)

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static double
value_of_row (TwinTableRow *row,
              gpointer      column)
{
  return twin_table_row_get_value (row, GPOINTER_TO_UINT (column));
}

static GtkColumnViewColumn *
new_column (TwinResultTable       *self,
            const TwinTableSource *source,
            gconstpointer          data,
            guint                  number)
{
  gboolean text = source->is_text != NULL && source->is_text (data, number);
  GtkListItemFactory *factory = twin_table_cells_new_factory (self->cells, number, text);
  g_autoptr (GtkSorter) sorter = NULL;
  GtkColumnViewColumn *column;

  column = gtk_column_view_column_new (source->get_title (data, number), factory);
  sorter = GTK_SORTER (gtk_numeric_sorter_new (
      gtk_cclosure_expression_new (G_TYPE_DOUBLE, NULL, 0, NULL, G_CALLBACK (value_of_row),
                                   GUINT_TO_POINTER (number), NULL)));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, TRUE);
  return column;
}

static gboolean
has_columns_of (TwinResultTable       *self,
                const TwinTableSource *source,
                gconstpointer          data)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  if (g_list_model_get_n_items (columns) != source->get_n_columns (data))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_title (column), source->get_title (data, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* A few rows are all seen, and there is no room left below them. The height that a list asks for by
 * itself is that of the rows it happens to have made. */
static void
fit_height (TwinResultTable *self,
            GtkWidget       *list,
            GtkWidget       *row)
{
  const double n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const int most = gtk_scrolled_window_get_max_content_height (self->scrolled);
  GtkWidget *next = gtk_widget_get_next_sibling (row);
  double pitch = gtk_widget_get_height (row) + 1;
  graphene_rect_t list_box, box, next_box;

  if (!gtk_widget_compute_bounds (list, GTK_WIDGET (self->view), &list_box))
    return;
  if (next != NULL && gtk_widget_get_height (next) > 0
      && gtk_widget_compute_bounds (row, list, &box)
      && gtk_widget_compute_bounds (next, list, &next_box))
    pitch = fabs (next_box.origin.y - box.origin.y);
  gtk_scrolled_window_set_min_content_height (
      self->scrolled, (int) MIN (list_box.origin.y + n * pitch + 1, most));
}

/* The header is the view's first child, and has a child for each column once it is on screen; the
 * list with its rows is the second. */
static gboolean
fit_contents (GtkWidget     *view,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  TwinResultTable *self = user_data;
  GtkWidget *header = gtk_widget_get_first_child (view);
  GtkWidget *list = header != NULL ? gtk_widget_get_next_sibling (header) : NULL;
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;

  if (!gtk_widget_get_mapped (view) || row == NULL)
    {
      self->fit_tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  twin_table_align_titles (header, self->is_number);
  fit_height (self, list, row);
  self->fit_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_fit (TwinResultTable *self)
{
  if (self->fit_tick == 0)
    self->fit_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self->view), fit_contents, self, NULL);
}

static void
build_columns (TwinResultTable       *self,
               const TwinTableSource *source,
               gconstpointer          data)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_array_set_size (self->is_number, 0);
  self->sorted_by = -1;
  for (guint i = 0; i < source->get_n_columns (data); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = new_column (self, source, data, i);
      const gboolean is_number = source->is_text == NULL || !source->is_text (data, i);

      gtk_column_view_append_column (self->view, column);
      g_array_append_val (self->is_number, is_number);
    }
}

/* By somebody, who clicked a title. */
static gboolean
is_sorted (TwinResultTable *self)
{
  return gtk_sorter_get_order (gtk_column_view_get_sorter (self->view)) != GTK_SORTER_ORDER_NONE;
}

void
twin_result_table_set_data (TwinResultTable       *self,
                            const TwinTableSource *source,
                            gpointer               data)
{
  g_return_if_fail (TWIN_IS_RESULT_TABLE (self));
  g_return_if_fail (source != NULL || data == NULL);

  if (data != NULL && has_columns_of (self, source, data) && !is_sorted (self)
      && twin_table_rows_replace_data (self->rows, source, data))
    {
      twin_table_cells_fill (self->cells);
      return;
    }
  if (data != NULL && !has_columns_of (self, source, data))
    {
      /* Cells of the old columns must not read the new data. */
      twin_table_rows_set_data (self->rows, NULL, NULL);
      build_columns (self, source, data);
    }
  gtk_sort_list_model_set_incremental (self->sorted,
                                       data != NULL
                                           && source->get_n_rows (data) > MOST_SORTED_AT_ONCE);
  twin_table_rows_set_data (self->rows, source, data);
  if (data != NULL)
    queue_fit (self);
}

gint64
twin_result_table_get_selected (TwinResultTable *self)
{
  TwinTableRow *row;

  g_return_val_if_fail (TWIN_IS_RESULT_TABLE (self), -1);

  row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? (gint64) twin_table_row_get_index (row) : -1;
}

void
twin_result_table_set_selected (TwinResultTable *self,
                                gint64           wanted)
{
  GListModel *list;

  g_return_if_fail (TWIN_IS_RESULT_TABLE (self));

  if (twin_result_table_get_selected (self) == wanted)
    return;
  list = G_LIST_MODEL (self->sorted);
  for (guint i = 0; wanted >= 0 && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TwinTableRow) row = g_list_model_get_item (list, i);

      if (twin_table_row_get_index (row) == wanted)
        {
          gtk_single_selection_set_selected (self->selection, i);
          gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", i);
          return;
        }
    }
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
on_selected (TwinResultTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_activate (GtkColumnView   *view,
             guint            position,
             TwinResultTable *self)
{
  g_autoptr (TwinTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);

  if (row != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, twin_table_row_get_index (row));
}

/* One stop for Tab: the arrow keys go from row to row, and nobody wants to pass thousands of them
 * on the way to what follows. */
static gboolean
twin_result_table_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL
      && (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD))
    return FALSE;
  return GTK_WIDGET_CLASS (twin_result_table_parent_class)->focus (widget, direction);
}

/* GTK 4.8 sorts by the pointer alone. The same number again turns the order round. */
static void
sort_by_number (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  TwinResultTable *self = TWIN_RESULT_TABLE (widget);
  const gint32 number = g_variant_get_int32 (parameter);
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), (guint) number);

  if (column == NULL)
    return;
  self->descending = self->sorted_by == number && !self->descending;
  self->sorted_by = number;
  gtk_column_view_sort_by_column (self->view, column,
                                  self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  /* What comes first now is what people sort for; the row that had the focus may be far off. */
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
install_sort_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.sort", "i", sort_by_number);
  for (guint i = 0; i < 9; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, 0, "table.sort", "i",
                                           (gint32) i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i, 0, "table.sort", "i",
                                           (gint32) i);
    }
}

static void
twin_result_table_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_int64 (value, twin_result_table_get_selected (TWIN_RESULT_TABLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_result_table_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      twin_result_table_set_selected (TWIN_RESULT_TABLE (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
twin_result_table_dispose (GObject *object)
{
  TwinResultTable *self = TWIN_RESULT_TABLE (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (twin_result_table_parent_class)->dispose (object);
}

static void
twin_result_table_finalize (GObject *object)
{
  g_array_unref (TWIN_RESULT_TABLE (object)->is_number);
  g_hash_table_unref (TWIN_RESULT_TABLE (object)->cells);

  G_OBJECT_CLASS (twin_result_table_parent_class)->finalize (object);
}

static void
twin_result_table_class_init (TwinResultTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = twin_result_table_get_property;
  object_class->set_property = twin_result_table_set_property;
  object_class->dispose = twin_result_table_dispose;
  object_class->finalize = twin_result_table_finalize;
  widget_class->focus = twin_result_table_focus;
  install_sort_keys (widget_class);

  properties[PROP_SELECTED] =
      g_param_spec_int64 ("selected", NULL, NULL, -1, G_MAXUINT, -1,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inventorytwin/InventoryTwin/twin-result-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TwinResultTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TwinResultTable, view);
}

static void
twin_result_table_init (TwinResultTable *self)
{
  GtkSorter *sorter;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->sorted_by = -1;
  self->is_number = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->cells = g_hash_table_new (NULL, NULL);
  self->rows = twin_table_rows_new ();
  sorter = gtk_column_view_get_sorter (self->view);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                          g_object_ref (sorter));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self, NULL, -1);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected),
                            self);
  g_signal_connect (self->view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (self->view, "map", G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
}
