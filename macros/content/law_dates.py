"""The days of the year that the law itself sets, and that the yearly work has to keep up with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .editions import EDITIONS

if TYPE_CHECKING:
    from .content import Content
    from .view import View


@dataclass(frozen=True)
class LawDate:
    """A deadline of an act, the same day every year.

    What it is called and what to do is found among the labels, by its id. `bodies` are the kinds of
    body that the act binds, by the choices of the field for the kind of body."""

    id: str
    month: int
    day: int
    bodies: tuple[str, ...] = ("kommune", "fylkeskommune")

    def title(self, view: View) -> str:
        """The deadline in the words of the edition, with the section that sets it."""
        return view.say(f"calendar.{self.id}")

    def text(self, view: View) -> str:
        """Whom the deadline concerns, and what to have ready."""
        return view.say(f"calendar.{self.id}.text")

    def plain(self, content: Content) -> dict[str, Any]:
        """What the tools are told of it, as JSON: the day without a year, «03-31», and the words in
        each edition, since a file may be in another than its page."""
        texts = {"title": f"calendar.{self.id}", "text": f"calendar.{self.id}.text"}
        return {
            "id": self.id,
            "day": f"{self.month:02}-{self.day:02}",
            "bodies": self.bodies,
            **{
                name: {code: content.label(key, code) for code in EDITIONS}
                for name, key in texts.items()
            },
        }


# Kommuneloven §§ 14-3 and 14-7. The law sets no such days for the other kinds of body.
LAW_DATES = (
    LawDate("annual-report", 3, 31),
    LawDate("accounts", 6, 30),
    LawDate("budget", 12, 31),
)
