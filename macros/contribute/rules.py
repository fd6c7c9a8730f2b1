"""The rules of an example as data, for the form that runs in the browser: it accepts and refuses what check does.

No rule is written twice. What the browser needs is read here off the code that checks, patterns included, and goes
with the page. `browser/form/` applies it; a property test holds the two against each other.
"""

from __future__ import annotations

import re
from typing import Any

from ..content.dates import FIRST_YEAR, GRACE, LAST_YEAR
from ..content.days import HAPPENED, PERIOD
from ..content.example import MAX_ID, RESERVED, SOURCE_MARK, WEB
from ..content.examples import EMAIL, MAX_FILE_LINE, PERSON, SCHEMA
from ..content.letters import LETTERS
from ..content.text import HTML, INVISIBLE
from .write import SPACE, WIDTH

_ASCII, _ANY = ("0-9", "A-Za-z0-9_"), (r"\p{Nd}", r"\p{L}\p{N}_")
_WHOLE = {"url": WEB}
_SOMEWHERE = {
    "space": SPACE, "email": EMAIL, "person": PERSON, "html": HTML, "invisible": INVISIBLE, "mark": SOURCE_MARK,
}  # fmt: skip


def rules() -> dict[str, Any]:
    """Everything the form must hold an answer against, as plain data. Its parts are told in browser/form/rules.js."""
    return {
        "schema": SCHEMA,
        "width": WIDTH,
        "longest": MAX_FILE_LINE,
        "longestId": MAX_ID,
        "reserved": sorted(RESERVED),
        "letters": LETTERS,
        "past": list(HAPPENED),
        "grace": GRACE.days,
        "ahead": PERIOD,
        "firstYear": FIRST_YEAR,
        "lastYear": LAST_YEAR,
        "patterns": {name: in_javascript(pattern, whole=True) for name, pattern in _WHOLE.items()}
        | {name: in_javascript(pattern) for name, pattern in _SOMEWHERE.items()},
    }


def in_javascript(pattern: re.Pattern[str], *, whole: bool = False) -> dict[str, str]:
    """`pattern` as JavaScript's `RegExp` wants it, with its flags; `whole` matches nothing less than all of a text.

    Raises ValueError for what JavaScript has no like of, so that a new rule cannot mean two things in silence."""
    if odd := re.search(r"\(\?(?![:=!]|<[=!])|\\[bBAZ]", pattern.pattern):
        raise ValueError(f"{odd[0]} in {pattern.pattern} means something else in JavaScript")
    source = _translated(pattern.pattern, *(_ASCII if pattern.flags & re.ASCII else _ANY))
    flags = "iu" if pattern.flags & re.IGNORECASE else "u"
    return {"source": f"^(?:{source})$" if whole else source, "flags": flags}


def _translated(source: str, digit: str, letters: str) -> str:
    """What Python writes in another way than JavaScript does under its flag `u`.

    `digit` and `letters` are what a class has instead of `\\d` and `\\w`."""
    inside, parts = False, []
    for part in re.findall(r"\\U[0-9a-f]{8}|\\.|.", source, re.DOTALL):
        inside = part == "[" or (inside and part != "]")
        parts.append(_part(part, inside, digit, letters))
    return "".join(parts)


def _part(part: str, inside: bool, digit: str, letters: str) -> str:
    """One sign of a pattern, `inside` a class of letters or not."""
    if part.startswith("\\U"):
        return rf"\u{{{part[2:].lstrip('0')}}}"
    if part in (r"\d", r"\w"):
        letter = digit if part == r"\d" else letters
        return letter if inside else f"[{letter}]"
    # JavaScript refuses to escape what needs no escape
    return part[1] if part in (r"\"", r"\'", r"\<", r"\>") else part
