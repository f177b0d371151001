/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-cli-nodes.h"

#include <glib/gi18n-lib.h>

#include "twin-cli-estimate.h"

/* Nodes that a heading names before it says "…". */
#define NAMED_NODES 5

/* The metric of that name, or NULL. */
static const TwinMetric *
find_metric (const TwinMetric *metrics,
             guint n_metrics,
             const char *name)
{
  for (guint i = 0; i < n_metrics; i++)
    if (g_str_equal (metrics[i].name, name))
      return &metrics[i];
  return NULL;
}

/* Every name once, in the order of the first node that has it, with what heads its column: the
 * whole model's metric of that name, as nodes of different kinds call it differently. */
static GPtrArray *
list_columns (const TwinModel *model)
{
  const TwinModelType *type = twin_model_get_model_type (model);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *columns = g_ptr_array_new ();

  for (guint n = 0; n < twin_model_get_n_nodes (model); n++)
    {
      const TwinNode *node = twin_model_get_node (model, n);

      for (guint i = 0; i < node->n_metrics; i++)
        {
          const TwinMetric *metric = &node->metrics[i];
          const TwinMetric *whole = find_metric (type->metrics, type->n_metrics, metric->name);

          if ((metric->flags & TWIN_METRIC_COLUMN) != 0 &&
              g_hash_table_add (seen, (gpointer) metric->name))
            g_ptr_array_add (columns, (gpointer) (whole != NULL ? whole : metric));
        }
    }
  return columns;
}

static TwinCliTable *
new_table (const GPtrArray *columns)
{
  g_autofree char *numbers = g_strnfill (columns->len, 'r');
  g_autofree char *alignment = g_strconcat ("ll", numbers, NULL);
  TwinCliTable *table = twin_cli_table_new (alignment);
  g_auto (GStrv) header = g_new0 (char *, columns->len + 3);

  header[0] = g_strdup (_("Node"));
  header[1] = g_strdup (_("Identifier"));
  for (guint i = 0; i < columns->len; i++)
    header[i + 2] = twin_cli_format_title (g_ptr_array_index (columns, i));
  twin_cli_table_set_header (table, (const char *const *) header);
  return table;
}

/* @first: the number of the node's first metric among the model's. @decimals: [n_columns]. */
static void
add_node (TwinCliTable *table,
          const TwinRun *run,
          const TwinNode *node,
          guint first,
          const GPtrArray *columns,
          const TwinEstimate *decimals)
{
  twin_cli_table_begin_row (table);
  twin_cli_table_add (table, node->title);
  twin_cli_table_add (table, node->name);
  for (guint i = 0; i < columns->len; i++)
    {
      const TwinMetric *column = g_ptr_array_index (columns, i);
      const TwinMetric *metric = find_metric (node->metrics, node->n_metrics, column->name);

      if (metric == NULL)
        {
          twin_cli_table_add (table, "");
          continue;
        }
      twin_cli_add_mean_as (table, metric,
                            twin_run_get_estimate (run, first + (guint) (metric - node->metrics)),
                            decimals[i]);
    }
}

void
twin_cli_append_nodes (const TwinRun *run,
                       const TwinCliTerminal *terminal,
                       GString *text)
{
  const TwinModel *model = twin_run_get_model (run);
  guint first = twin_model_get_model_type (model)->n_metrics;
  g_autoptr (GPtrArray) columns = list_columns (model);
  g_autofree TwinEstimate *decimals = g_new (TwinEstimate, MAX (columns->len, 1));
  g_autoptr (TwinCliTable) table = new_table (columns);

  if (twin_model_get_n_nodes (model) == 0)
    return;
  for (guint i = 0; i < columns->len; i++)
    decimals[i] = twin_figure_get_node_column (run, ((const TwinMetric *) columns->pdata[i])->name);
  for (guint n = 0; n < twin_model_get_n_nodes (model); n++)
    {
      const TwinNode *node = twin_model_get_node (model, n);

      add_node (table, run, node, first, columns, decimals);
      first += node->n_metrics;
    }
  g_string_append_c (text, '\n');
  twin_cli_table_print (table, text, 0, terminal->bold_output);
}

/* "Of store_1, store_2, store_3, with the name in front, such as store_1.sales:" */
static void
append_heading (const GPtrArray *nodes,
                GString *text)
{
  const TwinNode *first = g_ptr_array_index (nodes, 0);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (nodes->len, NAMED_NODES); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? twin_figure_list_separator () : "",
                            ((const TwinNode *) g_ptr_array_index (nodes, i))->name);
  if (nodes->len > NAMED_NODES)
    g_string_append (names, " …");
  g_string_append_c (text, '\n');
  /* Translators: names of nodes, then a node's name and a metric's: "store_1.sales" */
  g_string_append_printf (text, _("Of %s, with the name in front, such as %s.%s:"), names->str,
                          first->name, first->metrics[0].name);
  g_string_append (text, "\n\n");
}

void
twin_cli_append_node_metrics (const TwinModel *model,
                              const TwinCliTerminal *terminal,
                              GString *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint n = 0; n < twin_model_get_n_nodes (model); n++)
    {
      const TwinNode *node = twin_model_get_node (model, n);
      g_autoptr (GPtrArray) alike = g_ptr_array_new ();
      g_autoptr (TwinCliTable) table = NULL;

      if (!g_hash_table_add (seen, (gpointer) node->metrics))
        continue;
      for (guint other = n; other < twin_model_get_n_nodes (model); other++)
        if (twin_model_get_node (model, other)->metrics == node->metrics)
          g_ptr_array_add (alike, (gpointer) twin_model_get_node (model, other));
      append_heading (alike, text);
      table = twin_cli_new_metric_table (node->metrics, node->n_metrics);
      twin_cli_table_print (table, text, 2, terminal->bold_output);
    }
}
