"""How the formulas of the workbook refer to columns, to words, and to the year of the figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...content import View
from ..manuscript import Cell, Column, Sheet
from ..words import in_all_editions, this

CONTRACTS, RISK, PLAN, LOG, DEVIATIONS = (
    "Kontraktar",
    "Risikovurdering",
    "Kontrollplan",
    "Kontrollogg",
    "Avvik",
)
RESPONSIBILITY, TRAINING, HOURS = "Ansvar", "Opplaering", "Timar"
INDICATORS, REPORT, SCORING, START = "Indikatorar", "Arsrapport", "Faktorar", "Start"
"""The names of the tables, the same in every edition."""
CONTRACT_LIST = "Kontraktliste"
"""The defined name of the drop-down with the contracts."""
FROM, TO = "AaretFraa", "AaretTil"
"""The defined names of the first and the last day that the figures are about."""
SET_ASIDE, OTHER_HOURS, WORK_YEAR = "TimarSetteAv", "TimarElles", "TimarAarsverk"
"""The defined names of the hours that are typed on the first sheet."""
ROWS = 20
"""How many empty rows a register begins with. Excel adds more when somebody writes below them."""
FIRST_ROW = 5
"""The row of a sheet, counted as Excel does, that a table's first row of content stands in."""


@dataclass(frozen=True)
class Refs:
    """References in one edition. Columns are given by the label of their heading."""

    view: View

    def here(self, table: str, key: str) -> str:
        """The cell of a column in the same row."""
        return this(table, self.view.say(key))

    def all(self, table: str, key: str) -> str:
        """All cells of a column."""
        return f"{table}[{self.view.say(key)}]"

    def words(self, key: str) -> list[str]:
        """The words of a choice in every edition."""
        return in_all_editions(self.view, key)

    def is_any(self, cell: str, *keys: str) -> str:
        """Whether the cell holds one of the words of the labels, in any edition."""
        words = dict.fromkeys(word for key in keys for word in self.words(key))
        same = ",".join(f'{cell}="{word}"' for word in words)
        return f"OR({same})"

    def count(self, conditions: str, column: str, *keys: str) -> str:
        """The rows that meet `conditions` and have one of the words in `column`."""
        words = dict.fromkeys(word for key in keys for word in self.words(key))
        return "+".join(f'COUNTIFS({conditions},{column},"{word}")' for word in words)

    def in_year(self, table: str, key: str) -> str:
        """Conditions of COUNTIFS: the date of a column is in the year of the figures."""
        column = self.all(table, key)
        return f'{column},">="&{FROM},{column},"<="&{TO}'

    def unknown(self, contract: str) -> str:
        """Whether no row of the contract sheet has the name in the cell `contract`."""
        return f'COUNTIFS({self.all(CONTRACTS, "book.contract")},"="&{contract})=0'

    def late(self, cell: str) -> str:
        """Whether the date in the cell is before today. A text is no date, and never late."""
        return f"IF(ISNUMBER({cell}),{cell}<TODAY(),FALSE)"


def empty(columns: tuple[Column, ...], table: str) -> str:
    """Whether nothing is typed in this row: the formulas then show nothing."""
    cells = ",".join(this(table, column.title) for column in columns if not column.formula)
    return f"COUNTA({cells})=0"


def blank(columns: tuple[Column, ...], count: int) -> tuple[tuple[Cell, ...], ...]:
    """Empty rows to fill in, with the present values of their formulas."""
    return (tuple(_SHOWS.get(c.shown, "") if c.formula else None for c in columns),) * count


def register(
    view: View, name: str, note: str, table: str, columns: tuple[Column, ...], **more: Any
) -> Sheet:
    """A sheet with rows to fill in, named by the label `name`. `more` are other fields of it."""
    rows = blank(columns, ROWS)
    shown = view.say(name)
    return Sheet(shown, table, shown, view.say(note), columns, rows, grows=True, **more)


HIDDEN_BELOW_ZERO = "0;;0"
"""The number format of scores: what is not scored has a number below zero, and sorts last."""
DATE_OR_NOTHING = "dd.mm.yyyy;;"
_SHOWS: dict[str, int] = {HIDDEN_BELOW_ZERO: -3, DATE_OR_NOTHING: 0}
