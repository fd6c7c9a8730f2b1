"""Mark what goes from a document when the answers say that it is not for this body.

«Kjøp av hjelp kostar 0 kroner i året» is no sentence to decide on, and a body with one area to
follow has nothing to write after «og om». What is only for municipalities, or for those who buy
from certain sectors, is marked in the template. The marks are within a line, unlike those of
regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from ..builder import ONLY
from ..content import Blank

SOME = "some:"
"""What begins the name of a passage that stays as long as there is some of it."""
_USED = re.compile(r'\{\.blank tag="([^"]+)"')
_END_OF_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ*\[])")
_ONLY = re.compile(r'\[\]\{\.only name="([^"]+)"\}')
_JOINED = r' og (?:om )?\[[^\]]*\]\{{\.blank tag="{}"[^}}]*\}}'


def only(names: Iterable[str]) -> str:
    """The mark of a sentence, or a row of a table, for the types of bodies and sectors named."""
    return f'[]{{.only name="{ONLY}{",".join(names)}"}}'


def passages(line: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The row or the sentences of the line, each behind the name of its mark if it has one."""
    for passage in [line] if line.startswith("|") else _END_OF_SENTENCE.split(line):
        yield tuple(_ONLY.findall(passage)), passage


def with_some(markdown: str, blanks: Mapping[str, Blank]) -> str:
    """`markdown`, filled in, with a mark around each passage that may go.

    A row keeps the mark in its first cell, since nothing can stand around a row before the format
    is known."""
    return "\n".join(_marked(line, blanks) if _USED.search(line) or _ONLY.search(line) else line
                     for line in markdown.split("\n"))  # fmt: skip


def _marked(line: str, blanks: Mapping[str, Blank]) -> str:
    for name in dict.fromkeys(_USED.findall(line)):
        if blanks[name].none == "joined":
            line = re.sub(_JOINED.format(re.escape(name)), partial(_joined, name), line)
    return "".join(_sentences(line, blanks))


def _sentences(line: str, blanks: Mapping[str, Blank]) -> Iterator[str]:
    """The sentences of the line, each with the space before it.

    A sentence that is a whole paragraph stays, since nothing would be left of the paragraph."""
    is_row = line.startswith("|")
    for place, sentence in enumerate(_END_OF_SENTENCE.split(line)):
        none = [f"{SOME}{n}" for n in _USED.findall(sentence) if blanks[n].none == "sentence"]
        names = none if is_row else [*_ONLY.findall(sentence), *none]
        bare = sentence if is_row else _ONLY.sub("", sentence)
        spaced = f" {bare}" if place else bare
        yield _some(names[0], spaced) if names and place else spaced


def _joined(name: str, passage: re.Match[str]) -> str:
    return _some(f"{SOME}{name}", passage[0])


def _some(name: str, passage: str) -> str:
    """The passage with its mark. The filter puts the space before it inside, where it goes too."""
    return f'[{passage.lstrip()}]{{.some name="{name}"}}'
