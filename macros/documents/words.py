"""Words and references that the workbooks share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..content import EDITIONS, View
from ..status import STATUSES as ANSWERS_TO_POINTS

STATUSES = ("ikkje-starta", "i-gang", "gjort", "ikkje-aktuelt")
"""The statuses of an action in the order of the drop-down."""


@dataclass(frozen=True)
class Scale:
    """The words of a column that tells how far something has come, by the keys of their labels.

    `choices` are those of the drop-down, and `shown` those of the summary, `done` first. A row with
    nothing in the column counts as `empty`, which may be no choice. What has `ended` is never late.
    `former` are words that the column had before, by the one that has taken over."""

    choices: tuple[str, ...]
    shown: tuple[str, ...]
    empty: str
    ended: tuple[str, str]
    former: Mapping[str, str] = field(default_factory=dict)

    @property
    def done(self) -> str:
        """What is in place."""
        return self.shown[0]

    def words(self, view: View) -> tuple[str, ...]:
        """The words of the drop-down, in its order."""
        return tuple(view.say(key) for key in self.choices)

    def counted(self, view: View, key: str) -> list[str]:
        """Every word that counts as `key`: those of all editions, and those there were before."""
        keys = [key, *([self.former[key]] if key in self.former else [])]
        return list(dict.fromkeys(word for one in keys for word in in_all_editions(view, one)))


PROGRESS = Scale(
    choices=tuple(f"status.{name}" for name in STATUSES),
    shown=("status.gjort", "status.i-gang", "status.ikkje-starta", "status.ikkje-aktuelt"),
    empty="status.ikkje-starta",
    ended=("status.gjort", "status.ikkje-aktuelt"),
)
"""How far an action of a plan has come."""
ANSWERS = Scale(
    choices=tuple(f"standing.{name}" for name in ANSWERS_TO_POINTS),
    shown=(*(f"standing.{name}" for name in ANSWERS_TO_POINTS), "standing.note.none"),
    empty="standing.note.none",
    ended=("standing.yes", "standing.not"),
    former={
        "standing.yes": "status.gjort",
        "standing.partly": "status.i-gang",
        "standing.no": "status.ikkje-starta",
        "standing.not": "status.ikkje-aktuelt",
    },
)
"""What is answered to a point of a checklist: the same words as on the pages."""


def this(table: str, column: str) -> str:
    """A reference to the cell of `column` in the same row, as Excel's file format writes it."""
    return f"{table}[[#This Row],[{column}]]"


def in_all_editions(view: View, key: str) -> list[str]:
    """The words of a label in every edition, the edition of `view` first.

    Rows are pasted between workbooks of both editions, and a word must count the same in either."""
    label = view.content.labels[key]
    return list(dict.fromkeys([view.say(key), *(label[code] for code in EDITIONS)]))
