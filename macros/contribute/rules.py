"""The rules for an example as data, so that the form in the browser accepts what check does.

No rule is written twice. The rules and patterns are taken from the code that checks, and are sent
with the page. `browser/form/` applies them, and a property test compares the two.
"""

from __future__ import annotations

import re
from typing import Any

from ..content.dates import FIRST_YEAR, GRACE, LAST_YEAR
from ..content.days import HAPPENED, PERIOD
from ..content.decoding import MISREAD
from ..content.example import MAX_ID, RESERVED, SOURCE_MARK, WEB
from ..content.example_rules import MAX_FILE_LINE
from ..content.examples import SCHEMA
from ..content.letters import LETTERS
from ..content.personal import EMAIL, PERSON
from ..content.text import FILLERS, HTML, INVISIBLE
from .write import SPACE, WIDTH

_ASCII, _ANY = ("0-9", "A-Za-z0-9_"), (r"\p{Nd}", r"\p{L}\p{N}_")
_WHOLE = {"url": WEB}
_SOMEWHERE = {
    "space": SPACE, "email": EMAIL, "person": PERSON, "html": HTML, "invisible": INVISIBLE,
    "mark": SOURCE_MARK, "misread": MISREAD,
}  # fmt: skip


def rules() -> dict[str, Any]:
    """The rules that the form checks an answer by, as plain data. See browser/form/rules.js."""
    return {
        "schema": SCHEMA,
        "width": WIDTH,
        "longest": MAX_FILE_LINE,
        "longestId": MAX_ID,
        "reserved": sorted(RESERVED),
        "letters": LETTERS,
        "fillers": FILLERS,
        "past": list(HAPPENED),
        "grace": GRACE.days,
        "ahead": PERIOD,
        "firstYear": FIRST_YEAR,
        "lastYear": LAST_YEAR,
        "patterns": (
            {name: in_javascript(pattern, whole=True) for name, pattern in _WHOLE.items()}
            | {name: in_javascript(pattern) for name, pattern in _SOMEWHERE.items()}
        ),
    }


def in_javascript(pattern: re.Pattern[str], *, whole: bool = False) -> dict[str, str]:
    """The source and flags that make a JavaScript `RegExp` with the same meaning as `pattern`.

    With `whole` it only matches a whole text. Raises ValueError for syntax that JavaScript does not
    have, or reads differently, so that a new rule cannot mean two things without anybody
    noticing."""
    if odd := re.search(r"\(\?(?![:=!]|<[=!])|\\[bBAZ]", pattern.pattern):
        raise ValueError(f"{odd[0]} in {pattern.pattern} means something else in JavaScript")
    source = _translated(pattern.pattern, *(_ASCII if pattern.flags & re.ASCII else _ANY))
    flags = "iu" if pattern.flags & re.IGNORECASE else "u"
    return {"source": f"^(?:{source})$" if whole else source, "flags": flags}


def _translated(source: str, digit: str, letters: str) -> str:
    """The source of a pattern in the syntax of JavaScript with its flag `u`.

    `digit` and `letters` are the contents of the classes that replace `\\d` and `\\w`, which mean
    only ASCII in JavaScript."""
    inside, parts = False, []
    for part in re.findall(r"\\U[0-9a-f]{8}|\\.|.", source, re.DOTALL):
        inside = part == "[" or (inside and part != "]")
        parts.append(_part(part, inside, digit, letters))
    return "".join(parts)


def _part(part: str, inside: bool, digit: str, letters: str) -> str:
    """One character or escape of a pattern. `inside` says whether it is in a class, as in [a-z]."""
    if part.startswith("\\U"):
        return rf"\u{{{part[2:].lstrip('0')}}}"
    if part in (r"\d", r"\w"):
        letter = digit if part == r"\d" else letters
        return letter if inside else f"[{letter}]"
    # With the flag `u`, JavaScript refuses a backslash before a character that needs none
    return part[1] if part in (r"\"", r"\'", r"\<", r"\>") else part
