"""The blanks that every question and measure has: a text of one's own, and a reason.

They follow from the questions and measures, so nobody writes them in `fields.yml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .blanks import Blank
from .editions import EDITIONS
from .model import Measure, Question
from .texts import Label

OWN_TEXT, REASON = "tekst.", "grunn."
"""What begins their ids: a text instead of the proposed ones, and why more than the law demands is
needed."""


def own_texts(
    chapters: Iterable[Question | Measure], labels: Mapping[str, Label]
) -> dict[str, Blank]:
    """The blanks of the chapters by their ids. Only a measure has a reason, since the law demands
    none for the answers to the questions.

    Projects without the labels, such as those of the tests, have none."""
    if "field.own" not in labels:
        return {}
    return {blank.id: blank for chapter in chapters for blank in _blanks(chapter, labels)}


def _blanks(chapter: Question | Measure, labels: Mapping[str, Label]) -> Iterator[Blank]:
    yield _blank(OWN_TEXT, "own", chapter, labels)
    if isinstance(chapter, Measure):
        yield _blank(REASON, "reason", chapter, labels)


def _blank(
    start: str, kind: str, chapter: Question | Measure, labels: Mapping[str, Label]
) -> Blank:
    label = {
        code: labels[f"field.{kind}"][code].replace("{title}", chapter.title[code])
        for code in EDITIONS
    }
    hint = {code: labels[f"field.{kind}.hint"][code] for code in EDITIONS}
    return Blank(id=f"{start}{chapter.id}", kind="long", label=Label(**label), hint=Label(**hint))
