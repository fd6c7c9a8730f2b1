"""The sheet where each contract is written once."""

from __future__ import annotations

from ...content import View
from ..manuscript import Column, Marks, Sheet
from .refs import (
    CONTRACT_LIST,
    CONTRACTS,
    DATE_OR_NOTHING,
    FIRST_ROW,
    LOG,
    RISK,
    Refs,
    empty,
    register,
)

_LAST = 2_004


def contracts(view: View) -> Sheet:
    """The register of contracts, with what the other sheets know about each."""
    refs, say = Refs(view), view.say
    answers = (say("answer.yes"), say("answer.no"))
    typed = (
        Column(say("book.contract"), 22),
        Column(say("book.supplier"), 18),
        Column(say("book.value"), 12, "number", shown="#,##0"),
        Column(say("book.ends"), 11, "date"),
        Column(say("book.terms"), 10, "choice", answers),
        Column(say("book.area"), 14, "choice", answers),
        Column(say("book.owner"), 13),
        Column(say("book.archive"), 16),
    )
    columns = (*typed, *_known(refs, typed))
    names = ((CONTRACT_LIST, _list(view.say("book.sheet.contracts"))),)
    return register(
        view, "book.sheet.contracts", "book.note.contracts", CONTRACTS, columns, names=names
    )


def _list(sheet: str) -> str:
    """The names that are written so far, for the drop-downs of the other sheets."""
    column = f"'{sheet}'!$A${FIRST_ROW}:$A${_LAST}"
    return f"OFFSET('{sheet}'!$A${FIRST_ROW},0,0,MAX(1,COUNTA({column})),1)"


def _known(refs: Refs, typed: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns that are worked out: the risk, the last control, and what needs attention."""
    say = refs.view.say
    contract = refs.here(CONTRACTS, "book.contract")
    level, at = refs.all(RISK, "book.risk"), refs.all(RISK, "book.contract")
    risk = (
        f'IF({contract}="","",IFERROR(INDEX({level},MATCH({contract},{at},0)),'
        f'"{say("book.risk.none")}"))'
    )
    dates, controlled = refs.all(LOG, "book.done"), refs.all(LOG, "book.contract")
    last = f'IF({contract}="",0,_xlfn.MAXIFS({dates},{controlled},"="&{contract}))'
    return (
        Column(say("book.risk"), 13, "formula", formula=risk, marks=risk_marks(refs)),
        Column(say("book.last"), 11, "formula", formula=last, shown=DATE_OR_NOTHING),
        Column(
            say("book.alert"),
            13,
            "formula",
            formula=_alert(refs, typed),
            marks=((say("book.alert.twice"), "alarm"), (say("alert.words"), "alarm"),
                   (say("book.alert.nameless"), "alarm"), (say("book.alert.answer"), "warning")),
        ),
    )  # fmt: skip


def _alert(refs: Refs, typed: tuple[Column, ...]) -> str:
    say = refs.view.say
    contract, terms, area = (
        refs.here(CONTRACTS, key) for key in ("book.contract", "book.terms", "book.area")
    )
    names = refs.all(CONTRACTS, "book.contract")
    known = f"{_answered(refs, terms)},{_answered(refs, area)}"
    return (
        f'IF({empty(typed, CONTRACTS)},"",IF({contract}="","{say("book.alert.nameless")}",'
        f'IF(COUNTIFS({names},"="&{contract})>1,"{say("book.alert.twice")}",'
        f'IF(NOT(AND({known})),"{say("alert.words")}",'
        f'IF({terms}="","{say("book.alert.answer")}","")))))'
    )


def _answered(refs: Refs, cell: str) -> str:
    """Whether a cell holds yes, no or nothing. Any other word is one that nobody has thought of."""
    return f'OR({cell}="",{refs.is_any(cell, "answer.yes", "answer.no")})'


def risk_marks(refs: Refs) -> Marks:
    """The words in a column of risk that stand out."""
    say = refs.view.say
    return (
        (say("risk.high"), "alarm"),
        (say("alert.words"), "alarm"),
        (say("risk.medium"), "warning"),
        (say("book.risk.partly"), "warning"),
        (say("book.risk.none"), "warning"),
    )
