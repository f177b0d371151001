# SPDX-License-Identifier: GPL-3.0-or-later
"""Packages that only some classes need."""
import importlib
from types import ModuleType


def require(module: str, title: str, first: int, who: str) -> ModuleType:
    """Imports it; else an ImportError that says who needs it, and how to get it."""
    name = module.split('.', maxsplit=1)[0]
    advice = f'{who} needs {title} {first}.x or later: pip install "{name}>={first}"'
    try:
        package = importlib.import_module(name)
        found = importlib.import_module(module)
    except ImportError as error:
        raise ImportError(f'{advice} ({error})', name=name) from error
    version = getattr(package, '__version__', str(first))
    if int(version.split('.', maxsplit=1)[0]) < first:
        raise ImportError(f'{advice} (found {version})', name=name)
    return found
