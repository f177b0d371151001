/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twin-network-env.h"

#include "twin-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "../twin-model-private.h"
#include "twin-network-private.h"

/* Snapshots of an environment. They are words of 64 bits as the machine has them:
 *
 *   head, numbers of state, flows and totals,
 *   for each SKU: how many store orders wait, then store and quantity of each,
 *   a digest of all of it
 */

#define MAGIC G_GUINT64_CONSTANT (0x34746e5357676354) /* of this layout */

enum
{
  HEAD_MAGIC,
  HEAD_MODEL, /* digest of it */
  HEAD_SEED,
  HEAD_REPLICATION,
  HEAD_DAY,
  HEAD_DAYS_COUNTED,
  HEAD_LENGTH
};

/* Not against forgery, but against the wrong model and the wrong file. */
static uint64_t
digest (uint64_t hash,
        gconstpointer data,
        gsize n_words)
{
  const char *bytes = data;

  for (gsize i = 0; i < n_words; i++)
    {
      uint64_t word;
      memcpy (&word, bytes + i * sizeof word, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
    }
  return hash;
}

static uint64_t
digest_text (uint64_t hash,
             const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

/* Every parameter, and the recorded demand if there is any. */
static uint64_t
digest_model (const TwinNetworkEnv *self)
{
  const TwinNetwork *n = self->network;
  const TwinParameters *parameters = twin_model_get_parameters (self->model);
  g_autoptr (GPtrArray) keys = twin_parameters_list_keys (parameters);
  uint64_t hash = MAGIC;

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      g_autofree char *value = twin_parameters_dup_string (parameters, key);

      hash = digest_text (digest_text (digest_text (hash, key), "="), value);
      hash = digest_text (hash, "\n");
    }
  if (n->recorded != NULL)
    hash = digest (hash, n->recorded, (gsize) n->n_days * n->n_store_cells);
  return hash | 1; /* 0 is “not yet known” */
}

static uint64_t
get_digest (TwinNetworkEnv *self)
{
  if (self->digest == 0)
    self->digest = digest_model (self);
  return self->digest;
}

static gsize
count_flows (const TwinNetworkEnv *self)
{
  return (gsize) self->network->n_cells * TWIN_N_FLOWS;
}

static gsize
count_fixed_words (const TwinNetworkEnv *self)
{
  return HEAD_LENGTH + self->state->n_numbers + count_flows (self) + self->totals->n_numbers;
}

static gsize
count_waiting (const TwinNetworkEnv *self,
               guint sku)
{
  const GArray *queue = self->state->queues[sku];

  return queue != NULL ? queue->len : 0;
}

static char *
write_block (char *place,
             gconstpointer block,
             gsize n_words)
{
  memcpy (place, block, n_words * 8);
  return place + n_words * 8;
}

static char *
write_queue (char *place,
             const TwinNetworkEnv *self,
             guint sku)
{
  const uint64_t length = count_waiting (self, sku);

  place = write_block (place, &length, 1);
  for (guint i = 0; i < length; i++)
    {
      const TwinBacklog *entry = &g_array_index (self->state->queues[sku], TwinBacklog, i);
      const uint64_t store = entry->store;
      place = write_block (place, &store, 1);
      place = write_block (place, &entry->quantity, 1);
    }
  return place;
}

GBytes *
twin_network_env_snapshot (TwinNetworkEnv *self)
{
  const uint64_t head[HEAD_LENGTH] = {
    [HEAD_MAGIC] = MAGIC,
    [HEAD_MODEL] = get_digest (self),
    [HEAD_SEED] = self->seed,
    [HEAD_REPLICATION] = self->replication,
    [HEAD_DAY] = self->state->day,
    [HEAD_DAYS_COUNTED] = self->totals->days,
  };
  gsize n_words = count_fixed_words (self) + 1;

  for (guint sku = 0; sku < self->network->n_skus; sku++)
    n_words += 1 + 2 * count_waiting (self, sku);
  char *words = g_malloc (n_words * 8), *place = words;

  place = write_block (place, head, HEAD_LENGTH);
  place = write_block (place, self->state->stocks, self->state->n_numbers);
  place = write_block (place, self->flows, count_flows (self));
  place = write_block (place, self->totals->cells, self->totals->n_numbers);
  for (guint sku = 0; sku < self->network->n_skus; sku++)
    place = write_queue (place, self, sku);
  const uint64_t check = digest (0, words, n_words - 1);
  write_block (place, &check, 1);
  return g_bytes_new_take (words, n_words * 8);
}

static gboolean
refuse (TwinError code,
        const char *message,
        GError **error)
{
  g_propagate_error (error, twin_error_new (code, NULL, "%s", message));
  return FALSE;
}

/* Do the queues in @words ([n_words]) fit the model, and each other? */
static gboolean
queues_fit (const TwinNetworkEnv *self,
            const uint64_t *words,
            gsize n_words)
{
  gsize place = 0;

  for (guint sku = 0; sku < self->network->n_skus; sku++)
    {
      if (place >= n_words || words[place] > (n_words - place - 1) / 2)
        return FALSE;
      uint64_t length = words[place++];
      for (uint64_t i = 0; i < length; i++, place += 2)
        if (words[place] >= self->network->n_stores)
          return FALSE;
    }
  return place == n_words;
}

static gboolean
check_snapshot (TwinNetworkEnv *self,
                const uint64_t *words,
                gsize n_words,
                GError **error)
{
  const gsize fixed = count_fixed_words (self);

  if (n_words < HEAD_LENGTH + 1 || words[HEAD_MAGIC] != MAGIC)
    return refuse (TWIN_ERROR_FORMAT,
                   _("This is no snapshot of a network, or one of another version"), error);
  if (words[n_words - 1] != digest (0, words, n_words - 1))
    return refuse (TWIN_ERROR_FORMAT, _("The snapshot has been changed or cut short"), error);
  if (words[HEAD_MODEL] != get_digest (self))
    return refuse (TWIN_ERROR_CONFLICT, _("The snapshot is of a model with other parameters"),
                   error);
  if (n_words < fixed + 1 || words[HEAD_DAY] > self->network->n_days ||
      words[HEAD_DAYS_COUNTED] > words[HEAD_DAY] ||
      !queues_fit (self, words + fixed, n_words - fixed - 1))
    return refuse (TWIN_ERROR_FORMAT, _("The snapshot does not fit its model"), error);
  return TRUE;
}

static const uint64_t *
read_block (gpointer block,
            gsize n_words,
            const uint64_t *words)
{
  memcpy (block, words, n_words * 8);
  return words + n_words;
}

static const uint64_t *
read_queue (TwinNetworkState *state,
            guint sku,
            const uint64_t *words)
{
  const uint64_t length = *words++;

  if (state->queues[sku] == NULL)
    state->queues[sku] = g_array_new (FALSE, FALSE, sizeof (TwinBacklog));
  g_array_set_size (state->queues[sku], 0);
  for (uint64_t i = 0; i < length; i++)
    {
      TwinBacklog entry = { .store = (guint) *words++ };
      words = read_block (&entry.quantity, 1, words);
      g_array_append_val (state->queues[sku], entry);
    }
  return words;
}

gboolean
twin_network_env_restore (TwinNetworkEnv *self,
                          GBytes *snapshot,
                          GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (snapshot, &size);

  if (size % 8 != 0)
    return refuse (TWIN_ERROR_FORMAT, _("The snapshot has been changed or cut short"), error);
  g_autofree uint64_t *copy = g_memdup2 (data, size); /* where words are aligned */
  if (!check_snapshot (self, copy, size / 8, error))
    return FALSE;

  const uint64_t *words = copy + HEAD_LENGTH;
  self->seed = copy[HEAD_SEED];
  self->replication = copy[HEAD_REPLICATION];
  self->state->day = (guint) copy[HEAD_DAY];
  self->state->arrival_slot = self->state->day % self->network->n_arrival_slots;
  self->state->delivery_slot = self->state->day % self->network->n_delivery_slots;
  self->totals->days = (guint) copy[HEAD_DAYS_COUNTED];
  words = read_block (self->state->stocks, self->state->n_numbers, words);
  words = read_block (self->flows, count_flows (self), words);
  words = read_block (self->totals->cells, self->totals->n_numbers, words);
  for (guint sku = 0; sku < self->network->n_skus; sku++)
    words = read_queue (self->state, sku, words);
  return TRUE;
}
