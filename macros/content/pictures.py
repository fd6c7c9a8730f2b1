"""Pictures: things that hang together, drawn as boxes one after another or beside one another.

They are lists, not images: the text breaks on any screen, is read aloud in its order, can be
searched and printed, and follows the colours of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from .texts import Label, Record, Text

if TYPE_CHECKING:
    from .view import View


class Link(Record):
    """One box. What is not `allowed` without more is drawn as such, and its text says why."""

    title: Label
    text: Text
    allowed: bool = True

    def heading(self, view: View) -> str:
        """The title as it is shown: what is not allowed has a sign and a word that say so."""
        stopped = "" if self.allowed else f"✕ {view.say('picture.stopped')}: "
        return stopped + self.title[view.code]


class Picture(Record):
    """Boxes below `title`, with a `note` after them.

    `chapter` is the id of the question or measure whose page shows it; other pages ask for it by
    its id. In a picture that `returns`, the last box leads back to the first. Boxes that stand
    `beside` one another have no order. One with two `heads` stands in documents as rows of two
    columns with those headings, for what has more boxes than there is room for in one row."""

    id: str = Field(pattern=r"^[a-z]+$")
    title: Label
    links: list[Link] = Field(min_length=2)
    note: Text | None = None
    returns: bool = False
    beside: bool = False
    heads: list[Label] | None = Field(default=None, min_length=2, max_length=2)
    chapter: str | None = None
