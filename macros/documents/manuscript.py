"""A manuscript is what a writer makes a file of: one document in one edition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..builder.text import UNPRINTABLE
from ..content import Edition
from ..content.blanks import BlankKind

ColumnKind = Literal["text", "id", "choice", "date", "number", "formula"]
Look = Literal["alarm", "warning", "done"]
Marks = tuple[tuple[str, Look], ...]

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


class DocumentError(Exception):
    """A document could not be made. The message has the words of the program that failed."""


@dataclass(frozen=True)
class Formula:
    """A cell that Excel works out by itself, unlike those below and above it.

    `text` is Excel's formula in English; `shown` is the number format. An `array` formula is worked
    out over whole columns. `value` is what it shows before anything is filled in."""

    text: str
    value: str | int | float = 0
    shown: str = "0"
    array: bool = False


Cell = str | int | float | Formula | None


@dataclass(frozen=True)
class Column:
    """A column of a sheet. `choices` are the words of a drop-down; `formula` is Excel's, in
    English.

    `source` is the defined name that a drop-down takes its words from instead of `choices`.
    `key` is what answers call the column, if they can fill it in. `shown` is the number format in
    Excel, where that of `kind` will not do. A column that is
    `summed` has its sum in the last row of a table with totals. `marks` are words that
    stand out when a cell has them, so that nobody has to look for what is late."""

    title: str
    width: int
    kind: ColumnKind = "text"
    key: str = field(default="", kw_only=True)
    choices: tuple[str | int, ...] = ()
    formula: str = ""
    source: str = ""
    shown: str = ""
    summed: bool = False
    marks: Marks = ()


# Two tables that writers know by name: the list of status words, and the summary by group
STATUS_TABLE, SUMMARY_TABLE = "Statusar", "Oversikt"


@dataclass(frozen=True)
class Chart:
    """A bar chart of the columns from `first` to `last` of a sheet, with a bar for each row.

    Only rows from `top` up to, and without, `end` are in it, counted from the first row. `source`
    is the name of the sheet with the numbers, and empty if they are on the sheet of the chart."""

    title: str
    alt: str
    first: int
    last: int
    top: int
    end: int
    source: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet with one named table.

    The sheet that is `exported` is the one that the CSV file has; if none is, the first. A table
    that `grows` is for the reader to add rows to. `totals` is the word that begins a last
    row with sums, and is empty for a table without one. `names` are defined names of the workbook,
    each with its formula. `keys` are the names by which answers know the first rows, if they do.
    Every row has room for so many `lines`, also one that is filled in later: a program does not
    always make a row higher for what it finds in it."""

    name: str
    table: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    exported: bool = False
    grows: bool = False
    hidden: bool = False
    totals: str = ""
    chart: Chart | None = None
    names: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ()
    lines: int = 1


@dataclass(frozen=True)
class Prompt:
    """A blank as one edition shows it.

    `write` is what stands in the place to write in, and `is_asked` tells whether the card at the
    top of the document asks for it. `value` is its default as the answer file has
    it, `shown` the same in words; both are empty for a blank without one."""

    id: str
    kind: BlankKind
    label: str
    hint: str
    write: str
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""
    shown: str = ""
    is_asked: bool = True


@dataclass(frozen=True)
class Event:
    """A day of the calendar that comes round every year. `text` may have several lines."""

    id: str
    month: int
    day: int
    title: str
    text: str


@dataclass(frozen=True)
class Marked:
    """The text of a document with the marks of its regions, and with those that are off.

    `prompts` and `appendix` are those of the whole text. `extra` are the blanks, and `links` the
    addresses and ids of the sources, that only regions have which are off. `places` has the regions
    around each place, and the sources and fields that it needs. `groups` are the regions that stand
    and fall with the regions in them (see regions.py)."""

    markdown: str
    prompts: tuple[Prompt, ...]
    appendix: str
    extra: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    places: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Manuscript:
    """A document in one edition.

    `date` is the latest date of its content. `address` is the permanent address of its page, or
    empty. `cited` has the words for each citation in `markdown`.

    `built` are the formats in which it can be made from answers, and `marked` its text for that:
    its files are taken apart, and put together again without answers. `is_marked` is for the file
    that is to be taken apart, whose text is that of `marked`."""

    id: str
    edition: Edition
    title: str
    date: date
    address: str
    colophon: str
    markdown: str = ""
    prompts: tuple[Prompt, ...] = ()
    appendix: str = ""
    cited: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[Sheet, ...] = ()
    records: tuple[Mapping[str, str], ...] = ()
    events: tuple[Event, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    built: tuple[str, ...] = ()
    marked: Marked | None = None
    is_marked: bool = False

    @property
    def language(self) -> str:
        """The language and country, nn-NO or nb-NO."""
        return self.edition.tag

    @property
    def extra(self) -> tuple[str, ...]:
        """The ids of the blanks of a marked file that the public file does not have."""
        return self.marked.extra if self.marked and self.is_marked else ()

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


@dataclass(frozen=True)
class Same:
    """A manuscript that counts as equal to every other with the same `key`, for what is kept."""

    manuscript: Manuscript = field(compare=False)
    key: str

    @classmethod
    def of(cls, manuscript: Manuscript) -> Same:
        """`manuscript`, equal to every other that says the same."""
        return cls(manuscript, repr(manuscript))


def printable(text: str) -> str:
    """`text` with a replacement mark (U+FFFD) for every character that a file cannot have."""
    return UNPRINTABLE.sub("\ufffd", text)


def escape(text: str) -> str:
    """Markdown on one line that shows exactly `text`, so that data never becomes markup."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(printable(text).split()))
