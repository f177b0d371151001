# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own: processes and mounts that end with it, a home, a display, a window manager, a
session bus that starts what its services name, portals among them; and, for who installs something, a
machine of its own."""
import os
import pathlib
import shutil
import subprocess
import sys
import time

PATIENCE = 60  # seconds
INSIDE = 'TWIN_DESKTOP'
TOOLS = ['dbus-daemon', 'gio', 'identify', 'import', 'openbox', 'unshare', 'xdotool', 'xprop', 'Xvfb']


def find_obstacle(tools):
    """Why this machine cannot have one, or the tools that are needed beside it; or None."""
    if os.geteuid() != 0:
        return 'needs root, for namespaces and mounts'
    missing = [tool for tool in [*TOOLS, *tools] if not shutil.which(tool)]
    if missing:
        return f'needs {", ".join(missing)}, see build-aux/packages'
    if os.system('unshare --mount --pid --fork --mount-proc true 2> /dev/null') != 0:
        return 'this machine allows no namespaces'
    return None


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


def copy_root(*places):
    """After enter(): from here on the machine is a copy of itself, with all that is at the places, and
    what happens to it is forgotten in the end. Returns whether this machine can do that."""
    folder = pathlib.Path(os.environ['XDG_RUNTIME_DIR'], 'copy')
    root = folder / 'root'

    def lay_over(place):
        changes, work = (folder.joinpath(kind, *place.parts[1:], 'layer') for kind in ('changes', 'work'))
        changes.mkdir(parents=True)
        work.mkdir(parents=True)
        target = root.joinpath(*place.parts[1:])
        target.mkdir(parents=True, exist_ok=True)
        options = f'lowerdir={place},upperdir={changes},workdir={work}'
        return subprocess.run(['mount', '-t', 'overlay', 'overlay', '-o', options, target],
                              check=False).returncode == 0

    if not lay_over(pathlib.Path('/')):
        return False
    for place in dict.fromkeys(map(pathlib.Path, places)):
        mounted = read('findmnt', '--noheadings', '--output=TARGET', '--target', str(place)).strip()
        if mounted != '/' and not lay_over(place):
            return False
    for name in ('dev', 'proc', 'sys'):
        subprocess.run(['mount', '--rbind', f'/{name}', root / name], check=True)
    subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', root / 'run'], check=True)
    os.chroot(root)
    os.chdir('/')
    os.makedirs(os.environ['XDG_RUNTIME_DIR'], mode=0o700)
    return True


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


def find_processes(program):
    """Every process of the program, a path, that is to be seen"""
    found = []
    for path in pathlib.Path('/proc').glob('[0-9]*/exe'):
        try:
            if os.readlink(path) == program:
                found.append(int(path.parent.name))
        except OSError:
            pass  # it has ended, or is a part of the kernel
    return found


class Desktop:
    def __init__(self, folder, data_folders):
        """@data_folders: where it finds apps, before the system's own."""
        self.folder = pathlib.Path(folder)
        self.home = self.folder / 'home'
        self.home.mkdir(parents=True)
        for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME',
                     'XDG_STATE_HOME', 'LD_LIBRARY_PATH', 'DBUS_SESSION_BUS_ADDRESS', 'LOCPATH',
                     'GSETTINGS_BACKEND', 'GSETTINGS_SCHEMA_DIR', 'G_DEBUG', 'GTK_USE_PORTAL', 'GTK_A11Y'):
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
