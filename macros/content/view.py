"""The content as seen in one edition. All code that writes pages and files is given a View."""

from __future__ import annotations

from dataclasses import dataclass

from .content import Content
from .editions import Edition, edition
from .example import Example


@dataclass(frozen=True)
class View:
    """`content` seen in `edition`. A text of a record is found by its code: `title[view.code]`."""

    content: Content
    edition: Edition

    @classmethod
    def of(cls, content: Content, code: str) -> View:
        """The view of the edition called `code`. Raises UnknownEditionError."""
        return cls(content, edition(code))

    @property
    def code(self) -> str:
        """The code of the edition, «nn»."""
        return self.edition.code

    def say(self, key: str) -> str:
        """The words of the label `key`. Raises MissingLabelError."""
        return self.content.label(key, self.code)

    def shown(self, chapter: str) -> list[Example]:
        """The examples that say something about `chapter`, the id of a question or a measure, in
        order."""
        return self.content.shown(chapter)

    def section_name(self, name: str) -> str:
        """The section `name` as running text cites it, «anskaffelsesloven § 5k». Raises
        UnknownNameError."""
        return self.content.section_name(name, self.code)
