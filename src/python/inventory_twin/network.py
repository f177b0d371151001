# SPDX-License-Identifier: GPL-3.0-or-later
"""One environment of libtwin, with NumPy arrays laid over what it reads and writes."""
import ctypes
import weakref
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ._library import Day, Failure, lib
from .model import Model, check_seed


@dataclass(frozen=True)
class Snapshot:
    """A moment of an episode, to go back to. It can be pickled."""
    seed: int
    replication: int
    state: bytes


class Network:
    """TwinNetworkEnv: reset it, step it, look at it.

    The arrays are the same throughout its life: actions (float64, units) and decided (uint8, 0
    where the (s, S) rule decides) are read by step(); observation (float64) is written by reset()
    and step(), node_costs ([n_nodes, 3]: holding, stockout, ordering) and last_day by
    look_back().
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self._failure = Failure()
        address = lib.twin_network_env_new(model.address, self._failure.place)
        if not address:
            raise self._failure.take()
        self._address = address
        self._free = weakref.finalize(self, lib.twin_network_env_free, address)
        self.observation_layout = model.read_layout(
            lib.twin_network_env_get_observation_layout(address),
            lib.twin_network_env_get_n_observations(address))
        self.action_layout = model.read_layout(
            lib.twin_network_env_get_action_layout(address),
            lib.twin_network_env_get_n_actions(address))
        self._lay_arrays()
        self.seed = self.replication = 0
        self.is_seeded = False
        self.observe()

    def describe(self) -> str:
        """Size of the model and moment of the episode, in words."""
        if self._free.alive:
            moment = f'seed {self.seed}, replication {self.replication}, day {self.next_day()}'
        else:
            moment = 'closed'
        return f'{self.model.describe_size()}; {moment}'

    def _lay_arrays(self) -> None:
        self.actions = np.zeros(len(self.action_layout))
        self.decided = np.zeros(len(self.action_layout), np.uint8)
        self.observation = np.zeros(len(self.observation_layout))
        self.node_costs = np.zeros((len(self.model.nodes), 3))
        self.last_day = Day()
        self._reward = ctypes.c_double()
        self._step_arguments = (self.actions.ctypes.data, self.decided.ctypes.data,
                                ctypes.addressof(self._reward), self._failure.place)
        self._observation = self.observation.ctypes.data
        self._node_costs = self.node_costs.ctypes.data

    @property
    def address(self) -> int:
        """Of the TwinNetworkEnv."""
        if not self._free.alive:
            raise RuntimeError('this environment has been closed')
        return int(self._address)

    def close(self) -> None:
        """Gives the memory back; twice is fine."""
        self._free()

    def reset(self, seed: int, replication: int) -> None:
        """Goes to day 0 of a replication of that seed."""
        seed = check_seed(seed)
        replication = check_seed(replication, 'replication')
        lib.twin_network_env_reset(self.address, seed, replication)
        self.seed, self.replication, self.is_seeded = seed, replication, True
        self.observe()

    def begin(self, seed: int | None, draw_seed: Callable[[], int]) -> None:
        """Begins an episode: replication 0 of a seed, or without one the next replication; the
        first time, replication 0 of a seed that is drawn."""
        if seed is not None:
            self.reset(seed, 0)
        elif self.is_seeded:
            self.reset(self.seed, self.replication + 1)
        else:
            self.reset(draw_seed(), 0)

    def step(self) -> float:
        """Lives one day; gives the reward, minus the day's total cost.

        An action that is not allowed is a ValueError, a step after the last day a RuntimeError; the
        environment stays as it was.
        """
        if lib.twin_network_env_step(self.address, *self._step_arguments):
            lib.twin_network_env_get_state(self._address, self._observation)
            return self._reward.value
        error = self._failure.take()
        raise RuntimeError(str(error)) if self.is_over() else error

    def observe(self) -> None:
        """Writes the observation."""
        lib.twin_network_env_get_state(self.address, self._observation)

    def look_back(self) -> None:
        """Writes what the last day was like."""
        lib.twin_network_env_get_last_day(self.address, ctypes.byref(self.last_day))
        lib.twin_network_env_get_node_costs(self._address, self._node_costs)

    def next_day(self) -> int:
        """The day that comes next, counted from 0."""
        return int(lib.twin_network_env_get_day(self.address))

    def is_over(self) -> bool:
        """Has the last day been lived?"""
        return bool(lib.twin_network_env_is_over(self.address))

    def metrics(self) -> dict[str, float]:
        """The metrics of the days so far that count; averages over no days are NaN."""
        values = np.empty(len(self.model.metric_names))
        lib.twin_network_env_get_metrics(self.address, values.ctypes.data)
        return dict(zip(self.model.metric_names, values.tolist()))

    def snapshot(self) -> Snapshot:
        """This moment."""
        handle = lib.twin_network_env_snapshot(self.address)
        size = ctypes.c_size_t()
        data = lib.g_bytes_get_data(handle, ctypes.byref(size))
        copy = ctypes.string_at(data, size.value)
        lib.g_bytes_unref(handle)
        return Snapshot(self.seed, self.replication, copy)

    def restore(self, snapshot: Snapshot) -> None:
        """Goes back to it. Where it does not fit: ValueError, and the network stays as it was."""
        if not isinstance(snapshot, Snapshot) or not isinstance(snapshot.state, bytes):
            raise ValueError(f'{snapshot!r} is not what snapshot() gives')
        address = self.address
        handle = lib.g_bytes_new(snapshot.state, len(snapshot.state))
        restored = lib.twin_network_env_restore(address, handle, self._failure.place)
        lib.g_bytes_unref(handle)
        if not restored:
            raise self._failure.take()
        self.seed, self.replication = snapshot.seed, snapshot.replication
        self.is_seeded = True
        self.observe()

    def describe_day(self) -> dict[str, object]:
        """The last day: the whole network's numbers, and under 'nodes' the costs of each node."""
        self.look_back()
        info: dict[str, object] = {'day': self.next_day() - 1}
        for name in Day.names:
            info[name] = getattr(self.last_day, name)
        info['nodes'] = {
            node: {'holding_cost': holding, 'stockout_cost': stockout, 'ordering_cost': ordering}
            for node, (holding, stockout, ordering) in zip(self.model.nodes,
                                                           self.node_costs.tolist())}
        return info
