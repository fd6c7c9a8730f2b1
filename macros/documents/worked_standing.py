"""Where the made-up body stands, before the first year and after it: the rules of «Kvar står de?».

The note to its leaders is filled in by the same rules as a reader's own, and the page of the set
shows what has moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..content import EDITIONS, KINDS, Answer, Content, Kind, View, answer
from ..status import Action, model_of, moved, next_five, note, standing, words

_DAY = "dato.rapport"
"""The blank with the day of the yearly report, which is also that of the note."""


@dataclass(frozen=True)
class Moved:
    """How far the body has come with the points of one kind, and how many of them have moved.

    `before` and `now` count those in place; `all` counts those that concern it now."""

    kind: Kind
    all: int
    before: int
    now: int
    better: int
    worse: int


def standing_answers(view: View, *, report: bool) -> dict[str, Any]:
    """The answer file of the made-up body on the day of the decision, or of the yearly report."""
    given = view.content.worked_standing.values()
    fields = {
        name: found[view.code]
        for name in view.content.worked
        if (found := answer(view.content.worked, name, report=report))
    }
    points = {one.id: {"status": one.report if report else one.value} for one in given}
    return {"fields": fields, "checkpoints": points}


@lru_cache(maxsize=2)
def worked_answers(content: Content) -> Mapping[str, Answer]:
    """What the made-up body answers for every blank, with what the rules say in its note.

    A project without checkpoints to stand somewhere with has its own answers only."""
    day = answer(content.worked, _DAY, report=True)
    if not content.worked_standing or day is None:
        return content.worked
    said = {}
    for code in EDITIONS:
        view = View.of(content, code)
        answers = standing_answers(view, report=True)
        said[code] = note(answers, model_of(content), words(view), day[code])
    noted = {}
    for name in next(iter(said.values())):
        value = {code: said[code][name] for code in said}
        noted[name] = Answer.model_validate({"id": name, "value": value})
    return {**content.worked, **noted}


def worked_next(view: View) -> list[Action]:
    """The five actions that come first for the made-up body after the first year."""
    return next_five(standing_answers(view, report=True), model_of(view.content))


def worked_moves(view: View) -> list[Moved]:
    """How far the made-up body has moved in its first year, by kind of statement."""
    model = model_of(view.content)
    before, now = (standing_answers(view, report=report) for report in (False, True))
    kinds = {point.id: point.kind for point in model.points}
    moves = Counter((kinds[move.id], move.kind) for move in moved(before, now, model))
    return [
        Moved(
            kind,
            all=standing(now, model, kind).all,
            before=len(standing(before, model, kind).done),
            now=len(standing(now, model, kind).done),
            better=moves[kind, "better"],
            worse=moves[kind, "worse"],
        )
        for kind in KINDS
    ]
