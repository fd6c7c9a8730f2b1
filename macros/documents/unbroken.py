"""Keep together on one line what reads as one: «§ 5k», «nr. 73», «500 000», «§§ 5e–5h», «50 G»,
«31. desember».

This is done with the text before pandoc reads it. A filter that looks at every word takes as long
as all the rest of a document.
"""

from __future__ import annotations

import re
from functools import partial

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
# Private characters stand around what is to be a box in typst, whose markup pandoc would escape
_BOX, _BOXED = "\ue002", "\ue003"
# No line break after this. Word and Writer do not know the same character for it
_HYPHEN = "\u2011"
# Two blanks with a dash between, such as the first year and the last
_BLANK = r"\[[^\[\]]*\]\{\.blank [^{}]*\}"
_BLANKS = re.compile(rf"({_BLANK})–({_BLANK})")
_RANGES = {
    "docx": "\\1–\ufeff\\2",
    "odt": "\\1–\u2060\\2",
    "pdf": f"{_BOX}\\1–\\2{_BOXED}",
}
_LETTERS = {
    "docx": f"\\1{_HYPHEN}\\2",
    "odt": f"\\1{_HYPHEN}\\2",
    "pdf": f"{_BOX}\\1-\\2{_BOXED}",
}


def unbroken(markdown: str, form: str) -> str:
    """`markdown` with characters that keep a line from breaking, as the format knows them.

    Other formats are read on a screen, and get their text as it is."""
    if form not in _RANGES:
        return markdown
    joined = _THOUSANDS.sub("\u00a0", _BEFORE_NUMBER.sub("\\1\u00a0", markdown))
    joined = _DAY.sub("\\1\u00a0", _AFTER_NUMBER.sub("\u00a0", joined))
    joined = _BLANKS.sub(_RANGES[form], joined)
    joined = _ONE_LETTER.sub(_LETTERS[form], joined)
    return each_section(_RANGE.sub(_RANGES[form], joined), partial(_section, form))


def _section(form: str, number: str) -> str:
    """The number of a section. On paper it is a box; Word and Writer have a hyphen of their own for
    this, and show and find it as they do those that people type."""
    if form == "pdf":
        return f"{_BOX}{number}{_BOXED}"
    return re.sub(r"\\?-", _HYPHEN, number)


def with_word_hyphens(xml: str) -> str:
    """A part of a Word file with Word's own element for each of those hyphens, since many fonts
    have no sign for it. A title of a control has a plain one."""
    made = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
    texts = _WORD_TEXT.sub(lambda text: text[0].replace(_HYPHEN, made), xml)
    return texts.replace(_HYPHEN, "-")


def boxed(typst: str) -> str:
    """The typst source with a box around each range."""
    return typst.replace(_BOX, "#box[").replace(_BOXED, "]")
