"""The rules of an example that need more than one value, or its file, to be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from .days import has_ended
from .decoding import LINE_BREAK
from .example import SOURCE_MARK, Example, full_date
from .problems import unknown
from .translations import parted
from .yaml_file import KeyPath, YamlFile, strings

MAX_FILE_LINE = 300
_TEXTS = ("about", "questions", "measures", "lesson", "setback")
# A line that is an address may be longer than MAX_FILE_LINE: an address cannot be wrapped, and
# MAX_URL limits it anyway
_ADDRESS = re.compile(r"[ -]*url: *[\"']?https://\S*")


def long_lines(raw: bytes) -> Iterator[tuple[int, str]]:
    """Refuse lines that are too long to be read and compared in a pull request."""
    for number, line in enumerate(LINE_BREAK.split(raw.decode("utf-8-sig")), 1):
        if len(line) > MAX_FILE_LINE and not _ADDRESS.fullmatch(line):
            yield (
                number,
                (
                    f"Linja er på {len(line)} teikn. Høgst {MAX_FILE_LINE}. Del linja med"
                    " linjeskift, rykt like langt inn."
                ),
            )


def unknown_chapters(file: YamlFile, chapters: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Refuse texts under a question or measure that does not exist."""
    whole = file.data if isinstance(file.data, dict) else {}
    for at, texts in (((), whole), (("translation",), whole.get("translation"))):
        for key, is_measure in (("questions", False), ("measures", True)):
            given = texts.get(key) if isinstance(texts, dict) else None
            allowed = [name for name in chapters if name.startswith("grep-") == is_measure]
            for name in given if isinstance(given, dict) else ():
                if allowed and name not in allowed:
                    yield file.line((*at, key, name)), f"«{key}»: {unknown(name, allowed)}"


def misnamed(file: YamlFile, stem: str) -> Iterator[tuple[KeyPath, str]]:
    """Refuse an id that differs from the name of its file, unless the id has a fault already."""
    name = file.data.get("id") if isinstance(file.data, dict) else None
    if isinstance(name, str) and name != stem and not file.told(("id",)):
        yield ("id",), f"Id-en «{name}» og filnamnet «{stem}.yml» skal vere like. Rett det eine."


def contradictions(example: Example) -> Iterator[tuple[KeyPath, str]]:
    """Faults that show only when two values are compared, such as an end before its beginning."""
    if full_date(example.valid_to, last=True) < full_date(example.valid_from) and example.valid_to:
        yield ("valid_to",), "«valid_to» er før «valid_from». Byt dei om, eller rett det eine."
    if example.updated and example.updated < example.added:
        yield ("updated",), "«updated» er før «added». Rett det eine."
    if example.translation:
        yield from parted(example, example.translation)


def wrong_marks(file: YamlFile) -> Iterator[tuple[int, str]]:
    """Refuse marks of sources that do not exist, and texts without a mark when there are several.

    Only `lesson` may do without a mark: it is the contributor's own judgement."""
    sources = file.data.get("sources") if isinstance(file.data, dict) else None
    count = len(sources) if isinstance(sources, list) else 0
    for path, text in strings(file.data) if count else ():
        marks = [(int(match[1]), match.start()) for match in SOURCE_MARK.finditer(text)]
        where = path[1:] if path[0] == "translation" else path
        if where[0] not in _TEXTS or not text.strip():
            continue
        if wrong := next((mark for mark in marks if not 1 <= mark[0] <= count), None):
            line = file.line_within(path, text, wrong[1])
            yield line, f"Teksten viser til kjelde [{wrong[0]}], men dømet har {count}. Rett talet."
        elif count > 1 and not marks and where != ("lesson",):
            yield (
                file.line(path),
                (
                    f"Dømet har {count} kjelder. Skriv kva for ei denne teksten byggjer på, til"
                    " dømes [1], etter teksten."
                ),
            )


def refuse_ended(file: YamlFile, example: Example, today: date) -> None:
    """Refuse an example that is said to be in force although its period is over."""
    if example.status == "in-force" and example.valid_to and has_ended(example.valid_to, today):
        file.refuse(
            file.line(("status",)),
            f"«status» er in-force (gjeld), men «valid_to» er {example.valid_to}, som er over. Rett"
            " det eine: ended (avslutta), replaced (erstatta) eller ein annan sluttdato.",
        )
