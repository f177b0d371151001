#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds po/ to the source: every file with words for people is listed, xgettext can read each of
them, and every translation is whole and takes the arguments that the
source gives. Prints TAP. With --update it writes that list instead."""
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402
from catalogue import PO, ROOT, extract  # noqa: E402

MARKED_IN_C = re.compile(r'\b(?:_|N_|C_|NC_|ngettext)\s*\(\s*"')
MARKED_IN_UI = re.compile(r'translatable="(?:yes|true)"')


def list_marked():
    for folder, pattern, marked in (('src', '*.[ch]', MARKED_IN_C), ('ui', '*.ui', MARKED_IN_UI)):
        for path in sorted((ROOT / folder).rglob(pattern)):
            if marked.search(path.read_text(encoding='utf-8')):
                yield str(path.relative_to(ROOT))


def read_list(name):
    lines = (PO / name).read_text(encoding='utf-8').split('\n')
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def test_every_file_is_listed():
    listed = read_list('POTFILES')
    marked = set(list_marked())
    others = {name for name in listed if name.startswith('data/')}
    assert len(listed) == len(set(listed)), 'POTFILES names a file twice'
    assert not marked - set(listed), f'not in POTFILES: {sorted(marked - set(listed))}; --update adds them'
    assert not set(listed) - others - marked, \
        f'in POTFILES for nothing: {sorted(set(listed) - others - marked)}'


def update_list():
    others = [name for name in read_list('POTFILES') if name.startswith('data/')]
    names = sorted({*others, *list_marked()})
    (PO / 'POTFILES').write_text('\n'.join(names) + '\n', encoding='utf-8')


def test_messages_can_be_extracted():
    with tempfile.TemporaryDirectory() as folder:
        pot, complaints = extract(folder)
        complaints = [line for line in complaints.split('\n')
                      if line and 'extension' not in line]
        assert not complaints, '\n'.join(complaints)
        # A format macro in the middle of a message ends it for xgettext, but not for the compiler.
        cut = re.findall(r'^(.*(?:["(]|[^0-9] )%)"\nmsgstr', pot.read_text(encoding='utf-8'), re.MULTILINE)
        assert not cut, f'cut off at a format macro: {cut}'


def test_translations_are_whole():
    with tempfile.TemporaryDirectory() as folder:
        pot, _ = extract(folder)
        for language in read_list('LINGUAS'):
            merged = pathlib.Path(folder) / f'{language}.po'
            subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}',
                            PO / f'{language}.po', pot], check=True)
            done = subprocess.run(['msgfmt', '--check', '--statistics', '--output-file=/dev/null', merged],
                                  capture_output=True, text=True, check=False, env={'LC_ALL': 'C'})
            assert done.returncode == 0, done.stderr
            assert 'untranslated' not in done.stderr and 'fuzzy' not in done.stderr, \
                f'{language}: {done.stderr}'


if '--update' in sys.argv:
    update_list()
else:
    tap.main(globals())
