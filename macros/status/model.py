"""What the rules need to know of the checkpoints: no word of any edition, only ids and marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from ..content import Checkpoint, Content, Kind, Measure, Question, Todo

STATUSES = ("yes", "partly", "no", "unknown", "not")
"""The answers to a checkpoint: in place, partly, not, not known, and does not concern the body."""


@dataclass(frozen=True)
class Point:
    """A checkpoint as the rules see it. What is empty is left out of `plain`.

    `sectors` and `bodies` are those it concerns, and empty when it concerns everybody. `fields`
    and `sentence` tell what has to be answered in «Lag strategien» for the point to stand in the
    draft; `role` is the field with whoever gets the action. What all the rest builds on is
    `first`."""

    id: str
    chapter: str
    kind: Kind
    effort: str
    risk: str
    quarter: int
    document: str
    section: str = ""
    role: str = ""
    sectors: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    sentence: bool = False
    first: bool = False

    def plain(self) -> dict[str, Any]:
        """The same as plain data."""
        every = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in every.items()
            if value
        }

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Point:
        """The opposite of `plain`."""
        lists = {name: tuple(value) for name, value in data.items() if isinstance(value, list)}
        return cls(**{**data, **lists})


@dataclass(frozen=True)
class Model:
    """Every checkpoint in the order of the content, and what became of those taken out.

    `retired` has the id of the one that has taken over, or nothing, by the old id."""

    points: tuple[Point, ...]
    chapters: tuple[str, ...]
    retired: Mapping[str, str]

    def plain(self) -> dict[str, Any]:
        """The same as plain data, for the page."""
        return {
            "points": [point.plain() for point in self.points],
            "chapters": list(self.chapters),
            "retired": dict(self.retired),
            "statuses": list(STATUSES),
        }

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Model:
        """The opposite of `plain`."""
        points = tuple(Point.read(point) for point in data["points"])
        return cls(points, tuple(data["chapters"]), dict(data["retired"]))


def model_of(content: Content) -> Model:
    """The model of the content. A project without actions has no points."""
    points = tuple(
        _point(content.todos[point.id], point, owner)
        for owner in content.chapters.values()
        for point in owner.checkpoints
        if point.id in content.todos
    )
    retired = {name: after.to or "" for name, after in content.retired.items()}
    return Model(points, tuple(content.chapters), retired)


def _point(todo: Todo, point: Checkpoint, owner: Question | Measure) -> Point:
    return Point(
        id=point.id,
        chapter=owner.id,
        kind=point.kind,
        effort=todo.effort,
        risk=todo.weight,
        quarter=todo.quarter,
        document=todo.document or owner.downloads[0],
        section=point.section or "",
        role=todo.role or "",
        sectors=tuple(todo.sectors),
        bodies=tuple(todo.bodies),
        fields=tuple(todo.fields),
        sentence=todo.sentence,
        first=todo.first,
    )
