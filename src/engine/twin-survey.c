/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-survey.h"

#include "twin-model-private.h"

struct _TwinSurvey
{
  TwinModel *model;
  const TwinModelType *type;
  gpointer plan; /* the type's own */
  gsize n_policies;
};

TwinSurvey *
twin_survey_new (TwinModel *model,
                 const double *policies,
                 gsize n_policies)
{
  const TwinModelType *type;
  TwinSurvey *self;
  gpointer plan;

  g_return_val_if_fail (model != NULL && policies != NULL && n_policies > 0, NULL);

  type = twin_model_get_model_type (model);
  if (type->plan_survey == NULL)
    return NULL;
  plan = type->plan_survey (twin_model_get_data (model), policies, n_policies);
  if (plan == NULL)
    return NULL;

  self = g_new (TwinSurvey, 1);
  *self = (TwinSurvey) { twin_model_ref (model), type, plan, n_policies };
  return self;
}

void
twin_survey_free (TwinSurvey *self)
{
  if (self == NULL)
    return;

  self->type->free_survey (self->plan);
  twin_model_unref (self->model);
  g_free (self);
}

void
twin_survey_measure (const TwinSurvey *self,
                     uint64_t seed,
                     uint64_t first,
                     gsize count,
                     double *service,
                     double *cost,
                     gsize stride,
                     const TwinStop *stop)
{
  g_return_if_fail (self != NULL && stride >= self->n_policies);

  self->type->survey (self->plan, seed, first, count, service, cost, stride, stop);
}
