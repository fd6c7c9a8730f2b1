"""Words and references that the workbooks share."""

from __future__ import annotations

from ..content import EDITIONS, View

STATUSES = ("ikkje-starta", "i-gang", "gjort", "ikkje-aktuelt")
"""The statuses in the order of the drop-down."""


def this(table: str, column: str) -> str:
    """A reference to the cell of `column` in the same row, as Excel's file format writes it."""
    return f"{table}[[#This Row],[{column}]]"


def status_words(view: View) -> tuple[str, ...]:
    """The status words in the order of the drop-down, the same for every workbook."""
    return tuple(view.say(f"status.{status}") for status in STATUSES)


def in_all_editions(view: View, key: str) -> list[str]:
    """The words of a label in every edition, the edition of `view` first.

    Rows are pasted between workbooks of both editions, and a word must count the same in either."""
    label = view.content.labels[key]
    return list(dict.fromkeys([view.say(key), *(label[code] for code in EDITIONS)]))
