# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenarios: named changes to the parameters, built in or a project's own."""
import ctypes
from collections.abc import Mapping, Sequence
from typing import Any

from ._library import Scenario, encode, lib
from .parameters import Parameters, is_number, is_sequence, network_type, to_number


def apply_scenario(parameters: Parameters, name: str, own: Sequence[Mapping[str, Any]] | None
                   ) -> Parameters:
    """The parameters under a scenario of that name: one of a project's own, or where it has none
    (None) a built-in one."""
    if own is None:
        return _apply_built_in(parameters, name)
    names = [scenario['name'] for scenario in own]
    if name not in names:
        raise _no_such(name, names)
    address = lib.twin_scenario_new(encode(name, 'scenario'), b'')
    try:
        for key, change in _list_changes(name, own[names.index(name)].get('changes', {})):
            _add_change(address, f'scenario {name}: {key}', key, change)
        return parameters.apply(address)
    finally:
        lib.twin_scenario_free(address)


def _no_such(name: str, names: list[str]) -> ValueError:
    return ValueError(f'{name!r}: no such scenario; there are {", ".join(names)}')


def _apply_built_in(parameters: Parameters, name: str) -> Parameters:
    presets = lib.twin_scenario_list_presets(network_type())
    try:
        addresses = presets.contents.data[:presets.contents.length]
        names = [ctypes.cast(address, ctypes.POINTER(Scenario)).contents.name.decode()
                 for address in addresses]
        if name not in names:
            raise _no_such(name, names)
        return parameters.apply(addresses[names.index(name)])
    finally:
        lib.g_ptr_array_unref(presets)


def _list_changes(name: str, changes: Any) -> list[tuple[str, dict[str, Any]]]:
    """As a project file has them: by key, or where a key comes twice as a list."""
    if isinstance(changes, Mapping):
        pairs = list(changes.items())
    elif isinstance(changes, list) and all(isinstance(change, Mapping) for change in changes):
        pairs = [(change.get('key'), {word: value for word, value in change.items()
                                      if word != 'key'}) for change in changes]
    else:
        raise ValueError(f'scenario {name}: changes: {changes!r} is not allowed; it must be a '
                         'mapping or a list of changes')
    for key, _ in pairs:
        if not isinstance(key, str):
            raise ValueError(f'scenario {name}: a change has no key of a parameter')
    return pairs


def _add_change(scenario: int, where: str, key: str, change: Any) -> None:
    operation = ctypes.c_int()
    words = list(change.items()) if isinstance(change, Mapping) else []
    if len(words) != 1 or not lib.twin_change_operation_from_name(encode(words[0][0], where),
                                                                  ctypes.byref(operation)):
        raise ValueError(f'{where}: a change has one of "set", "add" and "multiply"')
    value = words[0][1]
    number, text = 0.0, None
    if isinstance(value, str):
        text = encode(value, where)
    elif is_sequence(value):
        text = ','.join(str(day) for day in value).encode()
    elif is_number(value) or isinstance(value, bool):
        number = to_number(value, where)
    else:
        raise ValueError(f'{where}: {value!r} is no number, text or list')
    lib.twin_scenario_add_change(scenario, encode(key, 'key'), operation, number, text)
