# SPDX-License-Identifier: GPL-3.0-or-later
"""A network to lead by hand."""
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .layout import Number
from .model import Model, Source, as_model, check_seed
from .network import Network, Snapshot
from .parameters import Settings, is_number, to_number
from .recording import Demand

State = dict[str, Any]
"""{'day': 12, 'nodes': {'store_1': {'sku_001': {'on_hand': 310.5, …}}}, 'season': {…}}"""

Actions = Mapping[str, Any] | None
"""{'store_1': 120, 'warehouse_1': {'sku_001': 2000}}; who is absent follows the (s, S) rule."""


class DigitalTwin:
    """A retail network that is led day by day.

        twin = DigitalTwin(settings=['horizon_days=60'], scenario='spike')
        state = twin.reset(seed=123)
        done = False
        while not done:
            state, reward, done, info = twin.step({'store_1': 80})
        print(twin.get_metrics()['service_level'])

    Parameters are those of Model, or a Model. A new twin stands at the start of replication 0 of
    its seed, where the first reset() puts it, too; the next reset() is replication 1, and so on.
    An episode without actions has the very metrics of that replication of `twin run`. Twins can be
    copied and pickled, with the moment of their episode.
    """

    def __init__(self, source: Source | Model = None, *, settings: Settings = (),
                 scenario: str | None = None, demand: Demand = None,
                 seed: int | None = None) -> None:
        """seed: that of the first reset(); the project's, or 42, unless told."""
        self.model = as_model(source, settings, scenario, demand)
        self._network = Network(self.model)
        self._skus = {sku: i for i, sku in enumerate(self.model.skus)}
        self._cells = {node: i * len(self._skus) for i, node in enumerate(self.model.nodes)}
        self._fields = [
            (number.node, number.sku, number.name.rsplit('.', 1)[-1].removeprefix('season_'))
            for number in self._network.observation_layout]
        self._first_seed = self.model.seed if seed is None else check_seed(seed)
        self._network.reset(self._first_seed, 0)
        self._network.is_seeded = False

    @property
    def layout(self) -> list[Number]:
        """What the numbers of get_state_vector() mean."""
        return list(self._network.observation_layout)

    @property
    def day(self) -> int:
        """The day that comes next, counted from 0."""
        return self._network.next_day()

    def reset(self, seed: int | None = None, replication: int | None = None) -> State:
        """Goes to the start of an episode and gives its state.

        seed: goes to that seed's replication 0, or to the one told; without either it goes on to
        the next replication of the seed it has.
        """
        network = self._network
        if replication is None:
            network.begin(seed, lambda: self._first_seed)
        else:
            network.reset(network.seed if seed is None else seed, replication)
        return self.get_state()

    def step(self, actions: Actions = None) -> tuple[State, float, bool, dict[str, Any]]:
        """Lives one day: state, reward (minus the day's total cost), done, the day's numbers.

        actions: for each node a quantity, a quantity for each SKU in their order, or {sku:
        quantity}. Nodes and SKUs that are absent, or None, follow the (s, S) rule. An action that
        is not allowed is a ValueError that names it, a step after the last day a RuntimeError; the
        twin then stays as it was.
        """
        network = self._network
        network.decided[:] = 0
        if actions is not None:
            self._take_actions(actions)
        reward = network.step()
        network.is_seeded = True
        return self.get_state(), reward, network.is_over(), network.describe_day()

    def get_state(self) -> State:
        """What somebody in charge knows before the day that comes next."""
        network = self._network
        nodes: dict[str, Any] = {node: {sku: {} for sku in self.model.skus}
                                 for node in self.model.nodes}
        season: dict[str, Any] = {sku: {} for sku in self.model.skus}
        for (node, sku, field), value in zip(self._fields, network.observation.tolist()):
            if node is not None:
                nodes[node][sku][field] = value
            elif sku is not None:
                season[sku][field] = value
        return {'day': network.next_day(), 'nodes': nodes, 'season': season}

    def get_state_vector(self) -> NDArray[np.float64]:
        """The same as numbers alone, in the order of layout."""
        self._network.observe()
        return self._network.observation.copy()

    def get_metrics(self) -> dict[str, float]:
        """The metrics of the days so far, of the network and of each node ('store_1.fill_rate').

        Days of the warm-up do not count; averages over no days are NaN.
        """
        return self._network.metrics()

    def snapshot(self) -> Snapshot:
        """This moment."""
        return self._network.snapshot()

    def restore(self, snapshot: Snapshot) -> State:
        """Goes back to a moment of this twin, or over to one of a twin with the same model.

        What is no such snapshot is a ValueError; the twin then stays as it was.
        """
        self._network.restore(snapshot)
        return self.get_state()

    def close(self) -> None:
        """Gives the memory back; twice is fine."""
        self._network.close()

    def __enter__(self) -> 'DigitalTwin':
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f'<DigitalTwin: {self._network.describe()}>'

    def __getstate__(self) -> dict[str, Any]:
        return {'model': self.model, 'snapshot': self.snapshot(),
                'is_seeded': self._network.is_seeded}

    def __setstate__(self, state: dict[str, Any]) -> None:
        DigitalTwin.__init__(self, state['model'], seed=state['snapshot'].seed)
        self.restore(state['snapshot'])
        self._network.is_seeded = state['is_seeded']

    def _take_actions(self, actions: Any) -> None:
        if not isinstance(actions, Mapping):
            raise ValueError(f'actions: {actions!r} is not allowed; it must be a mapping of nodes '
                             'to quantities')
        for node, wanted in actions.items():
            if node not in self._cells:
                raise ValueError(f'{node!r}: no such node; there are {", ".join(self._cells)}')
            self._take_node(node, wanted)

    def _take_node(self, node: str, wanted: Any) -> None:
        if wanted is None:
            return
        if isinstance(wanted, Mapping):
            for sku, quantity in wanted.items():
                if sku not in self._skus:
                    raise ValueError(f'{node}, {sku!r}: no such SKU; there are '
                                     f'{", ".join(self._skus)}')
                self._take_quantity(node, sku, quantity)
            return
        quantities = [wanted] if is_number(wanted) else wanted
        if not isinstance(quantities, (list, tuple)) and getattr(quantities, 'ndim', None) != 1:
            raise ValueError(f'{node}: {wanted!r} is not allowed; it must be a quantity, or one '
                             'for each SKU')
        if len(quantities) != len(self._skus):
            raise ValueError(f'{node}: {len(quantities)} quantities were given; it must be one for '
                             f'each SKU ({", ".join(self._skus)})')
        for sku, quantity in zip(self._skus, quantities):
            self._take_quantity(node, sku, quantity)

    def _take_quantity(self, node: str, sku: str, quantity: Any) -> None:
        if quantity is None:
            return
        if not is_number(quantity):
            raise ValueError(f'{node}, {sku}: {quantity!r} is not allowed; it must be a number of '
                             '0 or more')
        cell = self._cells[node] + self._skus[sku]
        self._network.actions[cell] = to_number(quantity, f'{node}, {sku}')
        self._network.decided[cell] = 1
