# SPDX-License-Identifier: GPL-3.0-or-later
"""What a model allows, but is hardly meant."""
import ctypes
import sys
import warnings
from collections.abc import Iterable

from ._library import Remark, lib


class RemarkWarning(UserWarning):
    """The parameters are allowed, but hardly meant so: an order level above the capacity, say."""


def list_remarks(model: int) -> tuple[str, ...]:
    """model: the address of a TwinModel"""
    remarks = lib.twin_model_list_remarks(model)
    texts = tuple(ctypes.cast(address, ctypes.POINTER(Remark)).contents.text.decode()
                  for address in remarks.contents.data[:remarks.contents.length])
    lib.g_ptr_array_unref(remarks)
    return texts


def warn(remarks: Iterable[str]) -> None:
    """Warns, in the name of whoever called this package."""
    frame, level = sys._getframe(1), 2
    while frame.f_back is not None and frame.f_globals.get('__package__') == __package__:
        frame, level = frame.f_back, level + 1
    for remark in remarks:
        warnings.warn(remark, RemarkWarning, level)
