"""The figures for the yearly report: the indicators, and a sheet that accounts for every row."""

from __future__ import annotations

from collections.abc import Iterator

from ...content import View
from ...content.model import Indicator
from ..manuscript import Cell, Chart, Column, Formula, Sheet
from .indicator_rows import Figure, figures
from .refs import CONTRACTS, DEVIATIONS, INDICATORS, LOG, PLAN, REPORT, Refs
from .start import filled

_PERCENT = "0 %"


def indicators(view: View) -> Sheet:
    """The indicators of the strategy, worked out from the other sheets."""
    say = view.say
    refs = Refs(view)
    columns = (
        Column(say("book.indicator"), 46),
        Column(say("book.this-year"), 11),
        Column(say("book.of"), 9),
        Column(say("book.answer"), 10),
        Column(say("book.last-year"), 11),
        Column(say("book.counted"), 50),
        Column(say("column.kind"), 13),
        Column(say("column.id"), 24, "id"),
    )
    made = figures(refs)
    rows = [
        row
        for indicator in view.content.indicators.values()
        for row in _rows(refs, indicator, made.get(indicator.id, []))
    ]
    name = say("book.sheet.indicators")
    chart = Chart(
        say("book.chart.title"),
        say("book.chart.alt"),
        1, 1, 0, len(_levels(refs)) - 1,
        source=say("book.sheet.report"),
    )  # fmt: skip
    return Sheet(
        name, INDICATORS, name, say("book.note.indicators"), columns, tuple(rows), chart=chart
    )


def _rows(refs: Refs, indicator: Indicator, found: list[Figure]) -> Iterator[tuple[Cell, ...]]:
    """The rows of one indicator. One that nobody has a formula for yet is counted by hand."""
    view = refs.view
    kind = f"{view.say(f'kind.{indicator.kind}.sign')} {view.say(f'kind.{indicator.kind}')}"
    if not found:
        title, how = indicator.title[view.code], indicator.how[view.code]
        yield title, None, None, None, None, how, kind, indicator.id
    for figure in found:
        answer: Cell = None
        if figure.of:
            this, of = (refs.here(INDICATORS, key) for key in ("book.this-year", "book.of"))
            answer = Formula(f'IF({of}>0,{this}/{of},"–")', "–", _PERCENT)
        title = figure.title or indicator.title[view.code]
        yield title, figure.count, figure.of, answer, None, figure.how, kind, indicator.id


def report(view: View) -> Sheet:
    """The sheet to copy into the report. Each group of figures ends with what is left over."""
    refs, say = Refs(view), view.say
    columns = (
        Column(say("book.figure"), 52),
        Column(say("book.this-year"), 10),
        Column(say("book.last-year"), 10),
        Column(say("book.note"), 32),
    )
    counts = [*_levels(refs), *_contracts(refs), *_plan(refs), *_log(refs), *_closed(refs)]
    rows = tuple((title, Formula(count), None, None) for title, count in counts)
    name = say("book.sheet.report")
    return Sheet(name, REPORT, name, say("book.note.report"), columns, rows)


Row = tuple[str, str]
"""The words for a figure, and the formula that counts it."""


def _levels(refs: Refs) -> list[Row]:
    """The contracts by risk. All of them are in one of the rows, and the last is their sum."""
    say = refs.view.say
    risk = refs.all(CONTRACTS, "book.risk")
    names = refs.all(CONTRACTS, "book.contract")
    words = [say(f"risk.{level}") for level in ("high", "medium", "low")]
    words += [say("alert.words"), say("book.risk.partly"), say("book.risk.none")]
    counts = [(f"{say('book.risk')}: {word}", f'COUNTIFS({risk},"{word}")') for word in words]
    return [*counts, (say("book.all-contracts"), f'SUMPRODUCT(--({names}<>""))')]


def _contracts(refs: Refs) -> list[Row]:
    say = refs.view.say
    names, terms = refs.all(CONTRACTS, "book.contract"), refs.all(CONTRACTS, "book.terms")
    controlled = refs.all(LOG, "book.contract")
    yes, no = say("answer.yes"), say("answer.no")
    controls = f'COUNTIFS({controlled},"="&{names},{refs.in_year(LOG, "book.done")})'
    rows = filled(refs, CONTRACTS)
    return [
        (say("book.terms.yes"), f'COUNTIFS({terms},"{yes}")'),
        (say("book.terms.no"), f'COUNTIFS({terms},"{no}")'),
        (say("book.terms.open"),
         f'{rows}-COUNTIFS({terms},"{yes}")-COUNTIFS({terms},"{no}")'),
        (say("book.terms.controlled"),
         f'SUMPRODUCT(({names}<>"")*({terms}="{yes}")*({controls}>0))'),
        (say("book.terms.uncontrolled"),
         f'SUMPRODUCT(({names}<>"")*({terms}="{yes}")*({controls}=0))'),
        (say("book.rows.nameless"), f'{rows}-SUMPRODUCT(--({names}<>""))'),
    ]  # fmt: skip


def _plan(refs: Refs) -> list[Row]:
    say = refs.view.say
    state, due = refs.all(PLAN, "book.controlled"), refs.in_year(PLAN, "book.deadline")
    rows, all_due = filled(refs, PLAN), f"COUNTIFS({due})"
    dated = f"COUNT({refs.all(PLAN, 'book.deadline')})"
    return [
        (say("book.planned"), all_due),
        (say("book.planned.done"), f'COUNTIFS({due},{state},"{say("answer.yes")}")'),
        (say("book.planned.left"), f'{all_due}-COUNTIFS({due},{state},"{say("answer.yes")}")'),
        (say("book.planned.other"), f"{dated}-{all_due}"),
        (say("book.planned.dateless"), f"{rows}-{dated}"),
    ]


def _log(refs: Refs) -> list[Row]:
    say = refs.view.say
    done, ways = refs.in_year(LOG, "book.done"), refs.all(LOG, "book.way")
    paper, site, both = (
        refs.count(done, ways, f"book.way.{way}") for way in ("paper", "site", "both")
    )
    dated = f"COUNT({refs.all(LOG, 'book.done')})"
    return [
        (say("book.controls"), f"COUNTIFS({done})"),
        (say("book.controls.paper"), paper),
        (say("book.controls.site"), site),
        (say("book.controls.both"), both),
        (say("book.controls.wayless"), f"COUNTIFS({done})-({paper})-({site})-({both})"),
        (say("book.controls.other"), f"{dated}-COUNTIFS({done})"),
        (say("book.controls.dateless"), f"{filled(refs, LOG)}-{dated}"),
    ]


def _closed(refs: Refs) -> list[Row]:
    """The deviations by where they stand. The last row is what is in none of the others."""
    say = refs.view.say
    told, state = refs.in_year(DEVIATIONS, "book.told"), refs.all(DEVIATIONS, "book.state")
    keys = (
        "book.state.closed",
        "book.state.closed-late",
        "book.state.no-deadline",
        "book.state.open",
        "alert.late",
    )
    counts = [f'COUNTIFS({told},{state},"{say(key)}")' for key in keys]
    used = f'COUNTIFS({told},{refs.all(DEVIATIONS, "book.sanctioned")},"{say("answer.yes")}")'
    dated = f"COUNT({refs.all(DEVIATIONS, 'book.told')})"
    return [
        (say("book.deviations"), f"COUNTIFS({told})"),
        *((f"{say('book.deviations')}: {say(key)}", count)
          for key, count in zip(keys, counts, strict=True)),
        (say("book.deviations.unknown"), "-".join([f"COUNTIFS({told})", *counts])),
        (say("book.deviations.sanctioned"), used),
        (say("book.deviations.other"), f"{dated}-COUNTIFS({told})"),
        (say("book.deviations.dateless"), f"{filled(refs, DEVIATIONS)}-{dated}"),
    ]  # fmt: skip
