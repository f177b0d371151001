# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs tests and prints what came of them as TAP."""
import os
import re
import sys
import tempfile
import traceback
import warnings


def refuses(error, *words):
    """A context that demands the error, with all the words in its text."""
    return _Refusal(error, words)


class _Refusal:
    def __init__(self, error, words):
        self.error, self.words = error, words

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        assert error is not None, f'{self.error.__name__} expected, nothing was raised'
        if kind is not self.error:
            return False
        missing = [word for word in self.words if word not in str(error)]
        assert not missing, f'“{error}” does not name {missing}'
        return True


def main(cases):
    """Runs every test_… of the cases in an empty folder of its own; a warning is a failure."""
    warnings.simplefilter('error')
    tests = [(name[5:].replace('_', '-'), function) for name, function in cases.items()
             if re.match('test_', name)]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, function) in enumerate(tests, start=1):
        home = os.getcwd()
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            try:
                function()
                print(f'ok {number} {name}', flush=True)
            except Exception:
                failed += 1
                for line in traceback.format_exc().splitlines():
                    print(f'# {line}')
                print(f'not ok {number} {name}', flush=True)
            os.chdir(home)
    sys.exit(1 if failed else 0)
