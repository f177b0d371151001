# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python vector environment beside the C batch that it is laid over: steps a second on one
core, by CPU time, medians of rounds in which all take turns."""
import statistics
import time

import numpy as np
from inventory_twin import Model, RetailNetworkVectorEnv
from inventory_twin._library import lib

N_ENVS = 4096
STEPS = 500
ROUNDS = 15


class Batch:
    """What a C program would do in its loop: the function, with the same arrays each time."""

    def __init__(self, model, actions):
        self.env = RetailNetworkVectorEnv(N_ENVS, model, copy=False)
        observations, _ = self.env.reset(seed=1)
        lib.twin_network_batch_set_normalized(self.env.address, False)
        units = self.env.action_map.to_units(actions)
        self.arrays = (units, observations, np.empty(N_ENVS), np.empty(N_ENVS, np.bool_))
        units, observations, rewards, truncated = [array.ctypes.data for array in self.arrays]
        self.arguments = (self.env.address, units, observations, rewards, None, truncated)

    def run(self):
        step, arguments = lib.twin_network_batch_step_with_costs, self.arguments
        for _ in range(STEPS):
            step(*arguments)


class Vector:
    """What a learner would do in its loop."""

    def __init__(self, model, actions, **options):
        self.env = RetailNetworkVectorEnv(N_ENVS, model, **options)
        self.env.reset(seed=1)
        self.actions = actions

    def run(self):
        step, actions = self.env.step, self.actions
        for _ in range(STEPS):
            step(actions)


def main():
    model = Model()
    env = RetailNetworkVectorEnv(1, model)
    orders = [60, 50, 75, 185]  # about what customers want, so that the warehouse seldom runs short
    actions = np.tile(env.action_map.from_units(orders), (N_ENVS, 1))
    contestants = {
        'C batch': Batch(model, actions),
        'Python, copy=False': Vector(model, actions, copy=False),
        'Python, copy=True': Vector(model, actions),
        'Python, metrics=True': Vector(model, actions, metrics=True),
    }
    seconds = {name: [] for name in contestants}
    for _ in range(ROUNDS + 1):
        for name, contestant in contestants.items():
            start = time.process_time()
            contestant.run()
            seconds[name].append(time.process_time() - start)
    medians = {name: statistics.median(times[1:]) for name, times in seconds.items()}
    print(f'{N_ENVS} environments    million steps a second   ratio')
    for name, median in medians.items():
        print(f'{name:20s} {N_ENVS * STEPS / median / 1e6:26.1f} '
              f'{median / medians["C batch"]:7.2f}')


main()
