#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-examples.py [--update] TWIN PAGE…: runs what the pages show after "$ " in ```console blocks,
and holds the output against what stands below it. --update writes it anew. Prints TAP."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

BLOCK = re.compile(r'(```console\n\$ )([^\n]+)\n(.*?)(```)', re.DOTALL)


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
    blocks = [(page, match) for page in pages
              for match in BLOCK.finditer(page.read_text(encoding='utf-8'))]
    failed = not blocks
    print(f'1..{len(blocks)}')
    for number, (page, match) in enumerate(blocks, start=1):
        output = run(twin, match[2])
        same = output == match[3]
        failed |= not same
        print(f'{"ok" if same else "not ok"} {number} {page.name}: {match[2]}')
        if not same:
            print('\n'.join(f'# {line}' for line in output.splitlines()))
    return 1 if failed else 0


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
