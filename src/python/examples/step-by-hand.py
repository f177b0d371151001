#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Leads a store of the default network by hand through a spike in demand, and then asks from a
snapshot what another order would have done. Who is given no order follows the (s, S) rule."""
from inventory_twin import DigitalTwin

DAYS = 21
LEVEL = 450         # Downtown orders up to it
DAY_OF_DOUBT = 3    # two days before the spike, of which Downtown might have known


def lead(twin, state):
    """Lives one day."""
    stock = state['nodes']['store_1']['sku_001']
    position = stock['on_hand'] + stock['in_transit'] + stock['backlog']
    return twin.step({'store_1': max(0, LEVEL - position)})


def what_if(twin, moment, order):
    """How it would have ended, had Downtown ordered that much at that moment."""
    state = twin.restore(moment)
    state, _, done, _ = twin.step({'store_1': order})
    while not done:
        state, _, done, _ = lead(twin, state)
    return twin.get_metrics()


def main():
    twin = DigitalTwin(settings=[f'horizon_days={DAYS}', 'warmup_days=0', 'spike_days=5,6,7',
                                 'spike_multiplier=2.5', 'warehouse.initial_inventory=2500'])
    state, done = twin.reset(seed=7), False
    print('day  demand  lost  on hand  on the way  warehouse     cost')
    while not done:
        if state['day'] == DAY_OF_DOUBT:
            moment = twin.snapshot()
        state, reward, done, info = lead(twin, state)
        store = state['nodes']['store_1']['sku_001']
        warehouse = state['nodes']['warehouse_1']['sku_001']
        print(f'{info["day"]:3d}  {store["demand"]:6.0f}  {store["lost"]:4.0f}  '
              f'{store["on_hand"]:7.0f}  {store["in_transit"]:10.0f}  '
              f'{warehouse["on_hand"]:9.0f}  {-reward:7.2f}')

    print()
    results = {'as it was': twin.get_metrics()}
    for order in (100, 200, 400):
        results[f'{order} ordered on day {DAY_OF_DOUBT}'] = what_if(twin, moment, order)
    for name, metrics in results.items():
        print(f'{name:22s}  service {metrics["service_level"]:6.1%}  '
              f'cost {metrics["total_cost"]:9.2f}')


if __name__ == '__main__':
    main()
