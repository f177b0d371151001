# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tests and prints what came of them as TAP. Every test program in Python ends in here."""
import contextlib
import os
import sys
import tempfile
import time
import traceback


class Skip(Exception):
    """Raised where this machine cannot run a test; the reason is its text."""


def collect(names):
    """The tests of a module, globals(): every test_…, by its name."""
    return name_all(function for name, function in names.items() if name.startswith('test_'))


def name_all(functions):
    return {function.__name__.removeprefix('test_').replace('_', '-'): function
            for function in functions}


@contextlib.contextmanager
def empty_folder():
    """Everything in here happens in an empty folder, which goes with it."""
    home = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(home)


def explain(text):
    for line in str(text).splitlines():
        print(f'# {line}')


def run(tests, *arguments, around=contextlib.nullcontext, in_order=False, describe=None):
    """Calls each of the tests, {name: function}, with the arguments; returns the program's status.

    Each is called within @around (). Where they are steps @in_order, none is tried after one that
    failed, and all after one that was skipped are. @describe (*arguments) prints what there is to be
    seen after a failure."""
    failed = False
    print(f'1..{len(tests)}', flush=True)
    if not tests:
        print('Bail out! There are no tests.')
        return 1
    reason = None
    for number, (name, function) in enumerate(tests.items(), start=1):
        begin = time.monotonic()
        try:
            if reason is None:
                with around():
                    function(*arguments)
            verdict = f'ok {number} {name}' + (f' # SKIP {reason}' if reason is not None else '')
        except Skip as skip:
            verdict = f'ok {number} {name} # SKIP {skip}'
            reason = skip if in_order else None
        except Exception:  # whatever it is, the test has failed and the next one is tried
            failed = True
            explain(traceback.format_exc())
            if describe is not None:
                describe(*arguments)
            verdict = f'not ok {number} {name}'
        if time.monotonic() - begin >= 1:
            print(f'# {time.monotonic() - begin:.0f} s')
        print(verdict, flush=True)
        if failed and in_order:
            print('Bail out! The steps build upon each other.')
            break
    return 1 if failed else 0


def main(names, *arguments, **options):
    """Runs every test_… of a module, globals(), and ends the program."""
    sys.exit(run(collect(names), *arguments, **options))
