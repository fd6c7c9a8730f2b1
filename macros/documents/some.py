"""Mark what goes from a document when the answer says that there is none of it.

«Kjøp av hjelp kostar 0 kroner i året» is no sentence to decide on, and a body with one area to
follow has nothing to write after «og». The marks are within a line, unlike those of regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from ..content import Blank

SOME = "some:"
"""What begins the name of a passage that stays as long as there is some of it."""
_USED = re.compile(r'\{\.blank tag="([^"]+)"')
_END_OF_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ*\[])")
_JOINED = r' og \[[^\]]*\]\{{\.blank tag="{}"[^}}]*\}}'


def with_some(markdown: str, blanks: Mapping[str, Blank]) -> str:
    """`markdown`, filled in, with a mark around each passage that may go."""
    return "\n".join(_marked(line, blanks) if _USED.search(line) else line
                     for line in markdown.split("\n"))  # fmt: skip


def _marked(line: str, blanks: Mapping[str, Blank]) -> str:
    for name in dict.fromkeys(_USED.findall(line)):
        if blanks[name].none == "joined":
            line = re.sub(_JOINED.format(re.escape(name)), partial(_joined, name), line)
    return "".join(_sentences(line, blanks))


def _sentences(line: str, blanks: Mapping[str, Blank]) -> Iterator[str]:
    """The sentences of the line, each with the space before it.

    A sentence that is a whole paragraph stays, since nothing would be left of the paragraph."""
    sentences = _END_OF_SENTENCE.split(line)
    for place, sentence in enumerate(sentences):
        goes = next((n for n in _USED.findall(sentence) if blanks[n].none == "sentence"), None)
        spaced = f" {sentence}" if place else sentence
        yield _some(goes, spaced) if goes and place else spaced


def _joined(name: str, passage: re.Match[str]) -> str:
    return _some(name, passage[0])


def _some(name: str, passage: str) -> str:
    """The passage with its mark. The filter puts the space before it inside, where it goes too."""
    return f'[{passage.lstrip()}]{{.some name="{SOME}{name}"}}'
