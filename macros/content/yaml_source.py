"""Read YAML files as plain data. Whatever a file contains, reading it never raises."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from stat import S_ISREG

import yaml

from .decoding import LINE_BREAK, decode
from .problems import unforeseen
from .yaml_data import Loader, PlainLoader, construct, is_plain
from .yaml_file import YamlFile
from .yaml_hints import HARD_MESSAGE

MAX_BYTES = 1_000_000


def read_yaml(path: Path, file: str) -> YamlFile:
    """Read `path`, called `file` in messages. Never raises, whatever the file contains."""
    source = YamlFile(file)
    raw = read_bytes(path, source)
    return source if raw is None else parse_yaml(raw, file)


def read_bytes(path: Path, source: YamlFile, most: int = MAX_BYTES) -> bytes | None:
    """The bytes of `path`; None, with a problem added to `source`, if they cannot be read.

    A file of more than `most` bytes is not read."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):  # reading a pipe or a device may never end
            source.refuse(1, "Dette er inga vanleg fil. Ta det bort.")
            return None
        size = found.st_size
        if size <= most:
            return path.read_bytes()
    except OSError:
        source.refuse(1, "Fila manglar eller kan ikkje opnast.")
        return None
    source.refuse(1, f"Fila er på {size} byte. Høgst {most} er lov. Del innhaldet opp.")
    return None


def parse_yaml(raw: bytes, file: str, loader: Loader = PlainLoader) -> YamlFile:
    """The data in `raw`. Never raises, whatever it contains.

    The same bytes are parsed once, and the result is shared, except the list of problems: callers
    must not change the data."""
    return _parsed_yaml(raw, file, loader).fresh()  # type: ignore[arg-type]  # a class can be hashed


@lru_cache(maxsize=8192)
def _parsed_yaml(raw: bytes, file: str, loader: Loader) -> YamlFile:
    source = YamlFile(file)
    text = decode(raw, source)
    if text is None or not is_plain(text, source):
        return source
    source.text = tuple(LINE_BREAK.split(text))
    try:
        node = yaml.compose(text, loader)
        if node is not None:
            source.data = construct(node, (), source)
    except Exception as error:  # whatever goes wrong in one file, the others are still checked
        source.refuse(1, unforeseen(error))
        return source
    if any(problem.message == HARD_MESSAGE for problem in source.problems):
        # YAML does not count these spaces as indentation, so keys have ended up in the wrong place
        # and would be reported as missing
        source.data = None
    elif source.data is None:
        source.refuse(1, "Fila er tom.")
    return source
