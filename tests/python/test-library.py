# SPDX-License-Identifier: GPL-3.0-or-later
"""test-library.py LIBTWIN: how the package finds its library, and what it needs to be imported."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

import inventory_twin
import testing

LIBTWIN = os.path.abspath(sys.argv[1])
PACKAGE = pathlib.Path(inventory_twin.__file__).parent
USE = 'from inventory_twin import DigitalTwin; print(DigitalTwin().step()[1])'


def run(code, path=PACKAGE.parent, **variables):
    environment = {**os.environ, 'PYTHONPATH': str(path), **variables}
    return subprocess.run([sys.executable, '-W', 'error', '-c', code], env=environment, check=False,
                          capture_output=True, encoding='utf-8')


def move_package(library):
    """A copy of the package for which the build has put the library elsewhere."""
    shutil.copytree(PACKAGE, 'moved/inventory_twin')
    pathlib.Path('moved/inventory_twin/_location.py').write_text(
        f'LIBRARY = {library!r}\nVERSION = "1"\n', encoding='utf-8')
    return 'moved'


def test_build_folder():
    assert float(run(USE).stdout) < 0


def test_run_builds_it():
    """After build-aux/run the package in the build folder is whole, and so is its library."""
    build = PACKAGE.parents[2]
    run_script = pathlib.Path(__file__).parents[2] / 'build-aux' / 'run'
    [targets] = re.findall(r'^targets=\(([^)]*)\)', run_script.read_text(encoding='utf-8'), re.MULTILINE)
    built = subprocess.run(['ninja', '-C', build, '-t', 'query', *targets.split()], check=True,
                           capture_output=True, encoding='utf-8').stdout.split()
    modules = [path for path in PACKAGE.glob('*.py') if not path.name.startswith('_location')]
    assert len(modules) > 10
    for path in (*modules, pathlib.Path(LIBTWIN).resolve()):
        assert str(path.relative_to(build)) in built, path


def test_virtual_environment():
    """A line in a .pth file shows an isolated environment the package."""
    subprocess.run([sys.executable, '-m', 'venv', '--without-pip', 'learning'], check=True)
    python = os.path.abspath('learning/bin/python')
    done = subprocess.run([python, '-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'],
                          check=True, capture_output=True, encoding='utf-8')
    clean = {name: value for name, value in os.environ.items() if name != 'PYTHONPATH'}
    seen = [subprocess.run([python, '-c', 'import inventory_twin'], env=clean, check=False,
                           capture_output=True).returncode]
    pathlib.Path(done.stdout.strip(), 'inventory-twin.pth').write_text(f'{PACKAGE.parent}\n',
                                                                       encoding='utf-8')
    seen.append(subprocess.run([python, '-c', 'import inventory_twin'], env=clean, check=False,
                               capture_output=True).returncode)
    assert seen == [1, 0], seen


def test_variable():
    shutil.copy(LIBTWIN, 'mine.so')
    path = move_package('/nowhere/libtwin.so')
    assert float(run(USE, path, INVENTORY_TWIN_LIBRARY='./mine.so').stdout) < 0


def test_missing_library():
    done = run(USE, move_package('/nowhere/libtwin.so'), INVENTORY_TWIN_LIBRARY='/else/libtwin.so')
    assert done.returncode == 1 and 'ImportError' in done.stderr
    assert '/else/libtwin.so' in done.stderr and 'INVENTORY_TWIN_LIBRARY' in done.stderr
    assert '/nowhere' not in done.stderr  # what was asked for is not passed over


def test_another_library():
    done = run(USE, INVENTORY_TWIN_LIBRARY='libc.so.6')
    assert done.returncode == 1 and 'ImportError: libc.so.6 is not the libtwin' in done.stderr


def test_nothing_is_loaded_before_it_is_used():
    done = run('import inventory_twin, sys; print(inventory_twin.__version__, dir(inventory_twin),'
               ' {"numpy", "gymnasium", "pettingzoo", "ctypes"} & set(sys.modules))',
               INVENTORY_TWIN_LIBRARY='/nowhere')
    assert done.returncode == 0 and done.stdout.endswith('set()\n'), done
    assert 'RetailNetworkVectorEnv' in done.stdout
    done = run('import inventory_twin; inventory_twin.Wrong')
    assert "AttributeError: module 'inventory_twin' has no attribute 'Wrong'" in done.stderr


def test_optional_packages():
    os.mkdir('packages')
    for package, names, version in (
            ('gymnasium', ('RetailNetworkEnv', 'RetailNetworkVectorEnv', 'parallel_env'), 1),
            ('pettingzoo', ('parallel_env',), 1)):
        for text, reason in (('raise ImportError("no such thing")', 'no such thing'),
                             ('__version__ = "0.29.1"', '0.29.1')):
            pathlib.Path('packages/gymnasium').mkdir(exist_ok=True)
            for name in ('__init__', 'spaces', 'vector', 'utils'):
                pathlib.Path(f'packages/gymnasium/{name}.py').write_text(
                    '__version__ = "1.0.0"' if name == '__init__' else 'Box = seeding = None',
                    encoding='utf-8')
            shutil.rmtree(f'packages/{package}', ignore_errors=True)
            pathlib.Path(f'packages/{package}.py').write_text(text, encoding='utf-8')
            for name in names:
                done = run(f'from inventory_twin import DigitalTwin; DigitalTwin().step();'
                           f'from inventory_twin import {name}',
                           f'packages:{PACKAGE.parent}')
                assert done.returncode == 1 and 'ImportError' in done.stderr, done.stderr
                assert f'pip install "{package}>={version}"' in done.stderr, done.stderr
                assert reason in done.stderr and name in done.stderr, done.stderr
            os.remove(f'packages/{package}.py')


testing.main(globals())
