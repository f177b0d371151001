#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-symbols.py LIBRARY [anywhere]: the engine calls no function of the C library that every machine
rounds in its own way. What IEEE 754 defines to the bit (square roots, whole numbers, comparisons) it
may. And unless it was built for processors with AVX, only the kernels that say so have its
instructions: all the rest runs on every processor."""
import pathlib
import re
import shutil
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


def list_objects():
    """What each object of the library defines, and its instructions."""
    text = subprocess.run(['objdump', '--syms', '--disassemble', '--no-show-raw-insn', sys.argv[1]],
                          check=True, capture_output=True, text=True).stdout
    for part in re.split(r'^\S.*:\s+file format .*$', text, flags=re.MULTILINE)[1:]:
        symbols, _, code = part.partition('Disassembly of section')
        yield symbols, code


def test_avx_in_its_kernels_alone():
    if not shutil.which('objdump'):
        raise tap.Skip('objdump is missing')
    if 'anywhere' in sys.argv[2:]:
        raise tap.Skip('this build is for processors with AVX')
    kernels = {}
    for symbols, code in list_objects():
        defined = re.search(r' O .* twin_(?:network|warehouse)_kernel_(\w+)$', symbols, re.MULTILINE)
        kind = defined[1] if defined else 'none'
        # %ymm, %zmm and masks; and AVX's way to write instructions of narrow vectors: vaddsd …
        has_avx = bool(re.search(r'%[yz]mm|%k[0-7]\b|\tv[a-z]+\d*\s+.*%xmm', code))
        kernels.setdefault(kind, set()).add(has_avx)
    assert kernels['none'] == kernels['narrow'] == kernels['wide'] == {False}, kernels
    assert all(has == {'avx' in kind} for kind, has in kernels.items()), kernels


def test_listing():
    assert 'g_free' in wanted, 'no symbols were found'


def test_own_functions():
    assert not found, found


tap.main(globals())
