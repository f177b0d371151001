# SPDX-License-Identifier: GPL-3.0-or-later
"""OR-Gym's InvManagement-v1, another chain of stock points with lost sales, of three stages and 30
days: the nearest that reinforcement learning has ready-made. It needs an old Gym and NumPy:

    python3 -m venv VENV
    VENV/bin/pip install 'numpy<2' scipy networkx matplotlib pandas gym==0.26.2
    VENV/bin/pip install --no-deps or-gym
    OR_GYM_PYTHON=VENV/bin/python meson test -C build --benchmark network
"""
import warnings

warnings.simplefilter('ignore')

from or_gym.envs.supply_chain.inventory_management import InvManagementLostSalesEnv  # noqa: E402

from contestant import serve  # noqa: E402

EPISODES = 20


def run_round():
    env = InvManagementLostSalesEnv()
    action = [50, 45, 40]
    steps = total = 0
    for _ in range(EPISODES):
        env.reset()
        done = False
        while not done:
            _, reward, done, _ = env.step(action)
            total += reward
            steps += 1
    return steps, 0, -total / EPISODES


serve(run_round)
