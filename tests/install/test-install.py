#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install.py PROGRAM.C PAGE BUILD PREFIX -- CC…: installs the library beneath a folder of its
own, and builds against it with pkg-config as a stranger would: every header by itself, and
programs, which run: PROGRAM.C, and the one that PAGE shows. Prints TAP."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, encoding='utf-8', check=False, **options)
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout


def install(build, stage, prefix):
    """Returns the folder that plays the part of the prefix."""
    run('meson', 'install', '-C', build, '--no-rebuild', '--tags', 'runtime,devel',
        env={**os.environ, 'DESTDIR': str(stage)})
    root = stage / prefix.lstrip('/')
    [file] = root.rglob('twin.pc')
    lines = [f'prefix={root}' if line.startswith('prefix=') else line
             for line in file.read_text(encoding='utf-8').splitlines()]
    file.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    return file.parent


def check_headers(compiler, stage, flags):
    [folder] = stage.rglob('include/twin')
    headers = sorted(path.relative_to(folder) for path in folder.rglob('*.h'))
    for header in headers:
        run(*compiler, '-std=gnu17', '-fsyntax-only', '-Wall', '-Werror', '-x', 'c', '-', *flags,
            input=f'#include <{header}>\n')
    assert pathlib.Path('network/twin-network-batch.h') in headers, headers
    assert not [header for header in headers if 'private' in header.name], headers


def build_and_run(compiler, stage, source, flags):
    program = stage / 'program'
    run(*compiler, '-std=gnu17', '-Wall', '-Werror', source, '-o', program, *flags)
    [library] = stage.rglob('libtwin.so')
    return run(program, env={**os.environ, 'LD_LIBRARY_PATH': str(library.parent)})


def check_page(compiler, stage, page, flags):
    [code] = re.findall(r'^```c\n(.*?)^```', pathlib.Path(page).read_text(encoding='utf-8'),
                        re.DOTALL | re.MULTILINE)
    source = stage / 'page.c'
    source.write_text(code, encoding='utf-8')
    found = re.fullmatch(r'90 days cost (\d+)\n', build_and_run(compiler, stage, source, flags))
    assert found and 100_000 < int(found[1]) < 400_000, found


def check_program(compiler, stage, source, flags):
    days, *costs = build_and_run(compiler, stage, source, flags).split()
    assert days == '90' and len(set(costs)) == 2, (days, costs)
    assert all(100_000 < float(cost) < 400_000 for cost in costs), costs


def main():
    source, page, build, prefix, _, *compiler = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        stage = pathlib.Path(folder)
        description = install(build, stage, prefix)
        flags = run('pkg-config', '--cflags', '--libs', 'twin',
                    env={**os.environ, 'PKG_CONFIG_PATH': str(description)}).split()
        checks = {'headers': lambda: check_headers(compiler, stage, flags),
                  'program': lambda: check_program(compiler, stage, source, flags),
                  'page': lambda: check_page(compiler, stage, page, flags)}
        return tap.run({f'/install/{name}': check for name, check in checks.items()})


sys.exit(main())
