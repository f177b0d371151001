# SPDX-License-Identifier: GPL-3.0-or-later
"""test-digital-twin.py TWIN: the twin that is led by hand. TWIN is the command."""
import copy
import json
import math
import os
import pickle
import subprocess
import sys

import numpy as np
import testing
from inventory_twin import DigitalTwin, Model
from testing import refuses

TWIN = os.path.abspath(sys.argv[1])
TWO_SKUS = {'skus': [{'id': 'tea'}, {'id': 'milk.fresh', 'base_demand': 20}],
            'warehouse': {'capacity': [15000, 9000]}}


def run_command(*arguments):
    done = subprocess.run([TWIN, 'run', '--model', 'network', '--replications', '1', '--json',
                           *arguments], capture_output=True, check=True, encoding='utf-8')
    return {name: metric['mean'] for name, metric in json.loads(done.stdout)['metrics'].items()}


def finish(twin, actions=None):
    while not twin.step(actions)[2]:
        pass
    return twin.get_metrics()


def position(stock):
    return stock['on_hand'] + stock['in_transit'] + stock['backlog']


def test_repr():
    with DigitalTwin(settings=['horizon_days=20'], seed=9) as twin:
        assert repr(twin) == '<DigitalTwin: 3 stores, 1 SKU, 20 days; seed 9, replication 0, day 0>'
        twin.step()
        twin.reset()
        twin.step()
        twin.step()
        assert repr(twin) == '<DigitalTwin: 3 stores, 1 SKU, 20 days; seed 9, replication 1, day 2>'
    assert repr(twin) == '<DigitalTwin: 3 stores, 1 SKU, 20 days; closed>'


def test_step_before_reset():
    """The first episode needs no reset(): it is the one that reset() would begin with."""
    early, late = DigitalTwin(), DigitalTwin()
    late.reset()
    assert early.step() == late.step()
    assert early.reset() == late.reset() and 'replication 1' in repr(early)


def test_metrics_are_those_of_the_command():
    settings = ['supplier.reliability=0.7', 'stores.0.capacity=900']
    twin = DigitalTwin(settings=[*settings, 'horizon_days=60'], scenario='spike', seed=123)
    twin.reset()
    metrics = finish(twin)
    command = run_command('--days', '60', '--scenario', 'spike', '--seed', '123',
                          *[word for setting in settings for word in ('--set', setting)])
    assert list(metrics) == list(command)
    assert metrics == command  # to the bit


def test_next_reset_is_next_replication():
    subprocess.run([TWIN, 'run', '--model', 'network', '--replications', '3', '--seed', '7',
                    '--csv', 'rows.csv', '--quiet'], check=True, stdout=subprocess.DEVNULL)
    with open('rows.csv', encoding='utf-8') as file:
        header, *rows = [line.rstrip('\r\n').split(',') for line in file]
    twin = DigitalTwin(seed=7)
    for row in rows:
        twin.reset()
        metrics = finish(twin)
        assert [metrics[name] for name in header[1:]] == [float(cell) for cell in row[1:]]
    twin = DigitalTwin(seed=7)
    twin.step()  # that was replication 0
    twin.reset()
    assert finish(twin)['total_cost'] == float(rows[1][header.index('total_cost')])
    twin.reset(seed=7, replication=1)
    assert finish(twin)['total_cost'] == float(rows[1][header.index('total_cost')])
    twin.reset(seed=7)
    assert finish(twin)['total_cost'] == float(rows[0][header.index('total_cost')])


def test_state_and_vector_agree():
    twin = DigitalTwin(TWO_SKUS)
    state = twin.reset(seed=1)
    assert state['day'] == 0 and list(state['nodes']) == [*twin.model.nodes]
    assert list(state['nodes']['store_2']) == ['tea', 'milk.fresh']
    for _ in range(12):
        state = twin.step()[0]
    assert state == twin.get_state() and state['day'] == twin.day == 12
    vector = twin.get_state_vector()
    assert vector.shape == (len(twin.layout),)
    for number, value in zip(twin.layout, vector):
        assert number.lower <= value <= number.upper and math.isfinite(number.upper), number
        field = number.name.rsplit('.', 1)[-1]
        if number.node is not None:
            assert value == state['nodes'][number.node][number.sku][field]
        elif number.sku is not None:
            assert value == state['season'][number.sku][field.removeprefix('season_')]
    assert abs(vector[-1] - math.cos(2 * math.pi * 12 / 30)) < 1e-15


def test_absent_follows_the_rule():
    twin, other = DigitalTwin(seed=3), DigitalTwin(seed=3)
    for _ in range(40):
        state, reward, _, info = twin.step()
        same = other.step({'store_1': None, 'store_2': {}, 'warehouse_1': {'sku_001': None}})
        assert same == (state, reward, False, info)


def test_actions_are_orders():
    twin = DigitalTwin(TWO_SKUS)
    twin.reset(seed=5)
    before = twin.get_state()['nodes']
    ways = {'store_1': 'mapping', 'store_2': 'array', 'store_3': 'list'}
    actions = {'store_1': {'milk.fresh': 33}, 'store_2': np.array([0, 33], np.float32),
               'store_3': [0, np.int64(33)], 'warehouse_1': (0, 1000.5)}
    state, _, _, info = twin.step(actions)
    for node in ways:
        stock = state['nodes'][node]['milk.fresh']
        sold = stock['demand'] - stock['lost']
        assert abs(position(stock) - (position(before[node]['milk.fresh']) - sold + 33)) < 1e-9
        assert state['nodes'][node]['tea']['in_transit'] == 0  # s is far below
    warehouse = state['nodes']['warehouse_1']
    assert warehouse['milk.fresh']['on_order'] == 1000.5 and warehouse['tea']['on_order'] == 0
    assert info['store_orders'] == 3 and info['warehouse_orders'] == 1


def test_single_sku_takes_a_number():
    twin = DigitalTwin()
    twin.reset(seed=1)
    state = twin.step({'store_3': 12.5, 'warehouse_1': np.float32(0)})[0]
    assert state['nodes']['store_3']['sku_001']['in_transit'] == 12.5


def test_reward_and_day_are_costs():
    twin = DigitalTwin(settings={'skus.0.store_order_cost': 3, 'warmup_days': 0})
    twin.reset(seed=2)
    total = 0
    for day in range(90):
        _, reward, done, info = twin.step({'store_1': 60})
        parts = [sum(costs[name] for costs in info['nodes'].values())
                 for name in ('holding_cost', 'stockout_cost', 'ordering_cost')]
        assert info['day'] == day and done == (day == 89)
        assert reward == -info['total_cost'] and abs(sum(parts) + reward) < 1e-9
        assert abs(parts[2] - info['ordering_cost']) < 1e-9 and parts[2] >= 3
        total += reward
    assert abs(twin.get_metrics()['total_cost'] + total) < 1e-6


def test_bad_actions_leave_the_twin_as_it_was():
    twin = DigitalTwin(TWO_SKUS)
    twin.reset(seed=1)
    twin.step({'store_1': [1, 2]})
    moment = twin.snapshot()
    for actions, words in (
            ({'store_9': 1}, ('store_9', 'store_1', 'warehouse_1')),
            ({3: 1}, ('3', 'store_1')),
            ({'store_1': 5}, ('store_1', '1 quantities', 'tea')),
            ({'store_1': [1, 2, 3]}, ('store_1', '3 quantities', 'milk.fresh')),
            ({'store_1': np.zeros((2, 1))}, ('store_1', 'each SKU')),
            ({'store_1': {'coffee': 1}}, ('store_1', 'coffee', 'tea')),
            ({'store_1': {'tea': '1'}}, ('store_1', 'tea', "'1'")),
            ({'store_1': {'tea': True}}, ('store_1', 'tea', 'True')),
            ({'store_1': '12'}, ('store_1', "'12'")),
            ({'store_1': {1, 2}}, ('store_1', '{1, 2}')),
            ({'store_1': [[1, 2], 3]}, ('store_1', 'tea', '[1, 2]')),
            ({'store_1': {'tea': math.nan}}, ('store_1', 'tea', 'nan')),
            ({'store_2': 5, 'store_1': [0, 0]}, ('store_2',)),
            ({'store_1': [0, 0], 'warehouse_1': [0, -2]}, ('warehouse_1', 'milk.fresh', '-2')),
            ({'store_1': {'tea': math.inf}}, ('store_1', 'tea', 'inf')),
            ({'store_1': {'tea': 10**400}}, ('store_1', 'tea', 'large')),
            ([1, 2], ('[1, 2]', 'mapping')),
            ('store_1', ('store_1', 'mapping'))):
        with refuses(ValueError, *words):
            twin.step(actions)
        assert twin.snapshot() == moment, actions


def test_no_step_after_the_end():
    twin = DigitalTwin(settings='horizon_days=8')
    twin.reset(seed=1)
    finish(twin)
    moment = twin.snapshot()
    with refuses(RuntimeError, '8 days', 'reset'):
        twin.step()
    with refuses(RuntimeError, 'reset'):
        twin.step({'store_1': 4})
    assert twin.snapshot() == moment
    assert twin.reset()['day'] == 0


def test_bad_seeds():
    twin = DigitalTwin(seed=2**64 - 1)
    twin.step()
    for seed in (-1, 2**64, 1.5, 'x', True):
        with refuses(ValueError, 'seed', repr(seed)):
            twin.reset(seed=seed)
        with refuses(ValueError, 'replication', repr(seed)):
            twin.reset(replication=seed)
    with refuses(ValueError, 'seed', '-5'):
        DigitalTwin(seed=-5)
    assert twin.day == 1


def test_snapshot_goes_back():
    twin = DigitalTwin(seed=11)
    for _ in range(30):
        twin.step({'warehouse_1': 100})
    moment, state, metrics = twin.snapshot(), twin.get_state(), twin.get_metrics()
    first = [twin.step({'store_1': 90})[:2] for _ in range(30)]
    assert twin.restore(moment) == state and twin.get_metrics() == metrics
    assert [twin.step({'store_1': 90})[:2] for _ in range(30)] == first
    other = DigitalTwin(seed=4)
    other.restore(pickle.loads(pickle.dumps(moment)))
    assert [other.step({'store_1': 90})[:2] for _ in range(30)] == first
    assert other.reset() == twin.reset() and other.step() == twin.step()  # the same stream
    other = DigitalTwin(seed=4)
    other.restore(moment)
    other.reset()
    twin.reset(seed=11, replication=1)
    assert other.step() == twin.step()


def test_bad_snapshots():
    twin = DigitalTwin(seed=11)
    twin.step()
    moment = twin.snapshot()
    state = twin.get_state()
    for damaged in (b'', moment.state[:-8], moment.state[:-1], moment.state[:80] + b'\1'
                    + moment.state[81:]):
        with refuses(ValueError, 'snapshot'):
            twin.restore(type(moment)(11, 0, damaged))
    with refuses(ValueError, 'snapshot()'):
        twin.restore(moment.state)
    with refuses(ValueError, 'snapshot()'):
        twin.restore(type(moment)(11, 0, 'text'))
    with refuses(ValueError, 'model'):
        DigitalTwin(settings='horizon_days=80').restore(moment)
    assert twin.get_state() == state


def test_copies_and_pickles_go_on_alike():
    for twin in (DigitalTwin(TWO_SKUS, scenario='high_variability', seed=9), DigitalTwin(seed=9)):
        for same in (copy.deepcopy(twin), pickle.loads(pickle.dumps(twin))):  # not yet reset
            assert same.reset() == DigitalTwin(twin.model, seed=9).reset()
            assert same.step() == DigitalTwin(twin.model, seed=9).step()
        twin.reset()
        for _ in range(20):
            twin.step()
        same = pickle.loads(pickle.dumps(twin))
        moment = copy.deepcopy(twin)
        assert same.model.parameters == twin.model.parameters
        assert finish(same) == finish(twin) == finish(moment)
        assert same.reset() == twin.reset() and same.step() == twin.step()


def test_closed_twins_say_so():
    with DigitalTwin() as twin:
        twin.step()
    twin.close()
    for use in (twin.step, twin.reset, twin.get_state, twin.get_metrics, twin.snapshot,
                twin.get_state_vector, lambda: twin.day):
        with refuses(RuntimeError, 'closed'):
            use()


def test_demand_is_replayed():
    demand = np.random.default_rng(1).uniform(0, 90, (20, 3, 1))
    model = Model(settings=['horizon_days=20', 'supplier.reliability=1'], demand=demand)
    for twin in (DigitalTwin(model), pickle.loads(pickle.dumps(DigitalTwin(model)))):
        twin.reset(seed=5)
        for day in range(20):
            nodes = twin.step()[0]['nodes']
            assert [nodes[f'store_{i}']['sku_001']['demand'] for i in (1, 2, 3)] \
                == demand[day, :, 0].tolist()


testing.main(globals())
