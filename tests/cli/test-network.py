#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The retail network on the command line: nodes in every form of the results, day by day, scenarios,
and recorded demand."""
import csv
import json
import math
import pathlib
import re
import struct

from testing import listing, main, plain, twin, twin_json

NETWORK = ('--model', 'network')
SMALL = (*NETWORK, '--replications', '20', '--days', '60')
METRICS = ['service_level', 'average_daily_service_level', 'min_daily_service_level', 'fill_rate',
           'total_cost', 'holding_cost', 'stockout_cost', 'ordering_cost', 'average_daily_cost',
           'demand', 'sales', 'lost_sales', 'average_inventory', 'min_inventory', 'max_inventory',
           'sd_inventory', 'store_orders', 'warehouse_orders']
STORE_METRICS = METRICS[:-1]
WAREHOUSE_METRICS = [name for name in METRICS if 'service' not in name
                     and name not in ('stockout_cost', 'lost_sales')]
NODES = ['store_1', 'store_2', 'store_3', 'warehouse_1']
COLUMNS = ['day', 'node', 'sku', 'demand', 'sales', 'lost', 'ordered', 'received', 'on_hand',
           'in_transit', 'backlog']
TWO_SKUS = ('{"model": "network", "network": {"horizon_days": 30, "skus": [{"id": "tea"},'
            ' {"id": "cocoa", "base_demand": 20}], "stores": [{"id": "north"}, {"id": "south",'
            ' "reorder_point": [300, 90], "order_up_to": [800, 400]}]}}')


def read(name):
    with open(name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def write(name, text):
    with open(name, 'w', encoding='utf-8') as file:
        file.write(text)
    return name


def test_promised_call():
    done = twin('run', *NETWORK, '--days', '60', '--scenario', 'spike', '--seed', '123',
                '--verbose')
    assert plain(done.stdout).startswith('Retail network, Demand spike: 1\u202f000 replications of '
                                         '60\u202fdays, seed 123\n')
    assert 'Replication 1, day by day:' in done.stderr
    assert len(re.findall(r'^ +\d+  +[\d.]+  ', plain(done.stderr), re.MULTILINE)) == 60
    assert 'Days before day 7 are the warm-up' in done.stderr


def test_table():
    done = twin('run', *SMALL)
    assert done.stderr == ''
    totals, nodes = plain(done.stdout).split('\n\n')[1:]
    assert len(totals.splitlines()) == 1 + len(METRICS)
    header, *rows = nodes.splitlines()
    assert re.split('  +', header) == [
        'Node', 'Identifier', 'Service level', 'Fill rate of store orders', 'Total cost', 'Sales (units)',
        'Lost sales (units)', 'Average inventory (units)']
    assert [row.split()[:2] for row in rows] == [
        ['Downtown', 'store_1'], ['Suburban', 'store_2'], ['Mall', 'store_3'],
        ['Warehouse', 'warehouse_1']]
    metrics = twin_json('run', *SMALL)['metrics']
    for row, node in zip(rows, NODES):
        shown = f"{100 * metrics[f'{node}.fill_rate']['mean']:.1f}\u202f%"
        assert shown in row, (row, shown)
    # A warehouse has no customers.
    assert rows[3][header.index('Service'):header.index('Fill')].strip() == ''


def test_json():
    result = twin_json('run', *SMALL)
    assert (result['model'], result['replications']) == ('network', 20)
    expected = METRICS + [f'{node}.{name}' for node in NODES[:3] for name in STORE_METRICS]
    expected += [f'warehouse_1.{name}' for name in WAREHOUSE_METRICS]
    assert list(result['metrics']) == expected
    for name in ('demand', 'sales', 'lost_sales', 'store_orders', 'stockout_cost'):
        total = sum(result['metrics'][f'{node}.{name}']['mean'] for node in NODES[:3])
        assert math.isclose(result['metrics'][name]['mean'], total, rel_tol=1e-9)
    total = sum(result['metrics'][f'{node}.total_cost']['mean'] for node in NODES)
    assert math.isclose(result['metrics']['total_cost']['mean'], total, rel_tol=1e-9)


def test_csv():
    twin('run', *SMALL, '--csv', 'run.csv')
    rows = read('run.csv')
    metrics = twin_json('run', *SMALL)['metrics']
    assert list(rows[0]) == ['replication', *metrics] and len(rows) == 20
    for name, estimate in metrics.items():
        mean = sum(float(row[name]) for row in rows) / 20
        assert math.isclose(mean, estimate['mean'], rel_tol=1e-9, abs_tol=1e-9), name
    twin('scenario', *SMALL, '--name', 'spike', '--csv', 'scenario.csv')
    found = {row['metric'] for row in read('scenario.csv') if row['scenario'] == 'spike'}
    assert found == set(metrics)


def test_trace():
    project = write('two.twin', TWO_SKUS)
    twin('run', '--project', project, '--replications', '2', '--trace', 'trace.csv', '--csv',
         'run.csv')
    rows = read('trace.csv')
    assert list(rows[0]) == COLUMNS and len(rows) == 30 * 3 * 2
    assert [(row['node'], row['sku']) for row in rows[:6]] == [
        (node, sku) for node in ('north', 'south', 'warehouse_1') for sku in ('tea', 'cocoa')]
    counted = [row for row in rows if row['node'] != 'warehouse_1' and int(row['day']) >= 7]
    first = read('run.csv')[0]
    for column, metric in (('demand', 'demand'), ('sales', 'sales'), ('lost', 'lost_sales')):
        total = sum(float(row[column]) for row in counted)
        assert math.isclose(total, float(first[metric]), rel_tol=1e-9)
    # What was there, and came in, was sold or is there.
    before = {}
    for row in rows:
        if row['node'] != 'warehouse_1':
            cell = row['node'], row['sku']
            stock = before.get(cell)
            if stock is not None:
                change = float(row['received']) - float(row['sales'])
                assert math.isclose(stock + change, float(row['on_hand']), abs_tol=1e-6), row
            before[cell] = float(row['on_hand'])


def test_verbose_is_the_trace():
    done = twin('run', *SMALL, '--verbose', '--trace', 'trace.csv')
    rows = read('trace.csv')
    lines = re.findall(r'^ +(\d+)  +([\d.]+)  +([\d.]+)  +([\d.]+)  +([\d.]+)  +(\d+)  +(\d+) ',
                       plain(done.stderr).replace('\u202f', ''), re.MULTILINE)
    assert len(lines) == 60
    for day, demand, sales, lost, service, orders, _ in lines:
        stores = [row for row in rows if row['day'] == day and row['node'] != 'warehouse_1']
        sums = [sum(float(row[name]) for row in stores) for name in ('demand', 'sales', 'lost')]
        for shown, value in zip((demand, sales, lost), sums):
            assert abs(float(shown) - value) <= 0.05 + 1e-9, (day, sums)
        assert service == f'{100 * sums[1] / sums[0]:.1f}'
        assert int(orders) == sum(float(row['ordered']) > 0 for row in stores)


def measure(name):
    return struct.unpack('>II', pathlib.Path(name).read_bytes()[16:24])


def test_charts():
    """A panel a node and SKU, and a limit to how many."""
    twin('run', *SMALL, '--chart', 'one.png')
    twin('run', '--project', write('two.twin', TWO_SKUS), '--replications', '5', '--chart',
         'two.png')
    stores = ', '.join(f'{{"id": "s{i}"}}' for i in range(40))
    many = write('many.twin', f'{{"model": "network", "network": {{"stores": [{stores}]}}}}')
    twin('run', '--project', many, '--replications', '5', '--chart', 'many.png')
    twin('run', '--project', many, '--replications', '5', '--chart', 'many.svg')
    assert measure('one.png')[0] == measure('many.png')[0] == 2000
    assert measure('two.png')[1] - measure('one.png')[1] == 2 * 2 * 150
    assert measure('many.png')[1] - measure('one.png')[1] == 2 * 12 * 150
    twin('scenario', *SMALL, '--chart', 'scenario.svg')
    twin('run', *NETWORK, '--replications', '1', '--chart', 'alone.pdf')


def test_scenarios():
    result = twin_json('scenario', *SMALL)
    assert [row['name'] for row in result['scenarios']] == [
        'normal', 'spike', 'strong_seasonality', 'supplier_delay', 'high_variability']
    spike = result['scenarios'][1]
    assert spike['difference']['demand']['ci_low'] > 500
    assert spike['difference']['store_3.lost_sales']['mean'] > 0
    run = twin_json('run', *SMALL, '--scenario', 'spike')
    assert run['metrics'] == spike['metrics']
    by_hand = twin_json('run', *SMALL, '--set', 'spike_days=30,31,32', '--set',
                        'spike_multiplier=2.5')
    assert by_hand == run
    project = ('{"model": "network", "scenarios": [{"name": "spike", "changes": {"spike_days":'
               ' {"set": [10]}, "spike_multiplier": {"set": 4}}}]}')
    own = twin_json('run', '--project', '-', *SMALL[2:], '--scenario', 'spike', text=project)
    assert own == twin_json('run', *SMALL, '--set', 'spike_days=10', '--set', 'spike_multiplier=4')
    text = twin('run', *NETWORK, '--help-scenarios').stdout
    assert 'spike_days = 30,31,32, spike_multiplier = 2.5' in text


def test_set():
    """A key of one item, of one SKU's number, and of every item."""
    each = [word for i, value in enumerate((310, 310, 310)) for word in
            ('--set', f'stores.{i}.reorder_point={value}')]
    assert twin_json('run', *SMALL, '--set', 'stores.*.reorder_point=310') == twin_json(
        'run', *SMALL, *each)
    two = ('run', '--project', write('two.twin', TWO_SKUS), '--replications', '5')
    text = twin(*two, '--set', 'warehouse.capacity.1=7000', '--help-keys').stdout
    assert re.search(r'^  warehouse\.capacity +\[15000, 7000\] ', text, re.MULTILINE)
    assert re.search(r'^  stores\.\*\.reorder_point +300, \[300, 90\] ', text, re.MULTILINE)
    text = twin(*two, '--set', 'stores.0.demand_multiplier.1=2', '--help-keys').stdout
    assert re.search(r'^  stores\.\*\.demand_multiplier +\[1\.2, 2\], 1 ', text, re.MULTILINE)
    plain, more = (twin_json(*two, *setting)['metrics']['demand']['mean']
                   for setting in ((), ('--set', 'stores.0.demand_multiplier.1=2')))
    assert more > plain + 1
    done = twin('run', *NETWORK, '--set', 'stores.*.capactiy=3', status=2)
    assert 'did you mean stores.0.capacity?' in done.stderr


def test_remarks():
    """What is allowed but hardly meant is said once, and of which scenario."""
    low = ('--set', 'stores.1.capacity=300')
    said = 'stores.1.order_up_to: 700 can never be reached; stores.1.capacity is 300\n'
    assert twin('run', *SMALL, *low).stderr == said
    assert twin('run', *SMALL, *low, '--quiet').stderr == ''
    assert twin('scenario', *SMALL, *low, '--days', '20').stderr == (
        said + 'Demand spike: spike_days: no day of the spike is within the horizon of 20 days\n')
    many = twin('run', *SMALL, '--set', 'stores.*.capacity=300', '--set', 'warehouse.capacity=5000',
                '--set', 'stores.*.initial_inventory=9999').stderr.splitlines()
    assert len(many) == 6 and many[-1] == '… and 2 remarks more'
    assert 'stores.0.initial_inventory: the stock at the start lasts about 60 of 60' in many[-2]
    # of the winner, not of what the search began with
    done = twin('optimize', *SMALL, '--set', 'optimize.policies=300', *low, '--target', '0.5',
                *[word for key, value in (('reorder_point', 200), ('order_up_to', 290))
                  for end in ('min', 'max')
                  for word in ('--set', f'optimize.stores.*.{key}.{end}={value}')])
    assert 'can never be reached' not in done.stderr


def test_examples_are_not_distorted():
    """The best policy of an example costs a day what it does in the long run, and the default network
    says that it does not."""
    for name in ('coffee-shops', 'two-products'):
        example = ('--project', str(pathlib.Path(__file__).parents[2] / f'data/examples/{name}.twin'))
        search = ('optimize', *example, '--replications', '100', '--csv', f'{name}.csv')
        found = twin(*search, '--set', 'optimize.policies=250').stderr
        assert 'the stock at the start' not in found, found
        best = next(row for row in read(f'{name}.csv') if row['optimum'] == '1')
        policy = [word for key, value in best.items() if re.search(r'(reorder_point|order_up_to)', key)
                  for word in ('--set', f'{key}={value}')]
        for settings in ((), policy):
            costs = [twin_json('run', *example, *settings, *more)['metrics']['average_daily_cost']['mean']
                     for more in ((), ('--days', '2000', '--replications', '100'))]
            assert abs(costs[0] / costs[1] - 1) < 0.03, (name, settings, costs)
    done = twin('optimize', *NETWORK, '--replications', '100', '--set', 'optimize.policies=250')
    assert 'warehouse.initial_inventory: the stock at the start lasts about 2' in done.stderr


def test_budget():
    """A search says that it ended because its policies were spent."""
    search = ('optimize', *NETWORK, '--replications', '3', '--days', '20', '--set')
    said = 'The search ended because its 5 policies were spent'
    done = twin(*search, 'optimize.policies=5', '--target', '0.5')
    assert said in done.stdout and '--set optimize.policies=N' in done.stderr
    assert re.match(r'Of 5 policies tried, the cheapest that keeps service level ≥ 50[.,]0', done.stdout)
    assert twin(*search, 'optimize.policies=5', '--target', '0.5', '--quiet').stderr == ''
    assert twin_json(*search, 'optimize.policies=5', '--target', '0.5')['budget_spent'] is True
    one = [word for key in ('stores.*.reorder_point', 'stores.*.order_up_to',
                            'warehouse.reorder_point', 'warehouse.order_up_to')
           for end, value in (('min', 100), ('max', 100), ('step', 10)) for word in
           ('--set', f'optimize.{key}.{end}={value + 100 * key.endswith("up_to")}')]
    found = twin_json(*search, 'optimize.policies=5', '--target', '0.5', *one)
    assert found['budget_spent'] is False and len(found['policies']) == 1
    assert 'budget_spent' not in twin_json(
        'optimize', '--replications', '3', '--target', '0.8')


def test_help():
    text = twin('run', *NETWORK, '--help-metrics').stdout
    assert 'Of store_1, store_2, store_3, with the name in front' in text
    assert 'Of warehouse_1, with the name in front' in text
    text = twin('run', *NETWORK, '--help-keys').stdout
    assert '700, 600, 900' in text and 'days: 30,31,32' in text
    assert '--model network' in twin('--help').stdout


def test_validate():
    assert 'no case whose exact answer is known' in twin('validate', *NETWORK).stdout


RELIABLE = (*NETWORK, '--days', '20', '--set', 'supplier.reliability=1')


def record(columns=('day', 'store', 'sku', 'demand'), reverse=False):
    """The demand of a random run, as rows of a CSV file."""
    twin('run', *RELIABLE, '--replications', '1', '--trace', 'drawn.csv')
    rows = [{**row, 'store': row['node']} for row in read('drawn.csv')
            if row['node'] != 'warehouse_1']
    lines = [','.join(row[column] for column in columns) for row in rows]
    return [','.join(columns), *(reversed(lines) if reverse else lines)]


def test_replay():
    """What was drawn, replayed in any order of rows and columns, gives the same trace."""
    for columns, reverse in ((('day', 'store', 'sku', 'demand'), False),
                             (('demand', 'sku', 'day', 'store'), True)):
        write('demand.csv', '\n'.join(record(columns, reverse)))
        done = twin('run', *RELIABLE, '--seed', '99', '--demand', 'demand.csv', '--trace',
                    'replayed.csv')
        assert 'recorded demand' in done.stdout.splitlines()[0]
        assert 'All replications are the same' in done.stdout
        drawn, replayed = read('drawn.csv'), read('replayed.csv')
        assert drawn == replayed and len(drawn) == 80
    text = pathlib.Path('demand.csv').read_text(encoding='utf-8')
    piped = twin_json('run', *RELIABLE, '--demand', '-', text=text)
    assert piped == twin_json('run', *RELIABLE, '--demand', 'demand.csv')
    assert piped['metrics']['total_cost']['sd'] == 0


def test_replay_with_chance():
    """A supplier that fails is still drawn."""
    write('demand.csv', '\n'.join(record()))
    done = twin('run', *NETWORK, '--days', '20', '--set', 'supplier.reliability=0.5', '--set',
                'warehouse.initial_inventory=1000', '--demand', 'demand.csv')
    assert 'are the same' not in done.stdout
    delayed = twin('run', *RELIABLE, '--demand', 'demand.csv', '--scenario', 'supplier_delay')
    assert 'Demand is as recorded' in delayed.stderr


def refuse_demand(text, *words, arguments=RELIABLE):
    write('bad.csv', text)
    files = listing()
    done = twin('run', *arguments, '--demand', 'bad.csv', '--csv', 'out.csv', status=2)
    assert done.stdout == '' and len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith('twin run: --demand bad.csv: '), done.stderr
    for word in words:
        assert word in done.stderr, (word, done.stderr)
    assert listing() == files


def test_replay_refused():
    lines = record()
    good = '\n'.join(lines)

    def change(number, old, new):
        changed = lines[number - 1].replace(old, new, 1)
        assert changed != lines[number - 1]
        return '\n'.join([*lines[:number - 1], changed, *lines[number:]])

    hole = lines[7 - 1].split(',')
    refuse_demand('\n'.join([*lines[:6], *lines[7:]]), f'day {hole[0]}, {hole[1]}, {hole[2]}',
                  'no row')
    refuse_demand(change(5, lines[4].split(',')[-1], 'many'), 'line 5', '“demand”', '“many”')
    refuse_demand(change(5, lines[4].split(',')[-1], ''), 'line 5', '“demand”', '“”')
    refuse_demand(change(5, lines[4].split(',')[-1], 'nan'), 'line 5', '“nan”')
    refuse_demand(change(5, lines[4].split(',')[-1], '-1'), 'line 5', '-1', 'from 0')
    refuse_demand(change(9, 'store_2', 'store_9'), 'line 9', '“store_9”', 'store')
    refuse_demand(change(9, 'store_2', 'warehouse_1'), 'line 9', '“warehouse_1”')
    refuse_demand(change(9, 'sku_001', 'sku_2'), 'line 9', '“sku_2”', 'SKU')
    refuse_demand(good + '\n' + lines[3], f'line {len(lines) + 1}', 'line 4 already')
    refuse_demand(good + '\n20,store_1,sku_001,5', f'line {len(lines) + 1}', 'day 20', '19')
    refuse_demand(good + '\n1.5,store_1,sku_001,5', 'day 1.5')
    refuse_demand(good + '\n1,store_1', f'line {len(lines) + 1}', 'cells')
    refuse_demand(change(1, 'demand', 'sold'), 'column “sold”', 'day, store, sku, demand')
    refuse_demand('day,store,sku\n', 'no column “demand”')
    refuse_demand('day,store,sku,demand\n', 'day 0, store_1, sku_001')
    refuse_demand('', 'empty')
    refuse_demand(good, 'warehouse cannot replay', 'network', arguments=())
    done = twin('run', *RELIABLE, '--demand', 'none.csv', status=2)
    assert '--demand none.csv' in done.stderr and 'No such file' in done.stderr
    done = twin('run', '--project', '-', '--demand', '-', status=2, text='{"model": "network"}')
    assert '--project reads standard input as well' in done.stderr
    for command in ('scenario', 'optimize'):
        done = twin(command, *NETWORK, '--demand', 'bad.csv', status=2)
        assert '--demand is a flag of “twin run”' in done.stderr


def test_refused():
    for setting, *words in (
            ('warmup_days=60', 'warmup_days', 'horizon_days', '60'),
            ('stores.0.id=warehouse_1', 'stores.0.id', 'warehouse_1'),
            ('stores.1.id=store_1', 'stores.1.id', 'store_1'),
            ('stores.2.reorder_point=1000', 'stores.2.reorder_point', 'stores.2.order_up_to'),
            ('supplier.reliability=1.5', 'supplier.reliability', '0', '1'),
            ('supplier.lead_time_days=2.5', 'supplier.lead_time_days', 'whole'),
            ('spike_days=31-30', 'spike_days', '31-30', 'ascending'),
            ('spike_days=3x', 'spike_days', '3x', 'ascending'),
            ('stores.3.capacity=1', 'stores.3.capacity', 'there are 3 stores, counted from 0'),
            ('skus.1.base_demand=1', 'skus.1.base_demand', 'there is 1 of skus, counted from 0'),
            ('warehouse.capacity.1=1', 'warehouse.capacity.1', 'there is 1 of skus')):
        done = twin('run', *SMALL, '--set', setting, status=2)
        assert done.stdout == '' and len(done.stderr.splitlines()) == 1
        for word in words:
            assert word in done.stderr, (setting, done.stderr)
    done = twin('run', '--model', 'network', '--scenario', 'rain', status=2)
    assert 'there are: normal, spike, strong_seasonality, supplier_delay, high_variability' in (
        done.stderr)


def test_recordings_of_others():
    """A spreadsheet's semicolons, and the names that everybody sees."""
    for text, said in (('day;store;sku;demand\n0;store_1;sku_001;1,5\n', 'it has to be commas'),
                       ('day,store,sku,demand\n0,Downtown,sku_001,1\n',
                        'did you mean store_1? There are: store_1, store_2, store_3')):
        done = twin('run', *SMALL, '--demand', write('sold.csv', text), status=2)
        assert said in done.stderr and 'sold.csv: line ' in done.stderr, done.stderr


def test_suggestions():
    """What was meant, of the same item, and in the words that the command knows."""
    two = ('run', '--project', write('two.twin', TWO_SKUS))
    for setting, meant in (('stores.0.capcity=5', 'stores.0.capacity'),
                           ('stores.1.capcity=5', 'stores.1.capacity'),
                           ('stores.1.order_up_too=5', 'stores.1.order_up_to'),
                           ('stores.1.order_up_too.1=5', 'stores.1.order_up_to.1')):
        done = twin(*two, '--set', 'stores.0.capacity.1=900', '--set', setting, status=2)
        assert f'did you mean {meant}?' in done.stderr, done.stderr
    for name in ('Spike', 'SPIKE', 'spkie', 'Demand spike', 'demand_spike', 'demand-spike'):
        done = twin('run', *NETWORK, '--scenario', name, status=2)
        assert 'did you mean spike? There are: normal, spike' in done.stderr, done.stderr
    for target, meant in (('97', '0.97'), ('99.5', '0.995'), ('97%', '0.97'), ('0,97', '0.97'),
                          ('97,5\u202f%', '0.975')):
        done = twin('optimize', *NETWORK, '--target', target, status=2)
        assert f'did you mean {meant}?' in done.stderr.lower(), done.stderr
    assert 'Did you mean' not in twin('optimize', *NETWORK, '--target', '1', status=2).stderr
    listed = ('--set', 'spike_multiplier=2', '--set', 'spike_days=12,30,31,32')
    for days in ('12,30-32', '30–32; 12', '32 12 30-31'):
        assert twin_json('run', *SMALL, *listed) == twin_json(
            'run', *SMALL, *listed[:3], f'spike_days={days}'), days


def test_threads():
    one = twin('run', *SMALL, '--json', '--threads', '1').stdout
    assert one == twin('run', *SMALL, '--json', '--threads', '3').stdout
    json.loads(one)


main(globals())
