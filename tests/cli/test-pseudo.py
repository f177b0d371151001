# SPDX-License-Identifier: GPL-3.0-or-later
"""The command in a language in which every letter is another one (tests/po/pseudo): what can still
be read in its answers is not translated."""
import os
import pathlib
import re
import shutil
import subprocess

from testing import PROGRAM, SOURCE, main, twin

# What is typed, and what stands in files, is the same in all languages.
TYPED = re.compile(r'--?[a-z][a-z-]*(?:=\S+)?'      # flags
                   r'|\S*[._/*|][\w.*|]*'            # keys, files
                   r'|\btwin\b(?: (?:run|scenario|optimize|validate|bench|COMMAND)\b)?'
                   r'|\b(?:warehouse|network|run|scenario|optimize|validate|bench)\b'
                   r'|“[^“”]*”'                      # what was typed, told again
                   r'|\b(?:Downtown|Suburban|Mall|Premium coffee beans)\b'
                   r'|No such file or directory')


def check(answer, *names):
    """@names are of this answer only, such as those of metrics in a list of them."""
    unread = []
    for line in answer.split('\n'):
        if line.startswith('  twin ') or line.startswith('  echo '):
            continue  # an example
        rest = TYPED.sub(' ', line)
        unread += [(word, line) for word in re.findall('[A-Za-z]{2,}', rest) if word not in names]
    assert not unread, unread


def answers(*arguments, **options):
    done = twin(*arguments, **options)
    assert '~' in done.stdout + done.stderr, done
    return done.stdout + done.stderr


def test_pseudo_is_another_language():
    assert answers('run', '--replications', '2').startswith('[[Ŵàŕéĥöûšé ~]: 2 ')


def test_moved_prefix():
    """Translations go with the program, wherever its prefix is moved to."""
    os.makedirs('moved/bin')
    shutil.copy(PROGRAM, 'moved/bin/twin')
    shutil.copytree(os.environ['TWIN_LOCALE_DIR'], 'moved/share/locale')
    there = {name: value for name, value in os.environ.items() if name != 'TWIN_LOCALE_DIR'}
    done = subprocess.run(['moved/bin/twin', '--help'], env=there, capture_output=True, text=True,
                          check=True)
    assert '~' in done.stdout, done.stdout
    shutil.rmtree('moved/share')
    done = subprocess.run(['moved/bin/twin', '--help'], env=there, capture_output=True, text=True,
                          check=True)
    assert '~' not in done.stdout


def test_help():
    check(answers('--help'))
    for command in ('run', 'scenario', 'optimize', 'validate', 'bench'):
        check(answers(command, '--help'))


def test_lists():
    for model in ('warehouse', 'network'):
        typed = (SOURCE / f'src/engine/{model}').rglob('*.c')
        names = set(re.findall(r'"([a-z]{2,})"', ''.join(map(pathlib.Path.read_text, typed))))
        for what in ('keys', 'metrics', 'scenarios'):
            check(answers('run', '--model', model, f'--help-{what}'), *names, 'true', 'false', 'policies',
                  'max', 'min', 'step', 'target', 'seed', 'replications')


def test_run():
    check(answers('run', '--replications', '20', '--verbose'), 'start', 'demand', 'order', 'receipt',
          'end')
    check(answers('run', '--replications', '1', '--quiet'))
    check(answers('run', '--model', 'network', '--days', '30', '--replications', '20', '--verbose',
                  '--scenario', 'spike'))


def test_scenario():
    check(answers('scenario', '--replications', '20'))
    check(answers('scenario', '--replications', '20', '--model', 'network'))


def test_optimize():
    check(answers('optimize', '--replications', '20'))
    check(answers('optimize', '--replications', '1', '--set', 'optimize.reorder_point.max=55',
                  status=3))
    check(answers('optimize', '--model', 'network', '--days', '30', '--replications', '5', '--set',
                  'optimize.policies=20', '--target', '0.5'))


def test_validate():
    check(answers('validate'))


def test_bench():
    check(answers('bench', '--replications', '2', '--days', '20', '--set', 'optimize.order_up_to.max=120'))


def test_refusals():
    for arguments in (['runn'], ['run', '--seeed', '1'], ['run', '--seed'], ['run', '--seed', 'x'],
                      ['run', '--set', 'reorder_point=x'], ['run', '--set', 'reorder_point=500'],
                      ['run', '--set', 'lead_time.distribution=x'], ['run', '--set', 'no_such_key=1'],
                      ['run', '--quiet', '--verbose'], ['run', '--project', 'none.twin'],
                      ['run', '--csv', '/no/such/x.csv'], ['run', '--chart', 'x.doc'],
                      ['run', '--replications', '0'], ['run', '--threads', '0'],
                      ['run', '--scenario', 'x'], ['optimize', '--target', '98']):
        check(answers(*arguments, status=2), 'uniform', 'normal',
              'baseline')


def test_broken_files():
    for number, text in enumerate(('', '{', '[1]', '{"warehouse": {"reorder_point": "x"}}',
                                   '{"warehouse": {"reorder_point": 500}}', '{"colour": 1}',
                                   '{"format": "inventory-twin", "version": 99}')):
        pathlib.Path(f'{number}.twin').write_text(text, encoding='utf-8')
        check(answers('run', '--project', f'{number}.twin', status=2),
              'JSON', 'colour', 'format', 'version', 'model', 'experiment', 'scenarios')


main(globals())
