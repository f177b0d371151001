#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install-desktop.py SOURCE BUILD PREFIX: installed below DESTDIR, everything is where the desktop
looks, and is gone again afterwards; and with another prefix nothing is outside of it. Prints TAP."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

SOURCE, BUILD = map(pathlib.Path, sys.argv[1:3])
PREFIX = sys.argv[3].lstrip('/')
ELSEWHERE = '/opt/else where'
APP = 'io.github.inventorytwin.InventoryTwin'

EXPECTED = [
    'bin/inventory-twin', 'bin/twin', 'include/twin/twin-model.h', 'share/man/man1/twin.1',
    'share/man/man1/inventory-twin.1', 'share/inventory-twin/help/guide.html',
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


def speak_languages(destination):
    """The desktop lists the app, and its files, in every language that it has."""
    share = destination / PREFIX / 'share'
    desktop = (share / f'applications/{APP}.desktop').read_text(encoding='utf-8')
    metainfo = (share / f'metainfo/{APP}.metainfo.xml').read_text(encoding='utf-8')
    mime = (share / f'mime/packages/{APP}.xml').read_text(encoding='utf-8')
    languages = (SOURCE / 'po/LINGUAS').read_text(encoding='utf-8').split()
    assert languages
    for language in languages:
        assert (share / f'locale/{language}/LC_MESSAGES/inventory-twin.mo').exists(), language
        for key in ('GenericName', 'Comment', 'Keywords'):
            assert f'\n{key}[{language}]=' in desktop, (language, key)
        for element in ('summary', 'p', 'li', 'caption'):
            assert f'<{element} xml:lang="{language}">' in metainfo, (language, element)
        assert f'<comment xml:lang="{language}">' in mime, language


def follow_service(destination):
    """The service names the program by the prefix, not by the place below DESTDIR."""
    service = destination / PREFIX / f'share/dbus-1/services/{APP}.service'
    assert f'\nExec=/{PREFIX}/bin/inventory-twin --gapplication-service\n' in service.read_text()


def uninstall(destination):
    run('meson', '--internal', 'uninstall', DESTDIR=str(destination))
    left = [str(path.relative_to(destination)) for path in destination.rglob('*') if not path.is_dir()]
    assert not left, left


def use_another_prefix(destination):
    """Nothing is built for that: what would be installed is known beforehand."""
    build = destination / 'build'
    run('meson', 'setup', build, SOURCE, '--prefix', ELSEWHERE, '-Dtests=false')
    planned = json.loads(run('meson', 'introspect', '--installed', build))
    outside = [path for path in planned.values() if not path.startswith(ELSEWHERE + '/')]
    assert len(planned) > 50 and not outside, outside
    assert f'"{ELSEWHERE}/share/locale"' in (build / 'twin-config.h').read_text()


def main():
    log = BUILD / 'meson-logs/install-log.txt'  # of the user's own installation, if there is one
    kept = log.with_suffix('.kept')
    os.chdir(BUILD)
    if log.exists():
        shutil.copy(log, kept)
    with tempfile.TemporaryDirectory() as destination:
        cases = [install, speak_languages, follow_service, uninstall, use_another_prefix]
        status = tap.run(tap.name_all(cases), pathlib.Path(destination), in_order=True)
    if kept.exists():
        kept.replace(log)
    else:
        log.unlink(missing_ok=True)
    return status


sys.exit(main())
