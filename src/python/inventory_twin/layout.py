# SPDX-License-Identifier: GPL-3.0-or-later
"""What the numbers of observations and actions mean, and how agents say units."""
from collections.abc import Sequence
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

    units = (action + 1) · capacity / 2, as libtwin has it for many environments at once. What is
    outside of [−1, 1] counts as the end next to it; NaN stays NaN. All in single precision.
    """

    def __init__(self, layout: Sequence[Number]) -> None:
        """layout: [n_actions], whose upper bounds are the capacities."""
        self.half = np.array([number.upper / 2 for number in layout], np.float32)

    def to_units(self, actions: ArrayLike) -> NDArray[np.float32]:
        """actions: […, n_actions] in [−1, 1] → units: […, n_actions]"""
        inside = np.minimum(np.maximum(np.asarray(actions, np.float32), -1), 1)
        return inside * self.half + self.half

    def from_units(self, units: ArrayLike) -> NDArray[np.float32]:
        """units: […, n_actions] → actions: […, n_actions] in [−1, 1]; more than fits is 1."""
        half = np.where(self.half > 0, self.half, 1)
        return np.clip(np.asarray(units, np.float32) / half - 1, -1, 1).astype(np.float32)


def take_actions(actions: ArrayLike, shape: tuple[int, ...], layout: Sequence[Number], who: str
                 ) -> NDArray[np.float32]:
    """Actions of learners as C wants them: float32, contiguous, finite.

    shape: […, n_actions], and layout: [n_actions]. What is no array of finite numbers of that shape
    is a ValueError that names who, or which of them it is.
    """
    if not isinstance(actions, np.ndarray):
        try:
            actions = np.asarray(actions)
        except ValueError:  # rows of different lengths
            raise ValueError(f'{who}: {actions!r} is not allowed; it must be an array of shape '
                             f'{shape}') from None
    if actions.shape != shape:
        raise ValueError(f'{who}: an array of shape {actions.shape} is not allowed; it must be '
                         f'{shape}')
    if actions.dtype.kind not in 'fiu':
        raise ValueError(f'{who}: an array of {actions.dtype} is not allowed; it must be of '
                         'numbers')
    if not np.isfinite(actions).all():
        *env, action = np.argwhere(~np.isfinite(actions))[0].tolist()
        where = f'environment {env[0]}, ' if env else ''
        raise ValueError(f'{where}{layout[action].name}: {actions[(*env, action)]} is not allowed; '
                         'it must be a number from -1 to 1')
    if actions.dtype != np.float32:  # which may have no room for it
        actions = np.clip(actions.astype(np.float64), -1, 1)
    return np.ascontiguousarray(actions, np.float32)
