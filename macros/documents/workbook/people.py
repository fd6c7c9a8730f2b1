"""Who does what, whom to call, and who has learnt what."""

from __future__ import annotations

from ...content import View
from ..manuscript import Column, Sheet
from .refs import RESPONSIBILITY, TRAINING, Refs, blank, empty, register


def responsibility(view: View) -> Sheet:
    """The tasks, each with one who is responsible and one who takes over, and the contacts."""
    say = view.say
    columns = (
        Column(say("book.task"), 46),
        Column(say("book.owner"), 22, key="owner"),
        Column(say("book.deputy"), 22, key="deputy"),
        Column(say("book.authority"), 22),
        Column(say("book.contact"), 24),
        Column(say("book.note"), 16),
    )
    tasks = {
        "strategy": say("book.task.strategy"),
        "risk": say("book.task.risk"),
        "demands": say("book.task.demands"),
        "rejection": say("book.task.rejection"),
        "control": say("book.task.control"),
        "payslips": say("book.task.payslips"),
        "sanctions": say("book.task.sanctions"),
        "tips": say("book.task.tips"),
        "report": say("book.task.report"),
        "labour": say("book.task.labour"),
        "tax": say("book.task.tax"),
        "centre": say("book.task.centre"),
        "unit": say("book.task.unit"),
    }
    rows = tuple((task, *(None,) * (len(columns) - 1)) for task in tasks.values())
    name = say("book.sheet.responsibility")
    return Sheet(
        name,
        RESPONSIBILITY,
        name,
        say("book.note.responsibility"),
        columns,
        (*rows, *blank(columns, 5)),
        grows=True,
        keys=tuple(tasks),
    )


def training(view: View) -> Sheet:
    """Those who buy and follow up: when each was told and taught, and who can control."""
    refs, say = Refs(view), view.say
    answers = (say("answer.yes"), say("answer.no"))
    typed = (
        Column(say("book.name"), 20),
        Column(say("book.unit"), 15),
        Column(say("book.role"), 15),
        Column(say("book.buys"), 12, "choice", answers),
        Column(say("book.informed"), 11, "date"),
        Column(say("book.training"), 22),
        Column(say("book.deadline"), 11, "date"),
        Column(say("book.trained"), 12, "date"),
        Column(say("book.can"), 11, "choice", answers),
    )
    alert = Column(
        say("book.alert"),
        14,
        "formula",
        formula=_alert(refs, typed),
        marks=((say("alert.late"), "alarm"), (say("alert.words"), "alarm"),
               (say("book.alert.answer"), "warning")),
    )  # fmt: skip
    columns = (*typed, alert)
    return register(view, "book.sheet.training", "book.note.training", TRAINING, columns)


def _alert(refs: Refs, typed: tuple[Column, ...]) -> str:
    say = refs.view.say
    buys, due, trained = (
        refs.here(TRAINING, key) for key in ("book.buys", "book.deadline", "book.trained")
    )
    answered = refs.is_any(buys, "answer.yes", "answer.no")
    return (
        f'IF({empty(typed, TRAINING)},"",IF({buys}="","{say("book.alert.answer")}",'
        f'IF(NOT({answered}),"{say("alert.words")}",'
        f'IF(AND({trained}="",{refs.late(due)}),"{say("alert.late")}",""))))'
    )
