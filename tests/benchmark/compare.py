#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py ENGINE EVENT-LOOP: the default run of this engine beside what people would use instead;
see rounds.py."""
import sys

from rounds import Contestant, ROUNDS, hold, python, report

COST_TOLERANCE = 0.04  # of the mean; ten replications have a standard error of 2 %


def main(engine, event_loop):
    [group] = hold([
        Contestant('this engine', engine),
        Contestant('… event by event', engine, 'events'),
        Contestant('C, ziggurat', event_loop, 'ziggurat'),
        Contestant('C, logarithm', event_loop, 'log'),
        Contestant('numba', *python('numba_loop.py')),
        Contestant('NumPy, presampled', *python('numpy_cycles.py')),
        Contestant('Python loop', *python('python_loop.py')),
        Contestant('SimPy', *python('simpy_processes.py')),
    ])
    same = report(group, 'an event', COST_TOLERANCE)
    print(f'\nMedians of {ROUNDS} rounds in turn, CPU time on one processor; '
          'an event is a demand or an order.')
    if not same:
        print('Not all of them simulate the same model.')
    return not same


sys.exit(main(*sys.argv[1:]))
