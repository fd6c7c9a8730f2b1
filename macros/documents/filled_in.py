"""Fill in the blanks of a document with the answers of the worked set, as somebody would have.

What comes out is a finished document: it has no blanks, no guidance, and no frames around what the
law demands or we advise.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ..content import WORKED, Blank, Problem, View, answer
from ..content.register import DATA
from ..content.worked_book import TICKS
from .manuscript import escape
from .prompts import LEVELS, in_words
from .worked_standing import worked_answers

FILE = (DATA / f"{WORKED}.yml").as_posix()
_BLANK = re.compile(r'\[(?:\\.|[^\]\\])*\]\{\.blank tag="(?P<name>[^"]+)"(?: \.card)?\}')
_FENCE = re.compile(r":{3,}[ \t]*(?P<name>[^\s:]*).*")
_LEFT_OUT = ("rettleiing", "lenger")
"""The blocks that are not in a finished document: guidance, and what goes further than advised."""
_EMPTY_CELL = re.compile(r"\| +(?=\|)")
_TICK = re.compile(
    r'\[\]\{\.checkbox tag="(?P<name>[a-z-]+)-(?P<reply>yes|no|neither)"'
    r' title="(?:\\.|[^"\\])*" \.stor\}'
)
"""The box of one reply to a point of a form."""
_NUMBERED = re.compile(r"(?m)^\| (?P<number>\d) \|(?:  \|){5}$")
"""A row of a form for somebody who is met at the workplace."""
_SPACED_FROM = 10_000


def filled_in(view: View, markdown: str, *, report: bool) -> str:
    """The finished text of a document whose text with blanks is `markdown`.

    `report` tells that it is the yearly report. A blank without an answer stands as it was, which
    `unanswered` finds. A cell to sign in says that the document is not a real one."""
    given = worked_answers(view.content)

    def written(match: re.Match[str]) -> str:
        blank = view.content.blanks[match["name"]]
        found = answer(given, blank.id, report=report)
        if found is None:
            return match[0]
        shown = _shown(view, blank, found[view.code])
        first = markdown[: match.start()].endswith("| ")
        return shown[:1].upper() + shown[1:] if first else shown

    text = _met(view, _ticked(view, _BLANK.sub(written, markdown)))
    signed = _EMPTY_CELL.sub(f"| {view.say('worked.signed')} ", text)
    return "\n".join(_unframed(signed))


def _ticked(view: View, markdown: str) -> str:
    """`markdown` with a cross in the box of each reply. A point without an answer stands."""

    def written(match: re.Match[str]) -> str:
        found = view.content.worked_ticks.get(match["name"])
        if found is None:
            return match[0]
        return "X" if found.answer == match["reply"] else "\u00a0"

    return _TICK.sub(written, markdown)


def _met(view: View, markdown: str) -> str:
    """`markdown` with those who were met at the workplace in the rows for them."""
    people = list(view.content.worked_visits.values())

    def written(match: re.Match[str]) -> str:
        number = int(match["number"])
        if number > len(people):
            return match[0]
        met = people[number - 1]
        seen = (
            view.say(f"reply.{'yes' if x else 'no'}") for x in (met.card, met.valid, met.listed)
        )
        cells = (str(number), escape(met.employer), escape(met.work[view.code]), *seen)
        return "| " + " | ".join(cells) + " |"

    return _NUMBERED.sub(written, markdown)


def ticks_in(markdown: str) -> set[str]:
    """The ids of the points of a form that `markdown` has boxes for."""
    return {match["name"] for match in _TICK.finditer(markdown)}


def unticked(view: View, names: Collection[str], template: str) -> list[Problem]:
    """A fault for each point of the form `template` that has no answer, and the other way round."""
    file, given = (DATA / f"{TICKS}.yml").as_posix(), view.content.worked_ticks
    missing = (f"Kontrollpunktet «{name}» manglar. Malen {template} spør etter det. Skriv eit svar"
               f" i {file}." for name in sorted(set(names) - set(given)))  # fmt: skip
    stale = (f"Kontrollpunktet «{name}» står ikkje i malen {template}. Rett id-en, eller ta"
             " oppføringa bort." for name in sorted(set(given) - set(names)))  # fmt: skip
    return [Problem(file, 1, told) for told in (*missing, *stale)]


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
        if answer(worked_answers(view.content), name, report=report) is None
    ]  # fmt: skip
