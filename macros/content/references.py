"""Check that what one record says of another is true: ids, citations, numbers and chosen examples.

The checks look at the plain data of the files, and not at the records, so that a record with a
fault of its own is checked too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .content import Content
from .problems import near, unknown, unknown_source
from .reader import Reader
from .register import DATA, points_of
from .text import CITATION
from .yaml_file import KeyPath, YamlFile, strings

_Kinds = dict[str, set[str] | None]


def check_references(reader: Reader) -> None:
    """Refuse ids of records that do not exist, and citations of what cannot be cited."""
    sources, law = reader.names.get("sources"), reader.names.get("law")
    citable = None if sources is None or law is None else sources | law
    kinds: _Kinds = {
        **reader.names,
        "source": citable,
        "by": sources,
        "sector": reader.names.get("sectors"),
        "chapter": reader.chapter_ids(),
        "field": reader.names.get("fields"),
    }
    replaced = _replaced(reader)
    for source in reader.files:
        for path, value in strings(source.data):
            _check_id(source, path, value, kinds)
            if citable is not None and "[@" in value:
                _check_citations(source, path, value, citable, replaced)


def _check_id(source: YamlFile, path: KeyPath, value: str, kinds: _Kinds) -> None:
    """Refuse `value` if its key names a kind of record, and no record of that kind has the id."""
    key = _key(path)
    allowed = kinds.get(key)
    if allowed is not None and value not in allowed:
        source.refuse(source.line(path), f"«{key}»: {unknown(value, sorted(allowed))}")


def _key(path: KeyPath) -> str:
    """The key that the value at `path` stands under; for an item of a list, the key of the list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _check_citations(
    source: YamlFile,
    path: KeyPath,
    value: str,
    citable: set[str],
    replaced: dict[str, list[str]],
) -> None:
    for match in CITATION.finditer(value):
        if match[1] not in citable:
            line = source.line_within(path, value, match.start())
            source.refuse(line, unknown_source(match[1], sorted(citable), replaced))


def _replaced(reader: Reader) -> dict[str, list[str]]:
    """As `Content.replaced`, but with the records that have faults too.

    Used while the content is checked, when a record with a fault should still explain why a
    citation of it is wrong."""
    named = [entry for entry in _entries(reader, "repealed.yml") if "id" in entry]
    laws = (entry["law"] if isinstance(entry.get("law"), list) else [] for entry in named)
    return {str(entry["id"]): list(map(str, law)) for entry, law in zip(named, laws, strict=True)}


def _entries(reader: Reader, name: str) -> list[dict[str, Any]]:
    """The entries of a file that holds a list, unchecked, without those that have no keys."""
    file = reader.file(name)
    data = file.data if file and isinstance(file.data, list) else []
    return [entry if isinstance(entry, dict) else {} for entry in data]


def check_numbers(reader: Reader) -> None:
    """Refuse questions, and measures, that are not numbered 1 to n with each number used once.

    The link «Neste» on a page leads to the next number, and would stop at a gap."""
    for folder in ("questions", "measures"):
        start = f"{(DATA / folder).as_posix()}/"
        _check_numbers([file for file in reader.files if file.file.startswith(start)])


def _check_numbers(files: list[YamlFile]) -> None:
    numbers = [file.data.get("number") if isinstance(file.data, dict) else None for file in files]
    first: dict[int, YamlFile] = {}
    for file, number in zip(files, numbers, strict=True):
        if type(number) is not int:  # a truth value is an int too, and no number
            continue
        taken = first.setdefault(number, file)
        if taken is not file:
            why = f"står alt i {taken.file}:{taken.line(('number',))}"
            _refuse_number(file, number, why, len(files))
        elif not 1 <= number <= len(files) and None not in numbers:
            # When a number is missing, that fault is reported, and the series cannot be judged
            _refuse_number(file, number, "ikkje er blant tala i rekkja", len(files))


def _refuse_number(file: YamlFile, number: int, why: str, count: int) -> None:
    file.refuse(
        file.line(("number",)),
        f"«number» er {number}, som {why}. Bruk tala frå 1 til {count}, kvart ein gong.",
    )


def check_chosen(reader: Reader, content: Content) -> None:
    """Refuse an example chosen for a page when it has no text about the subject of the page."""
    for source in reader.files:
        chosen = source.data.get("examples") if isinstance(source.data, dict) else None
        for index, name in enumerate(chosen if isinstance(chosen, list) else ()):
            example = content.examples.get(name) if isinstance(name, str) else None
            chapter = str(source.data.get("id"))
            if example and chapter not in example.chapters:
                source.refuse(
                    source.line(("examples", index)),
                    f"Dømet «{name}» seier ikkje noko om «{chapter}». Vel eit anna.",
                )
                _tell_chosen(reader, name, chapter, source)


def _tell_chosen(reader: Reader, name: str, chapter: str, source: YamlFile) -> None:
    """Report the fault in the file of the example too.

    Someone who takes a text out of an example may not know that a page shows it."""
    key = "measures" if chapter in (reader.names.get("measures") or ()) else "questions"
    for file in reader.sent_in:
        if Path(file.file).stem == name:
            file.refuse(
                file.line((key,)),
                f"{source.file} viser dette dømet, men dømet seier ikkje noko om «{chapter}»"
                f" under {key}. Skriv teksten, eller ta dømet bort frå den fila.",
            )


def check_sections(reader: Reader, content: Content) -> None:
    """Refuse a checkpoint whose section is unknown, or imposes no duty (*shall*)."""
    law = reader.names.get("law")
    for source in reader.files if law is not None else ():
        for index, point in enumerate(points_of(source.data)):
            name = point.get("section") if isinstance(point, dict) else None
            if not isinstance(name, str):
                continue
            line = source.line(("checkpoints", index, "section"))
            if law is not None and name not in law:
                source.refuse(line, f"«section»: {unknown(name, near(name, sorted(law)))}")
            elif name in content.law and content.law[name].strength != "shall":
                source.refuse(
                    line, f"«section»: {name} seier ikkje «skal», så punktet er ikkje eit lovkrav."
                )


def check_sectors(reader: Reader) -> None:
    """Refuse ids in `sectors.yml` of checkpoints that do not exist."""
    source, known = reader.file("sectors.yml"), sorted(reader.checkpoints)
    if source is None or reader.chapter_ids() is None:
        return
    for index, sector in enumerate(_entries(reader, "sectors.yml")):
        names = sector.get("checkpoints")
        for place, name in enumerate(names if isinstance(names, list) else ()):
            if isinstance(name, str) and name not in known:
                line = source.line((index, "checkpoints", place))
                source.refuse(line, f"Sjekkpunktet {unknown(name, near(name, known))}")
