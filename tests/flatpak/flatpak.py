# SPDX-License-Identifier: GPL-3.0-or-later
"""The app as a Flatpak: built from its manifest, bundled, installed, run."""
import hashlib
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import tap  # noqa: E402

SOURCE = pathlib.Path(__file__).resolve().parents[2]
MANIFEST = next(SOURCE.glob('flatpak/*.yml'))
APP = MANIFEST.stem
MAKE_RUNTIME = SOURCE / 'tests/flatpak/make-runtime'

# The newest that its mirror still has in full is taken: what GNOME's runtime of today holds.
SUITES = ['forky', 'trixie']
NO_PACKAGES = 77

# Where a module's source comes from
ARCHIVE = re.compile(r'(?<=- name: )(\S+)\n((?:(?!  - name: ).*\n)*?)'
                     r' +url: \S+\n +sha256: [0-9a-f]{64}\n')


class Flatpak:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.user_folder = self.folder / 'flatpak'
        self.exports = self.user_folder / 'exports/share'
        self.bundle = self.folder / f'{APP}.flatpak'
        os.environ['FLATPAK_USER_DIR'] = str(self.user_folder)

    def run(self, *command, log='log', status=0):
        """Runs a command to its end; its output is kept, and shown where it fails."""
        path = self.folder / log
        with open(path, 'wb') as out:
            done = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, cwd=self.folder,
                                  check=False)
        text = path.read_text(encoding='utf-8', errors='replace')
        if done.returncode != status:
            print(*(f'# {line}' for line in text.splitlines()[-40:]), sep='\n', flush=True)
            raise AssertionError(f'{command[0]} ended with {done.returncode}')
        return text

    def flatpak(self, verb, *arguments, **options):
        return self.run('flatpak', verb, '--user', *arguments, **options)

    def inside(self, *command, **options):
        """Runs a command in the app's sandbox."""
        return self.run('flatpak', 'run', '--user', f'--command={command[0]}', APP, *command[1:],
                        **options)

    def make_runtime(self, folder):
        """The stand-in, made once for as long as the script that makes it stays the same. Returns
        the suite that it is made of."""
        made_of = folder / 'made-of.txt'
        script = hashlib.sha256(MAKE_RUNTIME.read_bytes()).hexdigest()
        branch = re.search(r"^runtime-version: '(.*)'$", MANIFEST.read_text(encoding='utf-8'),
                           re.MULTILINE)[1]
        if made_of.exists() and made_of.read_text(encoding='utf-8').split()[0] == script:
            return made_of.read_text(encoding='utf-8').split()[1]
        for suite in SUITES:
            done = subprocess.run([MAKE_RUNTIME, folder, branch, suite], stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, check=False)
            if done.returncode == 0:
                made_of.write_text(f'{script} {suite}\n', encoding='utf-8')
                return suite
            print(*(f'# {line}' for line in done.stdout.decode().splitlines()), sep='\n', flush=True)
            assert done.returncode == NO_PACKAGES, f'make-runtime ended with {done.returncode}'
        raise tap.Skip(f'needs packages of Debian {" or ".join(SUITES)}, and apt gets neither')

    def install_runtime(self, folder):
        self.flatpak('remote-add', '--no-gpg-verify', 'stand-in', f'file://{folder}/repo')
        self.flatpak('install', '--assumeyes', '--noninteractive', 'stand-in', 'org.gnome.Platform',
                     'org.gnome.Sdk')

    def write_manifest(self, sources, swaps=()):
        """The app's manifest with the libraries' sources taken from a folder, and other @swaps. Under one
        name, so that libraries are built once."""
        text = MANIFEST.read_text(encoding='utf-8')

        def swap(match):
            [path] = sources.glob(f'*{match[1]}*')
            return f'{match[1]}\n{match[2]}        path: {path}\n'

        text, n_swapped = ARCHIVE.subn(swap, text)
        assert n_swapped == text.count('type: archive'), n_swapped
        for old, new in [('path: ..\n', f'path: {SOURCE}\n'), *swaps]:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = self.folder / 'manifest.yml'
        path.write_text(text, encoding='utf-8')
        return path

    def build(self, name, manifest, *options):
        """Builds into the folder @name, and returns what was said about it."""
        return self.run('flatpak-builder', '--user', '--force-clean', '--disable-rofiles-fuse',
                        '--state-dir=state', *options, name, str(manifest), log=f'{name}.log')

    def list_files(self, name):
        """What an app that was built is made of: path → checksum, or where a link leads. Without its
        manifest and what is for a debugger, which the bundle has not."""
        root = self.folder / name / 'files'
        paths = {str(path.relative_to(root)): path for path in sorted(root.rglob('*'))
                 if path.is_symlink() or path.is_file()}
        return {name: os.readlink(path) if path.is_symlink()
                else hashlib.sha256(path.read_bytes()).hexdigest()
                for name, path in paths.items()
                if name != 'manifest.json' and not name.startswith('lib/debug/')}
