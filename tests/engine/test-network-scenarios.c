/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "network-fixture.h"

/* What each of the five built-in scenarios does to demand and lead time. */

static const TwinModelType *
network (void)
{
  return twin_model_type_find ("network", NULL);
}

static void
change (TwinParameters *p, const TwinPresetChange *change, const char *key)
{
  double before = change->text == NULL ? twin_parameters_get_number (p, key) : 0;

  if (change->text != NULL)
    g_assert_true (twin_parameters_set_text (p, key, change->text, NULL));
  else if (change->operation == TWIN_CHANGE_SET)
    g_assert_true (twin_parameters_set_number (p, key, change->value, NULL));
  else if (change->operation == TWIN_CHANGE_ADD)
    g_assert_true (twin_parameters_set_number (p, key, before + change->value, NULL));
  else
    g_assert_true (twin_parameters_set_number (p, key, before * change->value, NULL));
}

/* The default network, two SKUs, under a built-in scenario. */
static TwinModel *
model_under (const char *name, gboolean calm)
{
  g_autoptr (TwinParameters) p = network_parameters (3, 2, NULL);
  const TwinModelType *type = network ();
  guint i = 0;

  for (guint sku = 0; sku < 2 && calm; sku++)
    network_set (p, 0, "skus.%u.demand_sd", sku);
  while (strcmp (type->presets[i].name, name) != 0)
    g_assert_cmpuint (++i, <, type->n_presets);
  for (guint k = 0; k < type->presets[i].n_changes; k++)
    {
      const TwinPresetChange *c = &type->presets[i].changes[k];
      const char *star = strchr (c->key, '*');
      for (guint item = 0; item < (star != NULL ? 2 : 1); item++)
        {
          g_autofree char *key = star != NULL ? g_strdup_printf ("%.*s%u%s", (int) (star - c->key),
                                                                 c->key, item, star + 1)
                                              : g_strdup (c->key);
          change (p, c, key);
        }
    }
  TwinModel *model = twin_model_new (p, NULL);
  g_assert_nonnull (model);
  return model;
}

static double
demand_of (TwinTrace *trace, const TwinModel *model, guint day)
{
  return network_trace_get (trace, model, day, 1, 1, "demand");
}

static void
test_names (void)
{
  static const char *const names[] = { "normal", "spike", "strong_seasonality", "supplier_delay",
                                       "high_variability" };
  const TwinModelType *type = network ();

  g_assert_cmpuint (type->n_presets, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < type->n_presets; i++)
    g_assert_cmpstr (type->presets[i].name, ==, names[i]);
  g_assert_cmpuint (type->presets[0].n_changes, ==, 0);
}

static void
test_spike (void)
{
  g_autoptr (TwinModel) normal = model_under ("normal", FALSE);
  g_autoptr (TwinModel) spike = model_under ("spike", FALSE);
  g_autoptr (TwinTrace) a = twin_model_record (normal, 1, 0);
  g_autoptr (TwinTrace) b = twin_model_record (spike, 1, 0);

  for (guint day = 0; day < 90; day++)
    g_assert_cmpfloat_with_epsilon (demand_of (b, spike, day),
                                    (day >= 30 && day <= 32 ? 2.5 : 1) * demand_of (a, normal, day),
                                    1e-12);
}

static void
test_strong_seasonality (void)
{
  g_autoptr (TwinModel) normal = model_under ("normal", TRUE);
  g_autoptr (TwinModel) strong = model_under ("strong_seasonality", TRUE);
  g_autoptr (TwinTrace) a = twin_model_record (normal, 1, 0);
  g_autoptr (TwinTrace) b = twin_model_record (strong, 1, 0);

  for (guint day = 0; day < 90; day++)
    {
      double wave = sin (2 * G_PI * day / 30);
      g_assert_cmpfloat_with_epsilon (demand_of (a, normal, day), 50 * (1 + 0.3 * wave), 1e-9);
      g_assert_cmpfloat_with_epsilon (demand_of (b, strong, day), 50 * (1 + 0.5 * wave), 1e-9);
    }
}

/* The warehouse's first order comes after 7 days, or after 14. */
static void
test_supplier_delay (void)
{
  static const struct { const char *name; guint lead_time; } cases[] = {
    { "normal", 7 }, { "supplier_delay", 14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TwinModel) model = model_under (cases[i].name, TRUE);
      g_autoptr (TwinTrace) trace = twin_model_record (model, 1, 0);
      guint ordered = 0, received = 0;

      while (network_trace_get (trace, model, ordered, 3, 0, "ordered") == 0)
        ordered++;
      while (network_trace_get (trace, model, received, 3, 0, "received") == 0)
        received++;
      g_assert_cmpuint (received - ordered, ==, cases[i].lead_time);
    }
}

/* Twice the noise, draw by draw. */
static void
test_high_variability (void)
{
  g_autoptr (TwinModel) calm = model_under ("normal", TRUE);
  g_autoptr (TwinModel) normal = model_under ("normal", FALSE);
  g_autoptr (TwinModel) high = model_under ("high_variability", FALSE);
  g_autoptr (TwinTrace) mean = twin_model_record (calm, 1, 0);
  g_autoptr (TwinTrace) a = twin_model_record (normal, 1, 0);
  g_autoptr (TwinTrace) b = twin_model_record (high, 1, 0);

  for (guint day = 0; day < 90; day++)
    {
      double noise = demand_of (a, normal, day) - demand_of (mean, calm, day);
      double doubled = fmax (0, demand_of (mean, calm, day) + 2 * noise);
      if (demand_of (a, normal, day) > 0)
        g_assert_cmpfloat_with_epsilon (demand_of (b, high, day), doubled, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-scenarios/names", test_names);
  g_test_add_func ("/network-scenarios/spike", test_spike);
  g_test_add_func ("/network-scenarios/strong-seasonality", test_strong_seasonality);
  g_test_add_func ("/network-scenarios/supplier-delay", test_supplier_delay);
  g_test_add_func ("/network-scenarios/high-variability", test_high_variability);
  return g_test_run ();
}
