"""What a file says of itself: where it is from, and of which day it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..content import View, answer
from ..content.dates import long_date
from .listing import Document
from .manuscript import Sheet, escape
from .prompts import level_words
from .word_frame import OWNER

PAPER = ("yes", "no", "not", "point", "owner", "date", "box")
"""What stands above the columns of a checklist on paper, and what a box is called."""


def colophon(view: View, document: Document, address: str, day: date) -> str:
    """The words above the text: where it is from, and of the worked set that it is made up."""
    if not document.fills:
        return _fill(view.say("colophon"), view, address, day, escaped=True)
    told = view.say("worked.colophon").replace("{body}", escape(_body(view)))
    return _fill(told, view, address, day, escaped=True)


def _body(view: View) -> str:
    """The name of the made-up body."""
    named = answer(view.content.worked, OWNER, report=False)
    return named[view.code] if named else ""


def _sheet_colophon(view: View, document: Document, address: str, day: date) -> str:
    """The words above each sheet of a workbook, in plain text."""
    if document.fills:
        return view.say("worked.sheet").replace("{body}", _body(view))
    return _fill(view.say("colophon.sheet"), view, address, day)


def _fill(text: str, view: View, address: str, day: date, *, escaped: bool = False) -> str:
    shown = f"<{address}>" if escaped else address
    told = " " + view.say("colophon.address").replace("{address}", shown + ".") if address else ""
    return text.replace("{date}", long_date(day)).replace("{address}", told)


def file_words(view: View, document: Document, address: str, day: date) -> dict[str, str]:
    """The words of a workbook that are not in its tables, such as the title of the chart."""
    keys = (
        "prompt.choice",
        "prompt.date",
        "prompt.number",
        "error.choice",
        "error.date",
        "error.number",
    )
    return {
        **{key: view.say(f"sheet.{key}") for key in keys},
        "colophon": _sheet_colophon(view, document, address, day),
        **{f"paper.{key}": view.say(f"paper.{key}") for key in PAPER},
        **dict(level_words(view)),
        "page": view.say("page.number"),
        "version": view.say("worked.version" if document.fills else "page.version").replace(
            "{date}", long_date(day)
        ),
        "calendar": view.say("calendar.about"),
        "date": long_date(day),
        "address": address or view.say("about.no-address"),
    }


def with_words(sheet: Sheet, words: dict[str, str]) -> Sheet:
    """The sheet; where it is the one that says what the file is, with `words` filled in."""
    if sheet.table != "Om":
        return sheet
    rows = tuple(
        (key, value.format(**words) if isinstance(value, str) else value)
        for key, value in sheet.rows
    )
    return replace(sheet, rows=rows)
