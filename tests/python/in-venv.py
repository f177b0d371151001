# SPDX-License-Identifier: GPL-3.0-or-later
"""in-venv.py LIST VENV PROGRAM [ARGUMENT…]: runs a test in a virtual environment that
build-aux/test has made of a list of packages. Without it, the test is skipped."""
import os
import pathlib
import sys

packages, venv, *command = sys.argv[1:]
made_of = pathlib.Path(venv, 'made-of.txt')
if not made_of.exists() or made_of.read_bytes() != pathlib.Path(packages).read_bytes():
    print(f'1..0 # SKIP {venv} is not made of {packages}: build-aux/test does it, from PyPI')
    sys.exit(0)
python = os.path.join(venv, 'bin', 'python')
os.execv(python, [python, '-B', *command])
