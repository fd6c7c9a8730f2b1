"""The first sheet: what is typed once, what each of the other sheets is for, and what is missed."""

from __future__ import annotations

from collections.abc import Sequence

from ...content import View
from ..manuscript import Cell, Column, Formula, Sheet
from .refs import (
    CONTRACTS,
    DEVIATIONS,
    FIRST_ROW,
    FROM,
    LOG,
    OTHER_HOURS,
    PLAN,
    RISK,
    SET_ASIDE,
    START,
    TO,
    TRAINING,
    WORK_YEAR,
    Refs,
)

_COUNTED = (CONTRACTS, RISK, PLAN, LOG, DEVIATIONS, TRAINING)
_LAST = 5_000


def start(view: View, title: str, others: Sequence[Sheet]) -> Sheet:
    """The sheet that everybody begins with. Its first rows are to fill in."""
    say = view.say
    columns = (
        Column(say("book.what"), 34),
        Column(say("book.ours"), 24, key="value"),
        Column(say("book.do"), 74),
        Column(
            say("book.alert"),
            24,
            marks=((say("book.beneath"), "alarm"),),
        ),
    )
    name = say("book.sheet.start")
    year = f"'{name}'!$B${FIRST_ROW + 1}"
    typed = (
        (say("about.body"), None, say("book.do.body"), None),
        (say("book.year"), None, say("book.do.year"), None),
        (say("book.set-aside"), None, say("book.do.set-aside"), None),
        (say("book.other-hours"), None, say("book.do.other-hours"), None),
        (say("book.work-year"), None, say("book.do.work-year"), None),
    )
    chosen = f"IF(ISNUMBER({year}),{year},YEAR(TODAY()))"
    return Sheet(
        name,
        START,
        title,
        say("book.note.start"),
        columns,
        (*typed, *(_about(view, sheet) for sheet in others)),
        names=(
            (FROM, f"DATE({chosen},1,1)"),
            (TO, f"DATE({chosen},12,31)"),
            (SET_ASIDE, f"'{name}'!$B${FIRST_ROW + 2}"),
            (OTHER_HOURS, f"'{name}'!$B${FIRST_ROW + 3}"),
            (WORK_YEAR, f"'{name}'!$B${FIRST_ROW + 4}"),
        ),
        keys=("body", "year", "set-aside", "other-hours", "work-year"),
    )


def _about(view: View, sheet: Sheet) -> tuple[Cell, ...]:
    """The row of a sheet: how many rows are filled in, and whether some stand below its table."""
    if sheet.table not in _COUNTED:
        return sheet.name, None, sheet.note, None
    count = Formula(filled(Refs(view), sheet.table), shown=f'0 "{view.say("book.rows")}"')
    column = f"{sheet.table}[{sheet.columns[0].title}]"
    below = f"COUNTA('{sheet.name}'!$A${FIRST_ROW}:$A${_LAST})>COUNTA({column})"
    alert = Formula(f'IF({below},"{view.say("book.beneath")}","")', "", "General")
    return sheet.name, count, sheet.note, alert


_KEYS = {
    CONTRACTS: ("book.contract", "book.supplier", "book.value", "book.ends", "book.terms",
                "book.area", "book.owner", "book.archive"),
    RISK: ("book.contract", "book.assessed", "book.reason", "book.assessor", "book.next"),
    PLAN: ("book.contract", "book.way", "book.plan.what", "book.deadline", "book.owner"),
    LOG: ("book.contract", "book.done", "book.controller", "book.way", "book.checked",
          "book.finding", "book.archive", "book.hours"),
    DEVIATIONS: ("book.contract", "book.deviation", "book.told", "book.deadline", "book.closed",
                 "book.sanctioned", "book.response", "book.owner"),
    TRAINING: ("book.name", "book.unit", "book.role", "book.buys", "book.informed",
               "book.training", "book.deadline", "book.trained", "book.can"),
}  # fmt: skip
"""The columns of each register that are typed in: a row with anything in one of them counts."""


def filled(refs: Refs, table: str) -> str:
    """The formula for how many rows of a register have anything typed in them."""
    cells = "+".join(f'({refs.all(table, key)}<>"")' for key in _KEYS[table])
    return f"SUMPRODUCT(--(({cells})>0))"
