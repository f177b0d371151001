#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-examples.py [--update] TWIN PAGE…: runs what the pages show after "$ " in ```console blocks,
and holds the output against what stands below it; --update writes it anew. Projects in ```json
blocks have to be read. Prints TAP."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

BLOCK = re.compile(r'(```console\n\$ )([^\n]+)\n(.*?)(```)', re.DOTALL)
PROJECT = re.compile(r'```json\n(\{\n  "format".*?)```', re.DOTALL)


def is_read(twin, project):
    result = subprocess.run([twin, 'run', '--project', '-', '--replications', '2'], text=True,
                            input=project, capture_output=True, check=False)
    print(result.stderr, end='', file=sys.stderr)
    return result.returncode == 0


def run(twin, command):
    words = shlex.split(command)
    assert words[0] == 'twin', command
    with tempfile.TemporaryDirectory(prefix='twin-examples-') as folder:
        result = subprocess.run([twin, *words[1:]], cwd=folder, text=True, encoding='utf-8',
                                stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True,
                                env={**os.environ, 'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1'})
    return '\n'.join(line.rstrip() for line in result.stdout.splitlines()) + '\n'


def update(twin, page):
    text = page.read_text(encoding='utf-8')
    page.write_text(BLOCK.sub(lambda match: f'{match[1]}{match[2]}\n{run(twin, match[2])}{match[4]}',
                              text), encoding='utf-8')


def test(twin, pages):
    cases = []
    for page in pages:
        text = page.read_text(encoding='utf-8')
        for match in BLOCK.finditer(text):
            cases.append((f'{page.name}: {match[2]}', run(twin, match[2]) == match[3]))
        for match in PROJECT.finditer(text):
            cases.append((f'{page.name}: project', is_read(twin, match[1])))
    print(f'1..{len(cases)}')
    for number, (name, passed) in enumerate(cases, start=1):
        print(f'{"ok" if passed else "not ok"} {number} {name}')
    return 0 if cases and all(passed for _, passed in cases) else 1


def main():
    arguments = sys.argv[1:]
    is_update = arguments[0] == '--update'
    twin, *pages = arguments[is_update:]
    twin = os.path.abspath(twin)
    pages = [pathlib.Path(page) for page in pages]
    if not is_update:
        return test(twin, pages)
    for page in pages:
        update(twin, page)
    return 0


sys.exit(main())
