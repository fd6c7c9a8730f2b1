"""An issue form for those who will not make a pull request, and its answers read back from the issue's text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import yaml

from ..content import CONTRIBUTING, Content, View
from .fields import Field, chapter_fields, source_fields, top_fields

LABEL = "døme"
_EMPTY = ("_No response_", "None", "")


def issue_template(content: Content) -> bytes:
    """`.github/ISSUE_TEMPLATE/dome.yml`, in the edition that contributors are spoken to in."""
    view = View(content, CONTRIBUTING)
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": view.say("issue.intro")}}]
    body += [_item(view, field) for field in issue_fields(content)]
    form = {
        "name": view.say("issue.name"),
        "description": view.say("issue.description"),
        "title": "Døme: ",
        "labels": [LABEL],
        "body": body,
    }
    top = "# Laga av «python -m macros forms» etter docs/data/labels/form.yml. Endre der, ikkje her.\n"
    return (top + yaml.safe_dump(form, allow_unicode=True, sort_keys=False, width=1000)).encode()


def issue_fields(content: Content) -> list[Field]:
    """The fields of the form, in order. One source: whoever has more makes a pull request or writes it in a comment."""
    top = top_fields()
    last = next(index for index, field in enumerate(top) if field.key == "lesson")
    chapters = [*chapter_fields(content, "questions"), *chapter_fields(content, "measures")]
    return [*top[:last], *chapters, *top[last:], *source_fields()]


def read_issue(content: Content, text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Answers and source of an issue's text, as GitHub writes it: «### Question», a blank line, the answer.

    Headings are taken in the order of the form, each once, so that one inside an answer stays an answer."""
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


def _answers(text: str, labels: Iterable[str]) -> list[str]:
    """The answer under each label; empty where the label is missing."""
    rest = "\n" + text.replace("\r\n", "\n").replace("\r", "\n") + "\n"
    starts: list[tuple[int, int] | None] = []
    position = 0
    for label in labels:
        heading = f"\n### {label}\n"
        found = rest.find(heading, position)
        starts.append((found, found + len(heading)) if found >= 0 else None)
        position = found + len(heading) - 1 if found >= 0 else position
    ends = [start[0] for start in starts if start] + [len(rest)]
    answers, seen = [], 0
    for start in starts:
        seen += start is not None
        answers.append(rest[start[1] : ends[seen]].strip() if start else "")
    return answers


def _value(view: View, field: Field, answer: str) -> str:
    """The answer as it goes into the file: a choice by its code, anything that is not one left as it is."""
    if answer in _EMPTY:
        return ""
    by_label = {field.choice(view, value): value for value in field.choices}
    return by_label.get(answer, answer)
