#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds po/ to the source: every file with words for people is listed, xgettext can read each of
them, and every translation is whole, takes the arguments that the source gives, and has an access key
of its own for everything in a menu. Prints TAP. With --update it writes that list instead."""
import gettext
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

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


def list_menus():
    """Yields (file, labels) of every menu that is written down; a section is part of its menu."""
    for path in sorted((ROOT / 'ui').rglob('*.ui')):
        tree = xml.etree.ElementTree.parse(path)
        for menu in (*tree.iter('menu'), *tree.iter('submenu')):
            labels = [item.find("attribute[@name='label']") for section in ('.', 'section')
                      for kind in ('item', 'submenu') for item in menu.findall(f'{section}/{kind}')]
            yield path.name, [label.text for label in labels if label is not None]


def list_dialogs():
    """Yields (file, labels) of the buttons that a message dialog gets at once."""
    for path in sorted((ROOT / 'src/app').glob('*.c')):
        for call in re.findall(r'add_responses \(([^;]*);', path.read_text(encoding='utf-8')):
            yield path.name, re.findall(r'_\("([^"]*)"\)', call)


def read_catalogue(folder, language):
    compiled = pathlib.Path(folder) / f'{language}.mo'
    subprocess.run(['msgfmt', f'--output-file={compiled}', PO / f'{language}.po'], check=True)
    with compiled.open('rb') as file:
        return gettext.GNUTranslations(file)


def test_access_keys_differ():
    """In a menu, or a dialog, a key does one thing, in every language."""
    together = [*list_menus(), *list_dialogs()]
    assert len(together) >= 5
    with tempfile.TemporaryDirectory() as folder:
        catalogues = {'en': gettext.NullTranslations()}
        catalogues.update((name, read_catalogue(folder, name)) for name in read_list('LINGUAS'))
        for language, catalogue in catalogues.items():
            for name, labels in together:
                told = [catalogue.gettext(label) for label in labels]
                keys = [key.lower() for text in told for key in re.findall('_(.)', text)]
                assert len(keys) == len(set(keys)) == len(labels), (language, name, told)


if '--update' in sys.argv:
    update_list()
else:
    tap.main(globals())
