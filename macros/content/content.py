"""`Content`: everything the editions share, as one frozen record that can be asked questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from pydantic import BaseModel

from .asked import Alike, WayIn
from .blanks import Blank
from .builder import Step
from .compared import Compared
from .example import Example
from .law_records import Amount, Consideration, ContractKind, LawSection, RepealedSection
from .model import (
    Action,
    Checkpoint,
    Indicator,
    Measure,
    Question,
    Retired,
    RiskFactor,
    Sector,
    Source,
    Term,
)
from .papers import Paper
from .pictures import Picture
from .problems import MissingLabelError, UnknownNameError
from .register import LABELS
from .texts import Label
from .todo import Todo
from .words import WordChoice
from .worked import Answer
from .worked_book import (
    WorkedAction,
    WorkedContract,
    WorkedPerson,
    WorkedStanding,
    WorkedTick,
    WorkedVisit,
)

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, eq=False, repr=False)
class Content:
    """All content that the editions share, checked.

    Each dict is keyed by id. Questions and measures are ordered by number, examples by name, and
    everything else as in its file."""

    questions: dict[str, Question]
    measures: dict[str, Measure]
    sources: dict[str, Source]
    law: dict[str, LawSection]
    compared: dict[str, Compared]
    """What the law watch has noted of the sections, by their ids; not all have been compared."""
    repealed: dict[str, RepealedSection]
    amounts: dict[str, Amount]
    contracts: dict[str, ContractKind]
    sectors: dict[str, Sector]
    considerations: dict[str, Consideration]
    terms: dict[str, Term]
    word_choices: dict[str, WordChoice]
    indicators: dict[str, Indicator]
    plan: dict[str, Action]
    risk: dict[str, RiskFactor]
    papers: dict[str, Paper]
    pictures: dict[str, Picture]
    blanks: dict[str, Blank]
    worked: dict[str, Answer]
    """The answers of the made-up body, by the ids of the blanks."""
    worked_contracts: dict[str, WorkedContract]
    worked_people: dict[str, WorkedPerson]
    worked_actions: dict[str, WorkedAction]
    worked_ticks: dict[str, WorkedTick]
    worked_visits: dict[str, WorkedVisit]
    worked_standing: dict[str, WorkedStanding]
    steps: dict[str, Step]
    """The steps of «Lag strategien», in order."""
    todos: dict[str, Todo]
    """What to do where a checkpoint is not met, by its id; empty in a project without actions."""
    ways: dict[str, WayIn]
    """What people type, and the page it leads to."""
    alike: dict[str, Alike]
    """Everyday words for the same thing."""
    labels: dict[str, Label]
    label_files: dict[str, str]
    """The file that labels are written in, by the first part of their keys, such as «site»."""
    examples: dict[str, Example]
    retired: dict[str, Retired]
    """The checkpoints that are taken out, by their ids, each with what became of it."""

    def section_name(self, name: str, code: str) -> str:
        """The section `name` as running text cites it, «anskaffelsesloven § 5k». Raises
        UnknownNameError."""
        section = find(self.law, name)
        return f"{self.sources[section.source].short[code]} {section.number}"

    def label(self, key: str, code: str) -> str:
        """The words the edition uses for `key`. Raises MissingLabelError."""
        if key not in self.labels:
            family = key.split(".")[0]
            raise MissingLabelError(
                key, self.labels, self.label_files.get(family, LABELS.as_posix())
            )
        return self.labels[key][code]

    @property
    def chapters(self) -> dict[str, Question | Measure]:
        """The questions, then the measures: together, everything that owns checkpoints."""
        return {**self.questions, **self.measures}

    @property
    def updated(self) -> date:
        """The latest date of any chapter, example or source check."""
        days = [c.updated for c in self.chapters.values()] + [
            s.checked for s in self.sources.values()
        ]
        return max([*days, *(example.checked for example in self.examples.values())])

    @property
    def citable(self) -> list[str]:
        """The ids that `[@id]` may name: all sources, and the sections of the law in force."""
        return [*self.sources, *self.law]

    @property
    def replaced(self) -> dict[str, list[str]]:
        """The ids of repealed sections, each with the ids of the sections that replace it."""
        return {section.id: section.law for section in self.repealed.values()}

    def shown(self, chapter: str) -> list[Example]:
        """The examples that say something about `chapter`, the id of a question or a measure, in
        order."""
        return self._by_chapter.get(chapter, [])

    @cached_property
    def _by_chapter(self) -> dict[str, list[Example]]:
        found: dict[str, list[Example]] = {}
        for example in self.examples.values():
            for chapter in example.chapters:
                found.setdefault(chapter, []).append(example)
        return found

    def due(self, today: date) -> list[Source]:
        """Sources whose check is older than a year on `today`, oldest first."""
        old = [s for s in self.sources.values() if (today - s.checked).days > 365]
        return sorted(old, key=lambda s: s.checked)

    def stale(self, today: date) -> list[Example]:
        """Examples whose check is older than a year on `today`, oldest first."""
        old = [
            example for example in self.examples.values() if (today - example.checked).days > 365
        ]
        return sorted(old, key=lambda example: example.checked)

    def untranslated(self) -> list[Example]:
        """Examples that lack a translation into the other målform, or lack `use`."""
        return [e for e in self.examples.values() if e.translation is None or e.use is None]


def find(items: dict[str, R], name: str) -> R:
    """`items[name]`. Raises UnknownNameError, which names the nearest and the allowed names."""
    if name not in items:
        raise UnknownNameError(name, items)
    return items[name]


def checkpoints(owners: Iterable[Question | Measure]) -> list[Checkpoint]:
    """The checkpoints of `owners`, in order."""
    return [checkpoint for owner in owners for checkpoint in owner.checkpoints]
