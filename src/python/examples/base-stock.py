#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A base-stock agent against the (s, S) rule, on the same customers.

Every day each node orders up to what demand may be until the next order has arrived: its mean at
the peak of the season, and a margin for chance. The (s, S) rule of the default network orders
seldom and much, which saves less on orders than it costs to hold."""
import math

import numpy as np
from inventory_twin import DigitalTwin, Model

EPISODES = 100
SEED = 42
MARGIN = 2.0  # standard deviations


def get_levels(model):
    """For each node: mean demand of the days that it covers, plus the margin."""
    parameters = {key: float(value) for key, value in model.parameters.items()
                  if not key.endswith(('.id', '.name', '_days', 'whole_units'))}
    days_to_stores = int(model.parameters['warehouse.lead_time_to_stores_days'])
    days_to_warehouse = int(model.parameters['supplier.lead_time_days'])
    peak = 1 + parameters['skus.0.seasonality_amplitude']
    base, sd = parameters['skus.0.base_demand'], parameters['skus.0.demand_sd']
    *stores, warehouse = model.nodes
    means = [base * parameters[f'stores.{i}.demand_multiplier'] for i in range(len(stores))]

    def cover(mean, variance, days):
        return mean * peak * days + MARGIN * math.sqrt(variance * days)

    levels = {store: cover(mean, sd ** 2, days_to_stores + 1)
              for store, mean in zip(stores, means)}
    levels[warehouse] = cover(sum(means), len(stores) * sd ** 2, days_to_warehouse + 1)
    return levels


def decide(state, levels):
    """Orders that lift each node's position to its level."""
    orders = {}
    for node, level in levels.items():
        stock = next(iter(state['nodes'][node].values()))
        if 'on_order' in stock:  # the warehouse, which owes its backlog
            position = stock['on_hand'] + stock['on_order'] - stock['backlog']
        else:
            position = stock['on_hand'] + stock['in_transit'] + stock['backlog']
        orders[node] = max(0, level - position)
    return orders


def run(model, levels=None):
    """The metrics of each episode: [EPISODES] of (total cost, service level)."""
    twin = DigitalTwin(model, seed=SEED)
    results = []
    for _ in range(EPISODES):
        state, done = twin.reset(), False
        while not done:
            state, _, done, _ = twin.step(decide(state, levels) if levels else None)
        metrics = twin.get_metrics()
        results.append((metrics['total_cost'], metrics['service_level']))
    return np.array(results)


def main():
    model = Model()
    levels = get_levels(model)
    rule, agent = run(model), run(model, levels)
    print('Levels: ' + ', '.join(f'{node} {level:.0f}' for node, level in levels.items()))
    print('              total cost  service level')
    for name, results in (('(s, S) rule', rule), ('base stock', agent)):
        cost, service = results.mean(axis=0)
        print(f'{name:12s}  {cost:10.0f}  {service:12.2%}')
    saved = rule[:, 0] - agent[:, 0]
    error = 1.96 * saved.std(ddof=1) / math.sqrt(EPISODES)
    print(f'Saved: {saved.mean():.0f} ± {error:.0f} an episode (95 %, paired)')


if __name__ == '__main__':
    main()
