# SPDX-License-Identifier: GPL-3.0-or-later
"""parallel_env against PettingZoo's own tests, and against the single agent."""
import contextlib
import copy
import io
import math
import pickle

import numpy as np
import testing
from inventory_twin import DigitalTwin, RetailNetworkEnv, parallel_env
from pettingzoo.test import parallel_api_test, parallel_seed_test
from testing import refuses

TWO_SKUS = {'skus': [{'id': 'a'}, {'id': 'b'}]}
AGENTS = ['store_1', 'store_2', 'store_3', 'warehouse_1']


def test_api():
    for options in ({}, {'source': TWO_SKUS}, {'reward': 'own'}):
        with contextlib.redirect_stdout(io.StringIO()):  # it says that it passed
            parallel_api_test(parallel_env(**options), num_cycles=500)


def test_seed():
    with contextlib.redirect_stdout(io.StringIO()):
        parallel_seed_test(parallel_env)


def test_spaces_are_the_same_objects():
    env = parallel_env(TWO_SKUS)
    assert env.possible_agents == AGENTS and env.agents == []
    for agent in AGENTS:
        assert env.action_space(agent) is env.action_space(agent)
        assert env.observation_space(agent) is env.observation_space(agent)
        assert env.observation_space(agent).is_bounded() and env.action_space(agent).shape == (2,)
    names = [number.name for number in env.observation_layouts['warehouse_1']]
    assert names == ['warehouse_1.a.on_hand', 'warehouse_1.a.on_order', 'warehouse_1.a.backlog',
                     'warehouse_1.b.on_hand', 'warehouse_1.b.on_order', 'warehouse_1.b.backlog',
                     'day', 'a.season_sin', 'a.season_cos', 'b.season_sin', 'b.season_cos']


def test_is_the_single_agent():
    env, single = parallel_env(TWO_SKUS), RetailNetworkEnv(TWO_SKUS)
    env.reset(seed=3)
    single.reset(seed=3)
    rng = np.random.default_rng(2)
    for _ in range(90):
        action = rng.uniform(-1, 0, 8).astype(np.float32)
        observations, rewards, terminations, truncations, infos = env.step(
            dict(zip(AGENTS, action.reshape(4, 2))))
        observation, reward, _, truncated, info = single.step(action)
        assert (env.state() == observation).all() and env.state() in env.state_space
        by_name = dict(zip((number.name for number in single.observation_layout), observation))
        for agent in AGENTS:
            assert observations[agent].tolist() == [
                by_name[number.name] for number in env.observation_layouts[agent]]
            assert observations[agent] in env.observation_space(agent)
            assert rewards[agent] == reward and not terminations[agent]
            assert truncations[agent] == truncated
            assert infos[agent] == {**info['nodes'][agent], 'team_cost': info['total_cost']}
    assert truncated and env.agents == []
    with refuses(RuntimeError, '90 days'):
        env.step({})
    env.reset()
    single.reset()
    assert env.agents == AGENTS
    assert (env.step(dict.fromkeys(AGENTS, np.zeros(2)))[0]['store_1']
            == single.step(np.zeros(8))[0][[i for i, number in enumerate(single.observation_layout)
                                            if number.node in ('store_1', None)]]).all()


def test_absent_follows_the_rule():
    env, twin = parallel_env(), DigitalTwin()
    env.reset(seed=6)
    twin.reset(seed=6)
    for day in range(90):
        actions = {'store_2': np.array([-0.9])} if day % 2 else {'store_1': None}
        orders = {'store_2': float(env.action_maps['store_2'].to_units([-0.9])[0])}
        env.step(actions)
        twin.step(orders if day % 2 else None)
        assert (env.state() == twin.get_state_vector().astype(np.float32)).all()


def test_own_reward():
    env = parallel_env(reward='own')
    env.reset(seed=6)
    rewards, infos = [env.step({})[i] for i in (1,)][0], env.step({})
    for agent in AGENTS:
        info = infos[4][agent]
        own = info['holding_cost'] + info['stockout_cost'] + info['ordering_cost']
        assert infos[1][agent] == -own and rewards[agent] < 0
    assert abs(sum(infos[1].values()) + infos[4]['store_1']['team_cost']) < 1e-9
    with refuses(ValueError, 'reward', 'mine'):
        parallel_env(reward='mine')


def test_bad_actions_leave_it_as_it_was():
    env = parallel_env(settings='horizon_days=8')
    with refuses(RuntimeError, 'reset()'):
        env.step({})
    env.reset(seed=1)
    env.step({'store_3': [0.5]})
    before = pickle.dumps(env)
    for actions, words in (({'store_9': [0]}, ('store_9', 'store_1', 'warehouse_1')),
                           ({3: [0]}, ('3', 'store_1')),
                           ({'store_1': [0, 0]}, ('store_1', '(2,)', '(1,)')),
                           ({'store_1': 0}, ('store_1', '()', '(1,)')),
                           ({'store_2': [0], 'store_1': [math.nan]}, ('store_1', 'nan')),
                           ({'warehouse_1': [-math.inf]}, ('warehouse_1', '-inf')),
                           ({'store_2': ['1']}, ('store_2', '<U1', 'numbers')),
                           ({'store_2': [True]}, ('store_2', 'bool')),
                           ([[0]] * 4, ('actions', 'mapping')),
                           (None, ('actions', 'None', 'mapping'))):
        with refuses(ValueError, *words):
            env.step(actions)
        assert pickle.dumps(env) == before, actions
    while env.agents:
        env.step({})
    before = pickle.dumps(env)
    with refuses(RuntimeError, '8 days', 'reset'):
        env.step({})
    with refuses(ValueError, 'seed', '-1'):
        env.reset(seed=-1)
    assert pickle.dumps(env) == before


def test_pickles_go_on_alike():
    env = parallel_env(reward='own')
    env.reset(seed=1)
    for _ in range(20):
        env.step({'store_1': [-0.9]})
    for same in (pickle.loads(pickle.dumps(env)), copy.deepcopy(env)):
        assert same.agents == env.agents and (same.state() == env.state()).all()
    assert same.step({})[1] == env.step({})[1]
    same.reset()
    env.reset()
    assert same.step({})[1] == env.step({})[1]


def test_close_twice():
    env = parallel_env()
    env.close()
    env.close()
    with refuses(RuntimeError, 'closed'):
        env.reset(seed=1)
    with refuses(ValueError, 'render_mode'):
        parallel_env(render_mode='human')


testing.main(globals())
