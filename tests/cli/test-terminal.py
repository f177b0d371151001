#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+C, progress, and what a terminal shows that a file does not."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

from testing import PROGRAM, listing, main, plain, start, twin

# Minutes of work that nobody waits for
LONG = ('--days', '36500', '--replications', '200000')


def wait_until_watching(process):
    """Signals are waited for by a thread of its own: once it is there, they are heard."""
    while process.poll() is None:
        with open(f'/proc/{process.pid}/status', encoding='utf-8') as file:
            if int(re.search(r'^Threads:\s+(\d+)', file.read(), re.MULTILINE)[1]) > 1:
                return
        time.sleep(0.01)
    assert False, 'it was over too soon to be interrupted'


def interrupt(*arguments, number=signal.SIGINT):
    process = start(*arguments)
    wait_until_watching(process)
    process.send_signal(number)
    output, errors = process.communicate(timeout=60)
    return process.returncode, output, errors.decode()


def test_interrupt():
    for command in (('run', *LONG), ('scenario', *LONG), ('optimize', *LONG)):
        status, output, errors = interrupt(*command, '--csv', 'a.csv', '--chart', 'a.png')
        assert status == 130, (command, status, errors)
        assert output == b'' and errors == 'Interrupted\n'
        assert listing() == []


def test_interrupt_is_quiet():
    status, output, errors = interrupt('run', *LONG, '--quiet')
    assert (status, output, errors) == (130, b'', '')


def test_interrupt_keeps_old_file():
    with open('a.csv', 'w', encoding='utf-8') as file:
        file.write('old')
    assert interrupt('run', *LONG, '--csv', 'a.csv')[0] == 130
    with open('a.csv', encoding='utf-8') as file:
        assert file.read() == 'old'
    assert listing() == ['a.csv']


def test_terminate():
    status, _, _ = interrupt('run', *LONG, '--csv', 'a.csv', number=signal.SIGTERM)
    assert status == 130 and listing() == []


def test_ignored_signal():
    """nohup and background jobs ignore it, and go on."""
    process = subprocess.Popen([PROGRAM, 'run', '--days', '36500', '--replications', '8000',
                                '--threads', '1', '--json'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    wait_until_watching(process)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0 and output.startswith(b'{')


def on_terminal(*arguments, until=None, environment=None, width=100, status=0):
    """Runs with standard output and error on a terminal; returns what it showed. Interrupts once
    @until was seen."""
    outer, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack('HHHH', 24, width, 0, 0))
    process = subprocess.Popen([PROGRAM, *arguments], stdout=inner, stderr=inner,
                               env={**os.environ, 'TERM': 'xterm', **(environment or {})})
    os.close(inner)
    shown = b''
    interrupted = False
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([outer], [], [], 0.1)[0]:
            try:
                data = os.read(outer, 65536)
            except OSError:
                break
            if not data:
                break
            shown += data
        if until is not None and until in shown:
            until = None
            interrupted = True
            process.send_signal(signal.SIGINT)
    os.close(outer)
    assert process.wait(timeout=60) == (130 if interrupted else status), shown
    return shown


def assert_whole(shown):
    """Whatever the line of progress says at the moment, it is a whole sentence."""
    lines = [line for line in plain(shown.decode()).replace('\r\x1b[K', '\n').splitlines()
             if ' of ' in line]
    assert lines
    for line in lines:
        assert re.fullmatch(r'[━─]+  \w+: [\d\u202f]+ of [\d\u202f]+(, about \d+\u202f(s|min) left)?', line), line


def test_progress():
    shown = on_terminal('run', *LONG, until=b' left')
    assert b'Replications: ' in shown and b' of 200' in shown and '─'.encode() in shown
    # The line is taken away before the end.
    assert shown.rstrip().endswith(b'Interrupted')
    assert b'\r\x1b[KInterrupted' in shown.replace(b'\r\n', b'')
    assert_whole(shown)
    # Before the first policy is done nobody knows how long it will take.
    assert_whole(on_terminal('optimize', '--model', 'network', '--days', '36500', '--replications', '20000',
                             until=b'Policies: 0 of '))
    narrow = on_terminal('optimize', '--model', 'network', '--days', '3650', '--replications', '2000',
                         until=b' left', width=40)
    assert b'Policies: ' in narrow and '─'.encode() not in narrow


def test_interrupted_search():
    """Of a network what was found so far is said to people, and to nobody else."""
    search = ('optimize', '--model', 'network', '--days', '3650', '--replications', '4000',
              '--set', 'optimize.policies=1000')
    shown = on_terminal(*search, until=b' left').decode().replace('\r\n', '\n')
    assert re.search(r'\nThe search was interrupted after [\d٠-٩]+ polic', '\n' + shown.split('\x1b[K')[-1]), shown
    assert 'service level' in shown and '  In the search ' in shown and '%' in shown, shown
    assert 'Retail network: ' in shown and shown.endswith('\nInterrupted\n'), shown
    shown = on_terminal(*search, '--json', '--csv', 'a.csv', until=b' left')
    assert b'{' not in shown and b'was interrupted' not in shown and listing() == []


def test_no_progress():
    shown = on_terminal('run', '--days', '60', '--replications', '20')
    assert b'\r\x1b[K' not in shown, 'short work needs no bar'
    slow = ('run', '--days', '3650', '--replications', '8000', '--threads', '1')
    assert b'\x1b' not in on_terminal(*slow, environment={'TERM': 'dumb'})
    assert b'\r\x1b[K' not in on_terminal(*slow, '--quiet')
    done = twin(*slow)
    assert done.stderr == '' and '\x1b' not in done.stdout


def test_bold():
    short = ('run', '--days', '60', '--replications', '20')
    assert b'\x1b[1m' in on_terminal(*short)
    assert b'\x1b' not in on_terminal(*short, environment={'NO_COLOR': '1'})
    assert b'\x1b' not in on_terminal(*short, environment={'TERM': 'dumb'})
    assert b'\x1b[1m' in on_terminal(*short, environment={'NO_COLOR': ''})
    assert b'\x1b[1mtwin run:' in on_terminal('run', '--seed', 'abc', status=2)
    assert '\x1b' not in twin(*short).stdout
    assert '\x1b' not in twin('run', '--seed', 'abc', status=2).stderr


def test_closed_pipe():
    """`twin … | head -1` ends without a word."""
    process = start('run', '--days', '60', '--replications', '50', '--trace', '-')
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b''
    assert process.wait(timeout=60) in (0, -signal.SIGPIPE)


main(globals())
