"""What the answers to the checkpoints add up to, and the five actions that come first.

The browser has the same rules in `browser/status/rules.js`. Who changes one changes the other; both
are tested with the cases in `tests/status_cases.json`. Answers are those of an answer file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..content import BODY_TYPE, Kind
from .model import STATUSES, Model, Point

Answers = Mapping[str, Any]

MISSING = ("no", "partly", "unknown")
"""The answers that lead to an action."""
FIRST = 5
"""How many actions are named as the next ones."""
# What comes first comes first here. Whatever is equal keeps the order of the content
_KINDS = ("law", "advice", "further")
RISKS = ("high", "normal")
EFFORTS = ("small", "large")


@dataclass(frozen=True)
class Standing:
    """Ids of the points of one kind, by what is answered.

    `not_` are those that do not concern the body, and `all` counts those that do."""

    done: tuple[str, ...]
    open: tuple[str, ...]
    unanswered: tuple[str, ...]
    not_: tuple[str, ...]

    @property
    def all(self) -> int:
        """How many of them concern the body."""
        return len(self.done) + len(self.open) + len(self.unanswered)


@dataclass(frozen=True)
class Action:
    """One of the next actions. `because` is the key of the words that tell why it comes now."""

    id: str
    because: str
    owner: str
    deadline: str
    quarter: int


def applying(answers: Answers, model: Model) -> list[str]:
    """The ids of what concerns this body, in order. While nobody has chosen, everything does."""
    return [point.id for point in _points(answers, model)]


def duties(answers: Answers, model: Model) -> Standing:
    """What the law demands of this body, by what is answered."""
    return standing(answers, model, "law")


def standing(answers: Answers, model: Model, kind: Kind) -> Standing:
    """The points of one kind that concern this body, by what is answered."""
    names = [point.id for point in _points(answers, model) if point.kind == kind]

    def answered(*statuses: str) -> tuple[str, ...]:
        return tuple(name for name in names if status_of(answers, name) in statuses)

    return Standing(answered("yes"), answered(*MISSING), answered(""), answered("not"))


def chapters(answers: Answers, model: Model) -> list[dict[str, Any]]:
    """How far the body has come with what the law does not demand, by question and measure.

    A chapter without anything that concerns the body is left out. `drafted` counts what stands in
    the draft of the strategy and is not in place yet."""
    shown = [point for point in _points(answers, model) if point.kind != "law"]
    in_draft = drafted(answers, model)
    rows = []
    for name in model.chapters:
        points = [point for point in shown if point.chapter == name]
        if points:
            rows.append({"id": name, **_counted(answers, points, in_draft)})
    return rows


def _counted(answers: Answers, points: list[Point], in_draft: set[str]) -> dict[str, Any]:
    given = {point.id: status_of(answers, point.id) for point in points}

    def kind(name: str) -> dict[str, int]:
        own = [point.id for point in points if point.kind == name]
        return {"all": len(own), "yes": sum(given[point] == "yes" for point in own)}

    return {
        "advice": kind("advice"),
        "further": kind("further"),
        **{status: list(given.values()).count(status) for status in STATUSES},
        "unanswered": list(given.values()).count(""),
        "drafted": sum(name in in_draft and given[name] != "yes" for name in given),
        "all": len(points),
    }


def drafted(answers: Answers, model: Model) -> set[str]:
    """The ids of what the answers in «Lag strategien» already put into the draft."""
    return {point.id for point in _points(answers, model) if _is_drafted(answers, point)}


def _is_drafted(answers: Answers, point: Point) -> bool:
    """Whether the sentence about the point is in the draft, with every blank of it filled in.

    A text of the body's own is only taken for the point when nothing else is asked for."""
    level = answers.get("levels", {}).get(point.chapter, "")
    if not (point.fields or point.sentence) or level == "law":
        return False
    if level == "own":
        written = str(answers.get("texts", {}).get(point.chapter, "")).strip()
        return point.sentence and not point.fields and bool(written)
    if point.sentence and not level:
        return False
    unknown = answers.get("unknown", [])
    return all(_field(answers, name) and name not in unknown for name in point.fields)


def next_five(answers: Answers, model: Model) -> list[Action]:
    """The first five of what is missing, in the order of the rule."""
    return missing(answers, model)[:FIRST]


def missing(answers: Answers, model: Model) -> list[Action]:
    """Everything that is missing, in the order of the rule.

    What the law demands comes first, then what we advise, and then what goes further. Within each,
    what has the greatest risk comes first, and then what takes the least work. Before all stands
    what the rest builds on: a strategy that is public, and the routines."""
    found = [p for p in _points(answers, model) if status_of(answers, p.id) in MISSING]
    return [_action(answers, point) for point in sorted(found, key=_turn)]


def _turn(point: Point) -> tuple[bool, int, int, int]:
    if point.first:  # in the order of the content
        return (False, 0, 0, 0)
    return (
        True,
        _KINDS.index(point.kind),
        RISKS.index(point.risk),
        EFFORTS.index(point.effort),
    )


def _action(answers: Answers, point: Point) -> Action:
    given = answers.get("checkpoints", {}).get(point.id, {})
    deadline = given.get("deadline", "")
    return Action(
        id=point.id,
        because=f"{point.kind}-{point.risk}-{point.effort}",
        owner=given.get("owner", "").strip() or _field(answers, point.role),
        deadline=deadline,
        quarter=(int(deadline[5:7]) + 2) // 3 if deadline else point.quarter,
    )


def status_of(answers: Answers, name: str) -> str:
    """What is answered to the checkpoint `name`; nothing if nobody has answered."""
    given = answers.get("checkpoints", {}).get(name, {}).get("status", "")
    return given if given in STATUSES else ""


def _points(answers: Answers, model: Model) -> list[Point]:
    sectors, body = answers.get("sectors", []), _field(answers, BODY_TYPE)
    return [
        point
        for point in model.points
        if (not point.sectors or not sectors or set(point.sectors) & set(sectors))
        and (not point.bodies or not body or body in point.bodies)
    ]


def _field(answers: Answers, name: str) -> str:
    return str(answers.get("fields", {}).get(name, "")).strip()
