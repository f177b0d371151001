#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-guide.py GUIDE TWIN SOURCE: the guide as it was built is whole: links lead somewhere, pictures are
in it and described, what it calls a thing is what the app calls it. Prints TAP."""
import base64
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree as ET

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

GUIDE, TWIN, SOURCE = sys.argv[1:]
SOURCE = pathlib.Path(SOURCE)
TEXT = pathlib.Path(GUIDE).read_text(encoding='utf-8')
HTML = '{http://www.w3.org/1999/xhtml}'
SVG = '{http://www.w3.org/2000/svg}'
LARGEST = 2 * 1024 * 1024  # bytes: it is in a bundle of three megabytes
# Elements that need an end tag in HTML, however empty: <p/> would swallow what follows.
VOID = {'meta', 'img', 'br', 'hr', 'link'}


def find_all(name):
    return ET.fromstring(TEXT).iter(HTML + name)


def read_words(element):
    return ' '.join(''.join(element.itertext()).split())


def test_well_formed():
    """Read by an XML parser and by a browser it is the same."""
    assert TEXT.startswith('<!DOCTYPE html>\n<html '), TEXT[:80]
    ET.fromstring(TEXT)
    closed = set(re.findall(r'<(\w+)(?: [^<>]*)?/>', TEXT)) - VOID
    assert not closed, closed
    assert '{{' not in TEXT
    assert '<script' not in TEXT


def test_links():
    ids = [element.get('id') for element in ET.fromstring(TEXT).iter() if element.get('id')]
    assert len(ids) == len(set(ids)), ids
    targets = [element.get('href') for element in find_all('a')]
    inner = {target[1:] for target in targets if target.startswith('#')}
    assert inner == {element.get('id') for element in find_all('h2')}, inner ^ set(ids)
    for target in targets:
        if not target.startswith('#'):
            assert target.startswith('https://'), target
            path = re.sub(r'.*/blob/main/', '', target)
            assert (SOURCE / path).exists(), target


def test_needs_no_other_file():
    """A sandbox hands out one file and no more."""
    for name in ('link', 'script', 'iframe', 'object', 'embed'):
        assert not list(find_all(name)), name
    assert all(image.get('src').startswith('data:') for image in find_all('img'))
    style = ''.join(element.text for element in find_all('style'))
    assert 'url(' not in style and '@import' not in style
    assert len(TEXT.encode()) < LARGEST, len(TEXT.encode())


def test_pictures():
    images = list(find_all('img'))
    assert len(images) >= 5, len(images)
    for image in images:
        words = image.get('alt')
        assert len(words) > 40, words
        kind, _, data = image.get('src')[len('data:'):].partition(',')
        if kind == 'image/png;base64':
            assert base64.b64decode(data, validate=True).startswith(b'\x89PNG\r\n\x1a\n')
            continue
        assert kind == 'image/svg+xml', kind
        svg = ET.fromstring(urllib.parse.unquote(data))
        assert svg.tag == SVG + 'svg'
        # Glyphs: without a font it would be a chart without words.
        symbols = [shape for symbol in svg.iter(SVG + 'symbol') for shape in symbol.iter(SVG + 'path')]
        assert sum(len(shape.get('d', '')) > 20 for shape in symbols) > 20, words
        assert (svg.get('viewBox').split()[2:] == [image.get('width'), image.get('height')]), words


def test_looks():
    """Light, dark and paper each have all colours."""
    style = ''.join(element.text for element in find_all('style'))
    light = set(re.findall(r'^  (--[a-z]+):', style, re.MULTILINE))
    nested = re.findall(r'^@media (.*?) \{\n(.*?)\n\}$', style, re.MULTILINE | re.DOTALL)
    for condition, rules in nested:
        if 'dark' in condition or condition == 'print':
            assert set(re.findall(r'^    (--[a-z]+):', rules, re.MULTILINE)) == light, condition
    assert set(re.findall(r'var\((--[a-z]+)\)', style)) == light
    assert {'print', '(prefers-color-scheme: dark)'} <= {condition for condition, _ in nested}


def list_luminances(rules):
    for name, colour in re.findall(r'(--[a-z]+): #([0-9a-f]{6});', rules):
        parts = [int(colour[at:at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        yield name, 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast():
    """4.5:1 for every text on every ground."""
    style = ''.join(element.text for element in find_all('style'))
    for rules in re.findall(r':root \{(.*?)\}', style, re.DOTALL):
        light = dict(list_luminances(rules))
        for text in ('--text', '--dim', '--accent'):
            for ground in ('--ground', '--card'):
                bright, dark = sorted((light[text], light[ground]), reverse=True)
                assert (bright + 0.05) / (dark + 0.05) >= 4.5, (text, ground)


def plain_spaces(text):
    return text.replace('\u202f', ' ').replace('\xa0', ' ')


def test_names():
    """<em> is what stands on the screen: a title, an item of a menu, an example."""
    sources = [path for folder in ('src', 'ui') for path in (SOURCE / folder).rglob('*.*')
               if path.suffix in ('.c', '.ui', '.h')]
    words = ''.join(path.read_text(encoding='utf-8') for path in sources).replace('_', '')
    plain = {'chance'}
    for element in find_all('em'):
        name = read_words(element)
        assert name in plain or f'"{name}"' in words or f'>{name}<' in words, name


def test_numbers():
    """Results in the text are those that the program has now."""
    done = subprocess.run([TWIN, 'run', '--quiet', '--project',
                           str(SOURCE / 'data/examples/first-steps.twin')],
                          capture_output=True, text=True, encoding='utf-8', check=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'})
    cells = [[read_words(cell) for cell in row.iter(HTML + 'td')] for row in find_all('tr')]
    rows = {row[0]: row[1:3] for row in cells if len(row) == 4}
    assert set(rows) == {'Fill rate', 'Total cost', 'Average on hand', 'Orders'}, rows
    for title, numbers in rows.items():
        line = next(line for line in done.stdout.splitlines() if line.startswith(title))
        assert all(number in ' '.join(line.split()) for number in numbers), (numbers, line)


def test_band():
    """What the guide says of the grey band is what the legend calls it, and what it is made of."""
    band = next(read_words(element) for element in find_all('dd') if 'band' in read_words(element))
    share = re.search(r'“(\S+ %)” in its legend', plain_spaces(band)).group(1)
    source = plain_spaces((SOURCE / 'src/figures/twin-figure-trace-panel.c').read_text(encoding='utf-8'))
    assert share.replace('%', '%%') + ' of %s replications' in source, share
    most = re.search(r'#define BAND_MOST (\d+)', (SOURCE / 'src/app/twin-run-results.c').read_text())
    assert f'{most.group(1)} of them at the most' in band, band


def test_shortcuts():
    """Every shortcut of the window of shortcuts, and only those."""
    overlay = ET.parse(SOURCE / 'ui/help-overlay.ui')
    titles = [item.find("property[@name='title']").text for item in overlay.iter('object')
              if item.get('class') == 'GtkShortcutsShortcut']
    rows = [[read_words(cell) for cell in row.iter(HTML + 'td')] for row in find_all('tr')]
    assert [row[1] for row in rows if len(row) == 2] == titles
    keys = {row[1]: row[0] for row in rows if len(row) == 2}
    assert keys['Help'] == 'F1', keys['Help']
    assert keys['Save under another name'] == 'Ctrl+Shift+S', keys
    assert keys['Redo'] == 'Ctrl+Shift+Z Ctrl+Y', keys


tap.main(globals())
