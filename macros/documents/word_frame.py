"""The top and foot of the pages of a Word file."""

from __future__ import annotations

from html import escape
from itertools import chain

from .manuscript import Manuscript, Prompt, printable
from .regions import GUIDANCE, passage
from .word_answers import NAMESPACE, STORE, prompt_name

OWNER = "verksemd"
"""The blank with the name of the organisation that the document belongs to."""
_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def page_frames(manuscript: Manuscript) -> dict[str, str]:
    """The parts of the file that hold the top and foot of its pages, by name.

    The name of the organisation stands at the top of every page, and the title on every page but
    the first, where it is the heading just below."""
    owner = "".join(_control(prompt) for prompt in manuscript.prompts if prompt.id == OWNER)
    title = f"{owner}<w:r><w:tab/></w:r>{_field('TITLE', manuscript.title)}"
    title, first = _line("hdr", "Header", title), _line("hdr", "Header", owner)
    foot = _line("ftr", "Footer", _foot(manuscript))
    return {
        "word/header1.xml": title,
        "word/footer1.xml": foot,
        "word/header2.xml": first,
        "word/footer2.xml": foot,
    }


def _control(prompt: Prompt) -> str:
    """A field that shows what is typed for the blank elsewhere in the document."""
    named = printable(f"[{prompt.label}]")
    shown = printable(prompt.shown) or named
    empty = "" if prompt.shown else "<w:showingPlcHdr/>"
    style = "" if prompt.shown else '<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(prompt.label)}"/><w:tag w:val="{prompt.id}"/>'
        f'<w:placeholder><w:docPart w:val="{prompt_name(named)}" prompt="{escape(named)}"/>'
        f"</w:placeholder>{empty}<w:dataBinding w:prefixMappings=\"xmlns:s='{NAMESPACE}'\""
        f' w:xpath="/s:svar[1]/s:felt[1]/s:{prompt.id}[1]" w:storeItemID="{STORE}"/><w:text/>'
        f"</w:sdtPr><w:sdtContent><w:r>{style}<w:t>{escape(shown)}</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )


def _foot(manuscript: Manuscript) -> str:
    """The version of the template to the left, and «Side 1 av 6» to the right.

    In a document that answers have filled in, the version goes with the guidance: it is theirs."""
    before, between, after = manuscript.page_words
    version = _run(manuscript.words["version"])
    pieces = chain(
        (passage(GUIDANCE, version) if manuscript.is_marked else version, "<w:r><w:tab/></w:r>"),
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
