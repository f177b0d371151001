# SPDX-License-Identifier: GPL-3.0-or-later
"""RetailNetworkVectorEnv against the environment that it has many of."""
import copy
import gc
import math
import pickle
import subprocess
import sys

import gymnasium
import numpy as np
import testing
from gymnasium.vector import SyncVectorEnv
from inventory_twin import Model, RetailNetworkEnv, RetailNetworkVectorEnv
from testing import refuses

MODEL = Model({'horizon_days': 25, 'skus': [{'id': 'a'}, {'id': 'b', 'demand_sd': 40}],
               'supplier': {'reliability': 0.5}})
N = 13  # no multiple of what a processor does at once


def sample(rng, env):
    """Orders that sometimes leave the warehouse short, and sometimes are out of bounds."""
    actions = rng.uniform(-1.3, 1.3, env.action_space.shape) * rng.choice([0.1, 1])
    return (actions - rng.choice([0, 0.9])).astype(np.float32)


def test_repr():
    env = RetailNetworkVectorEnv(4, settings=['horizon_days=8'])
    size = '<RetailNetworkVectorEnv: 4 environments of 3 stores, 1 SKU, 8 days; '
    assert repr(env) == f'{size}not reset yet>'
    env.reset(seed=5)
    actions = np.zeros(env.action_space.shape, np.float32)
    env.step(actions)
    assert repr(env) == f'{size}seeds 5, 6, 7, …, replication 0, day 1>'
    for _ in range(7):
        env.step(actions)
    assert 'day 8>' in repr(env)
    env.step(actions)
    assert repr(env) == f'{size}seeds 5, 6, 7, …, replication 1, day 0>'
    env.close()
    assert repr(env) == f'{size}closed>'


def test_is_the_single_environment():
    for copies in (True, False):
        env = RetailNetworkVectorEnv(N, MODEL, copy=copies)
        single = SyncVectorEnv([lambda: RetailNetworkEnv(MODEL)] * N)
        assert env.single_observation_space == single.single_observation_space
        assert env.single_action_space == single.single_action_space
        assert env.observation_space == single.observation_space
        assert (env.reset(seed=5)[0] == single.reset(seed=5)[0]).all()
        rng = np.random.default_rng(1)
        n_ends = 0
        for step in range(120):
            actions = sample(rng, env)
            for ours, theirs in zip(env.step(actions)[:4], single.step(actions)[:4]):
                assert ours.dtype == theirs.dtype and (ours == theirs).all(), step
            n_ends += ours.all()
            if step == 60:  # within an episode, and again at once
                for _ in range(2):
                    assert (env.reset()[0] == single.reset()[0]).all()
        assert n_ends == 4
        single.close()


def test_reset_at_the_end_skips_no_replication():
    env = RetailNetworkVectorEnv(2, MODEL)
    single = RetailNetworkEnv(MODEL)
    env.reset(seed=9)
    single.reset(seed=9)
    for _ in range(MODEL.n_days):
        truncated = env.step(np.zeros(env.action_space.shape))[3]
    assert truncated.all()
    single.reset()
    env.reset()
    for _ in range(5):
        actions = np.full(env.action_space.shape, -0.95)
        assert (env.step(actions)[0][0] == single.step(actions[0])[0]).all()


def test_autoreset_mode():
    mode = getattr(gymnasium.vector, 'AutoresetMode', None)
    assert RetailNetworkVectorEnv.metadata.get('autoreset_mode') is (mode and mode.NEXT_STEP)
    code = ('from inventory_twin import RetailNetworkVectorEnv; import gymnasium; '
            'gymnasium.make_vec("inventory_twin/RetailNetwork-v0", num_envs=2).reset()')
    subprocess.run([sys.executable, '-W', 'error', '-c', code], check=True)
    env = gymnasium.make_vec('inventory_twin/RetailNetwork-v0', num_envs=3, source=MODEL)
    assert isinstance(env.unwrapped, RetailNetworkVectorEnv) and env.num_envs == 3


def describe(infos):
    """With arrays as lists."""
    return {name: describe(value) if isinstance(value, dict) else value.tolist()
            for name, value in infos.items()}


def test_infos_are_those_of_the_single_environment():
    for copies in (True, False):
        env = RetailNetworkVectorEnv(N, MODEL, copy=copies, metrics=True)
        single = SyncVectorEnv([lambda: RetailNetworkEnv(MODEL)] * N)
        rng = np.random.default_rng(2)
        assert describe(env.reset(seed=5)[1]) == describe(single.reset(seed=5)[1])
        n_metrics = 0
        for step in range(70):
            if step == 40:
                assert describe(env.reset()[1]) == describe(single.reset()[1])
            actions = sample(rng, env)
            _, rewards, _, truncated, infos = env.step(actions)
            theirs = describe(single.step(actions)[4])
            ours = describe(infos)
            assert ours == {name: theirs[name] for name in ours}, step
            assert ('holding_cost' in ours) == ('seed' not in ours)
            assert truncated.all() == truncated.any() == ('metrics' in ours)
            assert ('metrics' in ours) == ('metrics' in theirs)
            n_metrics += 'metrics' in ours
            if 'seed' not in ours:
                parts = [infos[name] for name in ('holding_cost', 'stockout_cost', 'ordering_cost')]
                assert (rewards == -(parts[0] + parts[1] + parts[2])).all()
                assert all(part.shape == (N,) and part.dtype == np.float64 for part in parts)
                assert infos['_holding_cost'].all() and infos['_holding_cost'].dtype == np.bool_
        assert n_metrics == 2
    env = RetailNetworkVectorEnv(N, MODEL)
    env.reset(seed=1)
    for _ in range(MODEL.n_days):
        infos = env.step(np.zeros(env.action_space.shape))[4]
        assert 'metrics' not in infos  # nobody wanted them


def test_infos_are_new_or_the_same():
    for copies in (True, False):
        env = RetailNetworkVectorEnv(2, MODEL, copy=copies)
        env.reset(seed=1)
        first = env.step(np.zeros(env.action_space.shape))[4]
        kept = describe(first)
        first['mine'] = np.zeros(2)
        second = env.step(np.ones(env.action_space.shape))[4]
        assert 'mine' not in second
        assert (describe(first) == kept | {'mine': [0, 0]}) == copies
        with refuses(ValueError, 'read-only'):
            second['_holding_cost'][0] = False


def test_reset_comes_first():
    env = RetailNetworkVectorEnv(2, MODEL)
    with refuses(RuntimeError, 'reset()'):
        env.step(np.zeros(env.action_space.shape))


def test_wrappers():
    env = gymnasium.wrappers.vector.RecordEpisodeStatistics(RetailNetworkVectorEnv(3, MODEL))
    env.reset(seed=1)
    total = np.zeros(3)
    for _ in range(MODEL.n_days):
        _, rewards, _, _, infos = env.step(np.full(env.action_space.shape, -0.95))
        total += rewards
    assert np.allclose(infos['episode']['r'], total) and (infos['episode']['l'] == 25).all()


def test_seeds():
    env, other = RetailNetworkVectorEnv(3, MODEL), RetailNetworkVectorEnv(3, MODEL)

    def step(env):
        return env.step(np.full(env.action_space.shape, -0.9))[0].copy()
    env.reset(seed=5)
    other.reset(seed=[5, 6, 7])
    first = step(env)
    assert (first == step(other)).all()
    other.reset(seed=[6, None, np.int64(5)])
    again = step(other)
    assert (again[[2, 0]] == first[:2]).all() and not (again[1] == first).all(axis=1).any()
    env, other = RetailNetworkVectorEnv(3, MODEL), RetailNetworkVectorEnv(3, MODEL)
    env.reset()
    other.reset()
    assert not (step(env) == step(other)).all()
    other.reset(seed=np.array([5, 6, 7]))
    env.reset(seed=np.int64(5))
    assert (step(env) == step(other)).all()
    for seed, words in (([1, 2], ('2 seeds', '3')), (1.5, ('seed', '1.5')),
                        (True, ('seed', 'True')), (-1, ('seed', '-1')), ([1, 2, 'x'], ("'x'",)),
                        (2**64 - 2, ('seed', str(2**64)))):
        with refuses(ValueError, *words):
            env.reset(seed=seed)
        assert (step(env) == step(other)).all()  # it goes on
    assert RetailNetworkVectorEnv(np.int64(3), MODEL).observation_space == env.observation_space


def test_bad_actions_leave_it_as_it_was():
    env, same = RetailNetworkVectorEnv(N, MODEL), RetailNetworkVectorEnv(N, MODEL)
    env.reset(seed=1)
    same.reset(seed=1)
    actions = np.full(env.action_space.shape, -0.9, np.float32)
    damaged = actions.copy()
    damaged[3, 7] = math.nan
    with refuses(ValueError, 'environment 3', env.action_layout[7].name, 'nan'):
        env.step(damaged)
    for value in (math.inf, -math.inf):
        damaged[3, 7] = value
        with refuses(ValueError, 'environment 3', env.action_layout[7].name, str(value)):
            env.step(damaged)
    for wrong in (actions[:-1], actions[:, :-1], actions.ravel(), 0.0, None):
        with refuses(ValueError, 'actions', str(actions.shape), str(np.shape(wrong))):
            env.step(wrong)
    for wrong in (actions.astype(str), actions.astype(object), actions > 0, actions * 1j):
        with refuses(ValueError, 'actions', str(wrong.dtype), 'numbers'):
            env.step(wrong)
    with refuses(ValueError, 'actions', str(actions.shape)):
        env.step([[0], [1, 2]])
    with refuses(ValueError, 'reset_mask'):
        env.reset(options={'reset_mask': np.ones(N, np.bool_)})
    with refuses(ValueError, 'seed'):
        env.reset(seed=-1)
    strided = np.repeat(actions.astype(np.float64), 2, axis=1)[:, ::2]
    for ours, theirs in zip(env.step(strided)[:4], same.step(actions)[:4]):
        assert (ours == theirs).all()
    beyond = np.where(np.arange(actions.shape[1]) % 2, 1e300, -7) * np.ones_like(actions)
    for ours, theirs in zip(env.step(beyond)[:4], same.step(np.sign(beyond))[:4]):
        assert (ours == theirs).all()


def test_beyond_the_bounds_is_the_bound():
    """Even where the capacity is no number of single precision, and the store is empty."""
    model = Model({'stores': [{'capacity': 1600 / 3, 'order_up_to': 500, 'initial_inventory': 0}]})
    env, same, single = (RetailNetworkVectorEnv(N, model), RetailNetworkVectorEnv(N, model),
                         RetailNetworkEnv(model))
    for each in (env, same, single):
        each.reset(seed=1)
    for _ in range(9):
        rewards = env.step(np.full((N, 2), 5))[1]
        assert (rewards == same.step(np.ones((N, 2)))[1]).all()
        assert rewards[0] == single.step(np.full(2, 5))[1]


def test_arrays_are_new_or_the_same():
    for copies in (True, False):
        env = RetailNetworkVectorEnv(N, MODEL, copy=copies)
        first = env.reset(seed=1)[0]
        kept = first.copy()
        second, rewards, *_ = env.step(np.zeros(env.action_space.shape))
        assert (second is first) != copies and ((first == kept).all() == copies)
        assert (env.step(np.zeros(env.action_space.shape))[1] is rewards) != copies


def test_refusals():
    env = RetailNetworkVectorEnv(2, MODEL)
    for spoil in (pickle.dumps, copy.copy, copy.deepcopy):
        with refuses(TypeError, 'RetailNetworkVectorEnv', 'Model'):
            spoil(env)
    ignored = []
    sys.unraisablehook = ignored.append  # where errors in __del__() go
    for n, words in ((0, ('num_envs', '0')), (-1, ('num_envs', '-1')), (1.5, ('num_envs', '1.5')),
                     (2**50, (str(2**50), 'environments'))):
        with refuses(ValueError, *words):
            RetailNetworkVectorEnv(n, MODEL)
    gc.collect()
    assert ignored == []
    with refuses(ValueError, 'render_mode'):
        RetailNetworkVectorEnv(1, MODEL, render_mode='human')


def test_close_twice():
    env = RetailNetworkVectorEnv(2, MODEL)
    env.close()
    env.close()
    with refuses(RuntimeError, 'closed'):
        env.step(np.zeros(env.action_space.shape))
    with refuses(RuntimeError, 'closed'):
        env.reset(seed=1)


testing.main(globals())
