"""Write the file of an example from answers.

The form on the page writes the same lines in JavaScript (browser/form/write.js). A property test
compares the two.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from ..content.example import MAX_ID, RESERVED
from ..content.examples import SCHEMA
from ..content.letters import plain_letters
from .fields import FIELDS, Control, source_fields, top_fields

WIDTH = 96
SPACE = re.compile(r"[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
"""The space between words: the characters that `str.split` splits at.

They are written out for the browser, where `\\s` has other characters."""
_CONTROLS = {
    field.key.removeprefix("source."): field.control for field in (*top_fields(), *source_fields())
}

Answers = Mapping[str, str]


def example_yaml(answers: Answers, sources: Sequence[Answers], today: str) -> str:
    """The text of the file.

    `answers` are by key («title», «questions.kapasitet»), and empty ones are left out. `today` is
    written as 2026-11-25."""
    lines = [f"# yaml-language-server: $schema={SCHEMA}", f"id: {slug(answers)}"]
    for key in FIELDS:
        if key == "lesson":
            lines += [*_chapters(answers, "questions"), *_chapters(answers, "measures")]
        lines += _entry(key, answers.get(key, ""), "")
    lines.append("sources:")
    for source in sources:
        named = [
            line
            for key in ("title", "publisher", "url", "published")
            for line in _entry(key, source.get(key, ""), "")
        ]
        lines += [
            ("  - " if first else "    ") + line
            for first, line in zip([True] + [False] * 9, named, strict=False)
        ]
    return "\n".join([*lines, f"added: {today}", f"checked: {today}", ""])


def slug(answers: Answers) -> str:
    """The id of the example, made of body and title, such as «bo-kommune-innkjopsstrategi».

    It has only characters that are allowed in file names and addresses on every system."""
    plain = plain_letters(f"{answers.get('publisher', '')} {answers.get('title', '')}")
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    cut = whole if len(whole) <= MAX_ID else whole[: MAX_ID + 1].rsplit("-", 1)[0][:MAX_ID]
    return "dome" if not cut else f"{cut}-dome" if cut in RESERVED else cut


def _chapters(answers: Answers, group: str) -> Iterator[str]:
    names = [
        key.split(".", 1)[1]
        for key, value in answers.items()
        if key.startswith(f"{group}.") and value.strip()
    ]
    if names:
        yield f"{group}:"
    for name in names:
        yield from _entry(name, answers[f"{group}.{name}"], "  ")


def _entry(key: str, value: str, indent: str) -> Iterator[str]:
    """The lines of one answer. A key without a control of its own is a chapter, and has a text."""
    value, control = value.strip(), _CONTROLS.get(key, "text")
    if not value:
        return
    if control != "text":
        # What a person has typed is quoted, or YAML would read 2024 as a number and null as nothing
        one = " ".join(_words(value))
        yield (
            f"{indent}{key}:"
            f" {one if _needs_no_quotes(control, one) else json.dumps(one, ensure_ascii=False)}"
        )
        return
    yield f"{indent}{key}: |-"
    for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        yield from (f"{indent}  {part}" if part else "" for part in _wrapped(line))


def _needs_no_quotes(control: Control, value: str) -> bool:
    """Whether the answer is a date, or one of the choices, whose codes YAML reads as text."""
    return (
        control in ("choice", "date")
        and re.fullmatch(r"[a-z][a-z-]*|\d{4}(-\d\d){0,2}", value, re.ASCII) is not None
    )


def _words(text: str) -> list[str]:
    """The words of `text`. Letters are composed (é as one character), as when a file is read."""
    return unicodedata.normalize("NFC", text).split()


def _wrapped(line: str) -> Iterator[str]:
    """`line` wrapped at WIDTH characters.

    No line is broken before a lone dash: it would become the first character of the next line, and
    make that an item of a list."""
    current = ""
    for word in _words(line):
        if current and len(current) + 1 + len(word) > WIDTH and word != "-":
            yield current
            current = word
        else:
            current = f"{current} {word}" if current else word
    yield current
