"""The questions that a contributor answers, in the order of the file.

Which answers are allowed is taken from the model, so that it is written once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin

from ..content import Content, Example, View
from ..content.example import MAX_URL, ExampleSource

Control = Literal["line", "text", "choice", "date", "url"]


@dataclass(frozen=True)
class Field:
    """One question and its answer.

    `key` is for instance «title», «questions.kapasitet» or «source.url», and the question itself is
    the label «form.<key>». `most` is the limit for the number of characters, or 0."""

    key: str
    control: Control
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int = 0

    def label(self, view: View) -> str:
        """The words of the question; for a text about a chapter, the name of the chapter."""
        group, _, name = self.key.partition(".")
        if group in ("questions", "measures"):
            return view.content.chapters[name].numbered(view.code)
        return view.say(f"form.{self.key}")

    def help(self, view: View) -> str:
        """A sentence of help, or an empty string."""
        group, _, name = self.key.partition(".")
        if group == "questions":
            return view.content.questions[name].ask[view.code]
        if group == "measures":
            return view.content.measures[name].summary[view.code]
        key = f"form.{self.key}.help"
        return view.say(key) if key in view.content.labels else ""

    def choice(self, view: View, value: str) -> str:
        """The words for a choice: those written for the form if any, else the usual ones."""
        answer = f"form.{self.key}.{value}"
        return view.say(answer if answer in view.content.labels else f"example.{self.key}.{value}")


_CONTROLS: dict[str, Control] = {
    "publisher": "line", "body": "choice", "county": "choice", "title": "line", "kind": "choice",
    "group": "choice",
    "language": "choice", "valid_from": "date", "valid_to": "date", "status": "choice",
    "url": "url",
    "evidence": "choice", "use": "line", "about": "text", "lesson": "text", "setback": "text",
}  # fmt: skip
_SOURCE: dict[str, Control] = {
    "title": "line",
    "publisher": "line",
    "url": "url",
    "published": "date",
}

FIELDS = tuple(_CONTROLS)
"""The keys that are asked for, apart from chapters and sources. Other keys have no question."""


def top_fields() -> list[Field]:
    """The fields of the example itself, in the order of the file."""
    return [_field(Example, key, key, control) for key, control in _CONTROLS.items()]


def chapter_fields(content: Content, group: Literal["questions", "measures"]) -> list[Field]:
    """A text field for every question, or for every measure."""
    owners = content.questions if group == "questions" else content.measures
    most = _limit(Example, "about")
    return [Field(f"{group}.{name}", "text", most=most) for name in owners]


def source_fields() -> list[Field]:
    """The fields of one source."""
    return [
        _field(ExampleSource, name, f"source.{name}", control) for name, control in _SOURCE.items()
    ]


def _field(
    model: type[Example] | type[ExampleSource], name: str, key: str, control: Control
) -> Field:
    field = model.model_fields[name]
    branches = (field.annotation, *get_args(field.annotation))
    choices = next((get_args(branch) for branch in branches if get_origin(branch) is Literal), ())
    return Field(
        key,
        control,
        field.is_required(),
        choices,
        MAX_URL if control == "url" else _limit(model, name),
    )


@lru_cache(maxsize=2)
def _schema(model: type[Example] | type[ExampleSource]) -> dict[str, Any]:
    return model.model_json_schema()


def _limit(model: type[Example] | type[ExampleSource], name: str) -> int:
    """The limit for the number of characters in the text, or 0 if there is none."""
    known = _schema(model)["properties"][name]
    branches = [known, *known.get("anyOf", ())]
    return next((int(branch["maxLength"]) for branch in branches if "maxLength" in branch), 0)
