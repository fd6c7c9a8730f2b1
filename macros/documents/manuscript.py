"""A manuscript is what a writer makes a file of: one document in one edition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..content import Edition

ColumnKind = Literal["text", "id", "choice", "date", "number", "formula"]
Cell = str | int | float | None

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# Characters that XML 1.0 does not allow, and control and private characters that nobody can see
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff\ud800-\udfff]"
)


class DocumentError(Exception):
    """A document could not be made. The message has the words of the program that failed."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet. `choices` are the words of a drop-down; `formula` is Excel's, in
    English."""

    title: str
    width: int
    kind: ColumnKind = "text"
    choices: tuple[str, ...] = ()
    formula: str = ""


# Two tables that writers know by name: the list of status words, and the summary with a chart
STATUS_TABLE, SUMMARY_TABLE = "Statusar", "Oversikt"


@dataclass(frozen=True)
class Sheet:
    """One sheet with one named table."""

    name: str
    table: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Manuscript:
    """A document in one edition.

    `date` is the latest date of its content. `address` is the permanent address of its page, or
    empty. `cited` has the words for each citation in `markdown`."""

    id: str
    edition: Edition
    title: str
    date: date
    address: str
    colophon: str
    markdown: str = ""
    appendix: str = ""
    cited: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    records: tuple[Mapping[str, str], ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language and country, nn-NO or nb-NO."""
        return self.edition.tag

    @property
    def name(self) -> str:
        """The file name without its ending, «strategi-nn»."""
        return f"{self.id}-{self.edition.code}"

    @property
    def page_words(self) -> tuple[str, str, str]:
        """What stands before, between and after the two numbers in «Side 1 av 6»."""
        before, rest = self.words["page"].split("{page}")
        between, after = rest.split("{pages}")
        return before, between, after


def printable(text: str) -> str:
    """`text` with a replacement mark (U+FFFD) for every character that a file cannot have."""
    return _UNPRINTABLE.sub("\ufffd", text)


def escape(text: str) -> str:
    """Markdown on one line that shows exactly `text`, so that data never becomes markup."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(printable(text).split()))
