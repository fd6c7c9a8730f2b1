"""The day a document last changed: the latest of what it holds, and of nothing else on the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ..content import Content, Measure, Question
from ..content.text import citations

# What a template calls by one of these names comes from the questions, or from the measures
_QUESTIONS = re.compile(r"\bquestions?\b")
_MEASURES = re.compile(r"\bmeasures?\b")


def latest(content: Content, owners: Iterable[Question | Measure], text: str) -> date:
    """The latest date of the chapters a document holds, and of what its finished `text` cites.

    A document that holds nothing with a date, as an empty workbook, has that of the latest chapter."""
    days = [*(owner.updated for owner in owners), *_cited(content, text)]
    return max(days or [owner.updated for owner in content.chapters.values()])


def called(content: Content, template: str) -> list[Question | Measure]:
    """The chapters a template may take text from: all of a kind that it names."""
    found: list[Question | Measure] = []
    if _QUESTIONS.search(template):
        found += content.questions.values()
    if _MEASURES.search(template):
        found += content.measures.values()
    return found


def _cited(content: Content, text: str) -> Iterator[date]:
    """The days on which what `text` cites was last read: sections of the law, and sources."""
    for name in citations(text):
        if name in content.law:
            yield content.law[name].read
        elif name in content.sources:
            yield content.sources[name].checked
