#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds src/ to docs/architecture.md: who may include whom, and that only a model's own folder knows
what the model is. Prints TAP."""
import functools
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2] / 'src'

MAY_INCLUDE = {
    'engine': set(),
    'experiment': {'engine'},
    'io': {'engine', 'experiment'},
    'charts': set(),
    'figures': {'engine', 'experiment', 'charts'},
    'cli': {'engine', 'experiment', 'io', 'charts', 'figures'},
    'app': {'engine', 'experiment', 'io', 'charts', 'figures'},
    'python': set(),  # it has no C, and libtwin is all it knows
}

# What a room may know of the world outside; the first word of an include in angle brackets
OUTSIDE = {
    'engine': {'glib', 'gsl', 'Random123'},
    'experiment': {'glib', 'gio', 'gsl'},
    'io': {'glib', 'gio', 'json-glib', 'csv'},
    'charts': {'glib', 'gio', 'cairo', 'pango'},
    'figures': {'glib', 'gio', 'cairo'},
    'cli': {'glib', 'gio', 'json-glib'},
    'app': {'glib', 'gio', 'gtk', 'gdk', 'adwaita', 'cairo', 'pango', 'json-glib'},
    'python': set(),
}
STANDARD = {'assert', 'ctype', 'errno', 'fcntl', 'float', 'immintrin', 'inttypes', 'limits', 'locale', 'math',
            'setjmp', 'signal', 'stdarg', 'stdbool', 'stddef', 'stdint', 'stdio', 'stdlib',
            'string', 'sys', 'time', 'unistd'}

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)


def files(room):
    return sorted(path for path in (SOURCE / room).rglob('*.[ch]'))


def read(path):
    return COMMENT.sub('', path.read_text(encoding='utf-8'))


def list_headers():
    return {path.name: room for room in MAY_INCLUDE for path in files(room)
            if path.suffix == '.h'}


def check_includes(room, headers):
    for path in files(room):
        for kind, name in INCLUDE.findall(read(path)):
            where = f'{path.relative_to(SOURCE)} includes {name}'
            if kind == '"':
                owner = headers.get(pathlib.PurePath(name).name, room)
                if owner != room and owner not in MAY_INCLUDE[room]:
                    yield f'{where}, which is of {owner}'
                if '..' in name and owner != room:
                    yield f'{where} past the door'
            else:
                first = re.match(r'\w+(-glib)?', name)[0]
                if first not in OUTSIDE[room] | STANDARD:
                    yield f'{where}, which {room} may not know'


def check_models():
    """A model's name, keys and headers belong to its own folder and to the list of models."""
    models = '|'.join(path.name for path in (SOURCE / 'engine').iterdir() if path.is_dir())
    known = re.compile(rf'"({models}|reorder_point|order_up_to|demand_rate|lead_time[^"]*|stores|skus)"'
                       rf'|twin[-_]({models})|TWIN_({models.upper()})')
    for room in MAY_INCLUDE:
        for path in files(room):
            if path.parent.parent.name == 'engine' or path.name == 'twin-model-type.c':
                continue
            for match in known.finditer(read(path)):
                yield f'{path.relative_to(SOURCE)} knows {match[0]}'


def refuse(faults):
    assert not faults, '\n'.join(faults)


def main():
    headers = list_headers()
    cases = [(f'/rooms/{room}', list(check_includes(room, headers))) for room in MAY_INCLUDE]
    cases.append(('/rooms/one-door', list(check_models())))
    cases.append(('/rooms/all-named', [path.name for path in SOURCE.iterdir()
                                       if path.is_dir() and path.name not in MAY_INCLUDE]))
    return tap.run({name: functools.partial(refuse, faults) for name, faults in cases})


sys.exit(main())
