"""What people type when they search, and what it leads to."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from .text import Line
from .texts import Aliases, Record


class WayIn(Record):
    """Words, goals and whole questions that lead to one page, or to one part of it.

    `page` is the path of the page within the edition, without an ending: «grep/09-kontroll», or
    «index» for the front page. `sector` is the id of a sector, and `law` that of a section of the
    law, whose part of the page is meant. `source` is an act or a regulation: the words are names of
    it, and lead to every section of it. `english` holds the English words, which are the same in
    every edition."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    page: str = Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")
    sector: str | None = None
    law: str | None = None
    source: str | None = None
    words: Aliases
    english: list[Line] = Field(default_factory=list)

    @model_validator(mode="after")
    def _leads_to_one_place(self) -> Self:
        parts = {"sector": self.sector, "law": self.law, "source": self.source}
        if len(given := [name for name, part in parts.items() if part]) > 1:
            raise ValueError(f"har både «{given[0]}» og «{given[1]}». Vel den eine")
        return self

    @property
    def anchor(self) -> str | None:
        """The anchor of the part that is meant; None for the whole page."""
        return self.sector or self.law

    def said(self, code: str) -> list[str]:
        """Everything that leads here in the edition called `code`, without what is only another
        edition's."""
        return [*self.words.both, *self.words[code], *self.english]


class Alike(Record):
    """Everyday words that people use for the same thing, whichever edition they read.

    They are no names of a term: «firma» does not mean «leverandør», but whoever asks for the one
    will read about the other. `close` says whether they are forms of one word («bryt», «brot»)."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    words: list[Line] = Field(min_length=2)
    close: bool = False
