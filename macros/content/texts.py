"""Texts that every edition has a version of, each under the edition's code (see `editions.py`)."""

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
        """The text of the edition `code`. Raises UnknownEditionError rather than use another's."""
        return str(getattr(self, edition(code).code))


def _each(kind: Any) -> dict[str, Any]:
    """A required field of type `kind` for each edition, in the form that `create_model` takes."""
    return dict.fromkeys(EDITIONS, (kind, ...))


# The models get a field for each edition while the program runs. A type checker cannot follow that,
# so it is shown empty classes with the same names instead.
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
"""A name: one string when all editions have the same, else `{nn, nb}`."""


class _Lists(Record):
    def __getitem__(self, code: str) -> list[str]:
        """The words that only the edition `code` has. Raises UnknownEditionError."""
        return list(getattr(self, edition(code).code))


class _ForAll(_Lists):
    both: list[Line]


class _Identified(InEditions):
    id: str


if TYPE_CHECKING:

    class Aliases(_ForAll): ...

    class Forms(_Lists): ...

    class Named(_Identified): ...

else:
    Aliases = create_model(
        "Aliases",
        __base__=_ForAll,
        __module__=__name__,
        __doc__="Other words people use: in both editions, and in one only.",
        **_each(list[Line]),
    )
    Forms = create_model(
        "Forms",
        __base__=_Lists,
        __module__=__name__,
        __doc__="Words or phrases, a list for each edition.",
        **_each(list[Line]),
    )
    Named = create_model("Named", __base__=_Identified, __module__=__name__, **_each(Line))
