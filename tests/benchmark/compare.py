#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py ENGINE EVENT-LOOP: the default run of this engine beside what people would use instead.

All contestants run the same model on the same processor, round by round in turn, so that a busy
machine slows them alike: trust the ratios. Time is CPU time. A contestant whose mean cost is not
that of the engine simulates something else, and fails the comparison.
"""
import os
import statistics
import subprocess
import sys

ROUNDS = 7
COST_TOLERANCE = 0.04  # of the mean; ten replications have a standard error of 2 %

PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'peers')


class Contestant:
    def __init__(self, title, *command):
        self.title = title
        self.samples = []
        self.cost = None
        self.process = subprocess.Popen(command, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def is_ready(self):
        """False where a Python module is missing, which is said."""
        if self.process.stdout.readline().strip() == 'ready':
            return True
        error = self.process.communicate()[1].strip().splitlines()
        print(f'{self.title}: left out ({error[-1] if error else "no answer"})')
        return False

    def run(self):
        self.process.stdin.write('\n')
        self.process.stdin.flush()
        seconds, events, _, self.cost = map(float, self.process.stdout.readline().split())
        self.samples.append(1e9 * seconds / events)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def start(engine, event_loop):
    def python(name):
        return sys.executable, '-B', os.path.join(PEERS, name)

    contestants = [
        Contestant('this engine', engine),
        Contestant('… event by event', engine, 'events'),
        Contestant('C, ziggurat', event_loop, 'ziggurat'),
        Contestant('C, logarithm', event_loop, 'log'),
        Contestant('numba', *python('numba_loop.py')),
        Contestant('NumPy, presampled', *python('numpy_cycles.py')),
        Contestant('Python loop', *python('python_loop.py')),
        Contestant('SimPy', *python('simpy_processes.py')),
    ]
    return [contestant for contestant in contestants if contestant.is_ready()]


def report(contestants):
    engine = contestants[0]
    base = statistics.median(engine.samples)
    print(f'\n{"":20}{"ns an event":>12}{"lowest":>9}{"highest":>9}{"ratio":>8}{"mean cost":>12}')
    for contestant in contestants:
        median = statistics.median(contestant.samples)
        print(f'{contestant.title:20}{median:12.2f}{min(contestant.samples):9.2f}'
              f'{max(contestant.samples):9.2f}{median / base:8.1f}{contestant.cost:12.0f}')
    print(f'\nMedians of {ROUNDS} rounds in turn, CPU time on one processor; '
          'an event is a demand or an order.')
    return all(abs(contestant.cost / engine.cost - 1.0) < COST_TOLERANCE
               for contestant in contestants)


def main():
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    contestants = start(*sys.argv[1:])
    for _ in range(ROUNDS):
        for contestant in contestants:
            contestant.run()
    for contestant in contestants:
        contestant.close()
    if not report(contestants):
        print('Not all of them simulate the same model.')
        return 1
    return 0


sys.exit(main())
