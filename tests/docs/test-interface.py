#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-interface.py TWIN PAGE: the program reads the project files that the page prints, and runs
all of their scenarios. Prints TAP."""
import functools
import json
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

BLOCK = re.compile(r'```json\n(\{\s*"format".*?)```', re.DOTALL)


def run(twin, command, text):
    return subprocess.run([twin, command, '--project', '-', '--replications', '3', '--json'],
                          input=text, capture_output=True, encoding='utf-8', check=False)


def check(twin, text):
    project = json.loads(text)
    for command in ('run', 'scenario'):
        done = run(twin, command, text)
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout)['model'] == project['model']
    names = [row['name'] for row in json.loads(done.stdout)['scenarios']]
    expected = [scenario['name'] for scenario in project['scenarios']]
    assert names == expected, f'{names} instead of {expected}'


def main():
    twin = os.path.abspath(sys.argv[1])
    blocks = BLOCK.findall(pathlib.Path(sys.argv[2]).read_text(encoding='utf-8'))
    assert len(blocks) >= 2, blocks
    return tap.run({f'/interface/{json.loads(text)["model"]}': functools.partial(check, twin, text)
                    for text in blocks})


sys.exit(main())
