"""Numbers that a line is not to break, in running text: those of sections with a hyphen in them,
«§ 18-10» and «§§ 11-1 og 28-2», and ranges, «§§ 5e–5h» and «2027–2030».

Programs break a line behind a hyphen and a dash, and half a number says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_NUMBER = r"\d+\\?-\d+"
_NUMBERS = re.compile(
    rf"§§?(?:\\?[ \u00a0]|&nbsp;)*{_NUMBER}(?:(?:, | og | eller |–){_NUMBER})*(?![^<>\n]*>)"
)
_ONE = re.compile(_NUMBER)
_RANGE = re.compile(r"(?<![\w–-])\d{1,4}[a-zæøå]?–\d{1,4}[a-zæøå]?(?![\w–-])(?![^<>\n]*>)")
_SHOWN = r'<span class="unbroken">\g<0></span>'


def each_section(text: str, changed: Callable[[str], str]) -> str:
    """`text` with what `changed` gives for every number of a section that has a hyphen.

    In HTML and in XML, what stands in a tag is left as it is."""
    if "§" not in text:
        return text
    return _NUMBERS.sub(lambda found: _ONE.sub(lambda one: changed(one[0]), found[0]), text)


def unbroken_sections(html: str) -> str:
    """`html` with each such number and range in an element that keeps it on one line.

    The text stays as it is, so that it can be searched for and copied."""
    return _RANGE.sub(_SHOWN, each_section(html, lambda number: _ONE.sub(_SHOWN, number)))
