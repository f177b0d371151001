# SPDX-License-Identifier: GPL-3.0-or-later
"""Thousands of networks at once, as a gymnasium.vector.VectorEnv."""
import ctypes
import weakref
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, TypeGuard

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._library import Failure, lib
from ._optional import require
from .layout import ActionMap, Number, take_actions
from .model import Model, Source, as_model, check_seed
from .network import Network
from .parameters import Settings
from .recording import Demand

require('gymnasium', 'Gymnasium', 1, 'RetailNetworkVectorEnv')
from gymnasium import vector  # noqa: E402  pylint: disable=wrong-import-position
from gymnasium.vector.utils import batch_space  # noqa: E402  pylint: disable=C0413

from .registration import register  # noqa: E402  pylint: disable=C0413
from .spaces import action_space, observation_space  # noqa: E402  pylint: disable=C0413

Observations = NDArray[np.float32]
_COSTS = 'holding_cost', 'stockout_cost', 'ordering_cost'  # in TwinCost's order
_Step = tuple[Observations, NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_],
              dict[str, Any]]


def _metadata() -> dict[str, Any]:
    mode = getattr(vector, 'AutoresetMode', None)  # since Gymnasium 1.1; 1.0 knows no other
    return {'render_modes': []} | ({'autoreset_mode': mode.NEXT_STEP} if mode else {})


def _find(array: NDArray[Any]) -> int:
    """The address of an array that can be written to; faster than array.ctypes."""
    return ctypes.addressof(ctypes.c_char.from_buffer(array.data))


class RetailNetworkVectorEnv(vector.VectorEnv[Observations, NDArray[np.float32], NDArray[Any]]):
    """num_envs environments as RetailNetworkEnv, stepped together in libtwin.

    Observations, actions and rewards are those of RetailNetworkEnv, to the bit, in arrays of
    [num_envs, …]. All environments reach the horizon on the same day; the step after it begins the
    next replication of each environment's seed, whatever the actions (NEXT_STEP).

    infos have arrays of [num_envs]: 'holding_cost', 'stockout_cost' and 'ordering_cost' of the day,
    or where an episode begins 'seed' and 'replication'; with metrics, on the last day 'metrics',
    those of the episode by name. '_' in front of a name is the mask of where it is.

    With copy, the arrays of every step are new. Without, every step writes into the same ones,
    which is faster: what is to be kept has to be copied before the next step.
    """

    metadata = _metadata()
    closed = True  # until it is made; close() looks at it, and __del__()

    def __init__(self, num_envs: int = 1, source: Source | Model = None, *,
                 settings: Settings = (), scenario: str | None = None,
                 demand: Demand = None, copy: bool = True,
                 metrics: bool = False, render_mode: None = None) -> None:
        """Parameters are those of Model, or a Model. metrics: to be counted, which takes time."""
        if render_mode is not None:
            raise ValueError(f'render_mode: {render_mode!r} is not allowed; it must be None')
        self.render_mode = None
        self.num_envs = check_seed(num_envs, 'num_envs')
        if self.num_envs < 1:
            raise ValueError(f'num_envs: {num_envs} is not allowed; it must be 1 or more')
        self.model = as_model(source, settings, scenario, demand)
        self._make_batch(metrics)
        self.closed = False
        self._copies = copy
        self._counts_metrics = metrics
        self._is_seeded = self._is_over = False
        self._replication = self._day = 0
        self._read_layout()
        self._lay_arrays()

    def _make_batch(self, metrics: bool) -> None:
        failure = Failure()
        address = lib.twin_network_batch_new(self.model.address, self.num_envs, failure.place)
        if not address:
            raise failure.take()
        self._address = address
        self._free = weakref.finalize(self, lib.twin_network_batch_free, address)
        lib.twin_network_batch_set_normalized(address, True)
        if metrics:
            lib.twin_network_batch_keep_metrics(address)

    def _read_layout(self) -> None:
        network = Network(self.model)
        self.observation_layout: list[Number] = network.observation_layout
        self.action_layout: list[Number] = network.action_layout
        network.close()
        self.action_map = ActionMap(self.action_layout)
        self.single_observation_space = observation_space(self.observation_layout)
        self.single_action_space = action_space(len(self.action_layout))
        self.observation_space = batch_space(self.single_observation_space, self.num_envs)
        self.action_space = batch_space(self.single_action_space, self.num_envs)

    def _lay_arrays(self) -> None:
        self._shape = self.num_envs, len(self.action_layout)
        self._seeds = np.zeros(self.num_envs, np.uint64)
        self._everywhere = np.ones(self.num_envs, np.bool_)
        self._everywhere.flags.writeable = False  # all infos share it
        self._cost_marks = {f'_{name}': self._everywhere for name in _COSTS}
        self._new_arrays()

    def _new_arrays(self) -> None:
        """What a step writes."""
        shape = self.num_envs, len(self.observation_layout)
        self._observations: Observations = np.empty(shape, np.float32)
        self._rewards = np.empty(self.num_envs)
        self._costs = np.empty((len(_COSTS), self.num_envs))
        self._cost_infos = self._cost_marks | dict(zip(_COSTS, self._costs))
        self._truncated = np.zeros(self.num_envs, np.bool_)
        self._terminated = np.zeros(self.num_envs, np.bool_)
        self._addresses = (_find(self._observations), _find(self._rewards), _find(self._costs),
                           _find(self._truncated))

    @property
    def address(self) -> int:
        """Of the TwinNetworkBatch."""
        if not self._free.alive:
            raise RuntimeError('this environment has been closed')
        return int(self._address)

    def reset(self, *, seed: int | Sequence[int | None] | None = None,
              options: dict[str, Any] | None = None) -> tuple[Observations, dict[str, Any]]:
        """Begins an episode everywhere: observations, infos; options are not used.

        seed: s gives environment i the seed s + i; a list gives each its own, drawn from np_random
        where it has None. Without, each goes on to the next replication of its seed; the first
        time, its seed is drawn. What is no such seed is a ValueError, as is an option reset_mask;
        the environments stay as they were.
        """
        address = self.address
        seeds = self._list_seeds(seed)
        if options and 'reset_mask' in options:
            raise ValueError('reset_mask: it is not allowed, for all environments begin together')
        super().reset(seed=None if seed is None or isinstance(seed, Iterable) else int(seed))
        if self._copies:
            self._new_arrays()
        if seed is None and self._is_seeded:
            lib.twin_network_batch_reset(address, None, self._addresses[0])
            self._replication += 1
        else:
            self._seeds[:] = [int(self.np_random.integers(2**63)) if each is None else each
                              for each in seeds]
            lib.twin_network_batch_reset(address, self._seeds.ctypes.data, self._addresses[0])
            self._replication = 0
        self._is_seeded, self._is_over, self._day = True, False, 0
        return self._observations, self._describe_start()

    def _list_seeds(self, seed: int | Sequence[int | None] | None) -> list[int | None]:
        if seed is None:
            return [None] * self.num_envs
        if not isinstance(seed, Iterable):
            return [check_seed(check_seed(seed) + i) for i in range(self.num_envs)]
        seeds = [None if each is None else check_seed(each) for each in seed]
        if len(seeds) != self.num_envs:
            raise ValueError(f'seed: {len(seeds)} seeds were given for {self.num_envs} '
                             'environments')
        return seeds

    def step(self, actions: ArrayLike) -> _Step:
        """Lives one day in every environment, or begins the next episodes: observations, rewards,
        terminated (never), truncated, infos.

        actions: [num_envs, n_actions] in [−1, 1]. A wrong shape or type, NaN and infinity are a
        ValueError that names the first of them, a step before the first reset() is a RuntimeError;
        the environments stay as they were.
        """
        address = self.address
        if not self._is_seeded:
            raise RuntimeError('reset() comes before the first step()')
        if not self._is_fit(actions):  # which is faster, and all there is to do as a rule
            actions = take_actions(actions, self._shape, self.action_layout, 'actions')
        if self._copies:
            self._new_arrays()
        lib.twin_network_batch_step_with_costs(address, actions.ctypes.data, *self._addresses)
        infos = self._describe_step()
        return self._observations, self._rewards, self._terminated, self._truncated, infos

    def _is_fit(self, actions: ArrayLike) -> TypeGuard[NDArray[np.float32]]:
        return (isinstance(actions, np.ndarray) and actions.dtype == np.float32
                and actions.shape == self._shape and actions.flags.c_contiguous
                and lib.twin_network_batch_find_infinite(self._address, actions.ctypes.data)
                == actions.size)

    def _describe_step(self) -> dict[str, Any]:
        if self._is_over:
            self._is_over = False
            self._replication += 1
            self._day = 0
            return self._describe_start()
        self._day += 1
        infos = self._cost_infos.copy()
        self._is_over = bool(self._truncated[0])
        if self._is_over and self._counts_metrics:
            infos |= self._mark({'metrics': self._mark(self._read_metrics())})
        return infos

    def _describe_start(self) -> dict[str, Any]:
        return self._mark({'seed': self._seeds.copy(),
                           'replication': np.full(self.num_envs, self._replication)})

    def _read_metrics(self) -> dict[str, NDArray[np.float64]]:
        names = self.model.metric_names
        metrics = np.empty((len(names), self.num_envs))
        lib.twin_network_batch_get_metrics(self._address, metrics.ctypes.data)
        return dict(zip(names, metrics))

    def _mark(self, infos: dict[str, Any]) -> dict[str, Any]:
        """As Gymnasium has them: with a mask of the environments that have each."""
        return infos | {f'_{name}': self._everywhere for name in infos}

    def __repr__(self) -> str:
        moment = 'closed' if self.closed else 'not reset yet'
        if self._is_seeded and not self.closed:
            seeds = ', '.join(map(str, self._seeds[:3])) + (', …' if self.num_envs > 3 else '')
            moment = f'seeds {seeds}, replication {self._replication}, day {self._day}'
        return (f'<RetailNetworkVectorEnv: {self.num_envs} environments of '
                f'{self.model.describe_size()}; {moment}>')

    def close_extras(self, **_: Any) -> None:
        """Called by close()."""
        self._free()

    def __reduce_ex__(self, _: Any) -> NoReturn:
        raise TypeError('a RetailNetworkVectorEnv cannot be pickled or copied; its Model can, and '
                        'a new one be made of it')


register()
