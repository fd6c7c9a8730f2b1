"""Read YAML as plain data that remembers its lines, and refuse what content never needs.

Anchors, tags and duplicate keys are refused: an anchor can be nested into a bomb, a tag can
name code, and of two equal keys the first would silently be lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
KeyPath = tuple[str | int, ...]

# libyaml's own words -> what the contributor should do
_HINTS = {
    "mapping values are not allowed": "Det står kolon og mellomrom inne i ein tekst. Set heile teksten i hermeteikn.",
    "could not find expected ':'": "Det manglar kolon etter nøkkelen, eller teksten er ikkje rykt inn.",
    "did not find expected key": "Innrykket stemmer ikkje med linjene over. Bruk to mellomrom for kvart nivå.",
    "did not find expected '-' indicator": "Lista er rykt ulikt inn. Set alle «-» under kvarandre.",
    "found unexpected end of stream": "Eit hermeteikn er ikkje lukka.",
    "did not find expected ',' or ']'": "Lista i [ ] er ikkje lukka, eller det manglar eit komma.",
    "cannot start any token": "Teksten byrjar med eit teikn som har eiga tyding i YAML. Set teksten i hermeteikn.",
}


@dataclass
class YamlFile:
    """Plain data (`None` when unreadable), the line of every key path, and what was refused."""

    file: str
    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, path: KeyPath) -> int:
        """The line of `path`, or of its nearest parent that is in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def refuse(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, message))


def read_yaml(path: Path, file: str) -> YamlFile:
    """Read `path`, named `file` in messages. Never raises for what the file contains."""
    source = YamlFile(file)
    raw = read_bytes(path, source)
    return source if raw is None else parse_yaml(raw, file)


def read_bytes(path: Path, source: YamlFile, most: int = MAX_BYTES) -> bytes | None:
    """The bytes of `path`, or None, refused, when there are none or too many."""
    try:
        size = path.stat().st_size
        if size <= most:
            return path.read_bytes()
    except OSError:
        source.refuse(1, "Fila manglar eller kan ikkje opnast.")
        return None
    source.refuse(1, f"Fila er på {size} byte. Høgst {most} er lov. Del innhaldet opp.")
    return None


def parse_yaml(raw: bytes, file: str) -> YamlFile:
    """What `raw` holds. Never raises for what it contains."""
    source = YamlFile(file)
    text = _decode(raw, source)
    if text is None or not _is_plain(text, source):
        return source
    node = yaml.compose(text, yaml.CSafeLoader)
    if node is None:
        source.refuse(1, "Fila er tom.")
    else:
        source.data = _construct(node, (), source)
    return source


def strings(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in `data` with its path."""
    if isinstance(data, str):
        yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from strings(value, (*path, key))


def _decode(raw: bytes, source: YamlFile) -> str | None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        source.refuse(line, "Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8.")
        return None
    for number, content in enumerate(text.splitlines(), 1):
        if "\t" in content:
            source.refuse(number, "Linja har ein tabulator. Byt han ut med mellomrom.")
    return None if source.problems else text


def _is_plain(text: str, source: YamlFile) -> bool:
    """Stream the events once, so that a bomb is refused before anything is built."""
    depth = 0
    try:
        for event in yaml.parse(text, yaml.CSafeLoader):
            line = event.start_mark.line + 1  # type: ignore[union-attr]  # the parser always marks
            if getattr(event, "anchor", None):
                source.refuse(
                    line, "Anker (&) og alias (*) er ikkje lov. Skriv teksten ut, eller set han i hermeteikn."
                )
                return False
            if (tag := getattr(event, "tag", None)) not in (None, "!"):
                source.refuse(line, f"YAML-merket «{tag}» er ikkje lov. Ta det bort.")
                return False
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                source.refuse(line, f"Innhaldet har fleire enn {MAX_DEPTH} nivå. Sjå etter klammer som ikkje er lukka.")
                return False
    except yaml.YAMLError as error:
        source.refuse(*_explain(error))
        return False
    return True


def _explain(error: yaml.YAMLError) -> tuple[int, str]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    wording = str(getattr(error, "problem", "") or error)
    hint = next((hint for words, hint in _HINTS.items() if words in wording), None)
    if hint is None and "special characters" in wording:
        hint = "Fila har eit usynleg kontrollteikn. Slett det."
    return (mark.line + 1 if mark else 1), hint or "Linja lèt seg ikkje lese som YAML. Sjå etter innrykk og hermeteikn."


def _construct(node: yaml.Node, path: KeyPath, source: YamlFile) -> Any:
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _construct_mapping(node, path, source)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, index), source) for index, item in enumerate(node.value)]
    return _construct_scalar(node, source)


def _construct_mapping(node: yaml.MappingNode, path: KeyPath, source: YamlFile) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            source.refuse(line, "Nøkkelen må vere eit ord.")
            continue
        key = str(key_node.value)
        if key in result:
            source.refuse(line, f"Nøkkelen «{key}» står to gonger. Slett den eine.")
            continue
        source.lines[(*path, key)] = line
        result[key] = _construct(value_node, (*path, key), source)
    return result


def _construct_scalar(node: yaml.Node, source: YamlFile) -> Any:
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (ValueError, OverflowError, yaml.YAMLError):
        source.refuse(node.start_mark.line + 1, f"«{node.value}» er ikkje ein gyldig verdi. Set han i hermeteikn.")
        return None
