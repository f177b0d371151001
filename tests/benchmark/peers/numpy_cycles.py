# SPDX-License-Identifier: GPL-3.0-or-later
"""The warehouse in NumPy, as an expert would lay it out: all demand times are drawn first, then all
replications step together from order to order. Stock over time is integrated with the prefix sums
of the demand times: k demands at times t over [a, b], from stock x, hold x·(−a) + Σt + (x − k)·b."""
import numpy as np

from contestant import (DEMAND_RATE, HOLDING_COST, HORIZON, LEAD_MAX, LEAD_MIN, ORDER_COST,
                        ORDER_UP_TO, REORDER_POINT, STOCKOUT_PENALTY, serve)

REPLICATIONS = 1000
BLOCK = 50  # replications at a time, so that the demand times stay in the cache


class Block:
    def __init__(self, rng, n):
        self.rng, self.n = rng, n
        expected = DEMAND_RATE * HORIZON
        self.width = int(expected + 8.0 * np.sqrt(expected)) + 1
        times = rng.exponential(1.0 / DEMAND_RATE, (n, self.width)).cumsum(axis=1)
        self.demand = (times < HORIZON).sum(axis=1)
        self.sums = np.zeros((n, self.width + 1))
        np.cumsum(times, axis=1, out=self.sums[:, 1:])
        self.times = times
        # One sorted array for a search in all rows at once
        self.stride = times[:, -1].max() + HORIZON
        self.flat = (times + np.arange(n)[:, None] * self.stride).ravel()
        self.net = np.full(n, ORDER_UP_TO)
        self.now = np.zeros(n)
        self.seen = np.zeros(n, int)
        self.holding = np.zeros(n)
        self.unmet = np.zeros(n, int)
        self.orders = np.zeros(n, int)

    def advance(self, row, seen, now):
        """Takes the rows to demand number seen, at time now."""
        stock = np.maximum(self.net[row], 0)
        count = seen - self.seen[row]
        served = np.minimum(count, stock)
        first = self.seen[row]
        self.holding[row] += (self.sums[row, first + served] - self.sums[row, first]
                              - stock * self.now[row] + (stock - served) * now)
        self.unmet[row] += count - served
        self.net[row] -= count
        self.seen[row], self.now[row] = seen, now

    def run(self):
        row = np.arange(self.n)
        while row.size:
            # Down to the reorder point
            need = np.maximum(self.net[row] - REORDER_POINT, 0)
            ends = self.seen[row] + need > self.demand[row]
            seen = np.minimum(self.seen[row] + need, self.demand[row])
            at_order = np.where(need > 0, self.times[row, np.maximum(seen - 1, 0)], self.now[row])
            self.advance(row, seen, np.where(ends, HORIZON, at_order))
            row = row[~ends]
            if not row.size:
                break
            # Through the lead time
            quantity = ORDER_UP_TO - self.net[row]
            self.orders[row] += 1
            receipt = self.now[row] + self.rng.uniform(LEAD_MIN, LEAD_MAX, row.size)
            ends = receipt >= HORIZON
            receipt = np.minimum(receipt, HORIZON)
            seen = np.searchsorted(self.flat, row * self.stride + receipt) - row * self.width
            self.advance(row, seen, receipt)
            self.net[row] += np.where(ends, 0, quantity)
            row = row[~ends]
        cost = (HOLDING_COST * self.holding + STOCKOUT_PENALTY * self.unmet
                + ORDER_COST * self.orders)
        return self.demand + self.orders, 1.0 - self.unmet / self.demand, cost


def run_round():
    rng = np.random.default_rng(42)
    blocks = [Block(rng, BLOCK).run() for _ in range(REPLICATIONS // BLOCK)]
    events, fill, cost = (np.concatenate(column) for column in zip(*blocks))
    return events.sum(), fill.mean(), cost.mean()


serve(run_round)
