"""Put a file together from its parts and from answers: text in, text out.

The browser has the same steps in the same order in `browser/builder/assemble.js`. Who changes one
changes the other; a test compares them with hundreds of answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from .fill import FILLERS
from .parts import Parts
from .rows import with_rows
from .text import clean, one_line

_MARK = re.compile(r"<!--([\[\]])([^>]*?)-->\n*")
_WITHIN = re.compile(r"<!--\(([^>]*?)-->(.*?)<!--\)-->", re.DOTALL)
_ID = re.compile(r'<w:id w:val="0"/>')
_FIRST_ID = 1001
ONLY = "only:"
"""What begins the name of a passage that is for some bodies: `only:kommune,fylkeskommune`."""


@dataclass(frozen=True)
class Filling:
    """What answers say of a document.

    `shown` is what a reader sees in each field that is filled in, and `stored` its raw value.
    `keep` says of a region whether it stays, where that is not as in the public file. `answers` is
    the answer file. `rows` are rows of the sheets of a workbook, by the name of the sheet."""

    shown: Mapping[str, str] = field(default_factory=dict)
    stored: Mapping[str, str] = field(default_factory=dict)
    keep: Mapping[str, bool] = field(default_factory=dict)
    answers: str = ""
    rows: Mapping[str, list[Mapping[str, Any]]] = field(default_factory=dict)


def assemble(file: Parts, form: str, filling: Filling) -> list[tuple[str, str]]:
    """The parts of the file, in order, as the answers want them."""
    stays = _staying(file, filling.keep)
    shown = _shown(file, filling)
    fill = FILLERS[form]
    made = []
    for name, text in file.parts:
        kept = "".join(_kept(text, stays, form))
        made.append((name, fill(name, kept, shown, filling.stored, filling.answers, file.long)))
    return with_rows(file, _numbered(made), filling.rows)


def _shown(file: Parts, filling: Filling) -> dict[str, str]:
    """What is filled in, on one line unless the field has several."""
    cleaned = {name: clean(text) for name, text in filling.shown.items()}
    lined = {name: text if name in file.long else one_line(text) for name, text in cleaned.items()}
    return {name: text for name, text in lined.items() if text}


def _staying(file: Parts, keep: Mapping[str, bool]) -> Callable[[str], bool]:
    """Whether a region stays, by its name.

    A group stays as long as anything in it does, unless it is refused by name; a source or a
    field, as long as a text that needs it; and what is only for some bodies, as long as one of
    their names, such as `only:kommune`, is not refused."""

    def chosen(name: str) -> bool:
        if name in needed:
            return True
        if name.startswith(("source:", "field:")):
            return False
        if name.startswith(ONLY):
            names = name.removeprefix(ONLY).split(",")
            return any(keep.get(f"{ONLY}{each}", True) for each in names)
        if name in file.groups:
            return keep.get(name, True) and any(map(chosen, file.groups[name]))
        return keep.get(name, name not in file.off)

    needed: set[str] = set()
    needed.update(
        used for path, names in file.uses if all(map(chosen, path)) for used in names
    )  # no path has a source or a field in it
    return chosen


def _kept(text: str, stays: Callable[[str], bool], form: str) -> Iterator[str]:
    """The pieces of `text` that stay. The preview has its regions as elements with their names."""
    opened = [True]
    text = _WITHIN.sub(lambda match: match[2] if stays(match[1]) else "", text)
    pieces = _MARK.split(text)
    yield pieces[0]
    for sign, name, piece in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if sign == "[":
            opened.append(opened[-1] and stays(name))
            if form == "html" and opened[-1]:
                yield f'<div data-region="{name}">\n'
        elif opened.pop() and form == "html":
            yield "</div>\n"
        if opened[-1]:
            yield piece


def _numbered(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts with a number of its own for each control of a Word file."""
    count = _FIRST_ID - 1

    def number(_: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f'<w:id w:val="{count}"/>'

    return [(name, _ID.sub(number, text)) for name, text in parts]
