"""The words we have chosen to write, and the forms of them that we do not write."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from .editions import EDITIONS
from .text import Line
from .texts import Forms, Label, Record


class WordChoice(Record):
    """The form we write for one meaning (`use`), and forms that we do not (`avoid`).

    A form is a word or a phrase. `*` at the end of a word is the rest of it, and alone it is one to
    four words. `keep` lists phrases in which such a form is right all the same."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    use: Label
    avoid: Forms
    keep: Forms | None = None
    why: Line

    @model_validator(mode="after")
    def _does_not_avoid_what_it_uses(self) -> Self:
        for code in EDITIONS:
            for form in self.avoid[code]:
                if form.casefold() == self.use[code].casefold() and not form.isupper():
                    raise ValueError(
                        f"har «{form}» både i «use» og i «avoid». Ta bort forma eitt av stadene"
                    )
        return self
