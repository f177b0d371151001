# SPDX-License-Identifier: GPL-3.0-or-later
"""Models: judged, immutable parameters, laid out for simulation."""
import ctypes
import os
import weakref
from collections.abc import Mapping
from typing import Any

import numpy as np

from . import _library
from ._library import Failure, lib
from .layout import Number
from .parameters import Parameters, Settings
from .project import DEFAULT_SEED, Project, name_source, read_project
from .recording import Demand, Recording, take_demand
from .remarks import list_remarks, warn
from .scenario import apply_scenario

Source = Mapping[str, Any] | str | os.PathLike[str] | None
"""Where parameters come from: the section "network" of a project file as a mapping, the path of a
project file or its text (which begins with "{"), or None for the default values."""

LARGEST_SEED = 2**64 - 1


class Model:
    """A retail network, ready to be simulated; shared by any number of environments and threads.

    source: the parameters, see Source; settings: 'key=value' as after --set on the command line,
    several of these, or a mapping of keys to values; scenario: the name of a built-in scenario or
    of one of the project's own; demand: [n_days, n_stores, n_skus], recorded demand that takes the
    place of chance.

    A ValueError names whatever is wrong, with its value and what is allowed; a RemarkWarning says
    what is allowed but hardly meant.
    """

    nodes: tuple[str, ...]
    """Stores in their order, then the warehouse."""
    skus: tuple[str, ...]
    metric_names: tuple[str, ...]
    """The names that command line, CSV and JSON use, too: 'total_cost', 'store_1.fill_rate'."""
    n_days: int
    seed: int
    """The project's, or 42."""
    remarks: tuple[str, ...]
    """What the parameters allow, but is hardly meant."""

    def __init__(self, source: Source = None, *, settings: Settings = (),
                 scenario: str | None = None, demand: Demand = None) -> None:
        parameters, seed = _collect(source, settings, scenario)
        recording = take_demand(demand, parameters.count_days(), parameters.ids('stores'),
                                parameters.ids('skus'))
        self._lay_out(parameters, recording, seed)
        warn(self.remarks)

    def _lay_out(self, parameters: Parameters, recording: Recording | None, seed: int) -> None:
        self.address = _make(parameters, recording)
        weakref.finalize(self, lib.twin_model_unref, self.address)
        self.seed = check_seed(seed)
        self._settings = parameters.to_strings()
        self._recording = recording
        self._sizes = {name: parameters.count(name) for name in ('skus', 'stores')}

        self.skus = tuple(parameters.ids('skus'))
        self.nodes = tuple(
            lib.twin_model_get_node(self.address, i).contents.name.decode()
            for i in range(lib.twin_model_get_n_nodes(self.address)))
        self.metric_names = tuple(
            lib.twin_model_get_metric(self.address, i).contents.name.decode()
            for i in range(lib.twin_model_get_n_metrics(self.address)))
        self.n_days = int(lib.twin_model_get_horizon(self.address))
        self.remarks = list_remarks(self.address)

    @property
    def parameters(self) -> dict[str, str]:
        """Every key with its value, written as on the command line."""
        return dict(self._settings)

    def read_layout(self, numbers: 'ctypes._Pointer[_library.Number]', length: int
                    ) -> list[Number]:
        """numbers: [length] of TwinNetworkNumber"""
        return [Number(number.name.decode(), number.unit.decode() if number.unit else None,
                       number.lower, number.upper,
                       self.nodes[number.node] if number.node >= 0 else None,
                       self.skus[number.sku] if number.sku >= 0 else None)
                for number in numbers[:length]]

    # The library's own memory cannot be copied; the parameters can, to the bit.
    def __getstate__(self) -> dict[str, Any]:
        return {'sizes': self._sizes, 'settings': self._settings, 'recording': self._recording,
                'seed': self.seed}

    def __setstate__(self, state: dict[str, Any]) -> None:
        parameters = Parameters()
        for name, length in state['sizes'].items():
            parameters.resize(name, length)
        parameters.set_all(state['settings'])
        self._lay_out(parameters, state['recording'], state['seed'])

    def describe_size(self) -> str:
        """In words: '3 stores, 1 SKU, 90 days'."""
        counts = ((len(self.nodes) - 1, 'store'), (len(self.skus), 'SKU'), (self.n_days, 'day'))
        return ', '.join(f'{count} {what}{"s" * (count != 1)}' for count, what in counts)

    def __repr__(self) -> str:
        return f'<inventory_twin.Model: {self.describe_size()}>'


def as_model(source: 'Source | Model', settings: Settings, scenario: str | None,
             demand: Demand) -> Model:
    """The model itself, or one that is made of the arguments."""
    if not isinstance(source, Model):
        return Model(source, settings=settings, scenario=scenario, demand=demand)
    if settings or scenario is not None or demand is not None:
        raise ValueError('a Model cannot be changed; give settings, scenario and demand to Model()')
    return source


def check_seed(seed: Any, what: str = 'seed') -> int:
    """A seed, or the number of a replication."""
    if isinstance(seed, (int, np.integer)) and not isinstance(seed, bool) \
            and 0 <= seed <= LARGEST_SEED:
        return int(seed)
    raise ValueError(f'{what}: {seed!r} is not allowed; it must be a whole number from 0 to '
                     f'{LARGEST_SEED}')


def _collect(source: Source, settings: Settings, scenario: str | None) -> tuple[Parameters, int]:
    parameters = Parameters()
    if isinstance(source, (str, os.PathLike)):
        project = read_project(source)
        try:
            parameters.update(project.network)
        except ValueError as error:
            raise ValueError(f'{name_source(source)}: network: {error}') from None
    else:
        project = Project({} if source is None else source, None, DEFAULT_SEED)
        parameters.update(project.network)
    parameters.set_all(settings)
    if scenario is not None:
        parameters = apply_scenario(parameters, scenario, project.scenarios)
    return parameters, project.seed


def _make(parameters: Parameters, recording: Recording | None) -> int:
    failure = Failure()
    address = lib.twin_model_new(parameters.address, failure.place)
    if not address:
        raise failure.take()
    if recording is None:
        return int(address)
    lib.twin_model_unref(address)  # the parameters are well; what is wrong now is the recording
    rows = recording.to_library()
    address = lib.twin_model_new_replay(parameters.address, rows, failure.place)
    lib.twin_recording_unref(rows)
    if not address:
        raise ValueError(f'{recording.source}: {failure.take()}')
    return int(address)
