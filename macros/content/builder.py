"""The steps of «Lag strategien»: what the tool asks, in which order, and what an answer leads to.

What a field is called, and what may be typed into it, stands with the field in `fields.yml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import Field, model_validator

from .blanks import Blank
from .problems import near, unknown
from .texts import Label, Record, SameOrLabel, Text

if TYPE_CHECKING:
    from .reader import Reader
    from .yaml_file import KeyPath, YamlFile

BUILDER = "builder"
"""The name of the file with the steps, without its ending."""
Asked = Literal[
    "document",
    "edition",
    "sectors",
    "hours",
    "questions",
    "measures",
    "indicators",
    "actions",
    "summary",
]
"""What a step may ask for, or show, that is not a field."""
Draft = Literal["kapittel", "strategi"]
"""The documents that the tool can draft; the reader chooses one of them."""
DRAFTS: tuple[Draft, ...] = ("kapittel", "strategi")


class Sets(Record):
    """The words that a choice fills into another field, which the reader may change."""

    choice: str
    field: str
    words: SameOrLabel


class Owner(Record):
    """The field that holds who gets an action of the plan.

    Some actions are proposed whatever is answered, such as having the strategy decided on."""

    plan: str
    field: str
    always: bool = False


class Only(Record):
    """Measures that are shown only to a body that buys from one of the sectors."""

    measures: list[str] = Field(min_length=1)
    sectors: list[str] = Field(min_length=1)


class Ask(Record):
    """One question of a step: either fields, or a part of another kind.

    With `plan`, «I do not know» is an answer, and becomes that action of the plan."""

    fields: list[str] = Field(default_factory=list)
    part: Asked | None = None
    title: Label | None = None
    hint: Label | None = None
    required: bool = False
    optional: bool = False
    table: bool = False
    plan: str | None = None
    documents: list[Draft] = Field(default_factory=list)
    sets: list[Sets] = Field(default_factory=list)
    measures: list[str] = Field(default_factory=list)
    only: list[Only] = Field(default_factory=list)
    owners: list[Owner] = Field(default_factory=list)

    @model_validator(mode="after")
    def _asks_for_one_kind_of_thing(self) -> Self:
        if bool(self.fields) == bool(self.part):
            raise ValueError("må ha anten «fields» eller «part», og ikkje begge")
        if self.sets and len(self.fields) != 1 and self.part != "document":
            raise ValueError("har «sets», og må då ha eitt felt under «fields»")
        return self


class Step(Record):
    """A step of the tool. The first has no questions: it tells what the tool is."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: Label
    lead: Text
    asks: list[Ask]


def check_builder(reader: Reader, blanks: Mapping[str, Blank]) -> None:
    """Refuse a field that is asked for twice, and words for a choice that does not exist.

    Ids of fields, actions, measures and sectors are checked with every other reference."""
    source = reader.file(f"{BUILDER}.yml")
    if source is None or not isinstance(source.data, list):
        return
    seen: set[str] = set()
    for at, ask in _asks(source.data):
        for index, name in enumerate(_items(ask, "fields")):
            if name in seen:
                source.refuse(
                    source.line((*at, "fields", index)),
                    f"Feltet «{name}» er allereie spurt om i eit steg. Slett det eine.",
                )
            seen.add(name) if isinstance(name, str) else None
        _check_sets(source, at, ask, blanks)


def _asks(steps: list[Any]) -> list[tuple[KeyPath, dict[str, Any]]]:
    """Every question of every step, unchecked, with the place where it stands."""
    return [
        ((number, "asks", index), ask)
        for number, step in enumerate(steps)
        for index, ask in enumerate(_items(step, "asks"))
        if isinstance(ask, dict)
    ]


def _items(record: Any, key: str) -> list[Any]:
    """The list under `key`, unchecked; empty if there is no list."""
    found = record.get(key) if isinstance(record, dict) else None
    return found if isinstance(found, list) else []


def _check_sets(
    source: YamlFile, at: KeyPath, ask: dict[str, Any], blanks: Mapping[str, Blank]
) -> None:
    asked = _items(ask, "fields")
    blank = blanks.get(asked[0]) if asked and isinstance(asked[0], str) else None
    choices = [choice.id for choice in blank.choices] if blank else []
    if ask.get("part") == "document":
        choices = list(DRAFTS)
    for index, given in enumerate(_items(ask, "sets")):
        choice = given.get("choice") if isinstance(given, dict) else None
        if choices and isinstance(choice, str) and choice not in choices:
            line = source.line((*at, "sets", index, "choice"))
            source.refuse(line, f"Valet {unknown(choice, near(choice, choices))}")
