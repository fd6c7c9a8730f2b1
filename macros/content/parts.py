"""Checkpoints as a list shows them: in parts, each with a heading of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .load import checkpoints
from .model import PHASES, Checkpoint, Measure, Question
from .view import View


@dataclass(frozen=True)
class Part:
    """Some checkpoints under one heading, in order."""

    title: str
    points: tuple[Checkpoint, ...]


def part_name(view: View, owner: Question | Measure) -> str:
    """«Grep 4: Avgrens kontraktskjeda»."""
    kind = view.say("measure" if isinstance(owner, Measure) else "question")
    return f"{kind} {owner.number}: {owner.title[view.code]}"


def chapter_parts(view: View, owners: Iterable[Question | Measure]) -> list[Part]:
    """A part for each question or measure."""
    return [Part(part_name(view, owner), tuple(owner.checkpoints)) for owner in owners]


def phase_parts(view: View, owner: Question | Measure) -> list[Part]:
    """The checkpoints of one question or measure, a part for each phase that has any, in the order of the work."""
    found = ((phase, tuple(p for p in owner.checkpoints if p.phase == phase)) for phase in PHASES)
    return [Part(view.say(f"phase.{phase}"), points) for phase, points in found if points]


def duty_parts(view: View) -> list[Part]:
    """What the law demands, and nothing else: a part for each section, in the order of `law.yml`."""
    duties = [point for point in checkpoints(view.content.chapters.values()) if point.kind == "law"]
    parts = []
    for name, section in view.content.law.items():
        if points := tuple(point for point in duties if point.section == name):
            cited = view.section_name(name)
            parts.append(Part(f"{cited[0].upper()}{cited[1:]}: {section.title[view.code]}", points))
    return parts
