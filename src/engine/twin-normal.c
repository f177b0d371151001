/* SPDX-License-Identifier: GPL-3.0-or-later */
#define TWIN_LANES 2

#include "twin-normal.h"

#include "twin-lanes-normal.h"

void
twin_normal_four (TwinStream *stream,
                  double normal[4])
{
  Words words[4];
  Lanes lanes[4];

  for (int i = 0; i < 4; i++)
    words[i] = (Words){ stream->state[i], stream->state[i] };
  lanes_normal_fours (words, lanes, 0);
  for (int i = 0; i < 4; i++)
    {
      stream->state[i] = words[i][0];
      normal[i] = lanes[i][0];
    }
}
