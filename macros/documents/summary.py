"""The summary of a workbook: how many rows have each status, by group, with no row left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..content import View
from .manuscript import SUMMARY_TABLE, Cell, Chart, Column, Sheet
from .words import PROGRESS, Scale, this

_FIRST_ROW = 5


def summary(
    main: Sheet, groups: Sequence[Cell], rest: str, view: View, scale: Scale = PROGRESS
) -> Sheet:
    """How many rows of `main` have each status, by group; the group is its first column.

    A last group, named `rest`, has the rows with a group of their own or none, and a last column
    the rows with a status that is none of those in `scale`. So the sums are always the number of
    rows with anything in them. The counts are formulas, and follow what is filled in."""
    counted = _Counts(main, groups, rest, view, scale)
    shown = [view.say(key) for key in scale.shown]
    total, strange = view.say("column.total"), view.say("alert.words")
    own = [this(SUMMARY_TABLE, word) for word in (total, *shown)]
    columns = (
        Column(main.columns[0].title, 34),
        Column(total, 11, "formula", formula=counted.rows(), summed=True),
        *(
            Column(word, 14, "formula", formula=counted.status(status), summed=True)
            for status, word in zip(scale.shown, shown, strict=True)
        ),
        Column(
            view.say("column.left"),
            12,
            "formula",
            formula="-".join([own[0], *(this(SUMMARY_TABLE, view.say(k)) for k in scale.ended)]),
            summed=True,
        ),
        Column(strange, 12, "formula", formula="-".join(own), shown="0;-0;–", summed=True),
    )
    return Sheet(
        view.say("sheet.summary"),
        SUMMARY_TABLE,
        view.say("sheet.summary"),
        view.say("sheet.summary.note"),
        columns,
        tuple(_present(main, [*groups, rest], view, scale)),
        totals=view.say("sheet.totals"),
        chart=Chart(
            view.say("sheet.chart.title"),
            view.say("sheet.chart.alt"),
            2, 1 + len(shown), 0, len(groups),
        ),
    )  # fmt: skip


class _Counts:
    """The formulas that count the rows of `main`, in a group or in none of them."""

    def __init__(
        self, main: Sheet, groups: Sequence[Cell], rest: str, view: View, scale: Scale
    ) -> None:
        self.view, self.scale = view, scale
        self.name = view.say("sheet.summary")
        self.group = _column(main, main.columns[0].title)
        self.state = _column(main, view.say("column.status"))
        self.here = this(SUMMARY_TABLE, main.columns[0].title)
        self.known = f"'{self.name}'!$A${_FIRST_ROW}:$A${_FIRST_ROW - 1 + len(groups)}"
        self.rest = rest
        typed = [c for c in main.columns if not c.formula and c.kind != "id"]
        self.filled = "+".join(f'({_column(main, c.title)}<>"")' for c in typed)

    def rows(self) -> str:
        """All rows of the group of this row."""
        return self._either(f"SUMPRODUCT(--(({self.filled})>0))", "")

    def status(self, status: str) -> str:
        """The rows with a status in any edition's words. One without a status counts as empty."""
        words = self.scale.counted(self.view, status)
        every = "+".join(f'COUNTIFS({self.state},"{word}")' for word in words)
        if status == self.scale.empty:
            words.append("")
            every += f'+SUMPRODUCT((({self.filled})>0)*({self.state}=""))'
        return self._either(f"({every})", *(f',{self.state},"{word}"' for word in words))

    def _either(self, every: str, *conditions: str) -> str:
        """The count for a row with a group, or for the last row what no group has."""
        inside = "+".join(f"COUNTIFS({self.group},{self.here}{c})" for c in conditions)
        grouped = "-".join(
            f"SUMPRODUCT(COUNTIFS({self.group},{self.known}{c}))" for c in conditions
        )
        return f'IF({self.here}="{self.rest}",{every}-{grouped},{inside})'


def _column(main: Sheet, title: str) -> str:
    return f"{main.table}[{title}]"


def _present(
    main: Sheet, groups: Sequence[Cell], view: View, scale: Scale
) -> list[tuple[Cell, ...]]:
    """The values that the formulas have now, for programs that show a workbook without them."""
    shown, empty = [view.say(key) for key in scale.shown], view.say(scale.empty)
    ended = [shown.index(view.say(key)) for key in scale.ended]
    at = next(n for n, c in enumerate(main.columns) if c.choices == scale.words(view))
    counted = Counter((row[0], row[at] or empty) for row in main.rows if any(row))
    rows: list[tuple[Cell, ...]] = []
    for name in groups:
        numbers = [counted[name, word] for word in shown]
        left = sum(numbers) - sum(numbers[place] for place in ended)
        rows.append((name, sum(numbers), *numbers, left, 0))
    return rows
