"""Read the menu and the Markdown extensions from `mkdocs.yml` and `mkdocs.nb.yml`.

MkDocs could read them, but importing it takes longer than a whole check.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from ..content import EDITIONS, MAIN, Problem
from ..content.decoding import decode
from ..content.yaml_data import MAX_DEPTH
from ..content.yaml_file import YamlFile
from ..content.yaml_hints import explain
from ..content.yaml_source import read_bytes

CONFIGS = {edition.code: edition.config for edition in EDITIONS.values()}
"""The file with the settings of each edition. All others inherit from the main one (`INHERIT`)."""
_NAME = "tag:yaml.org,2002:python/name:"


Options = tuple[tuple[str, Any], ...]
Extensions = tuple[tuple[str, Options], ...]
"""Extensions with their options. Pairs and not dicts, so that they can be the key of a cache."""


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the menu: the path as it is written, and its line in the file."""

    path: str
    line: int


@dataclass(frozen=True)
class Settings:
    """The settings of one edition. `menu` is None if the file has no menu."""

    file: str
    menu: tuple[MenuEntry, ...] | None
    extensions: Extensions


def read_settings(root: Path, edition: str) -> tuple[Settings | None, list[Problem]]:
    """The settings of `edition`, or None, and the faults in them."""
    base, problems = _read(root, MAIN.config)
    if edition == MAIN.code or base is None:
        return base, problems if edition == MAIN.code else []
    own, problems = _read(root, CONFIGS[edition])
    if own is None:
        return None, problems
    extensions = tuple((dict(base.extensions) | dict(own.extensions)).items())
    return Settings(own.file, own.menu or base.menu, extensions), problems


def _read(root: Path, file: str) -> tuple[Settings | None, list[Problem]]:
    """The settings of one file, or None if it cannot be read, and the faults in them."""
    source = YamlFile(file)
    keys = _keys(root, source)
    if keys is None:
        return None, source.problems
    menu = keys.get("nav")
    if menu is not None and not isinstance(menu, yaml.SequenceNode):
        source.refuse(
            menu.start_mark.line + 1,
            "«nav» skal vere ei liste, ei side på kvar linje med «-» framfor.",
        )
    entries = None if menu is None else tuple(_entries(menu, MAX_DEPTH))
    named = keys.get("markdown_extensions")
    extensions = () if named is None else tuple(_extensions(named))
    return Settings(file, entries, extensions), source.problems


def _keys(root: Path, source: YamlFile) -> dict[str, yaml.Node] | None:
    """The node of every key at the top of the file; None, with a fault, if it cannot be read."""
    raw = read_bytes(root / source.file, source)
    text = None if raw is None else decode(raw, source)
    if text is None:
        return None
    try:
        if line := _anchored(text):
            source.refuse(line, "Anker (&) og alias (*) er ikkje lov her. Skriv teksten ut.")
            return None
        node = yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        source.refuse(*explain(error, text))
        return None
    if not isinstance(node, yaml.MappingNode):
        source.refuse(1, "Fila skal ha nøklar, til dømes «site_name: …».")
        return None
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def _anchored(text: str) -> int | None:
    """The line of the first anchor or alias, or None.

    They can be nested into a bomb, which MkDocs would not survive either."""
    for event in yaml.parse(text, yaml.CSafeLoader):
        if getattr(event, "anchor", None):
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def _entries(node: yaml.Node, depth: int) -> Iterator[MenuEntry]:
    """The entries of the menu in order. A section is a list below a title."""
    if isinstance(node, yaml.ScalarNode):
        yield MenuEntry(str(node.value), node.start_mark.line + 1)
    elif depth and isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _entries(item, depth - 1)
    elif depth and isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _entries(value, depth - 1)


def _extensions(node: yaml.Node) -> Iterator[tuple[str, Options]]:
    """Extensions with their options, written as a mapping or as a list of names."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            options = _value(value, MAX_DEPTH)
            yield str(key.value), options if isinstance(options, tuple) else ()
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if isinstance(item, yaml.ScalarNode):
                yield str(item.value), ()
            else:
                yield from _extensions(item)


def _value(node: yaml.Node, depth: int) -> Any:
    """The plain data of `node`, with mappings as pairs.

    A name in our own code (`!!python/name:macros.…`) becomes the object it names. Any other tag,
    such as `!ENV`, becomes None."""
    if isinstance(node, yaml.MappingNode):
        return tuple(
            (str(key.value), _value(value, depth - 1)) for key, value in node.value if depth
        )
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(item, depth - 1) for item in node.value if depth)
    if node.tag.startswith(f"{_NAME}macros."):
        module, _, name = node.tag.removeprefix(_NAME).rpartition(".")
        return getattr(import_module(module), name)
    if node.tag.startswith("tag:yaml.org,2002:"):
        return yaml.SafeLoader("").construct_object(node)
    return None
