"""Keep together on one line what reads as one: «§ 5k», «nr. 73», «500 000», «§§ 5e–5h», «50 G»,
«31. desember».

This is done with the text before pandoc reads it. A filter that looks at every word takes as long
as all the rest of a document. What keeps a line from breaking is marked with private characters,
which `printable` removes from our texts, and each format has its own in their place (`SHOWN`): so
the text is the same for all formats, and pandoc reads it once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..content.dates import MONTHS
from ..content.sections import each_section

_BEFORE_NUMBER = re.compile(r"(?<![^\s(«])(§§?|(?:nr|kap|kl|ca)\\?\.) (?=\S)")
_AFTER_NUMBER = re.compile(r"(?<=\d) (?=(?:G|kr|%|kroner|prosent|million(?:ar|er)?)(?!\w))")
_DAY = re.compile(rf"(?<=\d)(\\?\.) (?=(?:{'|'.join(MONTHS)})(?!\w))")
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_RANGE = re.compile(r"(?<![0-9A-Za-z])([0-9A-Za-z]{1,4})–([0-9A-Za-z]{1,4})(?![0-9A-Za-z])")
# «a-krim», «e-post»: a letter alone at the end of a line is no part of a word. Not in an address
_ONE_LETTER = re.compile(r"(?<![\w/.\"'@#=-])([a-zæøåA-ZÆØÅ])-([a-zæøå]{3,})(?![\w.]*[@/=])")
_WORD_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*</w:t>")
# These stand around what is to be a box in typst, whose markup pandoc would escape
_BOX, _BOXED = "\ue002", "\ue003"
# No line break at this space, at this hyphen, and here
_SPACE, _DASH, _JOIN = "\ue004", "\ue005", "\ue006"
_HYPHEN = "\u2011"
# Two blanks with a dash between, such as the first year and the last
_BLANK = r"\[[^\[\]]*\]\{\.blank [^{}]*\}"
_BLANKS = re.compile(rf"({_BLANK})–({_BLANK})")
_WRITTEN = {_BOX: "", _BOXED: "", _SPACE: "\u00a0", _DASH: _HYPHEN}
SHOWN: Mapping[str, Mapping[str, str]] = {
    # Word and Writer do not know the same character for a place without a break
    "docx": {**_WRITTEN, _JOIN: "\ufeff"},
    "odt": {**_WRITTEN, _JOIN: "\u2060"},
    "pdf": {_SPACE: "\u00a0", _DASH: "-", _JOIN: ""},
    # This is read on a screen
    "md": {_BOX: "", _BOXED: "", _SPACE: " ", _DASH: "-", _JOIN: ""},
}
"""What each mark becomes in each format. `boxed` is for the two that are left in a PDF."""


@lru_cache(maxsize=8)  # each format of a document asks for the same text, and more than once
def unbroken(markdown: str) -> str:
    """`markdown` with marks where a line is not to break."""
    # Word and Writer have a hyphen of their own for this, and show and find it as they do any other
    numbered = each_section(markdown, lambda number: _kept(re.sub(r"\\?-", _DASH, number)))
    spaced = _THOUSANDS.sub(_SPACE, _BEFORE_NUMBER.sub(rf"\1{_SPACE}", numbered))
    spaced = _DAY.sub(rf"\1{_SPACE}", _AFTER_NUMBER.sub(_SPACE, spaced))
    lettered = _ONE_LETTER.sub(_kept(rf"\1{_DASH}\2"), spaced)
    between = _kept(rf"\1–{_JOIN}\2")
    return _RANGE.sub(between, _BLANKS.sub(between, lettered))


def _kept(text: str) -> str:
    return f"{_BOX}{text}{_BOXED}"


def with_word_hyphens(xml: str) -> str:
    """A part of a Word file with Word's own element for each of those hyphens, since many fonts
    have no sign for it. A title of a control has a plain one."""
    made = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
    texts = _WORD_TEXT.sub(lambda text: text[0].replace(_HYPHEN, made), xml)
    return texts.replace(_HYPHEN, "-")


def boxed(typst: str) -> str:
    """The typst source with a box around each range."""
    return typst.replace(_BOX, "#box[").replace(_BOXED, "]")
