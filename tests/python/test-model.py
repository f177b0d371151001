# SPDX-License-Identifier: GPL-3.0-or-later
"""test-model.py TWIN: where parameters come from, and what is refused. TWIN is the command."""
import json
import math
import os
import pathlib
import pickle
import subprocess
import sys
import warnings

import numpy as np
import testing
from inventory_twin import ActionMap, DigitalTwin, Model, RemarkWarning
from testing import refuses

TWIN = os.path.abspath(sys.argv[1])

SHOP = {
    'horizon_days': 40, 'warmup_days': 3, 'whole_units': True,
    'spike_days': [5, 6], 'spike_multiplier': 1.5,
    'skus': [{'id': 'tea', 'base_demand': 12.5, 'demand_sd': 0.1}, {'id': 'milk', 'name': 'Milk'}],
    'stores': [{'id': 'north', 'capacity': [900, 500], 'order_up_to': 400, 'reorder_point': 100},
               {'id': 'south', 'demand_multiplier': [0.7, 1.5]}],
    'warehouse': {'initial_inventory': [4000, 3000], 'lead_time_to_stores_days': 0},
    'supplier': {'lead_time_days': 3, 'reliability': 1},
}
PROJECT = {'format': 'inventory-twin', 'version': 1, 'model': 'network', 'network': SHOP,
           'experiment': {'replications': 10, 'seed': 77},
           'scenarios': [
               {'name': 'normal'},
               {'name': 'fair', 'changes': {'stores.*.demand_multiplier': {'multiply': 2},
                                            'spike_days': {'set': [9]},
                                            'supplier.lead_time_days': {'add': 2}}},
               {'name': 'twice', 'changes': [
                   {'key': 'spike_multiplier', 'add': 1},
                   {'key': 'spike_multiplier', 'multiply': 2}]}]}


def save(project, name='shop.twin'):
    text = project if isinstance(project, str) else json.dumps(project)
    pathlib.Path(name).write_text(text, encoding='utf-8')
    return name


def run_twin(model, seed=77):
    twin = DigitalTwin(model)
    twin.reset(seed=seed)
    while not twin.step()[2]:
        pass
    return twin.get_metrics()


def run_command(*arguments):
    done = subprocess.run([TWIN, 'run', '--replications', '1', '--json', *arguments],
                          capture_output=True, check=True, encoding='utf-8')
    return {name: metric['mean'] for name, metric in json.loads(done.stdout)['metrics'].items()}


def test_text_of_a_project():
    text = json.dumps(PROJECT)
    assert Model(text).parameters == Model(save(PROJECT)).parameters
    assert Model(f'\n  {text}', scenario='fair').parameters == Model(
        save(PROJECT), scenario='fair').parameters
    for broken, *words in (
            ('{"a"', 'text of a project', "Expecting ':' delimiter", 'line 1 column 5'),
            ('{"model": "network", "network": {"stors": []}}', 'text of a project', 'stors')):
        with refuses(ValueError, *words):
            Model(broken)
    assert repr(Model(text)) == '<inventory_twin.Model: 2 stores, 2 SKUs, 40 days>'


def test_remarks():
    """A warning in the caller's name, whoever makes the model; and none of a pickle."""
    low = 'stores.0.capacity=100'
    said = ('stores.0.order_up_to: 800 can never be reached; stores.0.capacity is 100, which is '
            'not above stores.0.reorder_point, so that there is an order whenever there is room')
    for make in (Model, DigitalTwin):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            made = make(settings=low)
            copied = pickle.loads(pickle.dumps(made))
        assert [(str(each.message), each.category, each.filename) for each in caught] == [
            (said, RemarkWarning, __file__)]
    assert copied.model.remarks == (said,)
    assert Model().remarks == ()


def test_section_of_a_project():
    model = Model(SHOP)
    assert model.skus == ('tea', 'milk') and model.nodes == ('north', 'south', 'warehouse_1')
    assert model.n_days == 40 and model.seed == 42
    got = model.parameters
    assert (got['skus.0.demand_sd'], got['stores.0.capacity.1']) == ('0.1', '500')
    assert got['stores.1.demand_multiplier.1'] == '1.5'
    assert (got['stores.1.reorder_point'], got['spike_days']) == ('250', '5,6')
    assert (got['whole_units'], got['skus.1.name']) == ('true', 'Milk')
    assert Model({'horizon_days': 30, 'supplier.lead_time_days': 3}).n_days == 30
    assert Model().parameters == Model({}).parameters


def test_project_files_mean_what_they_mean_to_the_command():
    path = save(PROJECT)
    assert Model(path).parameters == Model(SHOP).parameters and Model(path).seed == 77
    for scenario in ('normal', 'fair', 'twice'):
        command = run_command('--project', path, '--scenario', scenario)
        for source in (path, pathlib.Path(path)):
            assert run_twin(Model(source, scenario=scenario)) == command, scenario
    assert run_twin(Model(path)) == run_twin(DigitalTwin(path).model)
    with refuses(ValueError, 'spike', 'normal', 'fair', 'twice'):
        Model(path, scenario='spike')


def test_scenarios_of_the_program():
    for scenario in ('normal', 'spike', 'strong_seasonality', 'supplier_delay',
                     'high_variability'):
        command = run_command('--model', 'network', '--scenario', scenario, '--seed', '5')
        assert run_twin(Model(scenario=scenario), 5) == command, scenario
    with refuses(ValueError, 'snow', 'normal', 'high_variability'):
        Model(scenario='snow')


def test_settings():
    model = Model(SHOP, settings=['stores.0.capacity.1=600', 'horizon_days=50'])
    assert model.n_days == 50 and model.parameters['stores.0.capacity.1'] == '600'
    same = Model(SHOP, settings={'stores.0.capacity.1': '600', 'horizon_days': np.int32(50)})
    assert same.parameters == model.parameters
    assert Model(settings='whole_units=true').parameters['whole_units'] == 'true'
    assert Model(settings={'whole_units': np.True_}).parameters['whole_units'] == 'true'
    for settings, words in (
            (['horizon_days'], ('horizon_days', 'key=value')),
            ([3], ('3', 'key=value')),
            ('horizon_dys=3', ('horizon_dys', 'horizon_days')),
            ({'horizon_days': 'soon'}, ('horizon_days', 'soon')),
            ({'horizon_days': None}, ('horizon_days', 'None'))):
        with refuses(ValueError, *words):
            Model(settings=settings)


def test_bad_parameters():
    for section, words in (
            ({'foo': 1}, ('foo',)),
            ({'foo': {}}, ('foo',)),
            ({'warehouse': {'x': {}}}, ('warehouse.x',)),
            ({'stores': [{'capactiy': 2}]}, ('stores.0.capactiy', 'stores.0.capacity')),
            ({'horizon_days': -3}, ('horizon_days', '-3', '1 to 36500')),
            ({'horizon_days': 1.5}, ('horizon_days', '1.5', 'whole')),
            ({'horizon_days': '40'}, ('horizon_days', '40')),
            ({'horizon_days': True}, ('horizon_days', 'true')),
            ({'horizon_days': 10**400}, ('horizon_days', 'large')),
            ({'horizon_days': 7}, ('warmup_days', '7')),
            ({'whole_units': 'x'}, ('whole_units', 'true or false')),
            ({'supplier': {'reliability': math.nan}}, ('supplier.reliability', 'nan')),
            ({'supplier': {'reliability': None}}, ('supplier.reliability', 'None')),
            ({'supplier': 4}, ('supplier',)),
            ({'supplier': {'reliability': {'x': 1}}}, ('supplier.reliability', 'mapping')),
            ({'warehouse': {'capacity': [1, 2]}}, ('warehouse.capacity', '2 numbers', '1 SKUs')),
            ({'warehouse': {'capacity': ['1']}}, ('warehouse.capacity', '1')),
            ({'spike_days': [1.5]}, ('spike_days', '1.5')),
            ({'spike_days': [3, 2]}, ('spike_days', '3,2')),
            ({'stores': 3}, ('stores', '3', 'list')),
            ({'stores': []}, ('stores', '0')),
            ({'stores': [3]}, ('stores.0', '3')),
            ({'stores': [{'id': 'a'}, {'id': 'a'}]}, ('stores.1.id', 'a')),
            ({'stores': [{'id': 'a\0b'}]}, ('stores.0.id',)),
            ({'stores': [{'id': '\ud800'}]}, ('stores.0.id',)),
            ({'stores': [{'reorder_point': 900}]}, ('stores.0.reorder_point', '900')),
            ({3: 4}, ('3',)),
            (5, ('5', 'mapping'))):
        with refuses(ValueError, *words):
            Model(section)


def test_bad_projects():
    def altered(**changes):
        return {**PROJECT, **changes}
    for project, words in (
            ('{', ('shop.twin',)),
            ('[]', ('shop.twin', 'no project')),
            ('{"model": "network", "model": "network"}', ('shop.twin', 'model', 'twice')),
            ('{"model": "network", "network": {"horizon_days": NaN}}', ('shop.twin', 'NaN')),
            ('[' * 100000, ('shop.twin',)),
            (altered(format='x'), ('shop.twin', 'no project')),
            (altered(version=2), ('shop.twin', 'version 2', 'newer')),
            (altered(version='1'), ('shop.twin', 'version', "'1'")),
            (altered(model='warehouse'), ('shop.twin', 'warehouse')),
            (altered(scenarios=[3]), ('shop.twin', 'scenarios')),
            (altered(experiment={'seed': -1}), ('seed', '-1')),
            (altered(network=[]), ('shop.twin', 'network')),
            (altered(network={'stores': [{'capacity': -1}]}), ('stores.0.capacity', '-1')),
            (altered(network={'supplier': {'x': 1}}), ('shop.twin', 'supplier.x'))):
        with refuses(ValueError, *words):
            Model(save(project))
    for changes, words in (
            ({'nothing': {'set': 1}}, ('nothing',)),
            ({'horizon_days': {'divide': 1}}, ('fair', 'horizon_days', 'multiply')),
            ({'horizon_days': {'add': 1, 'set': 3}}, ('fair', 'horizon_days', 'multiply')),
            ({'horizon_days': 5}, ('fair', 'horizon_days', 'multiply')),
            ({'horizon_days': {'set': None}}, ('fair', 'horizon_days', 'None')),
            ([{'set': 5}], ('fair', 'key')),
            (4, ('fair', 'changes'))):
        with refuses(ValueError, *words):
            Model(save(altered(scenarios=[{'name': 'fair', 'changes': changes}])), scenario='fair')
    with refuses(FileNotFoundError, 'none.twin'):
        Model('none.twin')


def test_bad_demand():
    settings = ['horizon_days=10']
    for demand, words in (
            (np.zeros((10, 3)), ('demand', '(10, 3)', '(10, 3, 1)', 'stores')),
            (np.zeros((9, 3, 1)), ('demand', '(9, 3, 1)', '(10, 3, 1)')),
            ([[[1], [2], [3]]] * 9 + [[[1], [2]]], ('demand', 'lengths', '(10, 3, 1)')),
            (np.full((10, 3, 1), '5'), ('demand', '<U1', 'numbers')),
            (np.full((10, 3, 1), None), ('demand', 'object', 'numbers')),
            (np.ones((10, 3, 1), np.bool_), ('demand', 'bool', 'numbers')),
            (put(math.nan), ('demand', 'day 4, store_2, sku_001', 'nan')),
            (put(math.inf), ('demand', 'day 4, store_2, sku_001', 'inf', '1e+15')),
            (put(-1), ('demand', 'day 4, store_2, sku_001', '-1', 'from 0'))):
        with refuses(ValueError, *words):
            Model(settings=settings, demand=demand)
    with refuses(ValueError, 'warmup_days'):  # and not demand
        Model(settings=['horizon_days=5'], demand=np.zeros((5, 3, 1)))


def put(value):
    demand = np.full((10, 3, 1), 7.0)
    demand[4, 1, 0] = value
    return demand


def write_demand(demand):
    """As a file, in no order that matters."""
    lines = [f'sku_001,{demand[day, store, 0].item()},{day},store_{store + 1}'
             for day, store in np.ndindex(demand.shape[:2])]
    np.random.default_rng(4).shuffle(lines)
    return save('\r\n'.join(['sku,demand,day,store', *lines]), 'demand.csv')


def test_demand_files_mean_what_they_mean_to_the_command():
    demand = np.round(np.random.default_rng(1).uniform(0, 90, (20, 3, 1)), 3)
    path = write_demand(demand)
    settings = ['horizon_days=20']
    command = run_command('--model', 'network', '--days', '20', '--demand', path, '--seed', '77')
    for same in (Model(settings=settings, demand=path),
                 Model(settings=settings, demand=pathlib.Path(path)),
                 Model(settings=settings, demand=demand),
                 Model(settings=settings, demand=demand.tolist())):
        assert run_twin(same) == command
        assert run_twin(pickle.loads(pickle.dumps(same))) == command
    assert run_twin(Model(settings=settings)) != command


def test_bad_demand_files():
    good = pathlib.Path(write_demand(put(7.0).astype(int))).read_text(encoding='utf-8').split('\n')

    def change(number, old, new):
        changed = good[number - 1].replace(old, new)
        assert changed != good[number - 1]
        return [*good[:number - 1], changed, *good[number:]]
    hole = good[6].strip().split(',')
    for lines, words in (
            (good[:6] + good[7:], (f'day {hole[2]}, {hole[3]}, {hole[0]}', 'no row')),
            (good + [good[3]], ('line 32', 'line 4 already')),
            (change(5, ',7,', ',many,'), ('line 5', 'demand', "'many'")),
            (change(5, ',7,', ',,'), ('line 5', 'demand', "''")),
            (change(5, ',7,', ',nan,'), ('line 5', "'nan'")),
            (change(5, ',7,', ',1_0,'), ('line 5', "'1_0'")),
            (change(5, ',7,', ',-1,'), ('line 5', '-1', 'from 0')),
            (change(5, ',7,', ',1e400,'), ('line 5', 'inf')),
            (change(9, 'sku_001', 'tea'), ('line 9', 'tea', 'SKU')),
            (change(9, 'store_', 'shop_'), ('line 9', 'shop_', 'store')),
            (good + ['sku_001,5,10,store_1'], ('line 32', 'day 10', '9')),
            (good + ['sku_001,5,1.5,store_1'], ('line 32', 'day 1.5')),
            (good + ['sku_001,5'], ('line 32', 'cells', '2', '4')),
            (good + ['sku_001,"5,2,store_1'], ('bad.csv',)),
            (change(1, 'demand', 'sold'), ('sku, sold, day, store', 'day, store, sku, demand')),
            ([], ('none', 'day, store, sku, demand')),
            (good[:1], ('day 0, store_1, sku_001',))):
        with refuses(ValueError, 'bad.csv', *words):
            Model(settings=['horizon_days=10'], demand=save('\n'.join(lines), 'bad.csv'))
    pathlib.Path('bad.csv').write_bytes(b'day,store,sku,demand\n0,store_1,\xff,5')
    with refuses(ValueError, 'bad.csv', 'utf-8'):
        Model(settings=['horizon_days=10'], demand='bad.csv')
    with refuses(FileNotFoundError, 'none.csv'):
        Model(demand='none.csv')


def test_a_model_is_shared_not_changed():
    model = Model(SHOP)
    assert DigitalTwin(model).model is model
    for change in ({'settings': ['horizon_days=4']}, {'scenario': 'spike'},
                   {'demand': np.zeros((40, 2, 2))}):
        with refuses(ValueError, 'Model'):
            DigitalTwin(model, **change)


def test_pickles_are_the_same_model():
    for model in (Model(), Model(save(PROJECT), scenario='fair')):
        same = pickle.loads(pickle.dumps(model))
        assert (same.parameters, same.seed, same.nodes, same.skus) \
            == (model.parameters, model.seed, model.nodes, model.skus)
        assert run_twin(same) == run_twin(model)


def test_actions_become_units():
    numbers = DigitalTwin().layout[:2]
    action_map = ActionMap([number._replace(upper=upper) for number, upper
                            in zip(numbers, (800, 0))])
    units = action_map.to_units([[-1, -1], [1, 1], [0, 0], [-7, 3]])
    assert units.dtype == np.float32
    assert units.tolist() == [[0, 0], [800, 0], [400, 0], [0, 0]]
    assert action_map.from_units([[0, 0], [800, 5], [100, 0], [900, -1]]).tolist() \
        == [[-1, -1], [1, 1], [-0.75, -1], [1, -1]]
    assert action_map.to_units([-0.9, 0])[0] == np.float32(-0.9) * np.float32(400) + np.float32(400)
    assert action_map.from_units([60, 0]).dtype == np.float32
    assert np.isnan(action_map.to_units([math.nan, 0])[0])


testing.main(globals())
