# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own: processes and mounts that end with it, a home, a display, a window manager, a
session bus that starts what its services name, portals among them."""
import os
import pathlib
import subprocess
import sys
import time

PATIENCE = 60  # seconds
INSIDE = 'TWIN_DESKTOP'


def enter():
    """Runs the program again where nothing that it starts or mounts outlives it. The folder of a
    document portal must be /run/user/UID, or its files do not resolve in a sandbox."""
    if INSIDE not in os.environ:
        # Not one that other tests' servers could choose: their locks name processes that are not to be
        # seen from in there, and so would look like those of the dead.
        os.environ[INSIDE] = str(500 + os.getpid() % 500)
        os.execvp('unshare', ['unshare', '--mount', '--propagation', 'private', '--pid', '--fork',
                              '--kill-child', '--mount-proc', sys.executable, '-B', *sys.argv])
    runtime = f'/run/user/{os.getuid()}'
    os.makedirs(runtime, exist_ok=True)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'mode=700', 'tmpfs', runtime], check=True)
    os.environ['XDG_RUNTIME_DIR'] = runtime


def wait_for(condition, what, patience=PATIENCE):
    """Returns the first true value of condition ()."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f'waited {patience} s for {what}')


def read(*command):
    """What the command prints, whatever its exit status."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode(errors='replace')


class Desktop:
    def __init__(self, folder, data_folders):
        """@data_folders: where it finds apps, before the system's own."""
        self.folder = pathlib.Path(folder)
        self.home = self.folder / 'home'
        self.home.mkdir(parents=True)
        for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME',
                     'LD_LIBRARY_PATH', 'DBUS_SESSION_BUS_ADDRESS', 'GSETTINGS_BACKEND', 'LOCPATH',
                     'GSETTINGS_SCHEMA_DIR', 'G_DEBUG', 'GTK_USE_PORTAL', 'GTK_A11Y'):
            os.environ.pop(name, None)
        os.environ.update(
            HOME=str(self.home), XDG_CURRENT_DESKTOP='GNOME', LC_ALL='C.UTF-8', TZ='UTC',
            XDG_DATA_DIRS=':'.join([*map(str, data_folders), '/usr/local/share', '/usr/share']))

    def start(self):
        os.environ['DISPLAY'] = ':' + self.spawn_and_read(
            'Xvfb', ':' + os.environ[INSIDE], '-displayfd', '{}', '-screen', '0', '1280x900x24',
            '-nolisten', 'tcp', '-noreset')
        self.spawn('openbox', '--sm-disable')
        wait_for(lambda: '0x' in read('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'), 'openbox')
        read('xdotool', 'mousemove', '1279', '899')  # out of the way of charts, which read themselves
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.spawn_and_read(
            'dbus-daemon', '--session', '--nofork', '--print-address={}')

    def spawn(self, *command, **options):
        with open(self.folder / f'{command[0]}.log', 'ab') as log:
            return subprocess.Popen(command, stdout=log, stderr=log, **options)

    def spawn_and_read(self, *command):
        """Starts what writes a line into the file descriptor that stands for {}, and returns it."""
        reader, writer = os.pipe()
        self.spawn(*(word.replace('{}', str(writer)) for word in command), pass_fds=[writer])
        os.close(writer)
        with open(reader, encoding='utf-8') as line:
            return line.readline().strip()

    def windows(self, title):
        return read('xdotool', 'search', '--onlyvisible', '--name', title).split()

    def find_window(self, title):
        """@title: a regular expression"""
        return wait_for(lambda: self.windows(title), f'a window “{title}”')[-1]

    def wait_for_none(self, title):
        wait_for(lambda: not self.windows(title), f'the window “{title}” to go')

    def press(self, window, *keys):
        subprocess.run(['xdotool', 'windowactivate', '--sync', window, 'key', '--clearmodifiers',
                        *keys], check=True)

    def type(self, window, text):
        subprocess.run(['xdotool', 'windowactivate', '--sync', window, 'type', '--delay', '20', text],
                       check=True)

    def count_colours(self, window, picture=None):
        """How many colours a window has: few where it is blank. Keeps a picture of it."""
        picture = picture or self.folder / 'window.png'
        read('import', '-silent', '-window', window, str(picture))
        return int(read('identify', '-format', '%k', str(picture)) or 0)
