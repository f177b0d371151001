# SPDX-License-Identifier: GPL-3.0-or-later
"""Gymnasium's spaces for the numbers of a layout."""
from collections.abc import Sequence

import numpy as np
from gymnasium.spaces import Box, Space
from numpy.typing import NDArray

from .layout import Number


def observation_space(layout: Sequence[Number]) -> 'Space[NDArray[np.float32]]':
    """Numbers in their own units, with their own finite bounds."""
    lower = np.array([number.lower for number in layout], np.float32)
    upper = np.array([number.upper for number in layout], np.float32)
    return Box(lower, upper, dtype=np.float32)


def action_space(length: int) -> 'Space[NDArray[np.float32]]':
    """Orders in [−1, 1]; see layout.ActionMap."""
    return Box(-1, 1, (length,), np.float32)
