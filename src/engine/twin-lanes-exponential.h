/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "twin-lanes-math.h"
#include "twin-stream.h"

/* Exponential numbers for all lanes, each from a stream of its own: word for word what
 * twin_stream_exponential() makes of that stream.
 *
 * The ziggurat refuses one word in 45, and then asks the next word of that stream. Lanes that
 * waited for each other there, or a branch in the midst of the generator's work, would cost more
 * than all the draws. So every lane takes the same number of words at a time; the place of a
 * refused word stays empty, what it became is at the place of the next one, and all refused words
 * of a block are settled together, in vectors again. */

/** Words that each lane takes at a time. */
#define LANES_DRAWS 48

/** LanesExponential: a block of numbers of every lane. */
typedef struct
{
  Words stream[4];                /* see lanes_next() */
  Words words[LANES_DRAWS + 2];   /* from the last one of the block before; one more for nobody */
  Lanes numbers[LANES_DRAWS + 1]; /* with mean 1; 0 at an empty place; one more for nobody */
  Lanes drawn[LANES_DRAWS + 1];   /* 1, or 0 at an empty place */
  Mask refused;                   /* whose last word of the block was */
} LanesExponential;

/** Starts a lane's stream. */
static inline void
lanes_exponential_start (LanesExponential *self,
                         guint lane,
                         const TwinStream *stream)
{
  for (guint i = 0; i < 4; i++)
    ((uint64_t *) &self->stream[i])[lane] = stream->state[i];
  self->refused &= (Mask) ~mask_of_lane (lane);
}

/* The layer of each word: its lowest byte says which. @words are read byte by byte, where they lie
 * in memory, and a layer with one load; gathers would take twice as long. */
static inline void
lanes_find_layers (const Words *words,
                   Words *inside,
                   Lanes *width)
{
#define LAYER(lane)                                                                                \
  _mm_loadu_pd ((const double *) &twin_exponential_layers[((const uint8_t *) words)[8 * (lane)]])
#if TWIN_LANES == 8 && defined(__AVX512DQ__)
  __m512d even = _mm512_castpd128_pd512 (LAYER (0)), odd = _mm512_castpd128_pd512 (LAYER (1));

  even = _mm512_insertf64x2 (even, LAYER (2), 1);
  odd = _mm512_insertf64x2 (odd, LAYER (3), 1);
  even = _mm512_insertf64x2 (even, LAYER (4), 2);
  odd = _mm512_insertf64x2 (odd, LAYER (5), 2);
  even = _mm512_insertf64x2 (even, LAYER (6), 3);
  odd = _mm512_insertf64x2 (odd, LAYER (7), 3);
  *inside = (Words) _mm512_unpacklo_pd (even, odd);
  *width = (Lanes) _mm512_unpackhi_pd (even, odd);
#elif TWIN_LANES == 4 && defined(__AVX2__)
  __m256d even = _mm256_castpd128_pd256 (LAYER (0)), odd = _mm256_castpd128_pd256 (LAYER (1));

  even = _mm256_insertf128_pd (even, LAYER (2), 1);
  odd = _mm256_insertf128_pd (odd, LAYER (3), 1);
  *inside = (Words) _mm256_unpacklo_pd (even, odd);
  *width = (Lanes) _mm256_unpackhi_pd (even, odd);
#else
  for (guint lane = 0; lane < TWIN_LANES; lane++)
    {
      const TwinZigguratLayer *layer =
          &twin_exponential_layers[((const uint64_t *) words)[lane] & 255];

      ((uint64_t *) inside)[lane] = layer->inside;
      ((double *) width)[lane] = layer->width;
    }
#endif
#undef LAYER
}

/* Items @index of a table. */
static inline Lanes
lanes_gather (const double *table,
              Words index)
{
#if TWIN_LANES == 1
  return table[index];
#elif TWIN_LANES == 8 && defined(__AVX512F__)
  return (Lanes) _mm512_i64gather_pd ((__m512i) index, table, 8);
#elif TWIN_LANES == 4 && defined(__AVX2__)
  return (Lanes) _mm256_i64gather_pd (table, (__m256i) index, 8);
#else
  Lanes items = { 0 };

  for (int lane = 0; lane < TWIN_LANES; lane++)
    items[lane] = table[index[lane]];
  return items;
#endif
}

/* Adds @first + the number of each lane of @mask to the list of @n places, without a jump. Returns
 * how many there are then. */
static inline guint
lanes_list (uint32_t *places,
            guint n,
            guint first,
            Mask mask)
{
#if TWIN_LANES == 8 && defined(__AVX512VL__)
  const __m256i numbers = _mm256_setr_epi32 (0, 1, 2, 3, 4, 5, 6, 7);
  const __m256i all = _mm256_add_epi32 (_mm256_set1_epi32 ((int) first), numbers);

  _mm256_storeu_si256 ((__m256i *) (places + n), _mm256_maskz_compress_epi32 (mask, all));
  return n + (guint) __builtin_popcount (mask);
#else
  const guint bits = mask_to_bits (mask);

  for (guint lane = 0; lane < TWIN_LANES; lane++)
    {
      places[n] = first + lane;
      n += bits >> lane & 1;
    }
  return n;
#endif
}

/* Settles TWIN_LANES refused words, of any lanes: the numbers belong to the places of the words
 * after them. See twin_exponential_settle(), which does so with one. */
static inline void
lanes_exponential_settle (LanesExponential *self,
                          const uint32_t *places)
{
  const uint64_t *words = (const uint64_t *) self->words;
  double *numbers = (double *) self->numbers, *drawn = (double *) self->drawn;
  Words refused, next, inside;
  Lanes width;

  for (guint i = 0; i < TWIN_LANES; i++)
    {
      ((uint64_t *) &refused)[i] = words[places[i]];
      ((uint64_t *) &next)[i] = words[places[i] + TWIN_LANES];
    }
  const Words layer = refused & 255, below = (layer - 1) & 255;
  lanes_find_layers (&refused, &inside, &width);
  const Lanes x = lanes_from_whole (refused >> 8) * width;
  const Lanes low = lanes_gather (twin_exponential_height, layer);
  const Lanes high = lanes_gather (twin_exponential_height, below);
  const Lanes height = low + lanes_from_whole (next >> 11) * 0x1p-53 * (high - low);
  const Mask taken = lanes_above (lanes_exp (-x), height);
  const Lanes number = mask_select (taken, x, lanes_all (0));
  const guint bits = mask_to_bits (taken);

  for (guint i = 0; i < TWIN_LANES; i++)
    {
      numbers[places[i]] = ((const double *) &number)[i];
      drawn[places[i]] = bits >> i & 1;
    }
  /* the tail, which is one in fifty of them */
  if (G_UNLIKELY (mask_any ((Mask) ~words_above (layer, (Words){ 0 }))))
    for (guint i = 0; i < TWIN_LANES; i++)
      if ((words[places[i]] & 255) == 0)
        {
          numbers[places[i]] = twin_exponential_settle (words[places[i]],
                                                        words[places[i] + TWIN_LANES]);
          drawn[places[i]] = 1;
        }
}

/** Draws the next block. */
static G_GNUC_NO_INLINE void
lanes_exponential_draw (LanesExponential *self)
{
  Words stream[4] = { self->stream[0], self->stream[1], self->stream[2], self->stream[3] };
  uint32_t places[(LANES_DRAWS + 2) * TWIN_LANES];
  Mask refused = self->refused;
  guint n = lanes_list (places, 0, 0, refused);

  self->words[0] = self->words[LANES_DRAWS];
  for (guint i = 0; i < LANES_DRAWS; i++)
    {
      const Words bits = lanes_next (stream), draw = bits >> 8;
      Words inside;
      Lanes width;

      self->words[i + 1] = bits;
      /* gcc would take the vector apart instead of reading it */
      __asm__ ("" : "+m" (self->words[i + 1]));
      lanes_find_layers (&self->words[i + 1], &inside, &width);
      /* what follows a refused word is not a draw of its own */
      refused = (Mask) (~words_above (inside, draw) & ~refused);
      self->numbers[i] = mask_select (refused, lanes_all (0), lanes_from_whole (draw) * width);
      self->drawn[i] = mask_select (refused, lanes_all (0), lanes_all (1));
      n = lanes_list (places, n, (i + 1) * TWIN_LANES, refused);
    }
  for (guint i = 0; i < 4; i++)
    self->stream[i] = stream[i];

  /* whose last word was refused, waits for the next block */
  self->refused = refused;
  n -= (guint) __builtin_popcount (mask_to_bits (refused));
  for (guint i = 0; i < TWIN_LANES; i++)
    places[n + i] = LANES_DRAWS * TWIN_LANES;
  for (guint i = 0; i < n; i += TWIN_LANES)
    lanes_exponential_settle (self, places + i);
}
