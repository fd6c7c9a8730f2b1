"""The worked set: what a wholly made-up body has answered for the blanks in its documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BeforeValidator, model_validator

from .blanks import Blank
from .problems import near, unknown
from .texts import Label, Record, SameOrLabel

if TYPE_CHECKING:
    from .reader import Reader
    from .yaml_file import YamlFile

WORKED = "oving"
"""The name of the file with the answers, without its ending."""


def _as_written(value: Any) -> Any:
    """A number or a day as the text that the answer file of a document would have."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Written = Annotated[SameOrLabel, BeforeValidator(_as_written)]
"""An answer: a number, a day or a text for all editions, or a text for each."""


class Answer(Record):
    """What the made-up body answers for the blank `id`.

    `value` stands in the documents from the day of the decision. `report` stands in the yearly
    report, where a year has passed; without it, the report has `value` too. An answer that is the
    `same` as that of another blank takes its `value`, so that a figure is written in one place."""

    id: str
    value: Written | None = None
    report: Written | None = None
    same: str | None = None

    @model_validator(mode="after")
    def _answers_something(self) -> Self:
        if self.same and (self.value or self.report):
            raise ValueError("har både «same» og ein eigen verdi. Behald det eine")
        if not (self.same or self.value or self.report):
            raise ValueError("har ingen verdi. Skriv «value», «report» eller «same»")
        return self


def answer(answers: Mapping[str, Answer], name: str, *, report: bool) -> Label | None:
    """The answer for the blank `name`, in the yearly report or before it; None if there is none."""
    found = answers.get(name)
    if found and found.same:
        other = answers.get(found.same)
        return other.value if other else None
    if found is None:
        return None
    return found.report or found.value if report else found.value


def check_answers(reader: Reader, blanks: Mapping[str, Blank]) -> None:
    """Refuse answers for blanks that do not exist, and those that are not what the blank asks for.

    Nothing is refused when the blanks could not be read."""
    source = reader.file(f"{WORKED}.yml")
    known = reader.names.get("fields")
    if source is None or known is None or not isinstance(source.data, list):
        return
    given = {data["id"] for data in source.data if isinstance(data, dict) and "id" in data}
    for index, data in enumerate(source.data):
        if isinstance(data, dict) and isinstance(data.get("id"), str):
            _check(source, index, data, blanks, known, given)


def _check(
    source: YamlFile, index: int, data: Mapping[str, Any], blanks: Mapping[str, Blank],
    known: Collection[str], given: Collection[str],
) -> None:  # fmt: skip
    name, same = data["id"], data.get("same")
    if name not in known:
        source.refuse(
            source.line((index, "id")), f"Feltet {unknown(name, near(name, sorted(known)))}"
        )
    if isinstance(same, str) and same not in given:
        source.refuse(
            source.line((index, "same")), f"Feltet {unknown(same, near(same, sorted(given)))}"
        )
    for key in ("value", "report"):
        for text in dict.fromkeys(_texts(data.get(key))):
            if name in blanks and (wrong := blanks[name].fault(text)):
                source.refuse(source.line((index, key)), f"«{key}» for «{name}»: {wrong}.")


def _texts(value: Any) -> list[str]:
    written = _as_written(value)
    found = written.values() if isinstance(written, dict) else [written]
    return [text for text in found if isinstance(text, str)]
