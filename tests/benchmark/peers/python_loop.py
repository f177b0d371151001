# SPDX-License-Identifier: GPL-3.0-or-later
"""The warehouse as a plain Python event loop."""
import math
import random

from contestant import (DEMAND_RATE, HOLDING_COST, HORIZON, LEAD_MAX, LEAD_MIN, ORDER_COST,
                        ORDER_UP_TO, REORDER_POINT, STOCKOUT_PENALTY, serve)

REPLICATIONS = 20


def simulate(seed):
    rng = random.Random(seed)
    now, receipt, holding = 0.0, math.inf, 0.0
    on_hand, on_order, backorders = ORDER_UP_TO, 0, 0
    demand = filled = orders = 0
    arrival = rng.expovariate(DEMAND_RATE)
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
            arrival = now + rng.expovariate(DEMAND_RATE)
        else:
            late = min(backorders, on_order)
            backorders -= late
            on_hand += on_order - late
            on_order, receipt = 0, math.inf
        if on_order == 0 and on_hand - backorders <= REORDER_POINT:
            on_order = ORDER_UP_TO - (on_hand - backorders)
            orders += 1
            receipt = now + rng.uniform(LEAD_MIN, LEAD_MAX)
    holding += on_hand * (HORIZON - now)
    cost = (HOLDING_COST * holding + STOCKOUT_PENALTY * (demand - filled) + ORDER_COST * orders)
    return demand + orders, filled / demand, cost


def run_round():
    rows = [simulate(seed) for seed in range(REPLICATIONS)]
    events, fill, cost = (sum(column) for column in zip(*rows))
    return events, fill / REPLICATIONS, cost / REPLICATIONS


serve(run_round)
