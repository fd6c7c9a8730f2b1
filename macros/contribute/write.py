"""The file of an example, from answers. The form on the page writes the same lines in JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from ..content.example import MAX_ID, RESERVED
from ..content.examples import SCHEMA
from .fields import FIELDS

WIDTH = 96
_BLOCKS = ("about", "lesson", "setback")
_PLAIN = re.compile(r"[a-z][a-z-]*|\d{4}(-\d\d){0,2}")  # needs no quotes: ours to choose from, or a date

Answers = Mapping[str, str]


def example_yaml(answers: Answers, sources: Sequence[Answers], today: str) -> str:
    """The whole file. `answers` by key («title», «questions.kapasitet»), empty ones left out; `today` as 2026-11-25."""
    lines = [f"# yaml-language-server: $schema={SCHEMA}", f"id: {slug(answers)}"]
    for key in FIELDS:
        if key == "lesson":
            lines += [*_chapters(answers, "questions"), *_chapters(answers, "measures")]
        lines += _entry(key, answers.get(key, ""), "")
    lines.append("sources:")
    for source in sources:
        named = [
            line for key in ("title", "publisher", "url", "published") for line in _entry(key, source.get(key, ""), "")
        ]
        lines += [
            ("  - " if first else "    ") + line for first, line in zip([True] + [False] * 9, named, strict=False)
        ]
    return "\n".join([*lines, f"added: {today}", f"checked: {today}", ""])


def slug(answers: Answers) -> str:
    """«bo-kommune-innkjopsstrategi»: body and title, as a file name and an address on any machine."""
    plain = f"{answers.get('publisher', '')} {answers.get('title', '')}".lower()
    for letter, ascii_ in (("æ", "ae"), ("ø", "o"), ("å", "a"), ("ö", "o"), ("ä", "a"), ("é", "e"), ("ü", "u")):
        plain = plain.replace(letter, ascii_)
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    cut = whole if len(whole) <= MAX_ID else whole[: MAX_ID + 1].rsplit("-", 1)[0][:MAX_ID]
    return "dome" if not cut else f"{cut}-dome" if cut in RESERVED else cut


def _chapters(answers: Answers, group: str) -> Iterator[str]:
    names = [key.split(".", 1)[1] for key, value in answers.items() if key.startswith(f"{group}.") and value.strip()]
    if names:
        yield f"{group}:"
    for name in names:
        yield from _entry(name, answers[f"{group}.{name}"], "  ", block=True)


def _entry(key: str, value: str, indent: str, *, block: bool = False) -> Iterator[str]:
    value = value.strip()
    if not value:
        return
    if not block and key not in _BLOCKS:
        one = " ".join(value.split())
        yield f"{indent}{key}: {one if _PLAIN.fullmatch(one) else json.dumps(one, ensure_ascii=False)}"
        return
    yield f"{indent}{key}: |-"
    for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        yield from (f"{indent}  {part}" if part else "" for part in _wrapped(line))


def _wrapped(line: str) -> Iterator[str]:
    """Lines of at most WIDTH characters. None begins with a dash that was not first, which would make it a list."""
    current = ""
    for word in line.split():
        if current and len(current) + 1 + len(word) > WIDTH and word != "-":
            yield current
            current = word
        else:
            current = f"{current} {word}" if current else word
    yield current
