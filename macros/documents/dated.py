"""The day a document last changed: the latest date of its own content, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..content import Content, Measure, Question
from ..content.text import citations

# A template that uses one of these names takes text from the questions, or from the measures
_QUESTIONS = re.compile(r"\bquestions?\b")
_MEASURES = re.compile(r"\bmeasures?\b")


def latest(
    content: Content, owners: Iterable[Question | Measure], text: str, own: date | None
) -> date:
    """The latest date of the chapters in a document, of what its finished `text` cites, and of the
    template, whose `own` date is None for a document without one.

    A document without anything dated, such as an empty workbook, gets the date of the latest
    chapter."""
    days = [*(owner.updated for owner in owners), *_cited(content, text)]
    if own is not None:
        days.append(own)
    return max(days or [owner.updated for owner in content.chapters.values()])


def called(content: Content, template: str) -> list[Question | Measure]:
    """The chapters that a template may take text from: all questions, or all measures, or both.

    Which of them it really uses shows only when it runs, so a date may be later than needed."""
    found: list[Question | Measure] = []
    if _QUESTIONS.search(template):
        found += content.questions.values()
    if _MEASURES.search(template):
        found += content.measures.values()
    return found


def _cited(content: Content, text: str) -> Iterator[date]:
    """The day that each section and source cited in `text` was last read."""
    for name in citations(text):
        if name in content.law:
            yield content.law[name].read
        elif name in content.sources:
            yield content.sources[name].checked
