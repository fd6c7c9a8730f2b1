"""Keep together on one line what reads as one: «§ 5k», «nr. 73», «500 000», «§§ 5e–5h».

This is done with the text before pandoc reads it. A filter that looks at every word takes as long
as all the rest of a document.
"""

from __future__ import annotations

import re

_BEFORE_NUMBER = re.compile(r"(?<![^\s(«])(§§?|nr\\?\.|kap\\?\.) (?=\S)")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_RANGE = re.compile(r"(?<![0-9A-Za-z])([0-9A-Za-z]{1,4})–([0-9A-Za-z]{1,4})(?![0-9A-Za-z])")
# Private characters stand around what is to be a box in typst, whose markup pandoc would escape
_BOX, _BOXED = "\ue002", "\ue003"
# No line break after this. Word and Writer do not know the same character for it
_RANGES = {
    "docx": "\\1–\u200d\\2",
    "odt": "\\1–\u2060\\2",
    "pdf": f"{_BOX}\\1–\\2{_BOXED}",
}


def unbroken(markdown: str, form: str) -> str:
    """`markdown` with characters that keep a line from breaking, as the format knows them.

    Other formats are read on a screen, and get their text as it is."""
    if form not in _RANGES:
        return markdown
    joined = _THOUSANDS.sub("\u00a0", _BEFORE_NUMBER.sub("\\1\u00a0", markdown))
    return _RANGE.sub(_RANGES[form], joined)


def boxed(typst: str) -> str:
    """The typst source with a box around each range."""
    return typst.replace(_BOX, "#box[").replace(_BOXED, "]")
