"""The workbooks of «Kvar står de?», which are only made from answers: here are their empty rows.

The browser fills them in (`browser/status/workbooks.js`): the plan with everything that is asked
about, what is missing first, and the matrix with one row for each body of a cooperation.
"""

from __future__ import annotations

from ..content import View
from ..status import model_of, words
from .manuscript import Cell, Column, Marks, Sheet
from .sheets import about, blank_row, plan_columns, supporting
from .words import in_all_editions, this

_OWN_ACTIONS = 10
BODIES = 30
"""How many bodies the matrix has room for. The browser's `MOST` is the same."""
_MATRIX, _OPEN = "Matrise", "Manglar"


def status_plan(view: View, title: str) -> tuple[Sheet, ...]:
    """The action plan, with an empty row for each checkpoint and some for the body's own."""
    table = "Statusplan"
    columns = plan_columns(view, table)
    rows = (blank_row(columns),) * (len(model_of(view.content).points) + _OWN_ACTIONS)
    note = view.say("standing.plan.note")
    main = Sheet(view.say("sheet.plan"), table, title, note, columns, rows, grows=True, lines=3)
    without = view.say("sheet.summary.quarterless")
    return (main, *supporting(main, [1, 2, 3, 4], title, view, without))


def status_matrix(view: View, title: str) -> tuple[Sheet, ...]:
    """A row for each body and a column for each duty; what is missing where; and the duties."""
    model, said = model_of(view.content), words(view)
    law = [point for point in model.points if point.kind == "law"]
    headings = [
        f"{number} §\u00a0{said['sections'][point.section].split('§')[-1].strip()}"
        for number, point in enumerate(law, 1)
    ]
    answers = tuple(said["statuses"].values())
    counted = tuple(
        Column(view.say(f"standing.column.{name}"), 9, "formula",
               formula=_count(view, headings, *statuses))
        for name, statuses in (("done", ("yes",)), ("open", ("no", "partly", "unknown")))
    )  # fmt: skip
    duties = tuple(
        Column(heading, 9, "choice", answers, key=point.id, marks=_marks(said))
        for heading, point in zip(headings, law, strict=True)
    )
    body = Column(view.say("standing.column.body"), 26, key="body")
    columns = (body, *counted, *duties)
    matrix = Sheet(
        view.say("standing.sheet.matrix"), _MATRIX, title, view.say("standing.matrix.note"),
        columns, (blank_row(columns),) * BODIES, grows=True, lines=2,
    )  # fmt: skip
    listed: tuple[tuple[Cell, ...], ...] = tuple(
        (number, said["sections"][point.section], said["points"][point.id]["text"],
         said["points"][point.id]["todo"])
        for number, point in enumerate(law, 1)
    )  # fmt: skip
    named = (
        Column(view.say("standing.column.number"), 6),
        Column(view.say("column.section"), 26),
        Column(view.say("kind.law"), 60),
        Column(view.say("column.action"), 50),
    )
    legend = Sheet(view.say("standing.sheet.duties"), "Lovkrav", view.say("standing.sheet.duties"),
                   view.say("standing.duties.note"), named, listed)  # fmt: skip
    return matrix, _missing(view, len(law)), legend, about(title, view)


def _missing(view: View, duties: int) -> Sheet:
    """The list of what is missing in which body, to sort and filter."""
    columns = (
        Column(view.say("standing.column.body"), 24, key="body"),
        Column(view.say("column.section"), 22, key="section"),
        Column(view.say("standing.column.answer"), 11, key="answer"),
        Column(view.say("column.action"), 50, key="action"),
        Column(view.say("column.owner"), 20, key="owner"),
        Column(view.say("column.deadline"), 11, "date", key="deadline"),
    )
    name = view.say("standing.sheet.open")
    rows = (blank_row(columns),) * (BODIES * duties)
    return Sheet(
        name, _OPEN, name, view.say("standing.open.note"), columns, rows, grows=True, lines=2
    )


def _marks(said: dict[str, dict[str, str]]) -> Marks:
    """What stands out in the matrix: what is missing, and what is in place."""
    return (
        (said["statuses"]["no"], "alarm"),
        (said["statuses"]["partly"], "warning"),
        (said["statuses"]["unknown"], "warning"),
        (said["statuses"]["yes"], "done"),
    )


def _count(view: View, headings: list[str], *statuses: str) -> str:
    """The formula that counts the duties of a body with one of the answers, in any edition's words.

    A row without a body shows nothing."""
    every = f"{_MATRIX}[[#This Row],[{headings[0]}]:[{headings[-1]}]]"
    found = [
        f'COUNTIF({every},"{word}")'
        for status in statuses
        for word in in_all_editions(view, f"standing.{status}")
    ]
    body = this(_MATRIX, view.say("standing.column.body"))
    return f'IF({body}="","",{"+".join(found)})'
