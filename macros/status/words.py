"""The words of one edition for what the rules find, for the page and for the files."""

from __future__ import annotations

from itertools import product
from typing import Any

from ..content import KINDS, LAW_DATES, View, checkpoints
from .model import STATUSES, model_of
from .rules import EFFORTS, RISKS

NOTE = ("law", "rest", "unanswered", "drafted", "and", "none", "quarter", "calendar")
"""What the note and the workbooks say besides the words of the points."""

_PROGRESS = {
    "": "ikkje-starta",
    "no": "ikkje-starta",
    "unknown": "ikkje-starta",
    "partly": "i-gang",
    "yes": "gjort",
    "not": "ikkje-aktuelt",
}
"""The status of an action in a plan, by the answer to its checkpoint."""
_COLUMNS = (
    "column.id", "column.chapter", "column.kind", "column.section", "column.checkpoint",
    "standing.column.answer", "column.owner", "column.deadline", "column.note", "column.evidence",
    "column.action",
)  # fmt: skip
"""The headings of the table of all answers."""


def words(view: View) -> dict[str, Any]:
    """Every word that the rules and the files need, by the ids and the keys they give."""
    content, code = view.content, view.code
    model = model_of(content)
    cited = {point.section for point in model.points}
    sections = [name for name in content.law if name in cited]
    documents = dict.fromkeys(point.document for point in model.points)
    return {
        "statuses": {name: view.say(f"standing.{name}") for name in STATUSES},
        "kinds": {name: view.say(f"kind.{name}") for name in KINDS},
        "chapters": {owner.id: owner.numbered(code) for owner in content.chapters.values()},
        "sections": {name: view.section_name(name) for name in sections},
        "points": {
            point.id: {
                "text": point.text[code],
                "todo": content.todos[point.id].todo[code],
                "evidence": point.evidence[code],
            }
            for point in checkpoints(content.chapters.values())
            if point.id in content.todos
        },
        "documents": {
            name: {"title": view.say(f"standing.document.{name}"), "page": f"nedlasting/{name}/"}
            for name in documents
        },
        "because": dict(_reasons(view)),
        "quarters": {
            str(number): view.say("builder.quarter").replace("{number}", str(number))
            for number in range(1, 5)
        },
        "progress": {status: view.say(f"status.{_PROGRESS[status]}") for status in ("", *STATUSES)},
        "columns": [view.say(key) for key in _COLUMNS],
        "language": code,
        "note": {key: view.say(f"standing.note.{key}") for key in NOTE},
        "rule": view.say("standing.rule"),
        "dates": [day.plain(content) for day in LAW_DATES],
    }


def _reasons(view: View) -> list[tuple[str, str]]:
    """The words for every place an action may have in the order."""
    return [
        (
            f"{kind}-{risk}-{effort}",
            f"{view.say(f'kind.{kind}')}, {view.say(f'standing.risk.{risk}')},"
            f" {view.say(f'standing.effort.{effort}')}",
        )
        for kind, risk, effort in product(KINDS, RISKS, EFFORTS)
    ]
