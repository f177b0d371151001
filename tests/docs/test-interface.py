#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-interface.py TWIN PAGE: the program reads the project files that the page prints, and runs
all of their scenarios. Prints TAP."""
import json
import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r'```json\n(\{\s*"format".*?)```', re.DOTALL)


def run(twin, command, text):
    return subprocess.run([twin, command, '--project', '-', '--replications', '3', '--json'],
                          input=text, capture_output=True, encoding='utf-8', check=False)


def check(twin, text):
    project = json.loads(text)
    for command in ('run', 'scenario'):
        done = run(twin, command, text)
        if done.returncode != 0:
            return done.stderr
        if json.loads(done.stdout)['model'] != project['model']:
            return 'another model'
    names = [row['name'] for row in json.loads(done.stdout)['scenarios']]
    expected = [scenario['name'] for scenario in project['scenarios']]
    return '' if names == expected else f'{names} instead of {expected}'


def main():
    twin = os.path.abspath(sys.argv[1])
    blocks = BLOCK.findall(pathlib.Path(sys.argv[2]).read_text(encoding='utf-8'))
    failed = len(blocks) < 2
    print(f'1..{len(blocks)}')
    for number, text in enumerate(blocks, start=1):
        fault = check(twin, text)
        failed |= fault != ''
        if fault:
            print(f'# {fault}')
        print(f'{"not ok" if fault else "ok"} {number} /interface/{json.loads(text)["model"]}')
    return 1 if failed else 0


sys.exit(main())
