# SPDX-License-Identifier: GPL-3.0-or-later
"""The network as a gymnasium.Env."""
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._optional import require
from .layout import ActionMap, Number, take_actions
from .model import Model, Source, as_model, check_seed
from .network import Network
from .parameters import Settings
from .recording import Demand

require('gymnasium', 'Gymnasium', 1, 'RetailNetworkEnv')
import gymnasium  # noqa: E402  pylint: disable=wrong-import-position

from .registration import register  # noqa: E402  pylint: disable=C0413
from .spaces import action_space, observation_space  # noqa: E402  pylint: disable=C0413

Observation = NDArray[np.float32]


class RetailNetworkEnv(gymnasium.Env[Observation, NDArray[np.float32]]):
    """One agent orders for every node and SKU, day by day.

    observation: float32, the numbers of observation_layout. action: float32 in [−1, 1], one number
    for each of action_layout, −1 no order, 1 the capacity of the node; see ActionMap. Beyond its
    bounds an action counts as the bound. reward: minus the day's total cost. The horizon truncates;
    nothing terminates.

    info: after reset() seed and replication; after step() the day's numbers, its costs in parts,
    for the network and, under 'nodes', for each node; on the last day also 'metrics', those of the
    episode.

    reset(seed=s) begins replication 0 of the simulation's seed s, and each reset() after it the
    next one. Without any seed, one is drawn from np_random.
    """

    metadata: dict[str, Any] = {'render_modes': []}

    def __init__(self, source: Source | Model = None, *, settings: Settings = (),
                 scenario: str | None = None, demand: Demand = None,
                 render_mode: None = None) -> None:
        """Parameters are those of Model, or a Model."""
        if render_mode is not None:
            raise ValueError(f'render_mode: {render_mode!r} is not allowed; it must be None')
        self.render_mode = None
        self.model = as_model(source, settings, scenario, demand)
        self._network = Network(self.model)
        self.observation_layout: list[Number] = self._network.observation_layout
        self.action_layout: list[Number] = self._network.action_layout
        self.action_map = ActionMap(self.action_layout)
        self.observation_space = observation_space(self.observation_layout)
        self.action_space = action_space(len(self.action_layout))
        self._network.decided[:] = 1

    def reset(self, *, seed: int | None = None, options: dict[str, Any] | None = None
              ) -> tuple[Observation, dict[str, Any]]:
        """Begins an episode; options are not used."""
        if seed is not None:
            check_seed(seed)
        super().reset(seed=seed)
        network = self._network
        network.begin(seed, lambda: int(self.np_random.integers(2**63)))
        return self._observe(), {'seed': network.seed, 'replication': network.replication}

    def step(self, action: ArrayLike
             ) -> tuple[Observation, float, bool, bool, dict[str, Any]]:
        """Lives one day: observation, reward, terminated (never), truncated, info.

        An action of another shape or type, NaN or infinite is a ValueError that names it, a step
        after the last day a RuntimeError, as is one before the first reset(); the environment stays
        as it was.
        """
        network = self._network
        if not network.is_seeded:
            raise RuntimeError('reset() comes before the first step()')
        values = take_actions(action, (len(self.action_layout),), self.action_layout, 'action')
        network.actions[:] = self.action_map.to_units(values)
        reward = network.step()
        is_over = network.is_over()
        info = network.describe_day()
        if is_over:
            info['metrics'] = network.metrics()
        return self._observe(), reward, False, is_over, info

    def close(self) -> None:
        """Gives the memory back; twice is fine."""
        self._network.close()

    def __repr__(self) -> str:
        if not self._network.is_seeded:
            return f'<RetailNetworkEnv: {self.model.describe_size()}; not reset yet>'
        return f'<RetailNetworkEnv: {self._network.describe()}>'

    def _observe(self) -> Observation:
        return self._network.observation.astype(np.float32)

    # Pickled and copied with the moment of its episode.
    def __getstate__(self) -> dict[str, Any]:
        return {'model': self.model, 'snapshot': self._network.snapshot(),
                'is_seeded': self._network.is_seeded, 'np_random': self._np_random,
                'np_random_seed': self._np_random_seed, 'spec': self.spec}

    def __setstate__(self, state: dict[str, Any]) -> None:
        RetailNetworkEnv.__init__(self, state['model'])
        self._network.restore(state['snapshot'])
        self._network.is_seeded = state['is_seeded']
        self._np_random, self._np_random_seed = state['np_random'], state['np_random_seed']
        self.spec = state['spec']


register()
