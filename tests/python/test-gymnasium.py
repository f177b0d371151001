# SPDX-License-Identifier: GPL-3.0-or-later
"""RetailNetworkEnv against Gymnasium's own checks, and against the twin that is led by hand."""
import copy
import math
import pickle
import warnings

import gymnasium
import numpy as np
import testing
from gymnasium.utils.env_checker import check_env
from inventory_twin import DigitalTwin, Model, RemarkWarning, RetailNetworkEnv
from testing import refuses

TWO_SKUS = {'skus': [{'id': 'a'}, {'id': 'b'}], 'stores': [{'id': 'only'}]}


NO_DEMAND = ['skus.0.base_demand=0', 'skus.0.demand_sd=0']
NO_ROOM = ['stores.0.capacity=0', 'stores.0.initial_inventory=0', 'warehouse.capacity=0',
           'warehouse.initial_inventory=0']


def test_check_env():
    for options in ({}, {'source': TWO_SKUS}, {'scenario': 'spike'}, {'settings': NO_DEMAND},
                    {'settings': NO_ROOM}):
        with warnings.catch_warnings():  # a warning is an error
            warnings.simplefilter('ignore', RemarkWarning)
            env = gymnasium.make('inventory_twin/RetailNetwork-v0', **options)
            check_env(env.unwrapped)
        env.close()


def test_repr():
    env = RetailNetworkEnv(TWO_SKUS)
    assert repr(env) == '<RetailNetworkEnv: 1 store, 2 SKUs, 90 days; not reset yet>'
    env.reset(seed=5)
    env.step(np.zeros(4))
    assert repr(env) == '<RetailNetworkEnv: 1 store, 2 SKUs, 90 days; seed 5, replication 0, day 1>'
    env.close()
    assert 'closed' in repr(env)


def test_spaces():
    env = RetailNetworkEnv(TWO_SKUS)
    assert env.observation_space.is_bounded() and env.observation_space.dtype == np.float32
    assert env.action_space.is_bounded() and env.action_space.shape == (4,)
    assert [number.name for number in env.action_layout] == [
        'only.a.order', 'only.b.order', 'warehouse_1.a.order', 'warehouse_1.b.order']
    assert len(env.observation_layout) == env.observation_space.shape[0]


def test_is_the_twin():
    env, twin = RetailNetworkEnv(), DigitalTwin()
    observation, info = env.reset(seed=12)
    twin.reset(seed=12)
    assert info == {'seed': 12, 'replication': 0}
    rng = np.random.default_rng(3)
    for day in range(90):
        action = rng.uniform(-1.2, 1.2, 4).astype(np.float32)
        orders = dict(zip(twin.model.nodes, env.action_map.to_units(action)))
        observation, reward, terminated, truncated, info = env.step(action)
        _, same_reward, done, day_info = twin.step(orders)
        assert observation.dtype == np.float32 and observation in env.observation_space
        assert (observation == twin.get_state_vector().astype(np.float32)).all()
        assert (reward, terminated, truncated) == (same_reward, False, done == (day == 89) and done)
        if done:
            assert info.pop('metrics') == twin.get_metrics()
        assert info == day_info
    assert abs(info['holding_cost'] + info['stockout_cost'] + info['ordering_cost'] + reward) < 1e-9
    with refuses(RuntimeError, '90 days'):
        env.step(action)


def test_seeds_go_on():
    env, other = RetailNetworkEnv(), RetailNetworkEnv()
    env.reset(seed=4)
    assert env.reset()[1] == {'seed': 4, 'replication': 1}
    assert env.reset(seed=4)[1] == {'seed': 4, 'replication': 0}
    assert env.np_random.integers(2**60) == np.random.default_rng(4).integers(2**60)
    drawn, another = env.__class__().reset()[1]['seed'], other.reset()[1]['seed']
    assert drawn != another
    assert other.reset()[1] == {'seed': another, 'replication': 1}
    with refuses(ValueError, 'seed', '-1'):
        env.reset(seed=-1)


def test_bad_actions_leave_it_as_it_was():
    env = RetailNetworkEnv(settings='horizon_days=8')
    env.reset(seed=1)
    env.step(np.zeros(4))
    before = pickle.dumps(env)
    for action, words in (
            (np.zeros(3), ('action', '(3,)', '(4,)')),
            (np.zeros((1, 4)), ('action', '(1, 4)', '(4,)')),
            (0.5, ('action', '()', '(4,)')),
            (None, ('action', '()', '(4,)')),
            ({'store_1': 0}, ('action', '()', '(4,)')),
            ([0, 0, [1, 2], 0], ('action', '[1, 2]', '(4,)')),
            (['0', '0', '0', '0'], ('action', '<U1', 'numbers')),
            ([0, None, 0, 0], ('action', 'object', 'numbers')),
            ([True] * 4, ('action', 'bool', 'numbers')),
            (np.zeros(4, np.complex64), ('action', 'complex64', 'numbers')),
            ([0, 0, math.nan, 0], ('store_3.sku_001.order', 'nan', '-1 to 1')),
            ([0, math.inf, 0, 0], ('store_2.sku_001.order', 'inf', '-1 to 1')),
            ([0, 0, 0, -math.inf], ('warehouse_1.sku_001.order', '-inf', '-1 to 1'))):
        with refuses(ValueError, *words):
            env.step(action)
        assert pickle.dumps(env) == before, action
    for _ in range(7):
        truncated = env.step(np.zeros(4))[3]
    before = pickle.dumps(env)
    with refuses(RuntimeError, '8 days', 'reset'):
        env.step(np.zeros(4))
    assert truncated and pickle.dumps(env) == before


def test_reset_comes_first():
    env = RetailNetworkEnv()
    with refuses(RuntimeError, 'reset()'):
        env.step(np.zeros(4))
    first = env.reset(seed=3)[0]
    assert (first == RetailNetworkEnv().reset(seed=3)[0]).all() and first[-3] == 0  # the day


def test_any_numbers_are_actions():
    env = RetailNetworkEnv()
    env.reset(seed=2)
    expected = copy.deepcopy(env).step(np.array([-1, 1, 0, 1], np.float32))[0]
    for action in ([-1, 1, 0, 1], (-1.0, 1e300, 0.0, 9), np.array([-1, 7, 0, 1], np.int8),
                   np.array([-1, 0, 1, 0, 0, 0, 1, 0], np.float16)[::2] * [1, 1, 1, 1]):
        assert (copy.deepcopy(env).step(action)[0] == expected).all(), action
    assert np.isfinite(env.step(np.array([0, 1, 2, 3], np.uint8))[0]).all()


def test_pickles_go_on_alike():
    env = RetailNetworkEnv(TWO_SKUS)
    env.reset(seed=8)
    for _ in range(15):
        env.step(np.full(4, -0.9))
    for same in (pickle.loads(pickle.dumps(env)), copy.deepcopy(env)):
        assert same.reset()[1] == {'seed': 8, 'replication': 1}
    same = pickle.loads(pickle.dumps(env))
    for _ in range(20):
        ours, theirs = env.step(np.full(4, -0.8)), same.step(np.full(4, -0.8))
        assert (ours[0] == theirs[0]).all() and ours[1:] == theirs[1:]
    assert env.np_random.random() == same.np_random.random()


def test_close_twice():
    env = RetailNetworkEnv(Model())
    env.close()
    env.close()
    with refuses(RuntimeError, 'closed'):
        env.reset()
    with refuses(ValueError, 'render_mode', 'human'):
        RetailNetworkEnv(render_mode='human')


testing.main(globals())
