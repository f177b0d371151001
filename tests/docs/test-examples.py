#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-examples.py [--update] TWIN PAGE…: runs what the pages show after "$ " in ```console blocks,
and holds the output against what stands below it; --update writes it anew. Projects in ```json
blocks have to be read. Prints TAP."""
import difflib
import functools
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BLOCK = re.compile(r'(```console\n\$ )([^\n]+)\n(.*?)(```)', re.DOTALL)
PROJECT = re.compile(r'```json\n(\{\n  "format".*?)```', re.DOTALL)


def read(twin, project):
    result = subprocess.run([twin, 'run', '--project', '-', '--replications', '2'], text=True,
                            input=project, capture_output=True, check=False)
    assert result.returncode == 0, result.stderr


def run(twin, command):
    words = shlex.split(command)
    assert words[0] == 'twin', command
    with tempfile.TemporaryDirectory(prefix='twin-examples-') as folder:
        result = subprocess.run([twin, *words[1:]], cwd=folder, text=True, encoding='utf-8',
                                stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=True,
                                env={**os.environ, 'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1'})
    return '\n'.join(line.rstrip() for line in result.stdout.splitlines()) + '\n'


def compare(twin, command, shown):
    printed = run(twin, command)
    assert printed == shown, '\n'.join(difflib.unified_diff(shown.splitlines(), printed.splitlines(),
                                                            'the page', 'twin', lineterm=''))


def update(twin, page):
    text = page.read_text(encoding='utf-8')
    page.write_text(BLOCK.sub(lambda match: f'{match[1]}{match[2]}\n{run(twin, match[2])}{match[4]}',
                              text), encoding='utf-8')


def test(twin, pages):
    cases = {}
    for page in pages:
        text = page.read_text(encoding='utf-8')
        for match in BLOCK.finditer(text):
            cases[f'{page.name}: {match[2]}'] = functools.partial(compare, twin, match[2], match[3])
        for number, match in enumerate(PROJECT.finditer(text), start=1):
            cases[f'{page.name}: project {number}'] = functools.partial(read, twin, match[1])
    return tap.run(cases)


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
