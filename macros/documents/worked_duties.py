"""Where the worked set answers each duty of the law.

A document answers a duty below the headings whose text cites the section that has it, and the
workbook in the sheets that are the evidence. So the table follows the texts by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..content import Checkpoint, View, duty_parts
from ..content.text import citations
from .listing import WORKED_SET
from .manuscript import Manuscript

_HEADING = re.compile(r"(?m)^#+ (.+?)(?: \{[^}\n]*\})?$")
_FIRST = (
    "rutine",
    "strategi",
    "saksframlegg",
    "rapport",
    "leiarnotat",
    "kontrollskjema",
    "handlingsplan",
    "arbeidsbok",
)
"""The documents in the order a reader looks in them: the routine says who does what."""
_SHEETS = {
    ("arbeidsbok", "grep-09-risiko"): ("book.sheet.risk",),
    ("arbeidsbok", "grep-09-kontroll"): ("book.sheet.plan", "book.sheet.log"),
}
"""The sheets that are the evidence of a duty, by the workbook and the checkpoint.

The other duties are met in a contract, which the set does not have."""


@dataclass(frozen=True)
class Answered:
    """A duty, and the places in the set that answer it: the name of a document, and headings."""

    point: Checkpoint
    places: tuple[tuple[str, tuple[str, ...]], ...]


def answered(view: View, manuscripts: Mapping[str, Manuscript]) -> tuple[Answered, ...]:
    """Every duty of the checklist with its places. `manuscripts` are the documents by their ids."""
    return tuple(
        Answered(point, tuple(_places(view, manuscripts, point)))
        for part in duty_parts(view)
        for point in part.points
    )


def _places(
    view: View, manuscripts: Mapping[str, Manuscript], point: Checkpoint
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for document in sorted(WORKED_SET, key=lambda document: _FIRST.index(document.fills)):
        if "md" in document.formats:
            found = tuple(_headings(manuscripts[document.id].markdown, point.section or ""))
        else:  # a workbook, which has no text
            sheets = _SHEETS.get((document.fills, point.id), ())
            found = tuple(view.say(key) for key in sheets)
        if found:
            yield document.fills, found


def _headings(markdown: str, section: str) -> Iterator[str]:
    """The headings below which `markdown` cites the section, each once."""
    parts = _HEADING.split(markdown)
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        if section in citations(text):
            yield heading.strip()
