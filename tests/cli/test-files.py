#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands write: CSV that another reader understands, charts, and no half files."""
import csv
import io
import os
import pathlib
import stat
import struct
import subprocess
import zlib

from testing import Skip, listing, main, twin, twin_json

SMALL = ('--days', '60', '--replications', '50')
GRID = ('--set', 'optimize.reorder_point.min=80', '--set', 'optimize.reorder_point.max=90',
        '--set', 'optimize.order_up_to.min=150', '--set', 'optimize.order_up_to.max=190')


def read(name):
    data = pathlib.Path(name).read_bytes()
    assert data.count(b'\n') == data.count(b'\r\n') and data.endswith(b'\r\n')
    return list(csv.DictReader(io.StringIO(data.decode('utf-8'), newline='')))


def mean(rows, column):
    return sum(float(row[column]) for row in rows) / len(rows)


def test_run():
    done = twin('run', *SMALL, '--csv', 'run.csv')
    rows = read('run.csv')
    result = twin_json('run', *SMALL)
    assert [int(row['replication']) for row in rows] == list(range(50))
    assert list(rows[0])[1:] == list(result['metrics'])
    for name, estimate in result['metrics'].items():
        assert abs(mean(rows, name) - estimate['mean']) <= 1e-9 * max(1, abs(estimate['mean']))
    assert 'Warehouse' in done.stdout and 'Wrote run.csv' in done.stderr
    assert listing() == ['run.csv']


def test_trace():
    # so few demands that they are lived one by one; and cycles, where the area under the stock has
    # chance of its own
    hold_trace('events', 1e-9, '--set', 'demand_rate=8')
    hold_trace('cycles', 0.1)


def hold_trace(method, tolerance, *settings):
    assert twin_json('run', *SMALL, *settings)['method'] == method
    twin('run', *SMALL, *settings, '--trace', 'trace.csv', '--csv', 'run.csv')
    rows = read('trace.csv')
    assert list(rows[0]) == ['time', 'event', 'on_hand', 'backorders', 'on_order', 'position']
    assert {row['event'] for row in rows} == {'start', 'demand', 'order', 'receipt', 'end'}
    assert (rows[0]['event'], rows[-1]['event']) == ('start', 'end')
    times = [float(row['time']) for row in rows]
    assert times == sorted(times) and times[-1] == 60
    first = read('run.csv')[0]
    assert sum(row['event'] == 'demand' for row in rows) == float(first['demand'])
    assert sum(row['event'] == 'order' for row in rows) == float(first['orders'])
    assert float(rows[-1]['on_hand']) == float(first['ending_on_hand'])
    assert float(rows[-1]['backorders']) == float(first['ending_backorders'])
    area = sum((after - before) * float(row['on_hand'])
               for before, after, row in zip(times, times[1:], rows))
    average = float(first['average_on_hand'])
    assert abs(area / 60 - average) <= tolerance * average


def test_scenario():
    twin('scenario', *SMALL, '--csv', 'scenario.csv')
    rows = read('scenario.csv')
    assert list(rows[0]) == ['scenario', 'metric', 'mean', 'sd', 'ci_low', 'ci_high', 'difference',
                             'difference_ci_low', 'difference_ci_high']
    found = {(row['scenario'], row['metric']): row for row in rows}
    for scenario in twin_json('scenario', *SMALL)['scenarios']:
        for name, estimate in scenario['metrics'].items():
            row = found.pop((scenario['name'], name))
            assert float(row['mean']) == estimate['mean']
            assert float(row['ci_low']) == estimate['ci_low']
            if 'difference' in scenario:
                assert float(row['difference']) == scenario['difference'][name]['mean']
            else:
                assert row['difference'] == row['difference_ci_low'] == ''
    assert not found


def test_optimize():
    twin('optimize', *SMALL, *GRID, '--target', '0.95', '--csv', 'optimize.csv')
    rows = read('optimize.csv')
    result = twin_json('optimize', *SMALL, *GRID, '--target', '0.95')
    policies = result['policies']
    assert result['statement']['confidence'] == 0.95
    assert result['optimum']['status'] in ('feasible', 'open')
    assert len(rows) == len(policies) > 10
    for row, policy in zip(rows, policies):
        assert float(row['reorder_point']) == policy['reorder_point']
        assert float(row['total_cost']) == policy['total_cost']['mean']
        assert float(row['fill_rate_ci_low']) == policy['fill_rate']['ci_low']
        assert row['feasible'] == str(int(policy['feasible']))
        assert row['status'] == policy['status']


def test_no_policy_is_written_too():
    twin('optimize', *SMALL, '--set', 'demand_rate=500', '--csv', 'none.csv', '--chart', 'none.svg',
         status=3)
    assert all(row['feasible'] == '0' for row in read('none.csv'))
    assert listing() == ['none.csv', 'none.svg']


def test_standard_output():
    """"-" is standard output, which then holds the file alone."""
    twin('run', *SMALL, '--csv', 'run.csv', '--trace', 'trace.csv')
    for flag, name in (('--csv', 'run.csv'), ('--trace', 'trace.csv')):
        done = twin('run', *SMALL, flag, '-')
        assert done.stdout.encode() == pathlib.Path(name).read_bytes().replace(b'\r\n', b'\n')
        assert done.stderr == ''
    assert twin('run', *SMALL, '--chart', '-').stdout.startswith('<?xml')


def read_png(data):
    """Size and the number of colours of a picture, after checking every part of it."""
    assert data.startswith(b'\x89PNG\r\n\x1a\n')
    at, pixels, size = 8, b'', None
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        checksum, = struct.unpack('>I', data[at + 8 + length:at + 12 + length])
        assert checksum == zlib.crc32(kind + body)
        if kind == b'IHDR':
            size = struct.unpack('>II', body[:8])
        if kind == b'IDAT':
            pixels += body
        at += 12 + length
    assert kind == b'IEND'
    return size, len(set(zlib.decompress(pixels)))


def test_charts():
    for arguments in (('run', *SMALL), ('scenario', *SMALL),
                      ('optimize', *SMALL, *GRID, '--target', '0.95')):
        twin(*arguments, '--chart', 'chart.png')
        (width, height), colours = read_png(pathlib.Path('chart.png').read_bytes())
        assert width == 2000 and height > 500 and colours > 20
        twin(*arguments, '--chart', 'chart.SVG')
        drawing = pathlib.Path('chart.SVG').read_text(encoding='utf-8')
        assert drawing.startswith('<?xml') and drawing.rstrip().endswith('</svg>')
        twin(*arguments, '--chart', 'chart.pdf')
        document = pathlib.Path('chart.pdf').read_bytes()
        assert document.startswith(b'%PDF-') and document.rstrip().endswith(b'%%EOF')
    twin('scenario', *SMALL, '--name', 'baseline', '--chart', 'one.png')
    twin('run', '--replications', '1', '--chart', 'one.png')


def test_charts_are_the_same():
    """A picture depends on the input alone."""
    twin('run', *SMALL, '--chart', 'a.svg', '--threads', '1')
    twin('run', *SMALL, '--chart', 'b.svg', '--threads', '2')
    assert pathlib.Path('a.svg').read_bytes() == pathlib.Path('b.svg').read_bytes()


def test_replaced_whole():
    old = pathlib.Path('run.csv')
    old.write_text('old', encoding='utf-8')
    old.chmod(0o640)
    twin('run', *SMALL, '--csv', 'run.csv')
    assert len(read('run.csv')) == 50
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    os.symlink('run.csv', 'link.csv')
    twin('run', *SMALL, '--seed', '1', '--csv', 'link.csv')
    assert os.path.islink('link.csv') and len(read('run.csv')) == 50


def test_unwritable_leaves_old_file():
    """A file or folder that this user may not write is refused before the run, and left alone."""
    os.chmod('.', 0o755)
    for name, mode, folder_mode in (('file', 0o444, 0o777), ('folder', 0o666, 0o555)):
        old = pathlib.Path(name, 'run.csv')
        old.parent.mkdir()
        old.write_text('old', encoding='utf-8')
        old.chmod(mode)
        old.parent.chmod(folder_mode)
        try:
            # Root may write everywhere, and so becomes somebody else.
            done = twin('run', *SMALL, '--csv', str(old), status=2,
                        **({'user': 65534} if os.geteuid() == 0 else {}))
        except PermissionError as error:
            raise Skip('nobody may run the program here') from error
        finally:
            old.parent.chmod(0o755)
        assert f'--csv {name}/run.csv: it cannot be written: Permission denied' in done.stderr
        assert done.stdout == ''
        assert old.read_text(encoding='utf-8') == 'old'
        assert os.listdir(name) == ['run.csv']


def test_failure_leaves_old_file():
    """Whatever goes wrong before a file is complete, the old one stays: here a bad neighbour."""
    old = pathlib.Path('run.csv')
    old.write_text('old', encoding='utf-8')
    twin('run', *SMALL, '--csv', 'run.csv', '--chart', 'missing/a.png', status=2)
    twin('run', *SMALL, '--csv', 'run.csv', '--set', 'reorder_point=-1', status=2)
    assert old.read_text(encoding='utf-8') == 'old'
    assert listing() == ['run.csv']


def test_devices():
    """What is no regular file is written to, never replaced."""
    twin('run', *SMALL, '--csv', '/dev/null', '--trace', '/dev/null')
    assert stat.S_ISCHR(os.stat('/dev/null').st_mode)
    assert 'replication,fill_rate' in twin('run', *SMALL, '--csv', '/dev/stdout').stdout


def test_full_disk():
    if not os.path.exists('/dev/full'):
        raise Skip('there is no /dev/full')
    for arguments in (('run', *SMALL), ('run', *SMALL, '--json'), ('run', *SMALL, '--csv', '-'),
                      ('run', '--help'), ('scenario', *SMALL),
                      ('optimize', *SMALL, *GRID, '--target', '0.8'), ('validate',), ()):
        with open('/dev/full', 'wb') as full:
            done = twin(*arguments, status=1, stdout=full, stderr=subprocess.PIPE)
        assert 'standard output' in done.stderr, (arguments, done.stderr)
    done = twin('run', *SMALL, '--csv', '/dev/full', status=1)
    assert '/dev/full' in done.stderr


def test_formulas():
    """A name that a spreadsheet would run as a formula is made harmless."""
    project = ('{"scenarios": [{"name": "=1+1", "title": "Sum", "changes": {}},'
               ' {"name": "-2", "title": "Minus", "changes": {}}]}')
    twin('scenario', *SMALL, '--project', '-', '--csv', 'a.csv', text=project)
    assert {row['scenario'] for row in read('a.csv')} == {'baseline', "'=1+1", "'-2"}
    assert all(float(row['mean']) >= 0 for row in read('a.csv'))


main(globals())
