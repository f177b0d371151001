#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bad input ends with status 2 and a message that names the flag, the value and what is
allowed; nothing goes to standard output, and nothing is written."""
import os

from testing import listing, main, twin


def refuse(arguments, *words, command='run', **options):
    files = listing()
    done = twin(command, *arguments, status=2, **options)
    assert done.stdout == '', (arguments, done.stdout)
    assert len(done.stderr.splitlines()) == 1, (arguments, done.stderr)
    assert done.stderr.startswith(f'twin {command}: '), done.stderr
    for word in words:
        assert word in done.stderr, (arguments, word, done.stderr)
    assert listing() == files


def refuse_set(setting, *words):
    refuse(['--set', setting], '--set ' + setting, *words)


def test_commands():
    for typed, near in (('rn', 'twin run'), ('rnu', 'twin run'), ('optimise', 'twin optimize'),
                        ('scenarios', 'twin scenario'), ('frobnicate', 'run, scenario, optimize, validate, bench')):
        done = twin(typed, status=2)
        assert f'“{typed}”' in done.stderr and near in done.stderr, done.stderr
        assert done.stdout == ''


def test_flags():
    refuse(['--sede', '4'], '--sede', '--seed')
    refuse(['--replication', '4'], '--replications')
    refuse(['--frobnicate'], '--frobnicate', '--help')
    refuse(['-x'], '-x')
    refuse(['--target', '0.9'], '--target', 'twin optimize')
    refuse(['--name', 'baseline'], '--name', 'twin scenario')
    refuse(['--trace', 'a.csv'], 'twin run', command='optimize')
    refuse(['--json'], '--json', command='validate')
    refuse(['--demand', 'a.csv'], '--demand')
    refuse(['--seed'], '--seed N')
    refuse(['--seed='], '--seed N')
    refuse(['--csv', '--json'], '--csv FILE')
    refuse(['--json=1'], '--json')
    refuse(['--quiet', '--verbose'], '--quiet', '--verbose')
    refuse(['reorder_point=3'], '--set reorder_point=3')
    refuse(['shop.twin'], '--project shop.twin')
    refuse(['more'], '“more”')
    assert '--seed' in twin('--seed', '3', status=2).stderr
    assert '--bogus' in twin('--bogus', status=2).stderr


def test_experiment():
    for value in ('0', '-1', '1.5', 'abc', '1e3', '10000001', '99999999999999999999'):
        refuse(['--replications', value], f'--replications {value}', '1', '10000000')
    for value in ('abc', '-1', '1.5', '18446744073709551616'):
        refuse(['--seed', value], f'--seed {value}', '0', '18446744073709551615')
    for value in ('0', '-3', '1025', '1000000000000', 'two', ''.join('9' for _ in range(400))):
        refuse(['--threads', value], f'--threads {value}', '1', '1024')
    refuse(['--threads', '0'], '--threads 0', command='validate')
    for value in ('0', '-3', '36501', 'nan', 'inf', 'abc'):
        refuse(['--days', value], f'--days {value}')
    refuse(['--days', '0'], 'above 0', '36500')


def test_target():
    for value in ('98', '0.5', '1', 'nan', '-0.98'):
        refuse(['--target', value], f'--target {value}', '0.8', '0.999', command='optimize')
    refuse(['--target', 'high'], '--target high', 'number', command='optimize')


def test_keys():
    refuse_set('reorder_pont=3', 'did you mean reorder_point?')
    refuse_set('frobnication=3', '--help-keys')
    refuse_set('experiment.sed=3', 'experiment.seed')
    refuse_set('optimize.reorder_point.mini=3', 'optimize.reorder_point.min')
    refuse_set('reorder_point', 'KEY=VALUE')
    refuse_set('=3', 'KEY=VALUE')


def test_values():
    for key, lower, upper in (('reorder_point', '0', '999999'), ('order_up_to', '1', '1000000'),
                              ('demand_rate', '0', '1000000'), ('lead_time.min_days', '0', '3650'),
                              ('lead_time.max_days', '0', '3650')):
        for value in ('-1', '1e9', 'nan', 'inf'):
            refuse_set(f'{key}={value}', lower, upper)
        refuse_set(f'{key}=many', '“many” is not a number')
    for key in ('holding_cost', 'stockout_penalty', 'order_cost'):
        for value in ('-1', 'nan', 'inf'):
            refuse_set(f'{key}={value}', '0')
    normal = ['--set', 'lead_time.distribution=normal']
    for key in ('lead_time.mean_days', 'lead_time.sd_days'):
        refuse([*normal, '--set', f'{key}=-1'], f'{key}=-1', '0', '3650')
    refuse_set('reorder_point=1.5', 'whole number')
    refuse_set('lead_time.distribution=poisson', 'uniform, normal')
    refuse_set('unmet_demand=lost', 'backorder, lost_sale')


def test_conflicts():
    refuse_set('reorder_point=120', 'order_up_to', '120')
    refuse(['--set', 'order_up_to=40'], 'reorder_point', 'order_up_to', '40')
    refuse_set('lead_time.min_days=6', 'lead_time.max_days', '5')
    refuse(['--set', 'optimize.reorder_point.min=9', '--set', 'optimize.reorder_point.max=8'],
           'optimize.reorder_point.max', command='optimize')
    refuse(['--set', 'optimize.reorder_point.step=0'], 'optimize.reorder_point.step=0',
           command='optimize')


def test_too_large():
    refuse(['--set', 'demand_rate=1e6', '--days', '36500'], 'demand_rate', '3.65e+10', '1e+09')
    refuse(['--set', 'optimize.reorder_point.max=900000', '--set', 'optimize.reorder_point.step=1'],
           'optimize.reorder_point.step', '1000000', command='optimize')


def test_scenarios():
    refuse(['--scenario', 'spike'], '--scenario spike', 'demand_spike')
    refuse(['--name', 'spike'], '--name spike', 'demand_spike', command='scenario')
    # 30 % more of a rate near its bound
    refuse(['--set', 'demand_rate=900000', '--days', '1', '--scenario', 'demand_spike'],
           '--scenario demand_spike', 'demand_rate', '1000000')
    refuse(['--set', 'demand_rate=900000', '--days', '1'], 'Demand spike', 'demand_rate', '1000000',
           command='scenario')


def test_models():
    refuse(['--model', 'wharehouse'], '--model wharehouse', 'warehouse')


def test_projects():
    def write(name, text):
        with open(name, 'w', encoding='utf-8') as file:
            file.write(text)
        return ['--project', name]

    refuse(['--project', 'none.twin'], '--project none.twin', 'No such file')
    refuse(['--project', '.'], '--project .')
    refuse(write('half.twin', '{"warehouse": {"reorder_point": 4'), '--project half.twin', 'line')
    refuse(write('empty.twin', ''), '--project empty.twin')
    refuse(write('bytes.twin', '{"warehouse"\x00: 1}'), '--project bytes.twin')
    refuse(write('typo.twin', '{"warehouse": {"reorder_pont": 4}}'), 'typo.twin',
           'reorder_pont')
    refuse(write('bounds.twin', '{"warehouse": {"reorder_point": -4}}'), 'bounds.twin',
           'warehouse.reorder_point', '-4', '999999')
    refuse(write('conflict.twin', '{"warehouse": {"reorder_point": 400}}'), 'conflict.twin',
           'order_up_to')
    refuse(write('newer.twin', '{"format": "inventory-twin", "version": 2}'), 'newer.twin',
           'version')
    refuse(['--project', '-'], '--project -', text='[]')


def test_targets():
    os.mkdir('folder')
    for flag, name in (('--csv', 'missing/a.csv'), ('--trace', 'missing/a.csv'),
                       ('--chart', 'missing/a.png'), ('--csv', 'folder'), ('--csv', 'folder/')):
        refuse([flag, name], f'{flag} {name}', 'cannot be written')
    for name in ('a.gif', 'png', 'a', 'a.png.txt'):
        refuse(['--chart', name], f'--chart {name}', '.png, .svg or .pdf', '“-”')
    refuse(['--csv', 'a.csv', '--trace', 'a.csv'], '--trace a.csv', '--csv')
    refuse(['--csv', 'a.csv', '--trace', './a.csv'], '--trace ./a.csv', '--csv')
    refuse(['--csv', '-', '--trace', '-'], '--trace -', '--csv')
    refuse(['--csv', '-', '--json'], '--csv -', '--json')
    # A good target beside a bad one is left alone.
    refuse(['--csv', 'good.csv', '--chart', 'missing/a.png'], '--chart')


def test_refused_before_work():
    """A run of hours with a target that cannot be written is refused at once."""
    refuse(['--days', '36500', '--replications', '10000000', '--csv', 'missing/a.csv'], '--csv',
           timeout=20)


main(globals())
