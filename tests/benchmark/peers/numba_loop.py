# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python event loop, compiled by numba."""
import numba
import numpy as np

from contestant import (DEMAND_RATE, HOLDING_COST, HORIZON, LEAD_MAX, LEAD_MIN, ORDER_COST,
                        ORDER_UP_TO, REORDER_POINT, STOCKOUT_PENALTY, serve)

REPLICATIONS = 1000


@numba.njit
def simulate():
    now, receipt, holding = 0.0, np.inf, 0.0
    on_hand, on_order, backorders = ORDER_UP_TO, 0, 0
    demand = filled = orders = 0
    arrival = np.random.exponential(1.0 / DEMAND_RATE)
    while True:
        then = min(arrival, receipt)
        if then >= HORIZON:
            break
        holding += on_hand * (then - now)
        now = then
        if arrival <= receipt:
            demand += 1
            if on_hand > 0:
                on_hand -= 1
                filled += 1
            else:
                backorders += 1
            arrival = now + np.random.exponential(1.0 / DEMAND_RATE)
        else:
            late = min(backorders, on_order)
            backorders -= late
            on_hand += on_order - late
            on_order, receipt = 0, np.inf
        if on_order == 0 and on_hand - backorders <= REORDER_POINT:
            on_order = ORDER_UP_TO - (on_hand - backorders)
            orders += 1
            receipt = now + np.random.uniform(LEAD_MIN, LEAD_MAX)
    holding += on_hand * (HORIZON - now)
    cost = HOLDING_COST * holding + STOCKOUT_PENALTY * (demand - filled) + ORDER_COST * orders
    return demand + orders, filled / demand, cost


@numba.njit
def run_round():
    events, fill, cost = 0, 0.0, 0.0
    for seed in range(REPLICATIONS):
        np.random.seed(seed)
        row = simulate()
        events += row[0]
        fill += row[1]
        cost += row[2]
    return events, fill / REPLICATIONS, cost / REPLICATIONS


serve(run_round)
