"""Two years beside each other: what has moved, and what became of points that are gone.

The browser has the same rules in `browser/status/years.js`; both are tested with the cases in
`tests/status_cases.json`. There the answers to points that are gone lie apart, since the file that
was opened is kept whole; here they lie with the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .model import Model
from .rules import Answers, status_of

Kind = Literal["better", "worse", "same", "new", "left", "retired", "merged"]
_RANKS = {"yes": 2, "partly": 1, "no": 0, "unknown": 0}
"""How far a point has come. What is not known counts as what is missing."""
_DONE_WITH = 3


@dataclass(frozen=True)
class Move:
    """How one point has moved. `into` is the one that has taken over, for a point that is gone."""

    id: str
    before: str
    now: str
    kind: Kind
    into: str = ""


def carried(answers: Answers, model: Model) -> dict[str, Any]:
    """The answers to the points there are, with those of the points they have taken over from.

    A point's own answer counts. Without one, it gets the one that is farthest from done."""
    given = answers.get("checkpoints", {})
    taken: dict[str, Mapping[str, Any]] = {}
    for old, to in model.retired.items():
        if old in given and to and (to not in taken or _rank(given[old]) < _rank(taken[to])):
            taken[to] = given[old]
    own = {name: value for name, value in given.items() if name not in model.retired}
    return {**answers, "checkpoints": {**taken, **own}}


def moved(before: Answers, now: Answers, model: Model) -> list[Move]:
    """Every point that either year has an answer to, in order; then those that are gone."""
    then = carried(before, model)
    moves = []
    for point in model.points:
        first, last = status_of(then, point.id), status_of(now, point.id)
        if first or last:
            moves.append(Move(point.id, first, last, _kind(first, last)))
    given = before.get("checkpoints", {})
    gone = [(old, to) for old, to in model.retired.items() if old in given]
    merged = [
        Move(old, status_of(before, old), status_of(now, to), "merged", to)
        for old, to in gone
        if to
    ]
    retired = [Move(old, status_of(before, old), "", "retired") for old, to in gone if not to]
    return [*moves, *merged, *retired]


def _kind(before: str, now: str) -> Kind:
    first, last = _RANKS.get(before), _RANKS.get(now)
    if first is None:
        return "same" if last is None else "new"
    if last is None:
        return "left"
    if first == last:
        return "same"
    return "better" if last > first else "worse"


def _rank(given: Mapping[str, Any]) -> int:
    """Lower the farther the answer is from done; what does not concern the body is done with."""
    status = given.get("status", "unknown")
    return _DONE_WITH if status == "not" else _RANKS.get(status, 0)
