#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""learn-ppo.py [STEPS]: PPO of Stable-Baselines3 learns to lead the default network.

An agent that says quantities learns slowly: nearly all of them fill the stores. So a wrapper lets
this one say up to which level each node orders, where every action makes a difference."""
import sys

import gymnasium
import numpy as np
import torch
from inventory_twin import DigitalTwin, Model, RetailNetworkEnv
from stable_baselines3 import PPO
from stable_baselines3.common.vec_env import DummyVecEnv, VecNormalize

STEPS = 20_000
N_ENVS = 8
GAMMA = 0.9  # an order has its effect within days
SEED = 1
EVALUATION_SEED = 1_000_000  # customers that training never sees
EVALUATION_EPISODES = 20


class OrderUpTo(gymnasium.Wrapper):
    """Actions in [-1, 1] are levels: -1 is an empty node, 1 its capacity."""

    def __init__(self, env):
        super().__init__(env)
        twin = env.unwrapped
        names = [number.name for number in twin.observation_layout]
        signs = {'on_hand': 1, 'in_transit': 1, 'on_order': 1}
        # The position of each node's SKU as a sum of observations: [n_actions, n_observations].
        # What the warehouse owes adds to a store's position and takes from its own.
        self.parts = np.zeros((len(twin.action_layout), len(names)), np.float32)
        for row, action in zip(self.parts, twin.action_layout):
            cell = action.name.removesuffix('order')
            owed = -1 if cell + 'on_order' in names else 1
            for i, name in enumerate(names):
                if name.startswith(cell):
                    row[i] = (signs | {'backlog': owed}).get(name.removeprefix(cell), 0)

    def reset(self, **options):
        self.observation, info = self.env.reset(**options)
        return self.observation, info

    def step(self, action):
        action_map = self.unwrapped.action_map
        missing = action_map.to_units(action) - self.parts @ self.observation
        self.observation, *rest = self.env.step(action_map.from_units(missing))
        return self.observation, *rest


def make_env(model):
    return OrderUpTo(RetailNetworkEnv(model))


def follow_rule(model):
    """Total cost and service level of the (s, S) rule, for comparison."""
    twin = DigitalTwin(model)
    results = []
    for episode in range(EVALUATION_EPISODES):
        twin.reset(seed=EVALUATION_SEED + episode)
        while not twin.step()[2]:
            pass
        metrics = twin.get_metrics()
        results.append((metrics['total_cost'], metrics['service_level']))
    return np.mean(results, axis=0)


def evaluate(model, learner, normalize):
    """Total cost and service level of what has been learnt, without exploration."""
    env = make_env(model)
    results = []
    for episode in range(EVALUATION_EPISODES):
        observation, _ = env.reset(seed=EVALUATION_SEED + episode)
        is_over = False
        while not is_over:
            action, _ = learner.predict(normalize.normalize_obs(observation), deterministic=True)
            observation, _, _, is_over, info = env.step(action)
        results.append((info['metrics']['total_cost'], info['metrics']['service_level']))
    return np.mean(results, axis=0)


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else STEPS
    torch.set_num_threads(1)  # small nets are no slower
    model = Model()
    envs = VecNormalize(DummyVecEnv([lambda: make_env(model)] * N_ENVS), gamma=GAMMA)
    learner = PPO('MlpPolicy', envs, n_steps=128, batch_size=128, learning_rate=3e-3, gamma=GAMMA,
                  policy_kwargs={'log_std_init': -1}, seed=SEED, device='cpu')
    results = [('(s, S) rule', follow_rule(model)), ('untrained', evaluate(model, learner, envs))]
    learner.learn(steps)
    results.append(('trained', evaluate(model, learner, envs)))
    print('             total cost  service level')
    for name, (cost, service) in results:
        print(f'{name:11s}  {cost:10.0f}  {service:13.2%}')


if __name__ == '__main__':
    main()
