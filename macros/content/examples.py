"""Read `examples/`, where each file is one example that anybody may have sent in.

A file that cannot be read never hides the faults of another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

from .days import refuse_days
from .example import Example
from .example_rules import (
    contradictions,
    long_lines,
    misnamed,
    refuse_ended,
    unknown_chapters,
    wrong_marks,
)
from .files import entries
from .letters import plain_letters
from .personal import personal
from .validate import validate
from .yaml_file import YamlFile
from .yaml_source import parse_yaml, read_bytes

EXAMPLES = Path("examples")
SCHEMA = "example.schema.json"
MAX_BYTES = 100_000
_BESIDE = ("README.md", SCHEMA)


def read_examples(
    root: Path, chapters: Iterable[str], today: date
) -> tuple[dict[str, Example], list[YamlFile]]:
    """The examples by id, sorted by body and title, and every file with its problems.

    `chapters` are the ids of all questions and measures. An example with a fault is left out of the
    first part, and its problems are found in the second."""
    folder, known = root / EXAMPLES, tuple(chapters)
    files, found = [], []
    for path in entries(folder):
        if path.name in _BESIDE:
            continue
        file, example = read_example(path, path.relative_to(root).as_posix(), known, today)
        files.append(file)
        if example:
            found.append((example, file))
    _refuse_twins(files)
    # The second of two twins has a problem only now
    found = [(example, file) for example, file in found if not file.problems]
    found.sort(key=lambda pair: norwegian_order(pair[0].name))
    return {example.id: example for example, _ in found}, files


def read_example(
    path: Path, name: str, chapters: tuple[str, ...], today: date
) -> tuple[YamlFile, Example | None]:
    """Read one file, called `name` in messages: the file with its problems, and its example.

    The example is None when anything is wrong with the file."""
    file = YamlFile(name)
    if path.is_symlink() or not path.is_file():
        file.refuse(1, "Her skal det berre liggje vanlege filer, ei for kvart døme. Ta bort dette.")
    elif path.suffix != ".yml":
        file.refuse(
            1,
            "Fila blir ikkje brukt. Eit døme heiter det same som id-en og sluttar på .yml, "
            f"til dømes {_slug(path.stem)}.yml.",
        )
    elif (raw := read_bytes(path, file, MAX_BYTES)) is not None:
        file, example = _parse(name, raw, chapters)
        refuse_days(file, today)
        if example and not file.problems:
            refuse_ended(file, example, today)
        return file, None if file.problems else example
    return file, None


@lru_cache(maxsize=4096)
def _parsed_example(
    name: str, raw: bytes, chapters: tuple[str, ...]
) -> tuple[YamlFile, Example | None]:
    """The work of `_parse`, kept so that a rebuild under serve parses only the files that changed.

    Nothing that depends on today's date belongs here: the result may be used on a later day."""
    file = parse_yaml(raw, name)
    if file.data is None:
        return file, None
    example = validate(Example, file.data, file)
    for line, message in (
        *long_lines(raw),
        *personal(file),
        *unknown_chapters(file, chapters),
        *wrong_marks(file),
    ):
        file.refuse(line, message)
    stem = Path(name).stem
    for at, message in (*misnamed(file, stem), *(contradictions(example) if example else ())):
        # A translation that already has a fault on the line is not held against the example too
        if at[:1] != ("translation",) or not file.told(at):
            file.refuse(file.line(at), message)
    return file, example


def _parse(name: str, raw: bytes, chapters: tuple[str, ...]) -> tuple[YamlFile, Example | None]:
    """The file and its example. The caller may add problems to the file: it is a fresh copy."""
    file, example = _parsed_example(name, raw, chapters)
    return file.fresh(), example


def _refuse_twins(files: list[YamlFile]) -> None:
    """Refuse the second of two files with the same body and title: readers see no difference."""
    first: dict[tuple[str, ...], YamlFile] = {}
    for file in files:
        key = tuple(_folded(file, name) for name in ("publisher", "title"))
        if not all(key):
            continue
        if key in first:
            file.refuse(
                file.line(("title",)),
                f"Same verksemd og tittel står allereie i {first[key].file}. Slett den eine fila,"
                " eller skil titlane.",
            )
        first.setdefault(key, file)


def _folded(file: YamlFile, key: str) -> str:
    """The text of `key` with capitals and spacing evened out, or an empty string."""
    value = file.data.get(key) if isinstance(file.data, dict) else None
    return " ".join(value.casefold().split()) if isinstance(value, str) else ""


def norwegian_order(word: str) -> str:
    """A sort key that ignores capitals and puts æ, ø and å last: «{», «|» and «}» follow z."""
    return word.lower().translate(str.maketrans("æøå", "{|}"))


def _slug(stem: str) -> str:
    """A file name to suggest, made from the name the contributor chose."""
    return re.sub(r"[^a-z0-9]+", "-", plain_letters(stem)).strip("-")[:60] or "bo-kommune-strategi"
