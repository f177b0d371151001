# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests of the package need."""
import pathlib
import sys
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402


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
    tap.main(cases, around=tap.empty_folder)
