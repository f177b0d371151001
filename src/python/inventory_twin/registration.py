# SPDX-License-Identifier: GPL-3.0-or-later
"""The name by which gymnasium.make() and make_vec() find the environments."""
import gymnasium

ID = 'inventory_twin/RetailNetwork-v0'


def register() -> None:
    """Makes the name known; twice is fine."""
    if ID not in gymnasium.registry:
        gymnasium.register(ID, entry_point='inventory_twin.env:RetailNetworkEnv',
                           vector_entry_point='inventory_twin.vector:RetailNetworkVectorEnv')
