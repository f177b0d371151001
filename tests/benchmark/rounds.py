# SPDX-License-Identifier: GPL-3.0-or-later
"""Contestants that take turns, round by round on the same processor, so that a busy machine slows
them alike: trust the ratios. Time is CPU time. A contestant whose mean cost is not that of the first
one simulates something else, and fails the comparison."""
import os
import statistics
import subprocess
import sys

ROUNDS = 7
PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'peers')


def python(name, *arguments, interpreter=sys.executable):
    """The command that runs a peer written in Python."""
    return interpreter, '-B', os.path.join(PEERS, name), *arguments


class Contestant:
    def __init__(self, title, *command, same=True):
        self.title = title
        self.same = same  # the model as the first of its group, so that the costs must agree
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


def hold(*groups):
    """Each group is a list of contestants, and begins with the one that the others are held against.
    Returns the groups with those that were ready, and what they have measured."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    groups = [[each for each in group if each.is_ready()] for group in groups]
    for _ in range(ROUNDS):
        for group in groups:
            for each in group:
                each.run()
    for group in groups:
        for each in group:
            each.close()
    return groups


def report(group, event, tolerance):
    """Prints a group as a table; False where somebody's mean cost is off by more than tolerance."""
    first = group[0]
    base = statistics.median(first.samples)
    heads = f'ns {event}'
    print(f'\n{"":26}{heads:>12}{"lowest":>9}{"highest":>9}{"million/s":>11}{"ratio":>8}'
          f'{"mean cost":>14}')
    for each in group:
        median = statistics.median(each.samples)
        print(f'{each.title:26}{median:12.2f}{min(each.samples):9.2f}{max(each.samples):9.2f}'
              f'{1e3 / median:11.4g}{median / base:8.2f}'
              f'{f"{each.cost:12.0f}" if each.same else "another model":>14}')
    return all(abs(each.cost / first.cost - 1.0) < tolerance for each in group if each.same)
