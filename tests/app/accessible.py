# SPDX-License-Identifier: GPL-3.0-or-later
"""The app as a screen reader meets it: a tree of nodes with role, name, value and actions.

On GTK 4.8 a node outside the view still counts as showing, so its width is what tells; and there are
no screen coordinates, so those come from the X window.
"""
import os
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.init()
Atspi.set_timeout(5000, 15000)

PATIENCE = 60  # seconds

BUTTON = ('push button', 'button', 'toggle button')
ENTRY = ('text', 'entry')


def wait_for(condition, what):
    """Returns the first true value of condition ()."""
    end = time.monotonic() + PATIENCE
    problem = None
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error as error:  # a node went while it was looked at
            problem = error
        time.sleep(0.02)
    raise AssertionError(f'waited {PATIENCE} s for {what} ({problem})')


class Node:
    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ''

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def role(self):
        return self.accessible.get_role_name()

    @property
    def states(self):
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def children(self):
        count = self.accessible.get_child_count()
        found = (self.accessible.get_child_at_index(i) for i in range(count))
        return [Node(child) for child in found if child]

    @property
    def is_mapped(self):
        return self.extents[2] > 0

    @property
    def extents(self):
        box = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def look(self, role, name=None):
        """The first node of that role (or one of several) whose name has those words, or None."""
        roles = (role,) if isinstance(role, str) else role
        for node in self.walk():
            if node.role in roles and (name is None or name in node.name):
                return node
        return None

    def find(self, role, name=None):
        return wait_for(lambda: self.look(role, name), f'{role} “{name}”')

    def find_mapped(self, role, name=None):
        def look():
            node = self.look(role, name)
            return node if node and node.is_mapped else None
        return wait_for(look, f'{role} “{name}” to be seen')

    def click(self, action='click'):
        names = [Atspi.Action.get_action_name(self.accessible, i)
                 for i in range(Atspi.Action.get_n_actions(self.accessible))]
        Atspi.Action.do_action(self.accessible, names.index(action))

    @property
    def value(self):
        return Atspi.Value.get_current_value(self.accessible)

    @value.setter
    def value(self, number):
        Atspi.Value.set_current_value(self.accessible, number)

    @property
    def text(self):
        # An end of −1 gives an empty text on GTK 4.8.
        count = Atspi.Text.get_character_count(self.accessible)
        return Atspi.Text.get_text(self.accessible, 0, count)

    @text.setter
    def text(self, text):
        Atspi.EditableText.set_text_contents(self.accessible, text)


class Ear:
    """Hears what changes its name: what a screen reader would say of itself."""

    def __init__(self, role):
        self.role = role
        self.heard = []
        self.listener = Atspi.EventListener.new(self._on_event)
        self.listener.register('object:property-change:accessible-name')

    def _on_event(self, event):
        try:
            if event.source and event.source.get_role_name() == self.role:
                self.heard.append(event.any_data)
        except GLib.Error:  # it went before it could be asked
            pass

    def listen(self, seconds):
        """Returns what was said in that time."""
        context = GLib.MainContext.default()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while context.iteration(False):
                pass
            time.sleep(0.01)
        heard, self.heard = self.heard, []
        return heard

    def listen_for(self, words):
        """Returns all that was said until something with those words was, and a moment later."""
        heard = []

        def look():
            heard.extend(self.listen(0.05))
            return any(words in text for text in heard)
        wait_for(look, f'“{words}” to be said')
        return heard + self.listen(1)


class App:
    """A running program and its tree. What it complains of goes to the file log."""

    def __init__(self, program, log):
        begin = time.monotonic()
        self.process = subprocess.Popen([program], stderr=log)
        self._wait_for_managed(1)
        self.root = wait_for(self._look_up, 'the app on the accessibility bus')
        self.seconds_to_window = time.monotonic() - begin

    def _look_up(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the app ended with {self.process.returncode}')
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()  # an app that was asked too soon is else remembered as empty
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.process.pid and app.get_child_count():
                return Node(app)
        return None

    @property
    def windows(self):
        return self.root.children

    def _read_cpu_seconds(self):
        with open(f'/proc/{self.process.pid}/stat', encoding='ascii') as stat:
            fields = stat.read().rpartition(')')[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')

    def is_at_rest(self):
        """Takes a moment to see that the program computes next to nothing."""
        before = self._read_cpu_seconds()
        time.sleep(0.3)
        return self._read_cpu_seconds() - before < 0.1

    def _wait_for_managed(self, count):
        """GTK 4.8 crashes where somebody asks for a window that is shown but has no path on the bus
        yet, so the bus is left alone until the window manager has that many windows."""
        def look():
            if self.process.poll() is not None:
                raise AssertionError(f'the app ended with {self.process.returncode}')
            clients = subprocess.check_output(['xprop', '-root', '_NET_CLIENT_LIST'], text=True)
            return clients.count('0x') == count
        wait_for(look, f'{count} windows on the screen')

    def wait_for_windows(self, count):
        self._wait_for_managed(count)
        wait_for(lambda: len(self.windows) == count, f'{count} windows on the bus')

    def find_window(self, title):
        """The second window, which gets that title."""
        self._find_x_window(title)
        self.wait_for_windows(2)

        def look():
            return next((window for window in self.windows if title in window.name), None)
        return wait_for(look, f'a window “{title}”')

    def find_dialog(self):
        """The window that opens beside the main one."""
        self.wait_for_windows(2)
        return self.windows[1]

    def _find_x_window(self, title):
        """Not with --sync, which waits for ever if a window goes while it looks."""
        def look():
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title],
                                   capture_output=True, text=True, check=False)
            return found.stdout.split()
        return wait_for(look, f'a window “{title}”')[0]

    def press(self, *keys, title='Inventory Twin'):
        """Presses keys in the window of that title."""
        xdotool('windowfocus', '--sync', self._find_x_window(title))
        xdotool('key', '--clearmodifiers', *keys)

    def scroll_over(self, node, title='Inventory Twin'):
        """Turns the wheel five steps down over the middle of a node."""
        self._point_at(node, self.windows[0], title)
        xdotool('click', '--repeat', 5, '--delay', 30, 5)

    def click_on(self, node, window, title):
        """Clicks into the middle of a node, as the pointer does; it takes the focus."""
        self._point_at(node, window, title)
        xdotool('click', 1)

    def _point_at(self, node, in_window, title):
        window = self._find_x_window(title)
        xdotool('windowraise', window)
        lines = xdotool('getwindowgeometry', '--shell', window).splitlines()
        frame = {key: int(value) for key, value in (line.split('=') for line in lines)}
        _, _, width, height = in_window.extents
        x, y, node_width, node_height = node.extents
        # The X window has a margin for its shadow on every side.
        xdotool('mousemove', '--sync', frame['X'] + (frame['WIDTH'] - width) // 2 + x + node_width // 2,
                frame['Y'] + (frame['HEIGHT'] - height) // 2 + y + node_height // 2)


def xdotool(*arguments):
    return subprocess.check_output(['xdotool', *map(str, arguments)], text=True,
                                   timeout=PATIENCE).strip()
