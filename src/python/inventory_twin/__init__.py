# SPDX-License-Identifier: GPL-3.0-or-later
"""Inventory Twin's retail network, day by day, for people and for learning agents.

    DigitalTwin             a network to lead by hand: dictionaries in, dictionaries out
    RetailNetworkEnv        the same as a gymnasium.Env
    RetailNetworkVectorEnv  thousands of them at once, as a gymnasium.vector.VectorEnv
    parallel_env            with an agent for every node, as a pettingzoo.ParallelEnv
    Model                   what they simulate; made once, shared by any number of them

The simulation is libtwin, the library of the app and the command line. An environment belongs to
one thread at a time. Gymnasium and PettingZoo are looked for when a class that needs them is.
"""
import importlib
from typing import TYPE_CHECKING, Any

from ._location import VERSION as __version__

if TYPE_CHECKING:
    from .digital_twin import DigitalTwin
    from .env import RetailNetworkEnv
    from .layout import ActionMap, Number
    from .model import Model
    from .network import Snapshot
    from .parallel import ParallelRetailNetworkEnv, parallel_env
    from .remarks import RemarkWarning
    from .vector import RetailNetworkVectorEnv

_MODULES = {
    'ActionMap': 'layout',
    'DigitalTwin': 'digital_twin',
    'Model': 'model',
    'Number': 'layout',
    'ParallelRetailNetworkEnv': 'parallel',
    'RemarkWarning': 'remarks',
    'RetailNetworkEnv': 'env',
    'RetailNetworkVectorEnv': 'vector',
    'Snapshot': 'network',
    'parallel_env': 'parallel',
}

__all__ = ['ActionMap', 'DigitalTwin', 'Model', 'Number', 'ParallelRetailNetworkEnv',
           'RemarkWarning', 'RetailNetworkEnv', 'RetailNetworkVectorEnv', 'Snapshot', '__version__',
           'parallel_env']


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    return getattr(importlib.import_module(f'{__name__}.{_MODULES[name]}'), name)


def __dir__() -> list[str]:
    return sorted(__all__)
