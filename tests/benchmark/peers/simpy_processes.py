# SPDX-License-Identifier: GPL-3.0-or-later
"""The warehouse in SimPy: customers and deliveries are processes."""
import random

import simpy

from contestant import (DEMAND_RATE, HOLDING_COST, HORIZON, LEAD_MAX, LEAD_MIN, ORDER_COST,
                        ORDER_UP_TO, REORDER_POINT, STOCKOUT_PENALTY, serve)

REPLICATIONS = 10


class Warehouse:
    def __init__(self, env, seed):
        self.env, self.rng = env, random.Random(seed)
        self.on_hand, self.on_order, self.backorders = ORDER_UP_TO, 0, 0
        self.demand = self.filled = self.orders = 0
        self.holding = self.since = 0.0
        env.process(self.sell())

    def hold(self):
        self.holding += self.on_hand * (self.env.now - self.since)
        self.since = self.env.now

    def sell(self):
        while True:
            yield self.env.timeout(self.rng.expovariate(DEMAND_RATE))
            self.hold()
            self.demand += 1
            if self.on_hand > 0:
                self.on_hand -= 1
                self.filled += 1
            else:
                self.backorders += 1
            self.review()

    def review(self):
        position = self.on_hand - self.backorders
        if self.on_order == 0 and position <= REORDER_POINT:
            self.on_order = ORDER_UP_TO - position
            self.orders += 1
            self.env.process(self.deliver())

    def deliver(self):
        yield self.env.timeout(self.rng.uniform(LEAD_MIN, LEAD_MAX))
        self.hold()
        late = min(self.backorders, self.on_order)
        self.backorders -= late
        self.on_hand += self.on_order - late
        self.on_order = 0
        self.review()

    def cost(self):
        return (HOLDING_COST * self.holding + STOCKOUT_PENALTY * (self.demand - self.filled)
                + ORDER_COST * self.orders)


def simulate(seed):
    env = simpy.Environment()
    warehouse = Warehouse(env, seed)
    env.run(until=HORIZON)
    warehouse.hold()
    return (warehouse.demand + warehouse.orders, warehouse.filled / warehouse.demand,
            warehouse.cost())


def run_round():
    rows = [simulate(seed) for seed in range(REPLICATIONS)]
    events, fill, cost = (sum(column) for column in zip(*rows))
    return events, fill / REPLICATIONS, cost / REPLICATIONS


serve(run_round)
