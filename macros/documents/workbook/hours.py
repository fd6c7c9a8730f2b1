"""How many hours the work takes: contracts times hours, in the rows of the case paper's table."""

from __future__ import annotations

from ...content import View
from ..manuscript import Cell, Column, Formula, Sheet
from .refs import CONTRACTS, HOURS, PLAN, TRAINING, WORK_YEAR, Refs

_ASSUMED = {"risk": 1, "paper": 3, "site": 6}
"""Hours for one assessment and one control. They are our assumptions, marked as that in the sheet:
no source with hours was found."""


_TASKS = ("strategy", "risk", "paper", "site", "deviations", "training", "report", "help")
"""The tasks of the rows, by the ends of their labels."""


def hours(view: View) -> Sheet:
    """The calculator. Numbers of contracts and controls come from the other sheets."""
    refs, say = Refs(view), view.say
    number, each = refs.here(HOURS, "book.number"), refs.here(HOURS, "book.each")
    first = refs.here(HOURS, "book.hours.first")
    columns = (
        Column(say("book.task"), 36),
        Column(say("book.owner"), 16, key="owner"),
        Column(say("book.number"), 9, "number", key="number"),
        Column(say("book.each"), 9, "number", key="each"),
        Column(
            say("book.hours.first"),
            11,
            "formula",
            formula=f"IF(COUNT({number},{each})=2,{number}*{each},0)",
            summed=True,
        ),
        Column(say("book.hours.later"), 11, "number", summed=True, key="later"),
        Column(
            say("book.posts"),
            11,
            "formula",
            formula=f"IF(N({WORK_YEAR})>0,{first}/{WORK_YEAR},0)",
            shown="0.00;-0.00;–",
            summed=True,
        ),
        Column(say("book.cost"), 12, "number", shown="#,##0", summed=True, key="cost"),
        Column(say("book.basis"), 36),
    )
    name = say("book.sheet.hours")
    rows = tuple(_rows(refs))
    return Sheet(
        name,
        HOURS,
        name,
        say("book.note.hours"),
        columns,
        rows,
        totals=say("sheet.totals"),
        keys=_TASKS,
    )


def _rows(refs: Refs) -> list[tuple[Cell, ...]]:
    say = refs.view.say
    due = refs.in_year(PLAN, "book.deadline")
    ways = refs.all(PLAN, "book.way")
    site = refs.count(due, ways, "book.way.site")
    both = refs.count(due, ways, "book.way.both")
    yes = say("answer.yes")
    with_terms = f'COUNTIFS({refs.all(CONTRACTS, "book.terms")},"{yes}")'
    buyers = f'COUNTIFS({refs.all(TRAINING, "book.buys")},"{yes}")'
    # A planned control without a word for how is made on paper, so that it is not left out
    paper = f"COUNTIFS({due})-({site})"
    assumed = say("book.basis.assumed")

    def row(task: str, number: Cell, each: Cell, basis: str) -> tuple[Cell, ...]:
        taken = number.value if isinstance(number, Formula) else number
        first = taken * each if isinstance(taken, int) and isinstance(each, int) else 0
        return (say(task), None, number, each, first, None, 0, None, basis)

    return [
        row("book.work.strategy", 1, None, say("book.basis.own")),
        row("book.work.risk", Formula(with_terms), _ASSUMED["risk"],
            f"{say('book.basis.contracts')} {assumed}"),
        row("book.work.paper", Formula(paper), _ASSUMED["paper"],
            f"{say('book.basis.plan')} {assumed}"),
        row("book.work.site", Formula(f"{site}+{both}"), _ASSUMED["site"],
            f"{say('book.basis.plan')} {assumed}"),
        row("book.work.deviations", None, None, say("book.basis.own")),
        row("book.work.training", Formula(buyers), None, say("book.basis.people")),
        row("book.work.report", 1, None, say("book.basis.own")),
        row("book.work.help", None, None, say("book.basis.help")),
    ]  # fmt: skip
