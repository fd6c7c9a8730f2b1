"""Texts that every edition has, each under the edition's code. Which editions there are stands in `editions.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, create_model

from .editions import EDITIONS, edition
from .text import Line, Prose


class Record(BaseModel):
    """Base of all records: unknown keys are refused, nothing is coerced, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class InEditions(Record):
    """Something that every edition has its own of: `text["nn"]` gives one of them."""

    def __getitem__(self, code: str) -> str:
        """Raises UnknownEditionError: no edition's words stand in for another's."""
        return str(getattr(self, edition(code).code))


def _each(kind: Any) -> dict[str, Any]:
    """A field of `kind` for each edition, as `create_model` wants it."""
    return dict.fromkeys(EDITIONS, (kind, ...))


# The fields are those of the editions, which a type checker cannot know
if TYPE_CHECKING:

    class Text(InEditions): ...

    class Label(InEditions): ...

else:
    Text = create_model(
        "Text",
        __base__=InEditions,
        __module__=__name__,
        __doc__='Prose in both editions; `text["nn"]` gives one of them.',
        **_each(Prose),
    )
    Label = create_model(
        "Label",
        __base__=InEditions,
        __module__=__name__,
        __doc__="One line of plain text in both editions.",
        **_each(Line),
    )


def _same_in_all(value: Any) -> Any:
    return dict.fromkeys(EDITIONS, value) if isinstance(value, str) else value


SameOrLabel = Annotated[Label, BeforeValidator(_same_in_all)]
"""A name: one string where all editions have the same, else `{nn, nb}`."""


class _ForAll(Record):
    both: list[Line]

    def __getitem__(self, code: str) -> list[str]:
        """The words that only the edition has. Raises UnknownEditionError."""
        return list(getattr(self, edition(code).code))


class _Identified(InEditions):
    id: str


if TYPE_CHECKING:

    class Aliases(_ForAll): ...

    class Named(_Identified): ...

else:
    Aliases = create_model(
        "Aliases",
        __base__=_ForAll,
        __module__=__name__,
        __doc__="Other words people use: in both editions, and in one only.",
        **_each(list[Line]),
    )
    Named = create_model("Named", __base__=_Identified, __module__=__name__, **_each(Line))
