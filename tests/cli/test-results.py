#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands print: tables, JSON, exit statuses, and that nothing but the input decides."""
import json
import math
import os
import pathlib
import re
import subprocess

from testing import Skip, main, plain, start, twin, twin_json

SMALL = ('--days', '60', '--replications', '50')
# Two values for s, three for S
GRID = ('--set', 'optimize.reorder_point.min=80', '--set', 'optimize.reorder_point.max=90',
        '--set', 'optimize.reorder_point.step=10', '--set', 'optimize.order_up_to.min=150',
        '--set', 'optimize.order_up_to.max=190', '--set', 'optimize.order_up_to.step=20')
METRICS = ['fill_rate', 'total_cost', 'holding_cost', 'stockout_cost', 'ordering_cost',
           'average_on_hand', 'orders', 'demand', 'filled', 'unmet', 'ending_on_hand',
           'ending_backorders']


def test_bare():
    done = twin()
    for word in ('twin run', 'twin scenario', 'twin optimize', 'twin validate', '--help'):
        assert word in done.stdout
    assert done.stderr == ''


def test_help():
    assert twin('--help').stdout == twin().stdout == twin('-h').stdout == twin('help').stdout
    for command in ('run', 'scenario', 'optimize', 'validate', 'bench'):
        text = twin(command, '--help').stdout
        assert text.index('Examples') < text.index('Flags')
        assert text == twin('help', command).stdout == twin(command, '-h').stdout
        assert '--threads N' in text


def test_version():
    assert re.fullmatch(r'twin \d+\.\d+\.\d+\n', twin('--version').stdout)


def test_help_keys():
    text = twin('run', '--help-keys').stdout
    for key in ('reorder_point', 'lead_time.sd_days', 'experiment.seed', 'optimize.target',
                'optimize.order_up_to.step', 'backorder | lost_sale', '> 0, ≤ 36500', 'units/day'):
        assert key in text, key
    assert re.search(r'reorder_point +77 ', twin('run', '--help-keys', '--set',
                                                 'reorder_point=77').stdout)
    manual = (pathlib.Path(__file__).parents[2] / 'docs/manual.md').read_text(encoding='utf-8')
    for model, least in (('warehouse', 13), ('network', 29)):
        text = twin('run', '--model', model, '--help-keys').stdout
        lines = dict(re.findall(r'^  (\S+) .*  (\S.*)$', text, re.MULTILINE))
        begin = f'<!-- table: {model} parameters -->'
        rows = manual[manual.index(begin):].split('<!-- end of table -->')[0].splitlines()
        told = [[cell.strip(' `') for cell in row.split('|')] for row in rows if '| `' in row]
        assert len(told) >= least
        for row in told:
            assert lines[row[3]] == row[7].rstrip(), row
        assert len(set(lines.values())) > 0.8 * len(lines)
        assert all(line.endswith('.') for key, line in lines.items() if key != 'Key'), lines
    text = twin('run', '--help-metrics').stdout
    assert re.findall(r'^  ([a-z_]+) ', text, re.MULTILINE) == METRICS
    assert 'demand_rate × 1.3' in twin('run', '--help-scenarios').stdout


def test_run_table():
    done = twin('run', *SMALL)
    assert done.stderr == ''
    lines = done.stdout.splitlines()
    assert lines[0] == 'Warehouse: 50 replications of 60\u202fdays, seed 42'
    assert lines[2].split() == ['Metric', 'Mean', '95', '%', 'interval', 'Standard', 'deviation']
    assert len(lines) == 3 + len(METRICS)
    assert all(line == line.rstrip() for line in lines)


def test_run_json():
    result = twin_json('run', *SMALL)
    assert (result['model'], result['replications'], result['seed']) == ('warehouse', 50, 42)
    assert list(result['metrics']) == METRICS
    for estimate in result['metrics'].values():
        assert list(estimate) == ['mean', 'sd', 'ci_low', 'ci_high']
        assert estimate['ci_low'] <= estimate['mean'] <= estimate['ci_high']
    parts = sum(result['metrics'][part]['mean'] for part in METRICS[2:5])
    assert math.isclose(parts, result['metrics']['total_cost']['mean'], rel_tol=1e-12)


def test_table_is_json():
    """People see the numbers that machines do, rounded."""
    mean = twin_json('run', *SMALL)['metrics']['fill_rate']['mean']
    row = next(line for line in plain(twin('run', *SMALL).stdout).splitlines()
               if 'Fill rate' in line)
    assert f'{100 * mean:.1f}\u202f%' in row


def test_one_replication():
    estimate = twin_json('run', '--replications', '1')['metrics']['total_cost']
    assert estimate['mean'] > 0
    assert estimate['sd'] is estimate['ci_low'] is estimate['ci_high'] is None
    assert 'no interval' in twin('run', '--replications', '1').stdout


def test_threads():
    for command in (('run', *SMALL), ('scenario', *SMALL), ('optimize', *SMALL, *GRID)):
        for form in ((), ('--json',)):
            one = twin(*command, *form, '--threads', '1').stdout
            assert one == twin(*command, *form, '--threads', '2').stdout
            assert one == twin(*command, *form, '--threads', '7').stdout


def test_seed():
    assert twin('run', *SMALL, '--seed', '1').stdout != twin('run', *SMALL, '--seed', '2').stdout
    largest = str(2 ** 64 - 1)
    assert twin_json('run', *SMALL, '--seed', largest)['seed'] == 2 ** 64 - 1


def test_set_in_any_order():
    high = twin('run', *SMALL, '--set', 'order_up_to=300', '--set', 'reorder_point=200').stdout
    assert high == twin('run', *SMALL, '--set', 'reorder_point=200', '--set',
                        'order_up_to=300').stdout
    assert high != twin('run', *SMALL).stdout


def test_flags_win():
    """A flag wins over --set wherever it stands, and --set over the project."""
    project = '{"warehouse": {"horizon_days": 10}, "experiment": {"seed": 3, "replications": 9}}'
    read = ('run', '--project', '-')
    first = twin_json(*read, text=project)
    assert (first['seed'], first['replications']) == (3, 9)
    second = twin_json(*read, '--set', 'experiment.seed=4', text=project)
    assert second['seed'] == 4
    third = twin_json('run', '--seed', '5', '--project', '-', '--set', 'experiment.seed=4',
                      '--replications=2', text=project)
    assert (third['seed'], third['replications']) == (5, 2)
    days = twin_json(*read, '--days', '20', '--set', 'horizon_days=30', text=project)
    assert days == twin_json(*read, '--days=20', text=project) != first


def test_scenario_of_a_run():
    by_scenario = twin_json('run', *SMALL, '--scenario', 'demand_spike')
    by_hand = twin_json('run', *SMALL, '--set', 'demand_rate=26')
    assert by_scenario == by_hand
    assert 'Demand spike' in twin('run', *SMALL, '--scenario', 'demand_spike').stdout
    assert twin_json('run', *SMALL, '--scenario', 'baseline') == twin_json('run', *SMALL)


def test_scenario_json():
    result = twin_json('scenario', *SMALL)
    assert [row['name'] for row in result['scenarios']] == [
        'baseline', 'demand_spike', 'lead_time_disruption']
    assert 'difference' not in result['scenarios'][0]
    baseline, spike = result['scenarios'][:2]
    assert baseline['metrics'] == twin_json('run', *SMALL)['metrics']
    for name in METRICS:
        difference = spike['metrics'][name]['mean'] - baseline['metrics'][name]['mean']
        assert math.isclose(spike['difference'][name]['mean'], difference, abs_tol=1e-6)


def test_scenario_names():
    def names(*arguments):
        return [row['name'] for row in twin_json('scenario', *SMALL, *arguments)['scenarios']]
    assert names('--name', 'demand_spike') == ['baseline', 'demand_spike']
    assert names('--scenario', 'demand_spike') == ['baseline', 'demand_spike']
    assert names('--name=lead_time_disruption', '--name=demand_spike', '--name=baseline') == [
        'baseline', 'lead_time_disruption', 'demand_spike']
    text = twin('scenario', *SMALL, '--name', 'demand_spike').stdout
    assert 'Difference to Baseline' in text and '+' in text and 'Lead-time' not in text


def test_optimize_json():
    result = twin_json('optimize', *SMALL, *GRID, '--target', '0.95')
    assert [(row['reorder_point'], row['order_up_to']) for row in result['policies']] == [
        (80, 150), (80, 170), (80, 190), (90, 150), (90, 170), (90, 190)]
    good = [row for row in result['policies'] if row['fill_rate']['mean'] >= 0.95]
    assert good == [row for row in result['policies'] if row['feasible']] and good
    cheapest = min((row for row in good if row['status'] == 'feasible'),
                   key=lambda row: row['total_cost']['mean'])
    assert (result['optimum']['reorder_point'], result['optimum']['order_up_to']) == (
        cheapest['reorder_point'], cheapest['order_up_to'])
    fresh = result['optimum']['verified']['total_cost']['mean']
    assert fresh != cheapest['total_cost']['mean']
    assert abs(fresh / cheapest['total_cost']['mean'] - 1) < 0.1


def test_optimize_table():
    text = plain(twin('optimize', *SMALL, *GRID, '--target', '0.95').stdout)
    lines = text.splitlines()
    name = re.fullmatch(r'Cheapest policy that keeps fill rate ≥ 95\.0\u202f%: (s = \d+, S = \d+)',
                        lines[0])
    assert name, lines[0]
    for title in ('In the search', 'On fresh random numbers'):
        row = next(line for line in lines if line.startswith(f'  {title} '))
        assert re.search(r' %  +50$', row.replace('\u202f', ' ')), row
    listed = [line for line in lines if line.startswith('  s = ')]
    met = [line for line in listed if line.rstrip().endswith('Met')]
    assert met[0].startswith('  ' + name[1])
    statement = [line for line in lines if line.startswith('With 95\u202f% confidence it meets')]
    assert len(statement) == 1


def test_winner_that_misses():
    """Fresh random numbers that miss the target are no fine print."""
    ranges = [word for key, low, high in (('reorder_point', 70, 100), ('order_up_to', 130, 200))
              for end, value in (('min', low), ('max', high), ('step', 10))
              for word in ('--set', f'optimize.{key}.{end}={value}')]
    search = ('optimize', '--days', '120', '--replications', '3', '--seed', '3', *ranges)
    text = plain(twin(*search).stdout)
    assert text.startswith('Misses fill rate ≥ 98.0\u202f% on fresh random numbers: s = '), text
    row = next(line for line in text.splitlines() if 'On fresh random numbers  ' in line)
    assert ' 97.98\u202f% ' in row, row
    assert '\nOn fresh random numbers it falls short (fill rate 97.98\u202f%, target 98.0\u202f%)' in text
    assert 'Cheapest policy' not in text
    found = twin_json(*search)['optimum']
    assert found['feasible'] is True and found['verified']['feasible'] is False


def test_search_sees_runs():
    """What the search says of a policy is what a run of it says."""
    for more in ((), ('--set', 'demand_rate=3')):  # cycle by cycle, event by event
        for policy in twin_json('optimize', *SMALL, *GRID, *more, '--target', '0.8')['policies']:
            decisions = [f'{key}={policy[key]}' for key in ('order_up_to', 'reorder_point')]
            run = twin_json('run', *SMALL, *more, '--set', decisions[0], '--set', decisions[1])
            assert policy['replications'] == run['replications']
            assert policy['fill_rate'] == run['metrics']['fill_rate']
            for key, value in policy['total_cost'].items():
                assert math.isclose(value, run['metrics']['total_cost'][key], rel_tol=1e-11), key


def test_target_as_given():
    for target, shown in (('0.9825', '98.25'), ('0.95', '95.0')):
        text = plain(twin('optimize', *SMALL, *GRID, '--target', target).stdout)
        assert f'≥ {shown}\u202f%' in text.splitlines()[0], text


def test_edge():
    remark = ('The policy lies at the edge of the range (Reorder point s); '
              'a wider range may hold a cheaper one.')
    arguments = ('optimize', *SMALL, '--set', 'optimize.reorder_point.min=110', '--target', '0.8')
    assert remark in twin(*arguments).stdout.splitlines()
    assert twin_json(*arguments)['optimum']['at_edge'] == ['reorder_point']
    inside = ('optimize', *SMALL, '--set', 'optimize.reorder_point.min=20', '--target', '0.95',
              '--set', 'optimize.order_up_to.min=30')
    assert twin_json(*inside)['optimum']['at_edge'] == []
    assert 'edge' not in twin(*inside).stdout


def test_no_policy():
    low = ('--set', 'optimize.reorder_point.min=10', '--set', 'optimize.reorder_point.max=60',
           '--set', 'optimize.order_up_to.min=60', '--set', 'optimize.order_up_to.max=140')
    done = twin('optimize', *SMALL, *low, status=3)
    first, second = plain(done.stdout).splitlines()[:2]
    assert first == 'No policy of the grid keeps fill rate ≥ 98.0\u202f%'
    assert '\nWiden the ranges upwards, or lower the target.\n' in done.stdout
    assert second.startswith('The closest: s = ')
    assert '\nWith 95\u202f% confidence no policy of the grid meets the target.\n' in done.stdout
    result = twin_json('optimize', *SMALL, *low, status=3)
    assert result['optimum'] is None
    best = max(result['policies'], key=lambda row: row['fill_rate']['mean'])
    assert result['closest']['reorder_point'] == best['reorder_point']
    assert result['closest']['fill_rate'] == best['fill_rate']


def test_setting_without_effect():
    remark = '--set lead_time.mean_days=4 has no effect while lead_time.distribution is uniform'
    setting = ('run', *SMALL, '--set', 'lead_time.mean_days=4')
    assert remark in twin(*setting).stderr.splitlines()
    assert twin(*setting, '--quiet').stderr == ''
    assert 'no effect' not in twin(*setting, '--set', 'lead_time.distribution=normal').stderr
    assert 'no effect' not in twin('run', *SMALL, '--set', 'lead_time.min_days=2').stderr


def test_bench():
    small = ('bench', '--days', '30', '--replications', '20', '--threads', '2',
             '--set', 'optimize.reorder_point.step=40', '--set', 'optimize.order_up_to.step=80')
    text = plain(twin(*small).stdout)
    rows = {re.split(r'  +', line)[0]: re.split(r'  +', line)[1:] for line in text.splitlines()[3:]}
    assert rows['The run, one thread'][-1] == '1.00', rows
    assert set(rows) >= {'… 2 threads', '… event by event', '… ten times the horizon',
                         '… ten times the replications', 'The search, one thread'}, rows
    seconds = twin_json(*small)['seconds']
    assert set(seconds) == {'run', 'threads', 'events', 'replications', 'horizon', 'search'}
    assert all(len(times) == 7 and times == sorted(times) and times[0] > 0
               for times in seconds.values()), seconds
    # Nothing is left out but what cannot be.
    assert 'events' not in twin_json(*small[:7], '--model', 'network')['seconds']
    assert 'horizon' not in twin_json(*small, '--days', '36500')['seconds']


def test_validate():
    text = plain(twin('validate').stdout)
    assert len(re.findall(r' passed$', text, re.MULTILINE)) == 8
    for number in ('66.3047', '138.5490', '98.041'):
        assert number in text
    assert plain(twin('validate', '--model', 'warehouse', '--threads', '1').stdout) == text


def test_verbose_and_quiet():
    loud = twin('run', *SMALL, '--verbose', '--threads', '2')
    assert re.search(r'seed 42, 2 threads; 50 replications in [\d.,]+ ms\n', loud.stderr)
    assert 'a second' not in loud.stderr  # of events that nobody lived
    events = twin('run', *SMALL, '--verbose', '--set', 'demand_rate=3').stderr
    assert 'events in' in events and 'a second' in events
    assert 'How replication 1 begins' in loud.stderr and 'start' in loud.stderr
    assert loud.stdout == twin('run', *SMALL).stdout
    assert 'Wrote a.csv' in twin('run', *SMALL, '--csv', 'a.csv').stderr
    quiet = twin('run', *SMALL, '--quiet', '--csv', 'a.csv')
    assert quiet.stderr == '' and quiet.stdout == loud.stdout
    json.loads(twin('run', *SMALL, '--json', '--verbose').stdout)


def test_german():
    """Tables speak the reader's locale; what machines read has "." all the same."""
    made = subprocess.run(['localedef', '-i', 'de_DE', '-f', 'UTF-8', './de_DE.UTF-8'],
                          capture_output=True, check=False)
    if not os.path.isdir('de_DE.UTF-8'):
        raise Skip(f'localedef cannot make de_DE.UTF-8: {made.stderr.decode()}')
    german = {'LOCPATH': os.getcwd(), 'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}
    numbers = {**german, 'LANGUAGE': 'en'}
    assert re.search(r'Fill rate +\d+,\d', twin('run', *SMALL, environment=numbers).stdout)
    for arguments in (('run', '--json'), ('run', '--csv', '-'), ('run', '--trace', '-'),
                      ('scenario', '--json'), ('scenario', '--csv', '-'), ('optimize', *GRID, '--json'),
                      ('optimize', *GRID, '--target', '0.8', '--csv', '-')):
        assert twin(*arguments, *SMALL, environment=german).stdout == twin(
            *arguments, *SMALL).stdout, arguments
    assert twin('run', '--days', '7,5', status=2, environment=german).stdout == ''
    twin('run', '--days', '7.5', environment=german)


def test_first_output_is_quick():
    """Help needs nothing that takes time to load or to compute: it ends before a run would begin."""
    process = start('--help')
    output, _ = process.communicate(timeout=10)
    assert output.startswith(b'Simulates')


main(globals())
