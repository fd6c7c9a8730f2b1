"""Divide checkpoints into the parts of a checklist, each with a heading of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .content import checkpoints
from .model import PHASES, Checkpoint, Measure, Question
from .view import View


@dataclass(frozen=True)
class Part:
    """One part of a checklist: a heading, and the checkpoints below it in order."""

    title: str
    points: tuple[Checkpoint, ...]


def part_name(view: View, owner: Question | Measure) -> str:
    """The kind, number and title of a chapter, as in «Grep 4: Avgrens kontraktskjeda»."""
    kind = view.say("measure" if isinstance(owner, Measure) else "question")
    return f"{kind} {owner.number}: {owner.title[view.code]}"


def chapter_parts(view: View, owners: Iterable[Question | Measure]) -> list[Part]:
    """The checkpoints of several chapters, with a part for each question or measure."""
    return [Part(part_name(view, owner), tuple(owner.checkpoints)) for owner in owners]


def phase_parts(view: View, owner: Question | Measure) -> list[Part]:
    """The checkpoints of one question or measure, with a part for each phase that has any.

    The phases come in the order of the work, whatever the order in the file."""
    found = ((phase, tuple(p for p in owner.checkpoints if p.phase == phase)) for phase in PHASES)
    return [Part(view.say(f"phase.{phase}"), points) for phase, points in found if points]


def duty_parts(view: View) -> list[Part]:
    """Only the checkpoints that the law demands, with a part for each section of the law.

    The sections come in the order of `law.yml`."""
    duties = [point for point in checkpoints(view.content.chapters.values()) if point.kind == "law"]
    parts = []
    for name, section in view.content.law.items():
        if points := tuple(point for point in duties if point.section == name):
            cited = view.section_name(name)
            parts.append(Part(f"{cited[0].upper()}{cited[1:]}: {section.title[view.code]}", points))
    return parts
