/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <network/twin-network-batch.h>
#include <stdio.h>

/* Another's program: steps two default networks through an episode by the rule, and prints what the
 * days cost. */
int
main (void)
{
  g_autoptr (GError) error = NULL;
  const TwinModelType *type = twin_model_type_find ("network", NULL);
  g_autoptr (TwinParameters) parameters = twin_parameters_new (type);
  g_autoptr (TwinModel) model = twin_model_new (parameters, &error);
  g_autoptr (TwinNetworkBatch) batch = twin_network_batch_new (model, 2, &error);
  const uint64_t seeds[2] = { 1, 2 };
  double sums[2] = { 0 }, rewards[2];
  uint8_t truncated[2] = { 0 };
  int days = 0;

  twin_network_batch_reset (batch, seeds, NULL);
  for (; !truncated[0]; days++)
    {
      twin_network_batch_step (batch, NULL, NULL, rewards, truncated);
      sums[0] -= rewards[0];
      sums[1] -= rewards[1];
    }
  printf ("%d %.17g %.17g\n", days, sums[0], sums[1]);
  return 0;
}
