# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the twin command, and tests of it."""
import json
import locale
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402
from tap import Skip  # noqa: E402, F401 (for the tests)

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = pathlib.Path(sys.argv[2]).absolute()

locale.setlocale(locale.LC_ALL, '')


def start(*arguments, **options):
    return subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            **options)


def twin(*arguments, status=0, text=None, environment=None, **options):
    """Runs the command to its end, and demands its exit status."""
    done = subprocess.run([PROGRAM, *arguments], capture_output='stdout' not in options,
                          input=text, encoding='utf-8', check=False,
                          env={**os.environ, **(environment or {})}, **options)
    assert done.returncode == status, (arguments, done.returncode, (done.stdout or '')[:500],
                                       done.stderr[:500])
    return done


def plain(text):
    """What people are told, its numbers as they stand where there is no locale: 1 234.5."""
    separator, point = (re.escape(locale.localeconv()[name])
                        for name in ('thousands_sep', 'decimal_point'))
    if separator:
        text = re.sub(rf'(?<=\d){separator}(?=\d{{3}})', '\u202f', text)
    return re.sub(rf'(?<=\d){point}(?=\d)', '.', text)


def twin_json(*arguments, **options):
    return json.loads(twin(*arguments, '--json', **options).stdout)


def listing():
    return sorted(os.listdir('.'))


def main(cases):
    """Runs every test_… of @cases in an empty folder of its own."""
    tap.main(cases, around=tap.empty_folder)
