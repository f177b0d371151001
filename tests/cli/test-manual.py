#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and the completion, held against the program: neither can go stale."""
import re
import shutil
import subprocess

from testing import PROGRAM, SOURCE, Skip, main, twin

COMMANDS = ('run', 'scenario', 'optimize', 'validate', 'bench')
MANUAL = (SOURCE / 'data' / 'twin.1.in').read_text(encoding='utf-8')
COMPLETION = SOURCE / 'data' / 'twin.bash-completion'

# What bash-completion brings along, as far as the script needs it
STUBS = '''
_init_completion () {
  words=("${COMP_WORDS[@]}") cword=$COMP_CWORD
  cur=${words[cword]} prev=${words[cword - 1]}
}
_filedir () { COMPREPLY=("filedir $1"); }
compopt () { :; }
complete () { :; }
'''


def list_flags():
    flags = set()
    for command in COMMANDS:
        flags |= set(re.findall(r'^  (--[a-z-]+)', twin(command, '--help').stdout, re.MULTILINE))
    return flags


def test_flags():
    described = set(re.findall(r'^\.(?:BI|B|BR) (?:\\-h ", " )?(\\-\\-[a-z\\-]+)', MANUAL,
                               re.MULTILINE))
    described = {flag.replace('\\', '') for flag in described}
    assert described == list_flags(), described ^ list_flags()


def test_arguments():
    """The manual calls a flag's value what the help calls it."""
    for command in COMMANDS:
        for flag, argument in re.findall(r'^  (--[a-z-]+) ([A-Z=]+) ', twin(command, '--help').stdout,
                                         re.MULTILINE):
            written = flag.replace('-', '\\-')
            assert f'.BI {written} " {argument}"' in MANUAL, flag


def test_commands():
    for command in COMMANDS:
        assert f'.B twin {command}\n' in MANUAL


def test_exit_statuses():
    section = MANUAL[MANUAL.index('.SH EXIT STATUS'):MANUAL.index('.SH FILES')]
    assert re.findall(r'^\.B (\d+)$', section, re.MULTILINE) == ['0', '1', '2', '3', '130']


def test_examples():
    """Every example of the manual and of the help runs."""
    with open('shop.twin', 'w', encoding='utf-8') as file:
        file.write('{"warehouse": {"horizon_days": 30}}')
    examples = re.findall(r'^(twin .*)$', MANUAL.replace('\\-', '-'), re.MULTILINE)
    # All but "twin - simulate", which is the page's name
    examples = [line for line in examples if not line.startswith('twin - ')]
    for command in COMMANDS:
        examples += re.findall(r'^  (twin .*[^\]\n])$', twin(command, '--help').stdout, re.MULTILINE)
    assert len(examples) > 10
    for example in examples:
        arguments = example.split()[1:]
        if arguments[0] not in ('validate', 'bench'):
            arguments += ['--replications', '5']
            arguments += [] if '--verbose' in arguments else ['--quiet']
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, check=False)
        assert done.returncode in (0, 3), (example, done.stderr)


def test_formatted():
    """The page has no mistakes that groff knows of."""
    if shutil.which('groff') is None:
        raise Skip('groff is not installed')
    done = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-z'], input=MANUAL, encoding='utf-8',
                          capture_output=True, check=True)
    assert done.stderr == '', done.stderr


def complete(*words):
    script = f'{STUBS}\nsource {COMPLETION}\nCOMP_WORDS=("$@")\n' \
             'COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_twin\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    done = subprocess.run(['bash', '-c', script, 'bash', PROGRAM, *words], encoding='utf-8',
                          capture_output=True, check=True)
    assert done.stderr == '', done.stderr
    return [line for line in done.stdout.split('\n') if line]


def test_completion():
    if shutil.which('bash') is None:
        raise Skip('bash is not installed')
    assert complete('') == [*COMMANDS, '--help', '--version']
    assert complete('op') == ['optimize']
    assert complete('run', '--re') == ['--replications']
    assert complete('optimize', '--t') == ['--threads', '--target']
    assert complete('run', '--set', 'reorder') == ['reorder_point=']
    assert complete('run', '--set', 'optimize.order') == [
        'optimize.order_up_to.min=', 'optimize.order_up_to.max=', 'optimize.order_up_to.step=']
    assert complete('run', '--scenario', '') == ['baseline', 'demand_spike', 'lead_time_disruption']
    assert complete('scenario', '--name', 'dem') == ['demand_spike']
    assert complete('run', '--project', '') == ['filedir twin']
    assert complete('run', '--demand', '') == ['filedir csv']
    assert complete('run', '--model', '') == ['warehouse', 'network']
    assert complete('run', '--model', 'network', '--scenario', 's') == [
        'spike', 'strong_seasonality', 'supplier_delay']
    assert complete('run', '--model', 'network', '--set', 'supplier.r') == ['supplier.reliability=']
    for command in COMMANDS:
        flags = re.findall(r'^  (--[a-z-]+)', twin(command, '--help').stdout, re.MULTILINE)
        assert complete(command, '--') == flags


def test_completion_of_a_project():
    """Scenarios are those of the project that was typed."""
    with open('own.twin', 'w', encoding='utf-8') as file:
        file.write('{"scenarios": [{"name": "baseline", "title": "B", "changes": {}},'
                   ' {"name": "spring", "title": "S", "changes": {}}]}')
    assert complete('run', '--project', 'own.twin', '--scenario', 's') == ['spring']


main(globals())
