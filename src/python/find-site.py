# SPDX-License-Identifier: GPL-3.0-or-later
"""find-site.py PREFIX: prints the folder under PREFIX where this Python finds packages, if any."""
import pathlib
import site
import sys

library = pathlib.Path(sys.argv[1], 'lib')
folders = [site.getusersitepackages(), *site.getsitepackages()]
print(next((folder for folder in folders if library in pathlib.Path(folder).parents), ''))
