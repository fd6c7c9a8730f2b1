"""What to do where a checkpoint is not met, and what decides when its turn comes.

The checkpoints themselves stand with their questions and measures. This is what «Kvar står de?»
needs beside them, so that an answer of «no» leads to an action.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, model_validator

from .blanks import Blank
from .editions import EDITIONS
from .model import Download
from .problems import near, unknown
from .texts import Label, Record

if TYPE_CHECKING:
    from .reader import Reader
    from .yaml_file import YamlFile

TODO = "todo"
"""The name of the file, without its ending."""
MOST_WORDS = 25
"""How many words an action may have: it stands in a cell of a table and in a calendar."""
BODY_TYPE = "verksemdstype"
"""The field that tells what kind of body it is."""


class Todo(Record):
    """What to do where the checkpoint `id` is not met.

    `effort` and `weight` decide the order of what is missing. `document` is the one of ours that
    helps; without it, the first one of the chapter. `role` is the field with whoever gets the
    action when nobody else is chosen. `sectors` and `bodies` are those it concerns, and empty for
    a checkpoint that concerns everybody. The few that all the rest builds on are `first`.

    When «Lag strategien» has an answer in all of `fields`, and with `sentence` the sentence of the
    chapter is chosen there too, the point stands in the draft of the strategy."""

    id: str
    todo: Label
    effort: Literal["small", "large"]
    weight: Literal["normal", "high"]
    quarter: Literal[1, 2, 3, 4]
    document: Download | None = None
    role: str | None = None
    sectors: list[str] = Field(default_factory=list)
    bodies: list[str] = Field(default_factory=list)
    fields: list[str] = Field(default_factory=list)
    sentence: bool = False
    first: bool = False

    @model_validator(mode="after")
    def _is_short(self) -> Self:
        for code in EDITIONS:
            count = len(self.todo[code].split())
            if count > MOST_WORDS:
                raise ValueError(
                    f"har ein «todo» på {count} ord ({code}). Høgst {MOST_WORDS}. Kort ned"
                )
        return self


def check_todos(reader: Reader, blanks: Mapping[str, Blank]) -> None:
    """Refuse a checkpoint without an action, and an action for what is no checkpoint.

    A project without the file, such as those of the tests, has no actions. Sectors and fields are
    checked with every other reference."""
    source = reader.file(f"{TODO}.yml")
    if source is None or not isinstance(source.data, list) or reader.chapter_ids() is None:
        return
    given = [entry.get("id") if isinstance(entry, dict) else None for entry in source.data]
    known = reader.checkpoints
    for index, name in enumerate(given):
        if isinstance(name, str) and name not in known:
            line = source.line((index, "id"))
            source.refuse(line, f"Sjekkpunktet {unknown(name, near(name, known))}")
    for name in [name for name in known if name not in given]:
        point, path = reader.origin[name]
        point.refuse(
            point.line(path),
            f"Sjekkpunktet «{name}» har ingen «todo». Skriv i {source.file} kva de gjer når svaret"
            " er nei.",
        )
    for index, entry in enumerate(source.data):
        if isinstance(entry, dict):
            _check_names(source, index, entry, blanks)


def _check_names(
    source: YamlFile, index: int, entry: Mapping[str, Any], blanks: Mapping[str, Blank]
) -> None:
    """Refuse a role that is no field, and bodies that are none of the kinds there are."""
    role = entry.get("role")
    if isinstance(role, str) and blanks and role not in blanks:
        source.refuse(
            source.line((index, "role")), f"«role»: {unknown(role, near(role, list(blanks)))}"
        )
    choices = [choice.id for choice in blanks[BODY_TYPE].choices] if BODY_TYPE in blanks else []
    bodies = entry.get("bodies")
    for place, name in enumerate(bodies if isinstance(bodies, list) else ()):
        if isinstance(name, str) and choices and name not in choices:
            line = source.line((index, "bodies", place))
            source.refuse(line, f"«bodies»: {unknown(name, choices)}")
