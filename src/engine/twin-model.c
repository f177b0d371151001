/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-config.h"

#include "twin-model-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _TwinModel
{
  TwinParameters *parameters;
  gpointer data; /* the type's own */
  double horizon;
  GArray *nodes;     /* TwinNode */
  GArray *metrics;   /* TwinMetric: the type's, then the nodes' */
  GPtrArray *strings; /* names and titles of the nodes' metrics */
};

G_DEFINE_BOXED_TYPE (TwinModel, twin_model, twin_model_ref, twin_model_unref)

static const char *
keep (TwinModel *self,
      char *string)
{
  g_ptr_array_add (self->strings, string);
  return string;
}

/* The metrics of node @node, named after it: "store_1.service_level", "Downtown: Service level". */
static void
add_node (TwinModel *self,
          const TwinNode *node)
{
  g_array_append_val (self->nodes, *node);
  for (guint i = 0; i < node->n_metrics; i++)
    {
      TwinMetric metric = node->metrics[i];
      metric.name = keep (self, g_strdup_printf ("%s.%s", node->name, metric.name));
      /* Translators: a part of the model and one of its results: "Downtown: Service level" */
      metric.title = keep (self, g_strdup_printf (_("%s: %s"), node->title, _(metric.title)));
      metric.node = self->nodes->len;
      g_array_append_val (self->metrics, metric);
    }
}

static void
list_metrics (TwinModel *self,
              const TwinModelType *type)
{
  TwinNode node;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (TwinNode));
  self->metrics = g_array_new (FALSE, FALSE, sizeof (TwinMetric));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  g_array_append_vals (self->metrics, type->metrics, type->n_metrics);
  while (type->get_node != NULL && type->get_node (self->data, self->nodes->len, &node))
    add_node (self, &node);
}

TwinModel *
twin_model_new (const TwinParameters *parameters,
                GError **error)
{
  const TwinModelType *type = twin_parameters_get_model_type (parameters);
  g_autoptr (GPtrArray) problems = twin_parameters_check (parameters);

  if (problems->len > 0)
    {
      g_propagate_error (error, g_error_copy (g_ptr_array_index (problems, 0)));
      return NULL;
    }

  TwinModel *self = g_atomic_rc_box_new0 (TwinModel);
  self->parameters = twin_parameters_copy (parameters);
  self->data = type->build (parameters);
  self->horizon = twin_parameters_get_number (parameters, type->horizon_key);
  list_metrics (self, type);
  return self;
}

TwinModel *
twin_model_new_replay (const TwinParameters *parameters,
                       const TwinRecording *recording,
                       GError **error)
{
  g_autoptr (TwinModel) self = twin_model_new (parameters, error);

  if (self == NULL)
    return NULL;
  const TwinModelType *type = twin_model_get_model_type (self);
  if (type->replay == NULL)
    {
      g_propagate_error (error,
                         twin_error_new (TWIN_ERROR_CONFLICT, "model",
                                         _("model: %s cannot replay recorded demand"), type->name));
      return NULL;
    }
  if (!type->replay (self->data, recording, error))
    return NULL;
  return g_steal_pointer (&self);
}

TwinModel *
twin_model_ref (TwinModel *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_model (gpointer data)
{
  TwinModel *self = data;

  g_array_unref (self->nodes);
  g_array_unref (self->metrics);
  g_ptr_array_unref (self->strings);
  twin_model_get_model_type (self)->free_data (self->data);
  twin_parameters_free (self->parameters);
}

void
twin_model_unref (TwinModel *self)
{
  g_atomic_rc_box_release_full (self, clear_model);
}

GPtrArray *
twin_model_list_remarks (const TwinModel *self)
{
  const TwinModelType *type = twin_model_get_model_type (self);
  GPtrArray *remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) twin_remark_free);

  if (type->list_remarks != NULL)
    type->list_remarks (self->data, self->parameters, remarks);
  return remarks;
}

const TwinModelType *
twin_model_get_model_type (const TwinModel *self)
{
  return twin_parameters_get_model_type (self->parameters);
}

const TwinParameters *
twin_model_get_parameters (const TwinModel *self)
{
  return self->parameters;
}

guint
twin_model_get_n_metrics (const TwinModel *self)
{
  return self->metrics->len;
}

const TwinMetric *
twin_model_get_metric (const TwinModel *self,
                       guint metric)
{
  g_return_val_if_fail (metric < self->metrics->len, NULL);

  return &g_array_index (self->metrics, TwinMetric, metric);
}

guint
twin_model_get_n_nodes (const TwinModel *self)
{
  return self->nodes->len;
}

const TwinNode *
twin_model_get_node (const TwinModel *self,
                     guint node)
{
  g_return_val_if_fail (node < self->nodes->len, NULL);

  return &g_array_index (self->nodes, TwinNode, node);
}

gconstpointer
twin_model_get_data (const TwinModel *self)
{
  return self->data;
}

double
twin_model_get_horizon (const TwinModel *self)
{
  return self->horizon;
}

double
twin_model_get_work (const TwinModel *self)
{
  return twin_model_get_model_type (self)->get_work (self->data);
}

double
twin_model_get_effort (const TwinModel *self)
{
  const TwinModelType *type = twin_model_get_model_type (self);

  return (type->get_effort != NULL ? type->get_effort : type->get_work) (self->data);
}

TwinMethod
twin_model_get_method (const TwinModel *self)
{
  const TwinModelType *type = twin_model_get_model_type (self);

  return type->get_method != NULL ? type->get_method (self->data) : TWIN_METHOD_EVENTS;
}

void
twin_model_simulate (const TwinModel *self,
                     uint64_t seed,
                     uint64_t first,
                     gsize count,
                     double *metrics,
                     gsize stride)
{
  twin_model_simulate_until (self, seed, first, count, metrics, stride, NULL);
}

void
twin_model_simulate_until (const TwinModel *self,
                           uint64_t seed,
                           uint64_t first,
                           gsize count,
                           double *metrics,
                           gsize stride,
                           const TwinStop *stop)
{
  g_return_if_fail (stride >= count);

  twin_model_get_model_type (self)->simulate (self->data, seed, first, count, metrics, stride,
                                              stop);
}

void
twin_model_simulate_events (const TwinModel *self,
                            uint64_t seed,
                            uint64_t first,
                            gsize count,
                            double *metrics,
                            gsize stride)
{
  g_return_if_fail (stride >= count);

  const TwinModelType *type = twin_model_get_model_type (self);

  if (type->simulate_events != NULL)
    type->simulate_events (self->data, seed, first, count, metrics, stride);
  else
    type->simulate (self->data, seed, first, count, metrics, stride, NULL);
}

TwinTrace *
twin_model_record (const TwinModel *self,
                   uint64_t seed,
                   uint64_t replication)
{
  return twin_model_get_model_type (self)->record (self->data, seed, replication);
}

TwinTrace *
twin_model_record_days (const TwinModel *self,
                        uint64_t seed,
                        uint64_t replication)
{
  const TwinModelType *type = twin_model_get_model_type (self);

  return type->record_days != NULL ? type->record_days (self->data, seed, replication) : NULL;
}

gboolean
twin_model_solve_long_run (const TwinModel *self,
                           TwinLongRun *answer)
{
  const TwinModelType *type = twin_model_get_model_type (self);

  if (type->solve_long_run == NULL)
    return FALSE;
  *answer = type->solve_long_run (self->data);
  return !isnan (answer->cost_per_day);
}
