# SPDX-License-Identifier: GPL-3.0-or-later
"""The parameters of a network: plain and editable, judged when a model is made of them."""
import ctypes
import weakref
from collections.abc import Iterable, Mapping, Sequence
from numbers import Integral, Real
from typing import Any

import numpy as np

from ._library import Failure, encode, lib, take_string

_LISTS = ('skus', 'stores')  # numbers can be split by SKU, so these come first

Settings = str | Iterable[str] | Mapping[str, Any]


def to_number(value: Any, key: str) -> float:
    """A Real as a double."""
    try:
        return float(value)
    except OverflowError:
        raise ValueError(f'{key}: the number is too large') from None


def is_number(value: Any) -> bool:
    """True and numpy.True_ are no numbers here."""
    return isinstance(value, Real) and not isinstance(value, bool)


def is_sequence(value: Any) -> bool:
    """A list, a tuple, an array of one dimension; no text."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes)) \
        or hasattr(value, 'tolist') and getattr(value, 'ndim', 0) == 1


class Parameters:
    """TwinParameters of the retail network.

    Keys are those of the project file, dotted: 'stores.0.capacity', 'skus.0.base_demand'.
    Everything wrong is a ValueError that names key, value and what is allowed.
    """

    def __init__(self, address: int | None = None) -> None:
        """address: of TwinParameters, taken over; else the default values."""
        self._failure = Failure()
        if address is None:
            address = lib.twin_parameters_new(network_type())
        self.address = address
        weakref.finalize(self, lib.twin_parameters_free, address)

    def set(self, key: str, value: Any) -> None:
        """Sets a number, a bool, a text, a list of days, or a list with a number for each SKU."""
        if isinstance(value, (bool, np.bool_)):
            self.set_from_string(key, str(value).lower())
        elif is_number(value):
            if not lib.twin_parameters_set_number(self.address, encode(key, 'key'),
                                                  to_number(value, key), self._failure.place):
                raise self._failure.take()
        elif isinstance(value, str):
            if not lib.twin_parameters_set_text(self.address, encode(key, 'key'),
                                                encode(value, key), self._failure.place):
                raise self._failure.take()
        elif is_sequence(value):
            self._set_sequence(key, list(value))
        else:
            self._find(key)
            raise ValueError(f'{key}: {value!r} is no number, text or list')

    def set_from_string(self, key: str, value: str) -> None:
        """Sets it from what a user would type after KEY=."""
        if not lib.twin_parameters_set_from_string(self.address, encode(key, 'key'),
                                                   encode(value, key), self._failure.place):
            raise self._failure.take()

    def update(self, section: Mapping[str, Any]) -> None:
        """Sets what a project file has in its section "network"."""
        if not isinstance(section, Mapping):
            raise ValueError(f'network: {section!r} is no mapping of keys to values')
        for key in section:
            if not isinstance(key, str):
                raise ValueError(f'{key!r} is not the key of a parameter')
        for name in _LISTS:
            if name in section:
                self._set_list(name, section[name])
        for key, value in section.items():
            if key not in _LISTS:
                self._set_tree(key, value)

    def set_all(self, settings: Settings) -> None:
        """settings: 'key=value', several of these, or a mapping of keys to values."""
        if isinstance(settings, Mapping):
            for key, value in settings.items():
                if isinstance(value, str):
                    self.set_from_string(key, value)
                else:
                    self.set(key, value)
            return
        for setting in [settings] if isinstance(settings, str) else settings:
            if not isinstance(setting, str) or '=' not in setting:
                raise ValueError(f'{setting!r} is not allowed; it must be a text "key=value"')
            self.set_from_string(*setting.split('=', 1))

    def apply(self, scenario: int) -> 'Parameters':
        """scenario: the address of a TwinScenario. A copy with its changes made."""
        address = lib.twin_scenario_apply(scenario, self.address, self._failure.place)
        if not address:
            raise self._failure.take()
        return Parameters(address)

    def count(self, name: str) -> int:
        """How many items the list 'stores' or 'skus' has."""
        return int(lib.twin_parameters_get_n_items(self.address, name.encode()))

    def count_days(self) -> int:
        """Of the run."""
        return int(lib.twin_parameters_get_number(self.address, b'horizon_days'))

    def ids(self, name: str) -> list[str]:
        """The identifiers of its items."""
        return [lib.twin_parameters_get_text(self.address, f'{name}.{i}.id'.encode()).decode()
                for i in range(self.count(name))]

    def to_strings(self) -> dict[str, str]:
        """Every key with its value as a text that set_from_string() reads back to the bit."""
        keys = lib.twin_parameters_list_keys(self.address)
        names = [ctypes.string_at(keys.contents.data[i]) for i in range(keys.contents.length)]
        lib.g_ptr_array_unref(keys)
        return {name.decode(): take_string(lib.twin_parameters_dup_string(self.address, name))
                for name in names}

    def resize(self, name: str, length: int) -> None:
        """Lengthens a list by default items, or cuts it at its end."""
        for i in range(self.count(name), length):
            lib.twin_parameters_insert_item(self.address, name.encode(), i, -1)
        for i in range(self.count(name), length, -1):
            lib.twin_parameters_remove_item(self.address, name.encode(), i - 1)

    def _find(self, key: str) -> None:
        """Raises, with a suggestion, where there is no such parameter."""
        if not lib.twin_parameters_find(self.address, encode(key, 'key'), self._failure.place):
            raise self._failure.take()

    def _has(self, key: str) -> bool:
        return bool(lib.twin_parameters_find(self.address, encode(key, 'key'), None))

    def _set_tree(self, key: str, value: Any) -> None:
        if not isinstance(value, Mapping):
            self.set(key, value)
            return
        if not any(name.startswith(f'{key}.') for name in self.to_strings()):
            self._find(key)
            raise ValueError(f'{key}: a mapping is not allowed; it must be one value')
        for name, each in value.items():
            self._set_tree(f'{key}.{name}', each)

    def _set_list(self, name: str, items: Any) -> None:
        if not is_sequence(items):
            raise ValueError(f'{name}: {items!r} is not allowed; it must be a list')
        self.resize(name, len(items))
        for i, item in enumerate(items):
            if not isinstance(item, Mapping):
                raise ValueError(f'{name}.{i}: {item!r} is no mapping of keys to values')
            for key, value in item.items():
                self.set(f'{name}.{i}.{key}', value)

    def _set_sequence(self, key: str, values: list[Any]) -> None:
        if self._has(f'{key}.0'):  # it can be split by SKU
            if len(values) != self.count('skus'):
                raise ValueError(f'{key}: {len(values)} numbers were given; it must be one, or one '
                                 f'for each of the {self.count("skus")} SKUs')
            for i, value in enumerate(values):
                self.set(f'{key}.{i}', value)
            return
        for value in values:
            if not isinstance(value, Integral) or isinstance(value, bool):
                raise ValueError(f'{key}: {value!r} is not allowed; it must be a whole number')
        self.set(key, ','.join(str(int(value)) for value in values))


def network_type() -> int:
    """The address of the retail network's TwinModelType."""
    return int(lib.twin_model_type_find(b'network', None))
