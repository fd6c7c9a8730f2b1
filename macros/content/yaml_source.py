"""Read YAML as plain data, remember the line of everything, and refuse what content never needs.

Anchors, tags and duplicate keys are refused. Anchors can be nested so that a small file fills the
memory, a tag can name code to run, and of two equal keys the first would be lost without a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from typing import Any

import yaml

from .problems import MAX_QUOTE, Problem, unforeseen
from .text import INVISIBLE

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
_CONFLICT = re.compile(r"(<{7}|>{7}|\|{7})( |$)")
# What letters outside ASCII become when their bytes in UTF-8 are read as Windows-1252 or Latin-1
_MISREAD = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|\u00e2[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2}"
)
_HARD_INDENT = re.compile(r"^ *[\u00a0\u2000-\u200a\u202f\u3000]")
_HARD_MESSAGE = "Linja er rykt inn med harde mellomrom. Slett dei, og bruk vanlege mellomrom."
_AFTER_QUOTE = re.compile(
    r""" *(?:- )?[^\s:#"'{\[][^:]*: +("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*[^\s#,}\]]"""
)
_QUOTED = (
    "Teksten held fram etter hermeteiknet som lukkar han. Set hermeteikn rundt heile teksten, "
    "og bruk ' når teksten sjølv har \"."
)
_COMMENT = re.compile(r"\s+#")
_WORD = re.compile(r"[a-z0-9_-]+")
MANY = 20
"""Stop after this many bad lines: a file with more of them is probably not a text at all."""
LINE_BREAK = re.compile(r"\r\n|\r|\n")
"""The line breaks that every editor shows. YAML and Python have more of them, which are refused."""
KeyPath = tuple[str | int, ...]
Loader = type[yaml.CSafeLoader]
_TEXT = "tag:yaml.org,2002:str"

# A part of libyaml's own message, and what the contributor should do about it. The first that is
# found in the message counts.
_HINTS = {
    "mapping values are not allowed": (
        "Det står kolon og mellomrom inne i ein tekst. Set heile teksten i hermeteikn. "
        "Er linja ein ny nøkkel, er ho rykt for langt inn."
    ),
    "could not find expected ':'": (
        "Det manglar kolon eller mellomrom etter nøkkelen. Skriv «nøkkel: verdi». "
        "Er linja del av ein tekst, skal ho rykkjast inn."
    ),
    "did not find expected key": (
        "Innrykket stemmer ikkje med linjene over, eller linja før har eit hermeteikn som "
        "ikkje er lukka. Bruk to mellomrom for kvart nivå."
    ),
    "did not find expected '-' indicator": "Lista er rykt ulikt inn. Set alle «-» under kvarandre.",
    "found unexpected end of stream": "Eit hermeteikn er ikkje lukka.",
    "escape": (
        'Omvend skråstrek (\\) har eiga tyding mellom " og ". Skriv han to gonger, eller bruk \' i'
        " staden."
    ),
    "did not find expected ',' or '}'": "Klammene { } er ikkje lukka, eller det manglar eit komma.",
    "alphabetic or numeric": (
        "Teksten byrjar med * eller &, som har eiga tyding i YAML. Set teksten i hermeteikn."
    ),
    "incompatible YAML document": "Linja med %YAML skal bort.",
    "block sequence entries are not allowed": (
        "Ei liste kan ikkje byrje på same linje som nøkkelen. Skriv kvart punkt "
        "på si linje under, rykt inn. Er det ein tekst, skal han stå i hermeteikn."
    ),
    "undefined tag handle": "Eit utropsteikn har eiga tyding i YAML. Set teksten i hermeteikn.",
    "did not find expected ',' or ']'": "Lista i [ ] er ikkje lukka, eller det manglar eit komma.",
    "cannot start any token": (
        "Teksten byrjar med eit teikn som har eiga tyding i YAML. Set teksten i hermeteikn."
    ),
}


class PlainLoader(yaml.CSafeLoader):
    """Reads only numbers, dates, null and true/false as anything else than text.

    YAML 1.1 would also make a truth value of «no» and a number of 12:30 and 017."""


# Begin with no rules at all, and add only those that content needs
PlainLoader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"-?(0|[1-9][0-9]*)", "-0123456789"),
    ("float", r"-?(0|[1-9][0-9]*)\.[0-9]+", "-0123456789"),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
):
    PlainLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_form})\Z"), list(_first)
    )


@dataclass
class YamlFile:
    """A file: its data (`None` if unreadable), the line of every key path, and its problems."""

    file: str
    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ends: dict[KeyPath, int] = field(default_factory=dict)
    """The last line of every text, by its key path."""
    text: tuple[str, ...] = ()
    """The lines of the file."""

    def line(self, path: KeyPath) -> int:
        """The line of `path`, or of its nearest parent if the file does not have it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fresh(self) -> YamlFile:
        """A copy that shares everything except the list of problems, which may be added to."""
        return replace(self, problems=list(self.problems))

    def line_within(self, path: KeyPath, value: str, start: int) -> int:
        """The line in the file of what begins at index `start` in `value`, the text at `path`.

        The word at that index is counted, in the text and in the lines of the file. If the file
        has the word fewer times, because it is written with an escape, the line of the key is
        returned."""
        word = value[start:].split(maxsplit=1)
        first = self.line(path)
        if not word:
            return first
        before = value.count(word[0], 0, start)
        for number in range(first, self.ends.get(path, first) + 1):
            before -= self.text[number - 1].count(word[0]) if number <= len(self.text) else 0
            if before < 0:
                return number
        return first

    def refuse(self, line: int, message: str) -> None:
        """Add a problem. `message` is a whole Norwegian sentence."""
        self.problems.append(Problem(self.file, line, message))

    def told(self, path: KeyPath) -> bool:
        """Whether a problem has already been reported on the line of `path`."""
        return self.line(path) in {problem.line for problem in self.problems}


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
    if text is None or not _is_plain(text, source):
        return source
    source.text = tuple(LINE_BREAK.split(text))
    try:
        node = yaml.compose(text, loader)
        if node is not None:
            source.data = _construct(node, (), source)
    except Exception as error:  # whatever goes wrong in one file, the others are still checked
        source.refuse(1, unforeseen(error))
        return source
    if any(problem.message == _HARD_MESSAGE for problem in source.problems):
        # YAML does not count these spaces as indentation, so keys have ended up in the wrong place
        # and would be reported as missing
        source.data = None
    elif source.data is None:
        source.refuse(1, "Fila er tom.")
    return source


def leaves(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Every value in `data` that is neither a mapping nor a list, with its path."""
    if not isinstance(data, dict | list):
        yield path, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from leaves(value, (*path, key))


def strings(data: Any) -> Iterator[tuple[KeyPath, str]]:
    """Every text in `data` with its path."""
    return ((path, value) for path, value in leaves(data) if isinstance(value, str))


def decode(raw: bytes, source: YamlFile) -> str | None:
    """The text of `raw`, or None, with a problem for every line that no text would have.

    Letters are composed (NFC): an accent typed as a character of its own would look the same, and
    still be another text."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        source.refuse(line, "Teiknet her er ikkje UTF-8. Lagre fila på nytt med teiknsettet UTF-8.")
        return None
    for number, content in enumerate(LINE_BREAK.split(text), 1):
        if _CONFLICT.match(content):
            source.refuse(
                number,
                "Her står eit merke frå git: to har endra same stad. Vel det som skal stå, og slett"
                " merka.",
            )
        elif meant := _twice_decoded(content):
            source.refuse(
                number,
                f"«{meant[0]}» er «{meant[1]}» lese med feil teiknsett. Skriv bokstaven på nytt, og"
                " lagre som UTF-8.",
            )
        elif "\t" in content:
            source.refuse(number, "Linja har ein tabulator. Byt han ut med mellomrom.")
        elif found := INVISIBLE.search(content):
            source.refuse(
                number, f"Linja har eit usynleg teikn (U+{ord(found[0]):04X}). Slett det."
            )
        if len(source.problems) == MANY:
            break
    return None if source.problems else unicodedata.normalize("NFC", text)


def _twice_decoded(line: str) -> tuple[str, str] | None:
    """The first letter of `line` that was decoded wrongly, and what it should be: «Ã¸» and «ø»."""
    for match in _MISREAD.finditer(line):
        try:
            meant = b"".join(_byte(letter) for letter in match[0]).decode("utf-8")
        except UnicodeError:
            continue
        return match[0], meant
    return None


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:  # Windows-1252 has no letter for five of the bytes
        return letter.encode("latin-1")


def _is_plain(text: str, source: YamlFile) -> bool:
    """Whether `text` has only what content needs; adds a problem to `source` if not.

    The events are streamed before any data is built, so that a nested bomb never takes memory."""
    depth = documents = 0
    try:
        for event in yaml.parse(text, PlainLoader):
            line = event.start_mark.line + 1  # type: ignore[union-attr]  # the parser always marks
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                source.refuse(
                    line, "Linja «---» eller «...» deler fila i to. Slett henne: ei fil for kvart."
                )
                return False
            if getattr(event, "anchor", None):
                source.refuse(
                    line,
                    "Anker (&) og alias (*) er ikkje lov. Skriv teksten ut, eller set han i"
                    " hermeteikn.",
                )
                return False
            if (tag := getattr(event, "tag", None)) not in (None, "!"):
                written = tag.replace("tag:yaml.org,2002:", "!!")[:MAX_QUOTE]
                source.refuse(
                    line,
                    f"YAML-merket «{written}» er ikkje lov. Ta det bort, eller set teksten i"
                    " hermeteikn.",
                )
                return False
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
                event, yaml.CollectionEndEvent
            )
            if depth > MAX_DEPTH:
                source.refuse(
                    line,
                    f"Innhaldet har fleire enn {MAX_DEPTH} nivå. Sjå etter klammer som ikkje er"
                    " lukka.",
                )
                return False
    except yaml.YAMLError as error:
        source.refuse(*explain(error, text))
        return False
    return True


def explain(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    """The line of `error` in `text`, and a Norwegian sentence that says what to do about it."""
    wording = str(getattr(error, "problem", "") or error)
    marks = [
        mark for name in ("problem_mark", "context_mark") if (mark := getattr(error, name, None))
    ]
    # When a quote or a bracket is never closed, where it began helps more than the end of the file
    begins = any(words in wording for words in ("',' or", "end of stream", "expected ':'"))
    mark = next(iter(reversed(marks) if begins else marks), None)
    lines = LINE_BREAK.split(text)
    # These two are looked for first: libyaml's own message would blame a line further down
    for number, line in enumerate(lines, 1):
        if _HARD_INDENT.match(line):
            return number, _HARD_MESSAGE
    last = min(mark.line + 1, len(lines)) if mark else 0
    for number in range(last, max(0, last - 2), -1):
        if _AFTER_QUOTE.match(lines[number - 1]):
            return number, _QUOTED
    hint = next((hint for words, hint in _HINTS.items() if words in wording), None)
    if hint and begins and mark and " #" in "".join(lines[mark.line : mark.line + 1]):
        hint += " Mellomrom og # byrjar ein merknad: set hermeteikn rundt ein tekst som har det."
    return (
        mark.line + 1 if mark else 1
    ), hint or "Linja lèt seg ikkje lese som YAML. Sjå etter innrykk og hermeteikn."


def _construct(node: yaml.Node, path: KeyPath, source: YamlFile) -> Any:
    """The plain data of `node`. The lines it takes in the file are noted in `source`."""
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _construct_mapping(node, path, source)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item, (*path, index), source) for index, item in enumerate(node.value)]
    # A text written as a block ends at the beginning of the line after it
    source.ends[path] = node.end_mark.line + (1 if node.end_mark.column else 0)
    if isinstance(node, yaml.ScalarNode) and not node.style:
        _refuse_cut(node, source)
    return _construct_scalar(node)


def _refuse_cut(node: yaml.Node, source: YamlFile) -> None:
    """Refuse a text that YAML has cut at « #», where a comment begins.

    Someone who writes «Verktøykasse # 2» would lose the rest of the title. A comment is allowed
    after our own words, ids and dates, which are never cut."""
    mark = node.end_mark
    rest = source.text[mark.line][mark.column :] if mark.line < len(source.text) else ""
    found = _COMMENT.match(rest) if node.value else re.match(r"\s*#(?=[^\s#])", rest)
    if found and not _WORD.fullmatch(str(node.value)):
        source.refuse(
            mark.line + 1,
            "Mellomrom og # byrjar ein merknad, så resten av linja blir borte. Set hermeteikn rundt"
            " teksten, eller flytt merknaden til ei linje for seg sjølv.",
        )


def _construct_mapping(node: yaml.MappingNode, path: KeyPath, source: YamlFile) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            source.refuse(
                line,
                "Nøkkelen må vere eit ord. Byrjar ein tekst med [ eller {, skal han stå i"
                " hermeteikn.",
            )
            continue
        key = str(key_node.value)
        if _HARD_INDENT.match(key):
            source.refuse(line, _HARD_MESSAGE)
            continue
        if key in result:
            first = source.lines[(*path, key)]
            source.refuse(
                line,
                f"Nøkkelen «{key[:MAX_QUOTE]}» står to gonger, først på linje {first}. Slett den"
                " eine.",
            )
            continue
        source.lines[(*path, key)] = line
        result[key] = _construct(value_node, (*path, key), source)
    return result


def _construct_scalar(node: yaml.Node) -> Any:
    if node.tag == _TEXT:
        return node.value
    try:
        return yaml.SafeLoader("").construct_object(node)
    # The 13th month, or a number of 5,000 digits: it stays a text, and the model that wants a date
    # or a number refuses it
    except (
        ValueError,
        yaml.YAMLError,
    ):
        return node.value
