# SPDX-License-Identifier: GPL-3.0-or-later
"""Project files, *.twin: what of them a network needs."""
import json
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

_VERSION = 1
DEFAULT_SEED = 42


class Project(NamedTuple):
    """What a project file says about the network; the rest of it is for the app."""
    network: Mapping[str, Any]
    scenarios: list[Mapping[str, Any]] | None
    """Its own; None: the built-in ones."""
    seed: int


def _refuse_constant(name: str) -> None:
    raise ValueError(f'{name} is no number that is allowed')


def _refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'{twice}: it is there twice')
    return members


def _check_head(root: Any) -> None:
    if not isinstance(root, Mapping) or root.get('format', 'inventory-twin') != 'inventory-twin':
        raise ValueError('this is no project of Inventory Twin')
    version = root.get('version', _VERSION)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError(f'version: {version!r} is not allowed; it must be a whole number from 1')
    if version > _VERSION:
        raise ValueError(f'the file is of version {version}, made by a newer Inventory Twin; this '
                         f'one reads versions up to {_VERSION}')
    model = root.get('model', 'warehouse')
    if model != 'network':
        raise ValueError(f'model: {model!r} cannot be stepped day by day, only \'network\' can')


def _check_scenarios(scenarios: Any) -> None:
    if scenarios is None:
        return
    if not isinstance(scenarios, list) or not all(
            isinstance(scenario, Mapping) and isinstance(scenario.get('name'), str)
            for scenario in scenarios):
        raise ValueError('scenarios: it must be a list of scenarios, each with a name')


def is_text(source: str | os.PathLike[str]) -> bool:
    """Is it the text of a project file, and not the path of one?"""
    return isinstance(source, str) and source.lstrip('\ufeff \t\r\n').startswith('{')


def name_source(source: str | os.PathLike[str]) -> str:
    """What errors call it."""
    return 'text of a project' if is_text(source) else os.fspath(source)


def _read_text(source: str | os.PathLike[str]) -> str:
    if is_text(source):
        return str(source).removeprefix('\ufeff')
    with open(source, encoding='utf-8-sig') as file:
        try:
            return file.read()
        except UnicodeDecodeError as error:
            raise ValueError(f'{os.fspath(source)}: {error}') from None


def read_project(source: str | os.PathLike[str]) -> Project:
    """Reads the file of that path, or the text of one. What is wrong is a ValueError that names
    file and key."""
    text = _read_text(source)
    try:
        root = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_twins)
        _check_head(root)
        _check_scenarios(root.get('scenarios'))
    except (ValueError, RecursionError) as error:
        raise ValueError(f'{name_source(source)}: {error}') from None
    experiment = root.get('experiment')
    seed = experiment.get('seed') if isinstance(experiment, Mapping) else None
    return Project(root.get('network', {}), root.get('scenarios'),
                   DEFAULT_SEED if seed is None else seed)
