#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-network.py ENGINE NETWORK-LOOP NETWORK-VECTOR: steps of the default network beside what
people would use instead; see rounds.py."""
import os
import sys

from rounds import Contestant, ROUNDS, hold, python, report

COST_TOLERANCE = 0.05  # of the mean; four episodes have a standard error of 2 %


def main(engine, loop, vector):
    or_gym = os.environ.get('OR_GYM_PYTHON', sys.executable)  # see peers/or_gym_steps.py
    groups = hold([
        Contestant('environment', engine, 'env'),
        Contestant('batch of 4,096', engine, 'batch'),
        Contestant('experiment, with metrics', engine, 'run'),
        Contestant('C vectors, 4,096', vector, 'rule'),
        Contestant('C loop', loop, 'rule'),
        Contestant('Python objects', *python('network_loop.py', 'rule')),
    ], [
        Contestant('environment', engine, 'env-actions'),
        Contestant('batch of 4,096', engine, 'batch-actions'),
        Contestant('C vectors, 4,096', vector, 'actions'),
        Contestant('C loop', loop, 'actions'),
        Contestant('Python objects', *python('network_loop.py', 'actions')),
        Contestant('OR-Gym', *python('or_gym_steps.py', interpreter=or_gym), same=False),
    ])
    same = True
    for title, group in zip(('The (s, S) rule orders', 'A controller orders'), groups):
        print(f'\n{title}:')
        same = report(group, 'a day', COST_TOLERANCE) and same
    print(f'\nMedians of {ROUNDS} rounds in turn, CPU time on one processor; a day is a step of one '
          'environment.\nBatches and vectors write observations and rewards; so does the C loop '
          'where a controller orders.')
    if not same:
        print('Not all of them simulate the same model.')
    return not same


sys.exit(main(*sys.argv[1:]))
