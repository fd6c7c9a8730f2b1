"""The issue form, for those who will not make a pull request, and how its answers are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import yaml

from ..content import CONTRIBUTING, Content, View
from .fields import Field, chapter_fields, source_fields, top_fields

LABEL = "døme"
_EMPTY = ("_No response_", "None", "")


class AmbiguousIssueError(ValueError):
    """It is not clear where an answer ends and the next question begins.

    The message is Norwegian."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Linja «### {label}» står to gonger, så vi veit ikkje kvar svaret sluttar. "
            "Den eine er inne i eit svar. Ta bort «###» der, og send inn på nytt."
        )


def issue_template(content: Content) -> bytes:
    """The bytes of `.github/ISSUE_TEMPLATE/dome.yml`, in the language used for contributors."""
    view = View(content, CONTRIBUTING)
    body: list[dict[str, Any]] = [
        {"type": "markdown", "attributes": {"value": view.say("issue.intro")}}
    ]
    body += [_item(view, field) for field in issue_fields(content)]
    form = {
        "name": view.say("issue.name"),
        "description": view.say("issue.description"),
        "title": "Døme: ",
        "labels": [LABEL],
        "body": body,
    }
    top = (
        "# Laga av «python -m macros forms» etter docs/data/labels/form.yml. Endre der, ikkje"
        " her.\n"
    )
    return (top + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=1000)).encode()


def issue_fields(content: Content) -> list[Field]:
    """The fields of the form in order. There is room for one source; others can go in a comment."""
    top = top_fields()
    last = next(index for index, field in enumerate(top) if field.key == "lesson")
    chapters = [*chapter_fields(content, "questions"), *chapter_fields(content, "measures")]
    return [*top[:last], *chapters, *top[last:], *source_fields()]


def read_issue(content: Content, text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The answers and the source in the text of an issue.

    GitHub writes «### Question», a blank line and the answer. The headings are found in the order
    of the form, each once, so that a heading inside an answer remains a part of it. Raises
    AmbiguousIssueError if that can be done in two ways, as when an answer has the heading of the
    next question."""
    view = View(content, CONTRIBUTING)
    fields = issue_fields(content)
    labels = [field.label(view) for field in fields]
    answers, source = {}, {}
    for field, answer in zip(fields, _answers(text, labels), strict=True):
        value = _value(view, field, answer)
        if value and field.key.startswith("source."):
            source[field.key.removeprefix("source.")] = value
        elif value:
            answers[field.key] = value
    return answers, source


def _item(view: View, field: Field) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": field.label(view)}
    if told := field.help(view):
        attributes["description"] = told
    kind = {"text": "textarea", "choice": "dropdown"}.get(field.control, "input")
    if field.choices:
        attributes["options"] = [field.choice(view, value) for value in field.choices]
    return {
        "type": kind, "id": re.sub(r"[^a-z0-9-]", "-", field.key), "attributes": attributes,
        "validations": {"required": field.required},
    }  # fmt: skip


def _answers(text: str, labels: Sequence[str]) -> list[str]:
    """The answer under each label; empty if the label is missing.

    The headings are found from the beginning and then from the end. If the two do not agree, the
    text can be read in two ways."""
    rest = "\n" + text.replace("\r\n", "\n").replace("\r", "\n") + "\n"
    headings = [f"\n### {label}\n" for label in labels]
    starts = _in_order(rest, headings)
    for label, start, last in zip(
        labels, starts, _in_order_from_the_end(rest, headings, starts), strict=True
    ):
        if start != last:
            raise AmbiguousIssueError(label)
    ends = [start for start in starts if start is not None] + [len(rest)]
    answers, seen = [], 0
    for heading, start in zip(headings, starts, strict=True):
        seen += start is not None
        answers.append("" if start is None else rest[start + len(heading) : ends[seen]].strip())
    return answers


def _in_order(rest: str, headings: Sequence[str]) -> list[int | None]:
    """The position of each heading when found as early as possible; None for a missing one."""
    starts: list[int | None] = []
    position = 0
    for heading in headings:
        found = rest.find(heading, position)
        starts.append(found if found >= 0 else None)
        # One back, since two headings may share the line break between them
        position = found + len(heading) - 1 if found >= 0 else position
    return starts


def _in_order_from_the_end(
    rest: str, headings: Sequence[str], starts: Sequence[int | None]
) -> list[int | None]:
    """The position of each heading when found as late as possible; None for a missing one."""
    late: list[int | None] = []
    end = len(rest)
    for heading, start in zip(reversed(headings), reversed(starts), strict=True):
        late.append(None if start is None else rest.rfind(heading, 0, end))
        end = end if start is None else (late[-1] or 0) + 1
    return late[::-1]


def _value(view: View, field: Field, answer: str) -> str:
    """The answer for the file: the code of a choice, and any other answer as it is."""
    if answer in _EMPTY:
        return ""
    by_label = {field.choice(view, value): value for value in field.choices}
    return by_label.get(answer, answer)
