"""Read YAML as plain data that remembers its lines, and refuse what content never needs.

Anchors, tags and duplicate keys are refused: an anchor can be nested into a bomb, a tag can
name code, and of two equal keys the first would silently be lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from .problems import MAX_QUOTE, Problem
from .text import INVISIBLE

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MANY = 20
"""So many lines of the same fault tell enough of a file that is no text."""
LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""What ends a line in every editor. YAML and Python know more line breaks; those are refused."""
KeyPath = tuple[str | int, ...]
Loader = type[yaml.CSafeLoader]
_TEXT = "tag:yaml.org,2002:str"

# libyaml's own words -> what the contributor should do
_HINTS = {
    "mapping values are not allowed": "Det står kolon og mellomrom inne i ein tekst. Set heile teksten i hermeteikn. "
    "Er linja ein ny nøkkel, er ho rykt for langt inn.",
    "could not find expected ':'": "Det manglar kolon eller mellomrom etter nøkkelen. Skriv «nøkkel: verdi». "
    "Er linja del av ein tekst, skal ho rykkjast inn.",
    "did not find expected key": "Innrykket stemmer ikkje med linjene over, eller linja før har eit hermeteikn som "
    "ikkje er lukka. Bruk to mellomrom for kvart nivå.",
    "did not find expected '-' indicator": "Lista er rykt ulikt inn. Set alle «-» under kvarandre.",
    "found unexpected end of stream": "Eit hermeteikn er ikkje lukka.",
    "escape": 'Omvend skråstrek (\\) har eiga tyding mellom " og ". Skriv han to gonger, eller bruk \' i staden.',
    "did not find expected ',' or '}'": "Klammene { } er ikkje lukka, eller det manglar eit komma.",
    "alphabetic or numeric": "Teksten byrjar med * eller &, som har eiga tyding i YAML. Set teksten i hermeteikn.",
    "incompatible YAML document": "Linja med %YAML skal bort.",
    "undefined tag handle": "Eit utropsteikn har eiga tyding i YAML. Set teksten i hermeteikn.",
    "did not find expected ',' or ']'": "Lista i [ ] er ikkje lukka, eller det manglar eit komma.",
    "cannot start any token": "Teksten byrjar med eit teikn som har eiga tyding i YAML. Set teksten i hermeteikn.",
}


class PlainLoader(yaml.CSafeLoader):
    """Reads yes, no, 12:30, 017 and times of day as the text they are: numbers, dates and true/false only are more."""


PlainLoader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
):
    PlainLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_form})\Z"), list(_first))


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

    def fresh(self) -> YamlFile:
        """The same, with a list of problems of its own."""
        return YamlFile(self.file, self.data, self.lines, list(self.problems))

    def refuse(self, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, message))

    def told(self, path: KeyPath) -> bool:
        """Whether something is already wrong on the line of `path`."""
        return self.line(path) in {problem.line for problem in self.problems}


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


def parse_yaml(raw: bytes, file: str, loader: Loader = PlainLoader) -> YamlFile:
    """What `raw` holds. Never raises for what it contains. Of what has been read before, only `problems` is new: the
    rest is not to be changed."""
    return _parsed_yaml(raw, file, loader).fresh()  # type: ignore[arg-type]  # a class can be hashed


@lru_cache(maxsize=8192)
def _parsed_yaml(raw: bytes, file: str, loader: Loader) -> YamlFile:
    source = YamlFile(file)
    text = decode(raw, source)
    if text is None or not _is_plain(text, source):
        return source
    node = yaml.compose(text, loader)
    if node is not None:
        source.data = _construct(node, (), source)
    if source.data is None:
        source.refuse(1, "Fila er tom.")
    return source


def leaves(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every value in `data` that is neither mapping nor list, with its path."""
    if not isinstance(data, dict | list):
        yield path, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from leaves(value, (*path, key))


def strings(data: Any) -> Iterator[tuple[KeyPath, str]]:
    """Every text in `data` with its path."""
    return ((path, value) for path, value in leaves(data) if isinstance(value, str))


def decode(raw: bytes, source: YamlFile) -> str | None:
    """The text of `raw`, letters with their accents as one, or None with every line that has what no text needs."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        source.refuse(line, "Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8.")
        return None
    for number, content in enumerate(LINE_BREAK.split(text), 1):
        if "\t" in content:
            source.refuse(number, "Linja har ein tabulator. Byt han ut med mellomrom.")
        elif found := INVISIBLE.search(content):
            source.refuse(number, f"Linja har eit usynleg teikn (U+{ord(found[0]):04X}). Slett det.")
        if len(source.problems) == MANY:
            break
    return None if source.problems else unicodedata.normalize("NFC", text)


def _is_plain(text: str, source: YamlFile) -> bool:
    """Stream the events once, so that a bomb is refused before anything is built."""
    depth = documents = 0
    try:
        for event in yaml.parse(text, PlainLoader):
            line = event.start_mark.line + 1  # type: ignore[union-attr]  # the parser always marks
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                source.refuse(line, "Linja «---» eller «...» deler fila i to. Slett henne: ei fil for kvart.")
                return False
            if getattr(event, "anchor", None):
                source.refuse(
                    line, "Anker (&) og alias (*) er ikkje lov. Skriv teksten ut, eller set han i hermeteikn."
                )
                return False
            if (tag := getattr(event, "tag", None)) not in (None, "!"):
                written = tag.replace("tag:yaml.org,2002:", "!!")[:MAX_QUOTE]
                source.refuse(
                    line, f"YAML-merket «{written}» er ikkje lov. Ta det bort, eller set teksten i hermeteikn."
                )
                return False
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                source.refuse(line, f"Innhaldet har fleire enn {MAX_DEPTH} nivå. Sjå etter klammer som ikkje er lukka.")
                return False
    except yaml.YAMLError as error:
        source.refuse(*explain(error, text))
        return False
    return True


def explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line of a fault in the YAML of `text`, and what to do about it."""
    wording = str(getattr(error, "problem", "") or error)
    marks = [mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None))]
    # Of what is never closed, the beginning tells more than the end of the file
    begins = any(words in wording for words in ("',' or", "end of stream", "expected ':'"))
    mark = next(iter(reversed(marks) if begins else marks), None)
    hint = next((hint for words, hint in _HINTS.items() if words in wording), None)
    return (mark.line + 1 if mark else 1), hint or "Linja lèt seg ikkje lese som YAML. Sjå etter innrykk og hermeteikn."


def _construct(node: yaml.Node, path: KeyPath, source: YamlFile) -> Any:
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _construct_mapping(node, path, source)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, index), source) for index, item in enumerate(node.value)]
    return _construct_scalar(node)


def _construct_mapping(node: yaml.MappingNode, path: KeyPath, source: YamlFile) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            source.refuse(line, "Nøkkelen må vere eit ord. Byrjar ein tekst med [ eller {, skal han stå i hermeteikn.")
            continue
        key = str(key_node.value)
        if key in result:
            first = source.lines[(*path, key)]
            source.refuse(line, f"Nøkkelen «{key[:MAX_QUOTE]}» står to gonger, først på linje {first}. Slett den eine.")
            continue
        source.lines[(*path, key)] = line
        result[key] = _construct(value_node, (*path, key), source)
    return result


def _construct_scalar(node: yaml.Node) -> Any:
    if node.tag == _TEXT:
        return node.value
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (
        ValueError,
        yaml.YAMLError,
    ):  # the 13th month, or a number of 5,000 digits: whoever wants a date or a number refuses the text
        return node.value
