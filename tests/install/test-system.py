#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-system.py meson BUILD PREFIX | deb BUILD: a machine where the program is installed, by `meson
install` or from the Debian packages that build-aux/deb makes: it runs, the desktop knows it, a double click
opens a project in it, and it goes again. The machine is a copy of this one. Prints TAP."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / 'tests'))
import desktop  # noqa: E402
import tap  # noqa: E402
from desktop import Desktop, read, wait_for  # noqa: E402

APP = 'io.github.inventorytwin.InventoryTwin'
KIND = 'application/x-inventory-twin'
PACKAGES = ['inventory-twin', 'libtwin0', 'libtwin-dev', 'python3-inventory-twin']
TOOLS = {'meson': ['gsettings', 'meson'], 'deb': ['dpkg-buildpackage', 'dh', 'gsettings', 'lintian']}

# What others' caches are made of; they are made anew with the next app that comes or goes.
CACHES = re.compile(r'(mimeinfo\.cache|gschemas\.compiled|icon-theme\.cache'
                    r'|/mime/[^/]*|/mime/(?!packages/).*)$')


def run(*command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **options)
    text = done.stdout.decode(errors='replace')
    assert done.returncode == 0, f'{command} ended with {done.returncode}:\n{text[-4000:]}'
    return text


def list_files(root):
    return {os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names}


class Scene:
    """What the steps share."""

    def __init__(self, folder, build, prefix):
        self.folder = pathlib.Path(folder)
        self.build = build
        self.prefix = prefix
        self.desktop = Desktop(self.folder / 'desktop', [])
        self.before = list_files(prefix)

    def describe(self):
        print('# windows:', [read('xdotool', 'getwindowname', window).strip()
                             for window in self.desktop.windows('.')])
        for log in sorted(self.desktop.folder.glob('*.log')):
            tap.explain('\n'.join(log.read_text(errors='replace').splitlines()[-20:]))


def installs_by_meson(scene):
    run('meson', 'install', '-C', scene.build, '--no-rebuild')


def builds_packages_without_a_warning(scene):
    log = run(SOURCE / 'build-aux/deb', scene.folder / 'deb')
    assert 'inventory-twin.p/main.c.o' in log
    warnings = re.findall(r'^.*\bwarning: .*$', log, re.MULTILINE)
    assert not warnings, warnings


def packages_please_lintian(scene):
    [changes] = (scene.folder / 'deb').glob('*.changes')
    run('lintian', '--allow-root', '--fail-on', 'error,warning', changes)


def installs_packages(scene):
    files = [next((scene.folder / 'deb').glob(f'{package}_*.deb')) for package in PACKAGES]
    for file in files:
        print(f'# {file.name}: {file.stat().st_size / 1024:.0f} KiB')
    run('dpkg', '--install', *files)


def programs_run(scene):
    for name in ('twin', 'inventory-twin'):
        assert run(f'{scene.prefix}/bin/{name}', '--version').startswith(name), name
    run(f'{scene.prefix}/bin/twin', 'run', '--replications', '10')


def library_is_found_by_python(scene):
    path = run('/usr/bin/python3', '-B', '-c', 'import inventory_twin; print(inventory_twin.__file__)',
               env={'PATH': os.environ['PATH']})
    assert path.startswith(scene.prefix + '/lib/'), path


def desktop_knows_it(scene):
    known = read('gio', 'mime', KIND)
    first = known.splitlines()[0]
    assert first.endswith(f'{APP}.desktop'), known
    assert APP in read('gsettings', 'list-schemas').split()
    path = scene.folder / 'Lost sales.twin'
    shutil.copy(SOURCE / 'data/examples/lost-sales-shop.twin', path)
    assert KIND in read('gio', 'info', '--attributes=standard::content-type', str(path))


def double_click_opens_a_project(scene):
    scene.desktop.start()
    for name in ('Lost sales', 'Once more'):
        path = scene.folder / f'{name}.twin'
        shutil.copy(SOURCE / 'data/examples/lost-sales-shop.twin', path)
        scene.desktop.spawn('gio', 'open', str(path))
        window = scene.desktop.find_window(name)
        wait_for(lambda: scene.desktop.count_colours(window) > 50, 'a picture')
    # The bus has started it, once.
    processes = [path.read_bytes().split(b'\0') for path in pathlib.Path('/proc').glob('[0-9]*/cmdline')
                 if path.read_bytes().startswith(scene.prefix.encode() + b'/bin/inventory-twin\0')]
    assert len(processes) == 1 and b'--gapplication-service' in processes[0], processes
    scene.desktop.press(window, 'ctrl+q')
    scene.desktop.wait_for_none('Once more')


def uninstalls_by_ninja(scene):
    run('ninja', '-C', scene.build, 'uninstall')
    left = list_files(scene.prefix) - scene.before
    assert not [path for path in left if not CACHES.search(path)], left


def purges_packages(scene):
    run('dpkg', '--purge', *PACKAGES)
    left = list_files(scene.prefix) - scene.before
    assert not left, left
    assert APP not in read('gio', 'mime', KIND)
    assert APP not in read('gsettings', 'list-schemas').split()


STEPS = {
    'meson': [installs_by_meson, programs_run, library_is_found_by_python, desktop_knows_it,
              double_click_opens_a_project, uninstalls_by_ninja],
    'deb': [builds_packages_without_a_warning, packages_please_lintian, installs_packages, programs_run,
            library_is_found_by_python, desktop_knows_it, double_click_opens_a_project, purges_packages],
}


def main():
    way, build = sys.argv[1:3]
    prefix = sys.argv[3] if way == 'meson' else '/usr'
    obstacle = desktop.find_obstacle(TOOLS[way])
    if obstacle is None:
        desktop.enter()
        if desktop.copy_root(SOURCE, build):
            scene = Scene(tempfile.mkdtemp(), build, prefix)
            return tap.run(tap.name_all(STEPS[way]), scene, in_order=True, describe=Scene.describe)
        obstacle = 'this machine cannot lay one file system over another'
    print(f'1..0 # SKIP {obstacle}')
    return 0


sys.exit(main())
