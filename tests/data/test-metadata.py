#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-metadata.py SOURCE DESKTOP METAINFO SERVICE VERSION: what the validators do not look at. Flathub's
quality guidelines, and whether the files tell the same story. Prints TAP."""
import configparser
import pathlib
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

SOURCE = pathlib.Path(sys.argv[1])
DESKTOP, METAINFO, SERVICE = map(pathlib.Path, sys.argv[2:5])
VERSION = sys.argv[5]
APP = METAINFO.name.removesuffix('.metainfo.xml')
SHADOW = 16  # of the window in a picture, at each side
RGBA = 6
LANG = '{http://www.w3.org/XML/1998/namespace}lang'


def read_keys(path, group):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser[group]


def texts(root, path):
    return [' '.join(''.join(node.itertext()).split()) for node in root.findall(path)
            if LANG not in node.attrib]


def relative_luminance(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear))


def test_name_and_summary_are_short(root):
    [name], [summary] = texts(root, 'name'), texts(root, 'summary')
    assert len(name) <= 20, name
    assert 10 <= len(summary) <= 35, (len(summary), summary)
    assert not summary.endswith('.') and name.lower() not in summary.lower(), summary
    assert not re.match(r'(A|An|The) ', summary), summary


def test_screenshots_are_in_the_repository(root):
    shots = root.findall('screenshots/screenshot')
    assert len(shots) >= 3, shots
    assert [shot.get('type') for shot in shots] == ['default'] + [None] * (len(shots) - 1)
    for shot in shots:
        image = shot.find('image')
        base, _, name = image.text.rpartition('/docs/images/store/')
        assert base.endswith(f'/v{VERSION}'), image.text  # a tag does not change
        picture = (SOURCE / 'docs/images/store' / name).read_bytes()
        assert picture.startswith(b'\x89PNG'), name
        *size, _, kind = struct.unpack('>IIBB', picture[16:26])
        assert size == [int(image.get('width')), int(image.get('height'))], (name, size)
        assert size[0] <= 1000 + 2 * SHADOW and size[1] <= 700 + 2 * SHADOW, (name, size)
        assert kind == RGBA, name  # else it has neither a shadow nor round corners
        [caption] = texts(shot, 'caption')
        assert caption[0].isupper() and not caption.endswith('.') and len(caption) <= 60, caption


def test_colours_suit_their_scheme(root):
    colours = {node.get('scheme_preference'): node.text for node in root.findall('branding/color')
               if node.get('type') == 'primary'}
    assert relative_luminance(colours['light']) > 0.4 > 0.1 > relative_luminance(colours['dark']), colours


def test_says_who_and_where(root):
    assert texts(root, 'developer/name'), 'no developer'
    assert root.find('developer').get('id'), 'the developer has no id'
    kinds = {node.get('type') for node in root.findall('url')}
    assert {'homepage', 'bugtracker', 'vcs-browser'} <= kinds, kinds
    assert root.find('content_rating').get('type') == 'oars-1.1'


def test_newest_release_is_this_one(root):
    releases = root.findall('releases/release')
    assert releases[0].get('version') == VERSION, releases[0].attrib
    for release in releases:
        assert texts(release, 'description/p'), release.attrib


def test_files_agree(root):
    entry = read_keys(DESKTOP, 'Desktop Entry')
    service = read_keys(SERVICE, 'D-BUS Service')
    [name] = texts(root, 'name')
    assert texts(root, 'id') == [APP] and texts(root, 'launchable') == [DESKTOP.name]
    assert DESKTOP.name == f'{APP}.desktop' and entry['Icon'] == APP and entry['Name'] == name
    assert entry['DBusActivatable'] == 'true' and service['Name'] == APP
    assert service['Exec'].split()[0].endswith('/' + entry['Exec'].split()[0]), service['Exec']
    kinds = texts(root, 'provides/mediatype')
    assert entry['MimeType'].rstrip(';').split(';') == kinds, entry['MimeType']
    mime = (SOURCE / 'data' / f'{APP}.mime.xml').read_text(encoding='utf-8')
    assert f'type="{kinds[0]}"' in mime and 'pattern="*.twin"' in mime
    for icon in [f'scalable/apps/{APP}.svg', f'symbolic/apps/{APP}-symbolic.svg']:
        assert (SOURCE / 'data/icons/hicolor' / icon).exists(), icon


def test_manifest_is_of_this_app(root):
    manifest = (SOURCE / 'flatpak' / f'{APP}.yml').read_text(encoding='utf-8')
    assert f'\nid: {APP}\n' in manifest
    asked = re.findall(r'^  - (--.*)$', manifest.partition('finish-args:')[2], re.MULTILINE)
    assert sorted(asked) == ['--device=dri', '--share=ipc', '--socket=fallback-x11',
                             '--socket=wayland'], asked


tap.main(globals(), ElementTree.parse(METAINFO).getroot())
