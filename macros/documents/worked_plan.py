"""The action plan of the made-up body, as it stood when the yearly report was written."""

from __future__ import annotations

from dataclasses import replace

from ..content import View, answer
from ..content.model import Action
from .manuscript import Cell, Sheet
from .sheets import plan_sheets
from .summary import summary
from .workbook.worked import marked, serial


def worked_plan(view: View, title: str) -> tuple[Sheet, ...]:
    """The sheets of the action plan with owner, deadline and status of every action.

    The empty rows for the body's own actions are left out."""
    main, _, *others = plan_sheets(view, title)
    actions = view.content.plan.values()
    pairs = zip(main.rows, actions, strict=False)
    filled = replace(main, rows=tuple(_row(view, main, row, action) for row, action in pairs))
    worked = (
        filled,
        summary(filled, [1, 2, 3, 4], view.say("sheet.summary.quarterless"), view),
        *others,
    )
    return tuple(marked(view, title, sheet) for sheet in worked)


def _row(view: View, main: Sheet, row: tuple[Cell, ...], action: Action) -> tuple[Cell, ...]:
    done = view.content.worked_actions[action.id]
    role = answer(view.content.worked, done.role, report=True)
    given: dict[str, Cell] = {
        view.say("column.status"): view.say(f"status.{done.status}"),
        view.say("column.owner"): _first_capital(role[view.code]) if role else None,
        view.say("column.deadline"): serial(done.deadline),
        view.say("column.note"): done.note[view.code] if done.note else "",
    }
    return tuple(
        given.get(column.title, cell) for column, cell in zip(main.columns, row, strict=True)
    )


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
