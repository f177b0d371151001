/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-model.h"

#include <math.h>

struct _TwinModel
{
  TwinParameters *parameters;
  gpointer data; /* the type's own */
  double horizon;
};

G_DEFINE_BOXED_TYPE (TwinModel, twin_model, twin_model_ref, twin_model_unref)

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
  return self;
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

  twin_model_get_model_type (self)->free_data (self->data);
  twin_parameters_free (self->parameters);
}

void
twin_model_unref (TwinModel *self)
{
  g_atomic_rc_box_release_full (self, clear_model);
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

void
twin_model_simulate (const TwinModel *self,
                     uint64_t seed,
                     uint64_t first,
                     gsize count,
                     double *metrics,
                     gsize stride)
{
  g_return_if_fail (stride >= count);

  twin_model_get_model_type (self)->simulate (self->data, seed, first, count, metrics, stride);
}

TwinTrace *
twin_model_record (const TwinModel *self,
                   uint64_t seed,
                   uint64_t replication)
{
  return twin_model_get_model_type (self)->record (self->data, seed, replication);
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
