# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by run and test: brings the packages and the build folder up to date.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$root/build

say ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# Packages for any of the purposes "$@" (first column of the list)
list_packages ()
{
  awk -v purposes=" $* " '!/^#/ && NF == 2 && index (purposes, " " $1 " ") { print $2 }' \
    "$root/build-aux/packages" | sort
}

list_installed ()
{
  # shellcheck disable=SC2016 # the fields are dpkg-query's
  dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u
}

as_root ()
{
  if (( EUID == 0 )); then
    "$@"
  else
    sudo "$@"
  fi
}

# Installs what is missing for the purposes "$@"; does nothing, and asks nobody, if nothing is.
install_packages ()
{
  local missing

  if ! command -v apt-get > /dev/null || ! command -v dpkg-query > /dev/null; then
    say "this is not Debian. Needed are the equivalents of these Debian 12 packages:"
    list_packages "$@" | fmt -w 90 >&2
    say "where they are installed: meson setup build && ninja -C build (see CONTRIBUTING.md)"
    exit 1
  fi

  mapfile -t missing < <(comm -23 <(list_packages "$@") <(list_installed))
  if (( ${#missing[@]} == 0 )); then
    return
  fi

  say "installing ${missing[*]}"
  if (( EUID != 0 )) && ! command -v sudo > /dev/null; then
    say "that needs root: run this once as root, or install sudo"
    exit 1
  fi
  as_root apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
    install --no-install-recommends "${missing[@]}"
}

# Under sudo, in a checkout of the user who called it: what follows is done as that user, so that
# build/ stays theirs.
return_to_user ()
{
  local user=${SUDO_USER:-root}

  if (( EUID == 0 )) && [[ $user != root && $(stat -c %U "$root") == "$user" ]]; then
    exec sudo -u "$user" -- "$0" "$@"
  fi
}

# A virtual environment in the build folder, made of tests/python/NAME.txt from PyPI, for the tests
# that need it. Where PyPI cannot be reached, they are skipped. Further arguments go to venv.
make_venv ()
{
  local list=$root/tests/python/$1.txt venv=$build/venv/$1

  if cmp -s "$list" "$venv/made-of.txt"; then
    return
  fi
  say "installing what tests/python/$1.txt lists into ${venv#"$root"/}"
  if /usr/bin/python3 -m venv --clear "${@:2}" "$venv" &&
     "$venv/bin/python" -m pip --disable-pip-version-check install --quiet --no-deps --retries 2 \
       --requirement "$list"; then
    cp "$list" "$venv/made-of.txt"
  else
    say "that failed; tests that need it are skipped"
  fi
}

# Builds the targets "$@" of the build folder, or everything
build_targets ()
{
  if [[ ! -f $build/build.ninja ]]; then
    meson setup "$build" "$root"
  fi
  if [[ -t 1 ]]; then
    ninja -C "$build" "$@"
  else
    ninja --quiet -C "$build" "$@"
  fi
}
