"""Read `examples/`: one file an example, sent in by anybody. One bad file never hides another's faults."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from .example import SOURCE_MARK, Example, moment
from .problems import Problem, unknown
from .validate import validate
from .yaml_source import KeyPath, YamlFile, parse_yaml, read_bytes, strings

FOLDER = Path("examples")
SCHEMA = "example.schema.json"
MAX_LINE = 300
MAX_BYTES = 100_000
_BESIDE = ("README.md", SCHEMA)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# Day (or day + 40), month (or month + 40 or 80), year, then five digits: the form of a fødselsnummer or D-nummer
PERSON = re.compile(r"(?<!\d)(?:[04][1-9]|[1256]\d|[37][01])(?:[048][1-9]|[159][0-2])\d{2}[ .]?\d{5}(?!\d)")


def read_examples(root: Path, chapters: Iterable[str], today: date) -> tuple[dict[str, Example], list[YamlFile]]:
    """The examples by id, sorted by body and title, and every file with what was refused in it.

    `chapters` are the ids of questions and measures there are."""
    folder, known = root / FOLDER, tuple(chapters)
    files, found = [], []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name in _BESIDE:
            continue
        file, example = read_example(path, path.relative_to(root).as_posix(), known, today)
        files.append(file)
        if example:
            found.append((example, file))
    _refuse_twins(found)
    found.sort(key=lambda pair: norwegian_order(pair[0].name))
    return {example.id: example for example, _ in found}, files


def read_example(path: Path, name: str, chapters: tuple[str, ...], today: date) -> tuple[YamlFile, Example | None]:
    """One file, named `name` in messages, and its example unless something is wrong with it."""
    file = YamlFile(name)
    if path.is_symlink() or not path.is_file():
        file.refuse(1, "Her skal det berre liggje vanlege filer, ei for kvart døme. Ta bort dette.")
    elif path.suffix != ".yml":
        file.refuse(
            1,
            "Fila blir ikkje brukt. Eit døme heiter det same som id-en og sluttar på .yml, "
            f"til dømes {_slug(path.stem)}.yml.",
        )
    elif raw := read_bytes(path, file, MAX_BYTES):
        file, example = _parse(name, raw, chapters)
        _refuse_future(file, today)
        return file, None if file.problems else example
    return file, None


@lru_cache(maxsize=4096)
def _parsed(name: str, raw: bytes, chapters: tuple[str, ...]) -> tuple[YamlFile, Example | None]:
    file = parse_yaml(raw, name)
    if file.data is None:
        return file, None
    example = validate(Example, file.data, file)
    for line, message in (*_lines(raw), *_private(file), *_names(file, chapters)):
        file.refuse(line, message)
    if example:
        for at, message in _wrong(example, Path(name).stem):
            file.refuse(file.line(at), message)
    return file, example


def _parse(name: str, raw: bytes, chapters: tuple[str, ...]) -> tuple[YamlFile, Example | None]:
    """What the same bytes gave last time, with a list of problems of its own."""
    file, example = _parsed(name, raw, chapters)
    return YamlFile(file.file, file.data, file.lines, list(file.problems)), example


def _lines(raw: bytes) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(raw.decode("utf-8-sig").splitlines(), 1):
        if len(line) > MAX_LINE:
            yield (
                number,
                f"Linja er på {len(line)} teikn. Høgst {MAX_LINE}. Del henne med linjeskift, rykt like langt inn.",
            )


def _private(file: YamlFile) -> Iterator[tuple[int, str]]:
    """What tells of a person. The site needs neither."""
    for path, value in strings(file.data):
        if found := EMAIL.search(value):
            yield (
                file.line(path),
                f"«{found[0]}» ser ut som ei e-postadresse. Ta henne bort: døme skal ikkje ha personopplysningar.",
            )
        if PERSON.search(value):
            yield (
                file.line(path),
                "Her står noko som liknar eit fødselsnummer. Ta det bort: døme skal ikkje ha personopplysningar.",
            )


def _names(file: YamlFile, chapters: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for key, is_measure in (("questions", False), ("measures", True)):
        given = file.data.get(key) if isinstance(file.data, dict) else None
        allowed = [name for name in chapters if name.startswith("grep-") == is_measure]
        for name in given if isinstance(given, dict) else ():
            if name not in allowed:
                yield file.line((key, name)), f"«{key}»: {unknown(name, allowed)}"


def _wrong(example: Example, stem: str) -> Iterator[tuple[KeyPath, str]]:
    """What a single value cannot tell."""
    if example.id != stem:
        yield ("id",), f"Id-en «{example.id}» og filnamnet «{stem}.yml» skal vere like. Rett det eine."
    if moment(example.valid_to, last=True) < moment(example.valid_from) and example.valid_to:
        yield ("valid_to",), "«valid_to» er før «valid_from». Byt dei om, eller rett det eine."
    if example.updated and example.updated < example.added:
        yield ("updated",), "«updated» er før «added». Rett det eine."
    count = len(example.sources)
    for path, text in _told(example):
        marks = [int(mark) for mark in SOURCE_MARK.findall(text)]
        if wrong := [mark for mark in marks if not 1 <= mark <= count]:
            yield path, f"Teksten viser til kjelde [{wrong[0]}], men dømet har {count}. Rett talet."
        elif count > 1 and not marks and path != ("lesson",):
            yield (
                path,
                f"Dømet har {count} kjelder. Skriv kva for ei denne teksten byggjer på, til dømes [1], etter teksten.",
            )


def _told(example: Example) -> Iterator[tuple[KeyPath, str]]:
    yield ("about",), example.about
    for key in ("questions", "measures"):
        for name, text in getattr(example, key).items():
            yield (key, name), text
    yield ("lesson",), example.lesson
    if example.setback:
        yield ("setback",), example.setback


def _refuse_future(file: YamlFile, today: date) -> None:
    for path, value in _dates(file.data):
        if value > today and path[-1] in ("added", "updated", "checked", "published"):
            file.refuse(file.line(path), f"«{path[-1]}» er {value}, som ikkje har vore enno. Rett datoen.")


def _dates(data: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, date]]:
    if isinstance(data, date):
        yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from _dates(value, (*path, key))


def _refuse_twins(found: list[tuple[Example, YamlFile]]) -> None:
    first: dict[tuple[str, str], YamlFile] = {}
    for example, file in found:
        key = (" ".join(example.publisher.casefold().split()), " ".join(example.title.casefold().split()))
        if key in first:
            file.refuse(
                file.line(("title",)),
                f"Same verksemd og tittel står alt i {first[key].file}. Slett den eine fila, eller skil titlane.",
            )
        first.setdefault(key, file)


def norwegian_order(word: str) -> str:
    """A key that puts æ, ø, å last, and capitals with small letters."""
    return word.lower().translate(str.maketrans("æøå", "{|}"))


def _slug(stem: str) -> str:
    plain = stem.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "bo-kommune-strategi"


__all__ = ["FOLDER", "SCHEMA", "Problem", "norwegian_order", "read_example", "read_examples"]
