#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-man-pages.py PROGRAM PAGE…: the app's manual page says what its --help says, and all pages are
set without a warning. Prints TAP."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

PROGRAM, *PAGES = sys.argv[1:]
PAGES = [pathlib.Path(page) for page in PAGES]


def read_options(text, pattern):
    return set(re.findall(pattern, text, re.MULTILINE))


def get_help():
    return subprocess.run([PROGRAM, '--help-all'], capture_output=True, text=True, check=True).stdout


def get_page():
    page = next(page for page in PAGES if page.name == 'inventory-twin.1')
    return page.read_text(encoding='utf-8').replace('\\-', '-')


def test_options():
    """GTK may bring options of its own, such as --display; they are those of every app."""
    section = get_page().partition('.SH OPTIONS')[2].partition('.SH ')[0]
    described = read_options(section, r'^\.BR? (?:-h ", " )?(--[a-z-]+)')
    shown = read_options(get_help(), r'^  (?:-h, )?(--[a-z-]+)')
    assert shown - described <= {'--display', '--name', '--class'}, shown - described
    assert described <= shown, described - shown
    assert described >= {'--help', '--version'}


def test_words():
    """What each option does, in the same words."""
    words = ' '.join(get_page().split())
    for option in ('Show help options', 'Show all help options', 'Show the version and exit'):
        assert option in get_help(), option
        assert f'{option}.' in words, option


def test_version():
    done = subprocess.run([PROGRAM, '--version'], capture_output=True, text=True, check=True)
    version = done.stdout.split()[-1]
    for page in PAGES:
        assert f'"Inventory Twin {version}"' in page.read_text(encoding='utf-8'), page


def test_unknown_option():
    """The page says that it fails; and no display is needed to find out."""
    environment = {name: value for name, value in os.environ.items()
                   if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    done = subprocess.run([PROGRAM, '--unknown'], capture_output=True, text=True, check=False,
                          env=environment)
    assert done.returncode == 1, done
    assert '--unknown' in done.stderr, done


def test_references():
    """Pages that are referred to are there."""
    names = {page.stem for page in PAGES}
    for page in PAGES:
        text = page.read_text(encoding='utf-8').replace('\\-', '-')
        for name in re.findall(r'^\.BR ([a-z-]+) \(1\)', text, re.MULTILINE):
            assert name in names, (page, name)
        assert '@' not in text, page


def check_with(*command, allowed=()):
    if shutil.which(command[0]) is None:
        raise tap.Skip(f'{command[0]} is not installed')
    for page in PAGES:
        done = subprocess.run([*command, page], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, check=False, env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        complaints = [line for line in done.stdout.splitlines()
                      if not any(words in line for words in allowed)]
        assert not complaints, '\n'.join(complaints)


def test_set_by_groff():
    check_with('groff', '-man', '-Tutf8', '-ww', '-z')


def test_set_by_man():
    if shutil.which('man') is None:
        raise tap.Skip('man is not installed')
    check_with('sh', '-c', 'exec man --warnings --encoding=UTF-8 --local-file "$1" 2>&1 > /dev/null',
               'sh')


def test_set_by_mandoc():
    # A date would be one more thing to keep; the version is there.
    check_with('mandoc', '-T', 'lint', '-W', 'warning', allowed=['missing date'])


tap.main(globals())
