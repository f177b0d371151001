#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-symbols.py LIBRARY: the engine calls no function of the C library that every machine rounds
in its own way. What IEEE 754 defines to the bit (square roots, whole numbers, comparisons) it may."""
import re
import subprocess
import sys

NAMES = ('log log2 log10 log1p exp exp2 exp10 expm1 pow sin cos tan asin acos atan atan2 sincos sinh '
         'cosh tanh asinh acosh atanh cbrt hypot erf erfc lgamma tgamma gamma j0 j1 jn y0 y1 yn fma')
FORBIDDEN = {f'{name}{kind}{suffix}' for name in NAMES.split() for kind in ('', 'f', 'l')
             for suffix in ('', '_r', '_finite')}

listing = subprocess.run(['nm', '--undefined-only', sys.argv[1]], check=True,
                         capture_output=True, text=True).stdout
wanted = set(re.findall(r'^\s+U (\S+)$', listing, re.MULTILINE))
vectors = {name for name in wanted if name.startswith('_ZGV')}
found = sorted({name for name in wanted if name.split('@')[0].removeprefix('__') in FORBIDDEN} | vectors)

print('1..2')
print('ok 1 listing' if 'g_free' in wanted else 'not ok 1 listing # no symbols were found')
print('ok 2 own functions' if not found else f'not ok 2 own functions # {" ".join(found)}')
sys.exit('g_free' not in wanted or bool(found))
