# SPDX-License-Identifier: GPL-3.0-or-later
"""libtwin as ctypes sees it: where it is, its functions, its structures, its errors."""
import ctypes
import os
from ctypes import c_char_p, c_double, c_int, c_size_t, c_uint, c_uint32, c_uint64, c_void_p

from ._location import LIBRARY, VERSION

_VARIABLE = 'INVENTORY_TWIN_LIBRARY'
_SONAME = 'libtwin.so.0'


class Number(ctypes.Structure):
    """TwinNetworkNumber"""
    _fields_ = [('name', c_char_p), ('unit', c_char_p), ('lower', c_double), ('upper', c_double),
                ('node', c_int), ('sku', c_int)]


class Metric(ctypes.Structure):
    """The beginning of TwinMetric"""
    _fields_ = [('name', c_char_p)]


class Node(ctypes.Structure):
    """The beginning of TwinNode"""
    _fields_ = [('name', c_char_p), ('title', c_char_p)]


class Day(ctypes.Structure):
    """TwinNetworkDay"""
    names = ('demand', 'sales', 'lost_sales', 'service_level', 'inventory', 'holding_cost',
             'stockout_cost', 'ordering_cost', 'total_cost', 'store_orders', 'whole_orders',
             'warehouse_orders')
    _fields_ = [(name, c_double) for name in names]


class RecordingRow(ctypes.Structure):
    """TwinRecordingRow"""
    _fields_ = [('line', c_uint64), ('day', c_double), ('store', c_char_p), ('sku', c_char_p),
                ('demand', c_double)]


class Scenario(ctypes.Structure):
    """The beginning of TwinScenario"""
    _fields_ = [('name', c_char_p)]


class Remark(ctypes.Structure):
    """TwinRemark"""
    _fields_ = [('keys', ctypes.POINTER(c_char_p)), ('text', c_char_p)]


class Array(ctypes.Structure):
    """The public part of GPtrArray"""
    _fields_ = [('data', ctypes.POINTER(c_void_p)), ('length', c_uint)]


class _Error(ctypes.Structure):
    """GError"""
    _fields_ = [('domain', c_uint32), ('code', c_int), ('message', c_char_p)]


_Numbers = ctypes.POINTER(Number)
_Arrays = ctypes.POINTER(Array)
_Errors = ctypes.POINTER(c_void_p)

# What each function takes and gives. A self or an array of numbers is an address.
_PROTOTYPES = {
    'g_free': (None, c_void_p),
    'g_error_free': (None, c_void_p),
    'g_ptr_array_unref': (None, _Arrays),
    'g_bytes_new': (c_void_p, c_char_p, c_size_t),
    'g_bytes_get_data': (c_void_p, c_void_p, ctypes.POINTER(c_size_t)),
    'g_bytes_unref': (None, c_void_p),

    'twin_model_type_find': (c_void_p, c_char_p, _Errors),
    'twin_parameters_new': (c_void_p, c_void_p),
    'twin_parameters_free': (None, c_void_p),
    'twin_parameters_find': (c_void_p, c_void_p, c_char_p, _Errors),
    'twin_parameters_get_number': (c_double, c_void_p, c_char_p),
    'twin_parameters_get_text': (c_char_p, c_void_p, c_char_p),
    'twin_parameters_set_number': (c_int, c_void_p, c_char_p, c_double, _Errors),
    'twin_parameters_set_text': (c_int, c_void_p, c_char_p, c_char_p, _Errors),
    'twin_parameters_set_from_string': (c_int, c_void_p, c_char_p, c_char_p, _Errors),
    'twin_parameters_dup_string': (c_void_p, c_void_p, c_char_p),
    'twin_parameters_get_n_items': (c_uint, c_void_p, c_char_p),
    'twin_parameters_insert_item': (None, c_void_p, c_char_p, c_uint, c_int),
    'twin_parameters_remove_item': (None, c_void_p, c_char_p, c_uint),
    'twin_parameters_list_keys': (_Arrays, c_void_p),

    'twin_scenario_list_presets': (_Arrays, c_void_p),
    'twin_scenario_new': (c_void_p, c_char_p, c_char_p),
    'twin_scenario_copy': (c_void_p, c_void_p),
    'twin_scenario_free': (None, c_void_p),
    'twin_scenario_add_change': (None, c_void_p, c_char_p, c_int, c_double, c_char_p),
    'twin_scenario_apply': (c_void_p, c_void_p, c_void_p, _Errors),
    'twin_change_operation_from_name': (c_int, c_char_p, ctypes.POINTER(c_int)),

    'twin_recording_new': (c_void_p, ctypes.POINTER(RecordingRow), c_size_t),
    'twin_recording_unref': (None, c_void_p),
    'twin_model_new': (c_void_p, c_void_p, _Errors),
    'twin_model_new_replay': (c_void_p, c_void_p, c_void_p, _Errors),
    'twin_model_unref': (None, c_void_p),
    'twin_model_list_remarks': (_Arrays, c_void_p),
    'twin_model_get_n_metrics': (c_uint, c_void_p),
    'twin_model_get_metric': (ctypes.POINTER(Metric), c_void_p, c_uint),
    'twin_model_get_n_nodes': (c_uint, c_void_p),
    'twin_model_get_node': (ctypes.POINTER(Node), c_void_p, c_uint),
    'twin_model_get_horizon': (c_double, c_void_p),

    'twin_network_env_new': (c_void_p, c_void_p, _Errors),
    'twin_network_env_free': (None, c_void_p),
    'twin_network_env_get_n_observations': (c_uint, c_void_p),
    'twin_network_env_get_observation_layout': (_Numbers, c_void_p),
    'twin_network_env_get_n_actions': (c_uint, c_void_p),
    'twin_network_env_get_action_layout': (_Numbers, c_void_p),
    'twin_network_env_reset': (None, c_void_p, c_uint64, c_uint64),
    'twin_network_env_step': (c_int, c_void_p, c_void_p, c_void_p, c_void_p, _Errors),
    'twin_network_env_get_day': (c_uint, c_void_p),
    'twin_network_env_is_over': (c_int, c_void_p),
    'twin_network_env_get_state': (None, c_void_p, c_void_p),
    'twin_network_env_get_metrics': (None, c_void_p, c_void_p),
    'twin_network_env_get_last_day': (None, c_void_p, ctypes.POINTER(Day)),
    'twin_network_env_get_node_costs': (None, c_void_p, c_void_p),
    'twin_network_env_snapshot': (c_void_p, c_void_p),
    'twin_network_env_restore': (c_int, c_void_p, c_void_p, _Errors),

    'twin_network_batch_new': (c_void_p, c_void_p, c_size_t, _Errors),
    'twin_network_batch_free': (None, c_void_p),
    'twin_network_batch_reset': (None, c_void_p, c_void_p, c_void_p),
    'twin_network_batch_step_with_costs': (None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p,
                                           c_void_p),
    'twin_network_batch_set_normalized': (None, c_void_p, c_int),
    'twin_network_batch_find_infinite': (c_size_t, c_void_p, c_void_p),
    'twin_network_batch_keep_metrics': (None, c_void_p),
    'twin_network_batch_get_metrics': (None, c_void_p, c_void_p),
}


def _candidates() -> list[str]:
    chosen = os.environ.get(_VARIABLE)
    return [chosen] if chosen else [LIBRARY, _SONAME]


def _declare(library: ctypes.CDLL, path: str) -> ctypes.CDLL:
    for name, (result, *arguments) in _PROTOTYPES.items():
        try:
            function = getattr(library, name)
        except AttributeError:
            raise ImportError(f'{path} is not the libtwin of inventory_twin {VERSION}: '
                              f'it has no {name}') from None
        function.restype = result
        function.argtypes = arguments
    return library


def _load() -> ctypes.CDLL:
    reasons = []
    for path in _candidates():
        try:
            library = ctypes.CDLL(path)
        except OSError as error:
            reasons.append(f'  {error}')
            continue
        return _declare(library, path)
    raise ImportError('inventory_twin needs the library libtwin, which could not be loaded:\n'
                      + '\n'.join(reasons)
                      + f'\nBuild or install it, or set {_VARIABLE} to its file.')


lib = _load()


class Failure:
    """Where a function of libtwin puts its GError, to be raised as a ValueError."""

    def __init__(self) -> None:
        self._error = c_void_p()
        self.place = ctypes.pointer(self._error)

    def take(self) -> ValueError:
        """The error, whose text names what is wrong and what is allowed."""
        error = ctypes.cast(self._error, ctypes.POINTER(_Error))
        message = error.contents.message.decode()
        lib.g_error_free(self._error)
        self._error.value = None
        return ValueError(message)


def encode(text: str, what: str) -> bytes:
    """The text as C wants it."""
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        encoded = b'\0'
    if b'\0' in encoded:
        raise ValueError(f'{what}: {text!r} is not a text that can be written down')
    return encoded


def take_string(address: int) -> str:
    """Takes over a char * that is the caller's to free."""
    text = ctypes.string_at(address).decode()
    lib.g_free(address)
    return text
