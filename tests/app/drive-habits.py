#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""drive-habits.py PROGRAM: what people expect of an app when it ends and starts again, is started a
second time, or dies; with the real program, its files and its bus. Prints TAP."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

from gi.repository import GLib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SESSION = pathlib.Path(os.environ['HOME']) / '.local/state/inventory-twin/session'
PATIENCE = 60  # seconds
REORDER_POINT = 'alt+d'  # the first letter of its title that nothing else in the window has
STEPS = []


def step(function):
    STEPS.append(function)
    return function


def wait_for(condition, what):
    """Returns the first true value of condition ()."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f'waited {PATIENCE} s for {what}')


def read_property(name, *window):
    """Of a window, or of the root; one that went meanwhile has none."""
    done = subprocess.run(['xprop', *(window or ['-root']), name], capture_output=True, text=True,
                          check=False)
    return done.stdout


def read_title(window):
    return read_property('_NET_WM_NAME', '-id', window).partition(' = ')[2].strip().strip('"')


def list_windows():
    """Number and title of each window that the window manager has."""
    clients = read_property('_NET_CLIENT_LIST').partition('#')[2].split(',')
    return [(client.strip(), read_title(client.strip())) for client in clients if client.strip()]


def list_titles():
    return [title for _, title in list_windows()]


def wait_for_titles(*expected):
    expected = sorted(f'{title} – Inventory Twin' for title in expected)
    try:
        wait_for(lambda: sorted(list_titles()) == expected, f'windows {expected}')
    except AssertionError as error:
        raise AssertionError(f'{error}; there are {list_titles()}') from None


def get_active_title():
    return read_title(read_property('_NET_ACTIVE_WINDOW').split()[-1])


def press(*keys, title=''):
    """Presses keys in the first window that has such a title."""
    def look():
        return next((window for window, its in list_windows() if title in its), None)
    subprocess.check_call(['xdotool', 'windowfocus', '--sync', wait_for(look, f'a window {title}')])
    subprocess.check_call(['xdotool', 'key', '--clearmodifiers', *keys])


def read_session():
    """What is kept of each window."""
    try:
        text = SESSION.read_text(encoding='utf-8')
        return GLib.Variant.parse(GLib.VariantType('aa{sv}'), text, None, None).unpack()
    except FileNotFoundError:
        return []


class Scene:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.log = self.folder / 'log'
        self.process = None

    def make_project(self, name, **parameters):
        path = self.folder / name
        path.write_text(json.dumps({'format': 'inventory-twin', 'warehouse': parameters}),
                        encoding='utf-8')
        return path

    def start(self, *arguments):
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], stderr=log)

    def wait_for_end(self):
        assert self.process.wait(timeout=PATIENCE) == 0, self.process.returncode

    def start_again(self, *arguments, cwd=None):
        """A second start, while the first one runs: it has nothing to do but to pass on."""
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, timeout=60, check=False,
                              capture_output=True, text=True)
        assert done.returncode == 0 and done.stderr == '', done

    def read_reorder_point(self, name):
        """As the session has it of the changes that no file has; None: there are none."""
        for window in read_session():
            if window.get('uri', '').endswith(name) and 'draft' in window:
                return json.loads(window['draft'])['warehouse']['reorder_point']
        return None

    def move_reorder_point(self, name):
        """By its access key and an arrow."""
        press(REORDER_POINT, 'Up', title=name)
        wait_for(lambda: any(f'• {name}' in title for title in list_titles()), 'a mark at the name')
        return wait_for(lambda: self.read_reorder_point(name), 'the change to be noted')

    def quit(self, title=''):
        press('ctrl+q', title=title)
        self.wait_for_end()

    def answer(self, key):
        """The question whether to save, by an access key."""
        wait_for(lambda: len(list_titles()) > self.n_windows, 'a question')
        subprocess.check_call(['xdotool', 'key', '--clearmodifiers', f'alt+{key}'])


@step
def begins_with_a_named_example(scene):
    scene.start()
    wait_for_titles('First Steps')


@step
def second_start_goes_to_the_first(scene):
    scene.shop = scene.make_project('shop.twin', reorder_point=51, order_up_to=151)
    scene.start_again(scene.shop)
    wait_for_titles('shop.twin')
    scene.start_again()
    wait_for_titles('shop.twin')


@step
def one_file_has_one_window(scene):
    (scene.folder / 'link.twin').symlink_to('shop.twin')
    (scene.folder / 'below').mkdir()
    scene.start_again('shop.twin', cwd=scene.folder)
    scene.start_again('../shop.twin', cwd=scene.folder / 'below')
    scene.start_again(scene.folder / 'link.twin')
    scene.other = scene.make_project('other.twin', reorder_point=61, order_up_to=161)
    # One that is open, and one that is new, with its link, all in one start
    (scene.folder / 'other-link.twin').symlink_to(scene.other)
    scene.start_again('link.twin', 'other.twin', 'other-link.twin', 'other.twin', cwd=scene.folder)
    wait_for(lambda: len(list_titles()) == 2, 'two windows')
    time.sleep(0.5)  # for a window too many
    assert len(list_titles()) == 2, list_titles()
    press('ctrl+w', title='other')  # whichever of the two names it came by
    wait_for_titles('shop.twin')
    scene.start_again('other.twin', cwd=scene.folder)
    wait_for_titles('shop.twin', 'other.twin')
    scene.start_again('shop.twin', cwd=scene.folder)
    wait_for(lambda: 'shop.twin' in get_active_title(), 'its window to be in front')


@step
def quitting_brings_all_back(scene):
    press('ctrl+3', 'F9', title='other.twin')
    wait_for(lambda: any(window.get('tab') == 'optimize' for window in read_session()),
             'the tab to be noted')
    scene.quit('other.twin')
    windows = {window['uri'].rpartition('/')[2]: window for window in read_session()}
    assert sorted(windows) == ['other.twin', 'shop.twin'], windows
    assert windows['other.twin']['tab'] == 'optimize', windows
    assert not windows['other.twin']['sidebar'], windows
    assert windows['shop.twin']['tab'] == 'run', windows
    assert windows['shop.twin']['sidebar'], windows
    assert read_session()[-1]['uri'].endswith('other.twin'), windows  # it was in front

    scene.start()
    wait_for_titles('shop.twin', 'other.twin')
    wait_for(lambda: 'other.twin' in get_active_title(), 'it to be in front again')
    # Nothing gets lost on the way there and back.
    scene.quit('other.twin')
    again = {window['uri'].rpartition('/')[2]: window for window in read_session()}
    assert again == windows, (again, windows)


@step
def killed_program_loses_next_to_nothing(scene):
    scene.start()
    wait_for_titles('shop.twin', 'other.twin')
    value = scene.move_reorder_point('shop.twin')
    assert value != 51
    scene.process.send_signal(signal.SIGKILL)
    scene.process.wait()

    scene.start()
    wait_for_titles('• shop.twin', 'other.twin')
    assert json.loads(scene.shop.read_text(encoding='utf-8'))['warehouse']['reorder_point'] == 51
    assert scene.read_reorder_point('shop.twin') == value
    press('ctrl+z', title='shop.twin')
    wait_for_titles('shop.twin', 'other.twin')


@step
def end_of_the_desktop_loses_nothing(scene):
    press(REORDER_POINT, 'Up', title='shop.twin')
    wait_for_titles('• shop.twin', 'other.twin')
    scene.process.send_signal(signal.SIGTERM)
    scene.wait_for_end()
    assert scene.read_reorder_point('shop.twin') not in (None, 51)


@step
def argument_wins(scene):
    """Only the file that was asked for comes, and what would be lost else."""
    scene.third = scene.make_project('third.twin', reorder_point=71, order_up_to=171)
    scene.start(scene.third)
    wait_for_titles('• shop.twin', 'third.twin')
    wait_for(lambda: 'third.twin' in get_active_title(), 'it to be in front')
    scene.n_windows = 2


@step
def quitting_can_be_called_off(scene):
    press('ctrl+q', title='third.twin')
    scene.answer('c')
    wait_for_titles('• shop.twin', 'third.twin')
    scene.start_again(scene.third)
    wait_for_titles('• shop.twin', 'third.twin')


@step
def opening_calls_quitting_off(scene):
    """What is opened while the question stands there is new, so only the window that asks goes."""
    press('ctrl+q', title='third.twin')
    wait_for(lambda: len(list_titles()) == 3, 'a question')
    late = scene.make_project('late.twin', reorder_point=81, order_up_to=181)
    scene.start_again(late)
    wait_for(lambda: any('late.twin' in title for title in list_titles()), 'the file')
    press('alt+d', title='Save Changes')
    wait_for_titles('third.twin', 'late.twin')
    time.sleep(0.5)  # for more windows that go
    wait_for_titles('third.twin', 'late.twin')
    press('ctrl+w', title='late.twin')
    wait_for_titles('third.twin')


@step
def discarded_changes_stay_away(scene):
    scene.start_again(scene.shop)
    wait_for_titles('shop.twin', 'third.twin')
    scene.move_reorder_point('shop.twin')
    press('ctrl+q', title='third.twin')
    scene.answer('d')
    scene.wait_for_end()
    assert not any('draft' in window for window in read_session()), read_session()
    assert len(read_session()) == 2, read_session()


@step
def closed_window_stays_away(scene):
    scene.start()
    wait_for_titles('shop.twin', 'third.twin')
    press('ctrl+w', title='shop.twin')
    wait_for_titles('third.twin')
    press('ctrl+w', title='third.twin')  # the last one ends the program
    scene.wait_for_end()
    assert [window['uri'].rpartition('/')[2] for window in read_session()] == ['third.twin']


@step
def nothing_left_begins_anew(scene):
    scene.third.unlink()
    scene.start()
    wait_for_titles('First Steps')
    scene.quit()


@step
def example_comes_back(scene):
    scene.start()
    wait_for_titles('First Steps')
    press('ctrl+2')
    scene.quit()
    assert [window.get('example') for window in read_session()] == ['first-steps'], read_session()
    assert read_session()[0]['tab'] == 'scenario'


@step
def broken_session_is_no_obstacle(scene):
    for text in (b'\xff\xfe\0garbage', b"[{'uri': <''>}]", b"[{'uri': <'file:///nowhere'>}]",
                 b"[{'example': <'unknown'>, 'tab': <'unknown'>, 'metric': <'unknown'>, 'size': <(1, 1)>}]",
                 b"[{'example': <'first-steps'>, 'draft': <'{'>}]"):
        SESSION.write_bytes(text)
        scene.start()
        wait_for_titles('First Steps')
        scene.quit()


@step
def help_is_shown_by_the_browser(scene):
    """The desktop's program for web pages gets the guide; where there is none, nothing falls over."""
    scene.start()
    wait_for_titles('First Steps')
    press('F1')
    wait_for(lambda: scene.visited.exists() and scene.visited.read_text(encoding='utf-8'),
             'the browser to be started')
    visited = scene.visited.read_text(encoding='utf-8')
    # A local file reaches a program by its path.
    assert visited in ((scene.help / 'guide.html').as_uri(), str(scene.help / 'guide.html')), visited
    scene.quit()


@step
def complained_of_nothing(scene):
    log = scene.log.read_text(encoding='utf-8')
    assert log == '', log


def install_browser(scene):
    """A program for web pages, which writes down what it was given; and a guide."""
    scene.visited = scene.folder / 'visited'
    scene.help = scene.folder / 'help'
    scene.help.mkdir()
    (scene.help / 'guide.html').write_text('<!doctype html><title>Guide</title>', encoding='utf-8')
    os.environ['TWIN_HELP_DIR'] = str(scene.help)
    applications = pathlib.Path(os.environ['XDG_DATA_HOME']) / 'applications'
    applications.mkdir(parents=True)
    browser = scene.folder / 'browser'
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{scene.visited}"\n', encoding='utf-8')
    browser.chmod(0o755)
    (applications / 'browser.desktop').write_text(
        f'[Desktop Entry]\nType=Application\nName=Browser\nExec={browser} %u\nMimeType=text/html;\n',
        encoding='utf-8')
    (applications / 'mimeapps.list').write_text('[Default Applications]\ntext/html=browser.desktop\n',
                                                encoding='utf-8')


def describe(scene):
    tap.explain(f'windows: {list_titles()}')
    tap.explain(scene.log.read_text(encoding='utf-8') if scene.log.exists() else '')


def main():
    with tempfile.TemporaryDirectory(prefix='twin-habits-') as folder:
        scene = Scene(folder)
        install_browser(scene)
        status = tap.run({f'/habits/{function.__name__}': function for function in STEPS}, scene,
                         in_order=True, describe=describe)
        if scene.process is not None and scene.process.poll() is None:
            scene.process.kill()
            scene.process.wait()
    return status


sys.exit(main())
