# SPDX-License-Identifier: GPL-3.0-or-later
"""test-examples.py FOLDER EXAMPLE…: runs the examples, and looks at what they promise."""
import pathlib
import re
import subprocess
import sys

import testing

FOLDER = pathlib.Path(sys.argv[1]).absolute()


def run(name):
    done = subprocess.run([sys.executable, FOLDER / f'{name}.py'], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8')
    for line in done.stdout.splitlines():
        print(f'# {line}')
    assert done.returncode == 0
    return done.stdout


def read_costs(text):
    """By the first words of a line, the cost and the service that follow."""
    return {name.strip(): (float(cost), float(service)) for name, cost, service
            in re.findall(r'^([^\d\n]+?) +(\d+) +([\d.]+)%$', text, re.MULTILINE)}


def test_step_by_hand():
    text = run('step-by-hand')
    days = re.findall(r'^ *(\d+)( +[\d.]+){6}$', text, re.MULTILINE)
    assert [int(day) for day, _ in days] == list(range(21))
    costs = dict(re.findall(r'^(\w.*?) +service +[\d.]+%  cost +([\d.]+)$', text, re.MULTILINE))
    assert len(costs) == 4 and len(set(costs.values())) == 4, costs


def test_base_stock():
    costs = read_costs(run('base-stock'))
    assert costs['base stock'][0] < costs['(s, S) rule'][0] and costs['base stock'][1] > 90


def test_learn_ppo():
    costs = read_costs(run('learn-ppo'))
    assert costs['trained'][0] < costs['untrained'][0] and costs['trained'][1] > 80


chosen = ['test_' + name.replace('-', '_') for name in sys.argv[2:]]
testing.main({name: globals()[name] for name in chosen})
