# SPDX-License-Identifier: GPL-3.0-or-later
"""The default network in plain Python, object by object; "actions" orders the same each day."""
import math
import random
import sys

from contestant import serve

EPISODES = 4
N_DAYS, STORE_LEAD, SUPPLIER_LEAD, RELIABILITY = 90, 2, 7, 0.98
BASE_DEMAND, DEMAND_SD, AMPLITUDE, PERIOD = 50.0, 15.0, 0.3, 30.0
HOLDING_COST, STOCKOUT_PENALTY, ORDER_COST = 0.5, 10.0, 25.0
ACTIONS = [60.0, 50.0, 75.0, 185.0]


class Node:
    def __init__(self, multiplier, on_hand, capacity, reorder_point, order_up_to):
        self.multiplier = multiplier
        self.on_hand = on_hand
        self.capacity = capacity
        self.reorder_point = reorder_point
        self.order_up_to = order_up_to
        self.on_order = self.backlog = self.demand = self.lost = 0.0

    def decide(self, position, action):
        if action is not None:
            quantity = action
        elif position <= self.reorder_point:
            quantity = self.order_up_to - position
        else:
            quantity = 0.0
        return max(0.0, min(quantity, self.capacity - position))


class Network:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.day = 0
        self.stores = [Node(1.2, 700.0, 2000.0, 300.0, 800.0),
                       Node(1.0, 600.0, 1500.0, 250.0, 700.0),
                       Node(1.5, 900.0, 2500.0, 400.0, 1000.0)]
        self.warehouse = Node(0.0, 5000.0, 15000.0, 2000.0, 6000.0)
        self.queue = []         # what the warehouse owes: [store, quantity], oldest first
        self.shipments = []     # (day of arrival, store, quantity)
        self.deliveries = []    # (day of arrival, quantity)
        self.history = []

    def serve_customers(self):
        season = 1 + AMPLITUDE * math.sin(2 * math.pi * self.day / PERIOD)
        for store in self.stores:
            mean = BASE_DEMAND * store.multiplier * season
            store.demand = max(0.0, mean + self.rng.gauss(0.0, DEMAND_SD))
            sold = min(store.demand, store.on_hand)
            store.on_hand -= sold
            store.lost = store.demand - sold

    def order_and_ship(self, actions):
        for store, action in zip(self.stores, actions):
            quantity = store.decide(store.on_hand + store.on_order + store.backlog, action)
            if quantity > 0:
                self.queue.append([store, quantity])
                store.backlog += quantity
                self.warehouse.backlog += quantity
        for owed in self.queue:
            store, quantity = owed
            shipped = min(quantity, self.warehouse.on_hand)
            self.warehouse.on_hand -= shipped
            self.warehouse.backlog -= shipped
            store.backlog -= shipped
            store.on_order += shipped
            owed[1] -= shipped
            self.shipments.append((self.day + STORE_LEAD, store, shipped))
        self.queue = [owed for owed in self.queue if owed[1] > 0]
        for day, store, quantity in self.shipments:
            if day == self.day:
                store.on_hand += quantity
                store.on_order -= quantity
        self.shipments = [each for each in self.shipments if each[0] > self.day]

    def restock(self, action):
        warehouse = self.warehouse
        position = warehouse.on_hand + warehouse.on_order - warehouse.backlog
        quantity = warehouse.decide(position, action)
        if quantity > 0:
            warehouse.on_order += quantity
            self.deliveries.append((self.day + SUPPLIER_LEAD, quantity))
        for day, due in self.deliveries:
            if day == self.day:
                warehouse.on_order -= due
                if self.rng.random() < RELIABILITY:
                    warehouse.on_hand += due
        self.deliveries = [each for each in self.deliveries if each[0] > self.day]
        return ORDER_COST if quantity > 0 else 0.0

    def step(self, actions):
        self.serve_customers()
        self.order_and_ship(actions[:-1])
        cost = self.restock(actions[-1])
        nodes = [*self.stores, self.warehouse]
        cost += HOLDING_COST * sum(node.on_hand for node in nodes)
        cost += STOCKOUT_PENALTY * sum(store.lost for store in self.stores)
        demand = sum(store.demand for store in self.stores)
        sales = demand - sum(store.lost for store in self.stores)
        self.history.append({'day': self.day, 'demand': demand, 'sales': sales, 'cost': cost})
        self.day += 1
        state = [number for node in nodes for number in (node.on_hand, node.on_order, node.backlog)]
        return state, -cost, self.day == N_DAYS


def run_round():
    actions = ACTIONS if sys.argv[1:] == ['actions'] else [None] * 4
    service = cost = 0.0
    for seed in range(EPISODES):
        network = Network(seed)
        done = False
        while not done:
            _, reward, done = network.step(actions)
            cost -= reward
        service += (sum(day['sales'] for day in network.history) /
                    sum(day['demand'] for day in network.history))
    return EPISODES * N_DAYS, service / EPISODES, cost / EPISODES


serve(run_round)
