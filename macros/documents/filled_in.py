"""Fill in the blanks of a document with the answers of the worked set, as somebody would have.

What comes out is a finished document: it has no blanks, no guidance, and no frames around what the
law demands or we advise.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..content import WORKED, Blank, Problem, View, answer
from ..content.register import DATA
from .manuscript import escape
from .prompts import LEVELS, in_words

FILE = (DATA / f"{WORKED}.yml").as_posix()
_BLANK = re.compile(r'\[(?:\\.|[^\]\\])*\]\{\.blank tag="(?P<name>[^"]+)"(?: \.card)?\}')
_FENCE = re.compile(r":{3,}[ \t]*(?P<name>[^\s:]*).*")
_LEFT_OUT = ("rettleiing", "lenger")
"""The blocks that are not in a finished document: guidance, and what goes further than advised."""
_EMPTY_CELL = re.compile(r"\| +\|(?=\n|$)")
_SPACED_FROM = 10_000


def filled_in(view: View, markdown: str, *, report: bool) -> str:
    """The finished text of a document whose text with blanks is `markdown`.

    `report` tells that it is the yearly report. A blank without an answer stands as it was, which
    `unanswered` finds. A cell to sign in says that the document is not a real one."""

    def written(match: re.Match[str]) -> str:
        blank = view.content.blanks[match["name"]]
        found = answer(view.content.worked, blank.id, report=report)
        if found is None:
            return match[0]
        shown = _shown(view, blank, found[view.code])
        first = markdown[: match.start()].endswith("| ")
        return shown[:1].upper() + shown[1:] if first else shown

    text = _BLANK.sub(written, markdown)
    signed = _EMPTY_CELL.sub(f"| {view.say('worked.signed')} |", text)
    return "\n".join(_unframed(signed))


def _shown(view: View, blank: Blank, value: str) -> str:
    """The Markdown of an answer in a sentence; a large number has space between the thousands."""
    if blank.kind == "number" and value.isdigit() and int(value) >= _SPACED_FROM:
        return f"{int(value):,}".replace(",", "\u00a0")
    return escape(in_words(view, blank, value))


def _unframed(markdown: str) -> Iterator[str]:
    """The lines of `markdown` without what is left out, and without the frames around the rest."""
    opened: list[str] = []
    for line in markdown.split("\n"):
        fence = _FENCE.fullmatch(line.strip())
        name = (fence["name"] or opened.pop()) if fence else ""
        if fence and fence["name"]:
            opened.append(name)
        if name not in (*LEVELS, *_LEFT_OUT) and not set(opened) & set(_LEFT_OUT):
            yield line


def unanswered(view: View, names: Collection[str], template: str, *, report: bool) -> list[Problem]:
    """A fault for each of the blanks `names` of the file `template` that has no answer."""
    return [
        Problem(
            FILE, 1, f"Feltet «{name}» manglar. Malen {template} spør etter det. Skriv eit svar i"
            f" {FILE}."
        )
        for name in names
        if answer(view.content.worked, name, report=report) is None
    ]  # fmt: skip
