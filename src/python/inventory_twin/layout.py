# SPDX-License-Identifier: GPL-3.0-or-later
"""What the numbers of observations and actions mean, and how agents say units."""
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray


class Number(NamedTuple):
    """One number of an observation or an action.

    Names are 'store_1.sku_001.on_hand', 'warehouse_1.sku_001.order', 'day', 'sku_001.season_sin'.
    An observation is never outside of lower and upper; more than upper may be ordered, but there is
    no room for it unless the position is negative.
    """
    name: str
    unit: str | None
    lower: float
    upper: float
    node: str | None
    """The store or warehouse it belongs to."""
    sku: str | None


class ActionMap:
    """Actions in [−1, 1] ↔ units to order: −1 is no order, 1 the capacity of the node.

    units = (action + 1) · capacity / 2, computed in single precision. What is outside of [−1, 1]
    counts as the end next to it.
    """

    def __init__(self, layout: list[Number]) -> None:
        self.half = np.array([number.upper / 2 for number in layout], np.float32)

    def to_units(self, actions: ArrayLike) -> NDArray[np.float32]:
        """actions: […, n_actions] → units: […, n_actions]"""
        inside = np.minimum(np.maximum(np.asarray(actions, np.float32), -1), 1)
        return inside * self.half + self.half

    def from_units(self, units: ArrayLike) -> NDArray[np.float32]:
        """units: […, n_actions] → actions: […, n_actions]"""
        half = np.where(self.half > 0, self.half, 1)
        return np.clip(np.asarray(units, np.float32) / half - 1, -1, 1).astype(np.float32)
