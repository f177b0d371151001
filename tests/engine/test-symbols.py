#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-symbols.py LIBRARY: the engine calls no function of the C library that every machine rounds
in its own way. What IEEE 754 defines to the bit (square roots, whole numbers, comparisons) it may."""
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

NAMES = ('log log2 log10 log1p exp exp2 exp10 expm1 pow sin cos tan asin acos atan atan2 sincos sinh '
         'cosh tanh asinh acosh atanh cbrt hypot erf erfc lgamma tgamma gamma j0 j1 jn y0 y1 yn fma')
FORBIDDEN = {f'{name}{kind}{suffix}' for name in NAMES.split() for kind in ('', 'f', 'l')
             for suffix in ('', '_r', '_finite')}

listing = subprocess.run(['nm', '--undefined-only', sys.argv[1]], check=True,
                         capture_output=True, text=True).stdout
wanted = set(re.findall(r'^\s+U (\S+)$', listing, re.MULTILINE))
vectors = {name for name in wanted if name.startswith('_ZGV')}
found = sorted({name for name in wanted if name.split('@')[0].removeprefix('__') in FORBIDDEN} | vectors)


def test_listing():
    assert 'g_free' in wanted, 'no symbols were found'


def test_own_functions():
    assert not found, found


tap.main(globals())
