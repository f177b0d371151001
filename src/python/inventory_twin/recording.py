# SPDX-License-Identifier: GPL-3.0-or-later
"""Recorded demand, which takes the place of chance: arrays, and CSV files as after --demand."""
import csv
import itertools
import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

import numpy as np
from numpy.typing import ArrayLike

from ._library import RecordingRow, encode, lib

Demand = ArrayLike | str | os.PathLike[str] | None
"""[n_days, n_stores, n_skus] units; or the path of a CSV file with the columns day, store, sku and
demand in any order, a row for each; or None, for chance."""

_COLUMNS = 'day', 'store', 'sku', 'demand'
_NUMBER = re.compile(r'[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?')
_LARGEST = 1e15  # as the library has it

Row = tuple[int, float, str, str, float]
"""TwinRecordingRow: line, day, store, SKU, units."""


class Recording(NamedTuple):
    """What twin_model_new_replay() is to judge."""
    source: str
    """What messages begin with."""
    rows: list[Row]

    def to_library(self) -> int:
        """The address of a new TwinRecording."""
        rows = (RecordingRow * len(self.rows))(*[
            RecordingRow(line, day, encode(store, self.source), encode(sku, self.source), demand)
            for line, day, store, sku, demand in self.rows])
        return int(lib.twin_recording_new(rows, len(self.rows)))


def take_demand(demand: Demand, n_days: int, stores: Sequence[str], skus: Sequence[str]
                ) -> Recording | None:
    """What is no such demand is a ValueError that names place and value."""
    if demand is None:
        return None
    if isinstance(demand, (str, os.PathLike)):
        return _read_file(demand)
    return _take_array(demand, n_days, stores, skus)


def _take_array(demand: ArrayLike, n_days: int, stores: Sequence[str], skus: Sequence[str]
                ) -> Recording:
    shape = n_days, len(stores), len(skus)
    try:
        array = np.asarray(demand)
    except ValueError:  # rows of different lengths
        raise ValueError('demand: lists of different lengths are not allowed; it must be an array '
                         f'of shape {shape}: days, stores, SKUs') from None
    if array.shape != shape:
        raise ValueError(f'demand: an array of shape {array.shape} is not allowed; it must be '
                         f'{shape}: days, stores, SKUs')
    if array.dtype.kind not in 'fiu':
        raise ValueError(f'demand: an array of {array.dtype} is not allowed; it must be of numbers')
    places = np.argwhere(~((array >= 0) & (array <= _LARGEST)))
    if len(places) > 0:
        day, store, sku = places[0].tolist()
        raise ValueError(f'demand: day {day}, {stores[store]}, {skus[sku]}: '
                         f'{array[day, store, sku]} is not allowed; it must be a number from 0 to '
                         f'{_LARGEST:.0e}')
    return Recording('demand', [
        (line, day, stores[store], skus[sku], float(array[day, store, sku]))
        for line, (day, store, sku) in enumerate(itertools.product(*map(range, shape)), start=1)])


def _read_file(path: str | os.PathLike[str]) -> Recording:
    name = os.fspath(path)
    with open(path, encoding='utf-8-sig', newline='') as file:
        try:
            return Recording(name, list(_read_rows(file)))
        except (ValueError, csv.Error) as error:
            raise ValueError(f'{name}: {error}') from None


def _read_rows(file: TextIO) -> Iterator[Row]:
    reader = csv.reader(file, strict=True)
    header = next(reader, [])
    if sorted(header) != sorted(_COLUMNS):
        raise ValueError(f'the columns are {", ".join(header) or "none"}; they must be: '
                         f'{", ".join(_COLUMNS)}')
    while True:
        line = reader.line_num + 1
        cells = next(reader, None)
        if cells is None:
            return
        if len(cells) != len(header):
            raise ValueError(f'line {line}: number of cells in the row: {len(cells)}; the header '
                             f'has {len(header)}')
        row = dict(zip(header, cells))
        yield (line, _read_number(line, 'day', row), row['store'], row['sku'],
               _read_number(line, 'demand', row))


def _read_number(line: int, column: str, row: dict[str, str]) -> float:
    if not _NUMBER.fullmatch(row[column]):
        raise ValueError(f'line {line}, column {column!r}: {row[column]!r} is not a number')
    return float(row[column])
