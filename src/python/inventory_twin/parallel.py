# SPDX-License-Identifier: GPL-3.0-or-later
"""The network with an agent at every node, as a pettingzoo.ParallelEnv."""
from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ._optional import require
from .layout import ActionMap, Number, take_actions
from .model import Model, Source, as_model
from .network import Network
from .parameters import Settings
from .recording import Demand

require('gymnasium', 'Gymnasium', 1, 'parallel_env')
require('pettingzoo', 'PettingZoo', 1, 'parallel_env')
from gymnasium.spaces import Space  # noqa: E402  pylint: disable=wrong-import-position
from gymnasium.utils import seeding  # noqa: E402  pylint: disable=wrong-import-position
from pettingzoo import ParallelEnv  # noqa: E402  pylint: disable=wrong-import-position

from .spaces import action_space, observation_space  # noqa: E402  pylint: disable=C0413

Observation = NDArray[np.float32]


class ParallelRetailNetworkEnv(ParallelEnv[str, Observation, NDArray[np.float32]]):
    """Each store and the warehouse is an agent that orders for itself, all at the same time.

    An agent sees its own node, the day and the seasons; state() is the whole network, for a
    coordinator or a central critic. Actions are one number in [−1, 1] for each SKU, as in
    RetailNetworkEnv. An agent that is absent from actions, or None, follows the (s, S) rule, so
    that any part of the hierarchy can be learnt alone. The horizon truncates all agents at once.

    reward: 'team', minus the day's total cost of the network, for everyone; or 'own', minus that of
    the agent's node, under which a warehouse is best off empty. infos have the parts of the node's
    cost, and its 'team_cost'.
    """

    metadata: dict[str, Any] = {'name': 'inventory_twin_retail_network_v0', 'render_modes': [],
                                'is_parallelizable': True}

    def __init__(self, source: Source | Model = None, *, settings: Settings = (),
                 scenario: str | None = None, demand: Demand = None,
                 reward: Literal['team', 'own'] = 'team', render_mode: None = None) -> None:
        """Parameters are those of Model, or a Model."""
        if render_mode is not None:
            raise ValueError(f'render_mode: {render_mode!r} is not allowed; it must be None')
        if reward not in ('team', 'own'):
            raise ValueError(f'reward: {reward!r} is not allowed; it must be \'team\' or \'own\'')
        self.render_mode = None
        self.reward = reward
        self.model = as_model(source, settings, scenario, demand)
        self._network = Network(self.model)
        self.possible_agents: list[str] = list(self.model.nodes)
        self.agents: list[str] = []
        self._find_numbers()

    def _find_numbers(self) -> None:
        network = self._network
        self.state_layout: list[Number] = network.observation_layout
        self.observation_layouts: dict[str, list[Number]] = {}
        self.action_layouts: dict[str, list[Number]] = {}
        self.action_maps: dict[str, ActionMap] = {}
        self._seen: dict[str, NDArray[np.intp]] = {}
        self._said: dict[str, NDArray[np.intp]] = {}
        for agent in self.possible_agents:
            said = [i for i, number in enumerate(network.action_layout) if number.node == agent]
            seen = [i for i, number in enumerate(self.state_layout)
                    if number.node in (agent, None)]
            self._said[agent], self._seen[agent] = np.array(said), np.array(seen)
            self.observation_layouts[agent] = [self.state_layout[i] for i in seen]
            self.action_layouts[agent] = [network.action_layout[i] for i in said]
            self.action_maps[agent] = ActionMap(self.action_layouts[agent])
        self.observation_spaces: dict[str, Space[Observation]] = {
            agent: observation_space(layout) for agent, layout in self.observation_layouts.items()}
        self.action_spaces: dict[str, Space[Observation]] = {
            agent: action_space(len(said)) for agent, said in self._said.items()}
        self.state_space: Space[Observation] = observation_space(self.state_layout)

    def observation_space(self, agent: str) -> Space[Observation]:
        """What the agent sees; the same object each time."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> Space[Observation]:
        """What the agent says; the same object each time."""
        return self.action_spaces[agent]

    def state(self) -> Observation:
        """The whole network: the numbers of state_layout."""
        self._network.observe()
        return self._network.observation.astype(np.float32)

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None
              ) -> tuple[dict[str, Observation], dict[str, dict[str, Any]]]:
        """Begins an episode, with seeds as RetailNetworkEnv; options are not used."""
        self._network.begin(seed, lambda: int(seeding.np_random()[0].integers(2**63)))
        self.agents = list(self.possible_agents)
        return self._observe(), {agent: {} for agent in self.agents}

    def step(self, actions: Mapping[str, ArrayLike | None]
             ) -> tuple[dict[str, Observation], dict[str, float], dict[str, bool],
                        dict[str, bool], dict[str, dict[str, Any]]]:
        """Lives one day: observations, rewards, terminations (never), truncations, infos, each by
        agent.

        actions: [n_skus] in [−1, 1] by agent. One of another shape or type, NaN or infinite is a
        ValueError that names its agent, a step after the last day a RuntimeError, as is one before
        the first reset(); the environment stays as it was.
        """
        network = self._network
        if not network.is_seeded:
            raise RuntimeError('reset() comes before the first step()')
        if not isinstance(actions, Mapping):
            raise ValueError(f'actions: {actions!r} is not allowed; it must be a mapping of agents '
                             'to arrays')
        network.decided[:] = 0
        for agent, action in actions.items():
            self._take_action(agent, action)
        reward = network.step()
        network.look_back()
        agents, costs = self.agents, network.node_costs.tolist()
        infos = {agent: self._describe(parts, -reward) for agent, parts in zip(agents, costs)}
        if self.reward == 'team':
            rewards = dict.fromkeys(agents, reward)
        else:
            rewards = {agent: -sum(parts) for agent, parts in zip(agents, costs)}
        observations = self._observe()
        is_over = network.is_over()
        if is_over:
            self.agents = []
        return (observations, rewards, dict.fromkeys(agents, False),
                dict.fromkeys(agents, is_over), infos)

    def render(self) -> None:
        """There is nothing to see."""

    def close(self) -> None:
        """Gives the memory back; twice is fine."""
        self._network.close()

    def _take_action(self, agent: str, action: ArrayLike | None) -> None:
        if agent not in self._said:
            raise ValueError(f'{agent!r}: no such agent; there are '
                             f'{", ".join(self.possible_agents)}')
        if action is None:
            return
        said = self._said[agent]
        values = take_actions(action, said.shape, self.action_layouts[agent], agent)
        self._network.actions[said] = self.action_maps[agent].to_units(values)
        self._network.decided[said] = 1

    @staticmethod
    def _describe(parts: list[float], team_cost: float) -> dict[str, Any]:
        return dict(zip(('holding_cost', 'stockout_cost', 'ordering_cost'), parts),
                    team_cost=team_cost)

    def _observe(self) -> dict[str, Observation]:
        everything = self._network.observation.astype(np.float32)
        return {agent: everything[self._seen[agent]] for agent in self.agents}

    # Pickled and copied with the moment of its episode.
    def __getstate__(self) -> dict[str, Any]:
        return {'model': self.model, 'reward': self.reward, 'agents': self.agents,
                'snapshot': self._network.snapshot(), 'is_seeded': self._network.is_seeded}

    def __setstate__(self, state: dict[str, Any]) -> None:
        ParallelRetailNetworkEnv.__init__(self, state['model'], reward=state['reward'])
        self._network.restore(state['snapshot'])
        self._network.is_seeded = state['is_seeded']
        self.agents = list(state['agents'])


def parallel_env(source: Source | Model = None, **options: Any) -> ParallelRetailNetworkEnv:
    """ParallelRetailNetworkEnv under the name by which PettingZoo's users look for it."""
    return ParallelRetailNetworkEnv(source, **options)
