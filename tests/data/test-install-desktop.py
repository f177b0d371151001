#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install-desktop.py BUILD PREFIX: installed below DESTDIR, everything is where the desktop looks, and is gone
again afterwards. Prints TAP."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

BUILD = pathlib.Path(sys.argv[1])
PREFIX = sys.argv[2].lstrip('/')
APP = 'io.github.inventorytwin.InventoryTwin'

EXPECTED = [
    'bin/inventory-twin', 'bin/twin', 'include/twin/twin-model.h', 'share/man/man1/twin.1',
    'share/inventory-twin/examples/first-steps.twin', 'share/bash-completion/completions/twin',
    f'share/applications/{APP}.desktop', f'share/metainfo/{APP}.metainfo.xml',
    f'share/dbus-1/services/{APP}.service', f'share/glib-2.0/schemas/{APP}.gschema.xml',
    f'share/mime/packages/{APP}.xml', f'share/icons/hicolor/scalable/apps/{APP}.svg',
    f'share/icons/hicolor/symbolic/apps/{APP}-symbolic.svg',
]


def run(*command, **environment):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8', **environment})
    assert done.returncode == 0, (command, done.stdout.decode(errors='replace')[-2000:])
    return done.stdout.decode()


def install(destination):
    run('meson', 'install', '-C', str(BUILD), '--no-rebuild', '--destdir', str(destination))
    root = destination / PREFIX
    missing = [path for path in EXPECTED if not (root / path).exists()]
    assert not missing, missing
    [library] = root.glob('lib/**/libtwin.so.0')
    version = run(root / 'bin/twin', '--version', LD_LIBRARY_PATH=str(library.parent))
    assert version.startswith('twin '), version


def follow_service(destination):
    """The service names the program by the prefix, not by the place below DESTDIR."""
    service = destination / PREFIX / f'share/dbus-1/services/{APP}.service'
    assert f'\nExec=/{PREFIX}/bin/inventory-twin --gapplication-service\n' in service.read_text()


def uninstall(destination):
    run('meson', '--internal', 'uninstall', DESTDIR=str(destination))
    left = [str(path.relative_to(destination)) for path in destination.rglob('*') if not path.is_dir()]
    assert not left, left


def main():
    steps = [install, follow_service, uninstall]
    log = BUILD / 'meson-logs/install-log.txt'  # of the user's own installation, if there is one
    kept = log.with_suffix('.kept')
    os.chdir(BUILD)
    if log.exists():
        shutil.copy(log, kept)
    print(f'1..{len(steps)}')
    with tempfile.TemporaryDirectory() as destination:
        for number, step in enumerate(steps, start=1):
            try:
                step(pathlib.Path(destination))
                print(f'ok {number} {step.__name__}', flush=True)
            except Exception:
                print(*(f'# {line}' for line in traceback.format_exc().splitlines()), sep='\n')
                print(f'not ok {number} {step.__name__}')
                print('Bail out! The steps build upon each other.')
                break
    if kept.exists():
        kept.replace(log)
    else:
        log.unlink(missing_ok=True)


main()
