"""The top and foot of the pages of a Word file."""

from __future__ import annotations

from html import escape
from itertools import chain

from .manuscript import Manuscript, printable

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def page_frames(manuscript: Manuscript) -> dict[str, str]:
    """The parts of the file that hold the top and foot of its pages, by name.

    The title stands at the top of every page but the first, where it is the heading just below."""
    title = _line("hdr", "Header", f"<w:r><w:tab/></w:r>{_field('TITLE', manuscript.title)}")
    first = _line("hdr", "Header", "")
    foot = _line("ftr", "Footer", _foot(manuscript))
    return {
        "word/header1.xml": title,
        "word/footer1.xml": foot,
        "word/header2.xml": first,
        "word/footer2.xml": foot,
    }


def _foot(manuscript: Manuscript) -> str:
    """The version of the template to the left, and «Side 1 av 6» to the right."""
    before, between, after = manuscript.page_words
    pieces = chain(
        (_run(manuscript.words["version"]), "<w:r><w:tab/></w:r>"),
        (_run(before), _field("PAGE", "1"), _run(between), _field("NUMPAGES", "1"), _run(after)),
    )
    return "".join(pieces)


def _line(kind: str, style: str, runs: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{kind} {_SPACE}><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p></w:{kind}>'
    )


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>' if text else ""


def _field(instruction: str, shown: str) -> str:
    """A field that Word works out by itself, with what it shows until then."""
    return f'<w:fldSimple w:instr=" {instruction} ">{_run(shown)}</w:fldSimple>'
