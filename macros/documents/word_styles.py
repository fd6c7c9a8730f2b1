"""The reference document that pandoc takes the styles of a Word file from.

It is pandoc's own, with our styles in the place of some of its."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .look import (
    BLANK,
    BOLD,
    BOTTOM,
    BOX,
    BOXES,
    BRAND,
    FONT,
    FOOT,
    GUIDE,
    GUIDE_EDGE,
    HEADINGS,
    INK,
    LINE,
    LINK,
    LISTED,
    NUMBER,
    PANEL,
    PICTURES,
    POINT,
    SIDE,
    SMALL,
    SOFT,
    TABLE,
    TEXT,
    TOP,
)
from .program import default_file

_SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_KEEP = "<w:keepNext/><w:keepLines/>"
_LIST = "7000"
_LISTED = f'<w:numPr><w:numId w:val="{_LIST}"/></w:numPr>'
# The lines of a box are drawn outside its text, so the text is moved in by as much
_INSET = '<w:ind w:left="165" w:right="130"/>'


@lru_cache(maxsize=2)
def reference_docx(language: str) -> bytes:
    """The reference document for Word in `language` (nn-NO or nb-NO)."""
    document = Document(io.BytesIO(default_file("reference.docx")))
    _defaults(document, language)
    for name, size in HEADINGS.items():
        _heading(document.styles[name], size)
    for name in ("Body Text", "First Paragraph", "Compact"):
        _space(document.styles[name], *((0, 1) if name == "Compact" else (4, 5)))
    caption = document.styles["Table Caption"]
    caption.font.italic, caption.font.bold = False, True
    caption.paragraph_format.keep_with_next = True
    _space(caption, 5, 3)
    document.styles["Hyperlink"].font.color.rgb = RGBColor.from_string(LINK)
    _table(document.styles["Table"])
    for style in _own_styles():
        document.styles.element.append(parse_xml(style))
    _page(document.sections[0])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_numbered_points(numbering: str) -> str:
    """The part of a Word file that says how lists are numbered, with the list of a checklist added.

    The style `Sjekklistepunkt` belongs to it: points are numbered through the whole document.
    pandoc leaves out what the reference document says about lists."""
    kind = (
        f'<w:abstractNum w:abstractNumId="{_LIST}"><w:multiLevelType'
        ' w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:pStyle w:val="Sjekklistepunkt"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{_twips(NUMBER)}"/></w:tabs>{_hanging(POINT)}'
        f'</w:pPr><w:rPr><w:color w:val="{SOFT}"/><w:sz w:val="{_half(SMALL)}"/></w:rPr></w:lvl>'
        "</w:abstractNum>"
    )
    number = f'<w:num w:numId="{_LIST}"><w:abstractNumId w:val="{_LIST}"/></w:num>'
    # The format wants every kind of list before the first list
    before, first, rest = numbering.partition("<w:num ")
    return f"{before}{kind}{first}{rest}".replace("</w:numbering>", f"{number}</w:numbering>")


def _defaults(document: Any, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    run.find(qn("w:lang")).set(qn("w:val"), language)
    for tag in ("w:sz", "w:szCs"):
        run.find(qn(tag)).set(qn("w:val"), _half(TEXT))
    _fonts(run)
    run.insert(1, parse_xml(f'<w:color {_SPACE} w:val="{INK}"/>'))
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), language)


def _fonts(run: Any) -> None:
    old = run.find(qn("w:rFonts"))
    if old is not None:
        run.remove(old)
    places = " ".join(f'w:{place}="{FONT}"' for place in ("ascii", "hAnsi", "cs", "eastAsia"))
    run.insert(0, parse_xml(f"<w:rFonts {_SPACE} {places}/>"))


def _heading(style: Any, size: float) -> None:
    _fonts(style.element.get_or_add_rPr())
    style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
    style.font.color.rgb = RGBColor.from_string(BRAND)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    style.paragraph_format.keep_with_next = True
    _space(style, 0 if size > 15 else size - 2, size / 3)


def _space(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _own_styles() -> tuple[str, ...]:
    """The styles that pandoc's document does not have. The format fixes the order of their parts.

    Guidance and a point of a checklist stay with what comes after them, and are not divided."""
    tabs = (
        '<w:tabs><w:tab w:val="clear" w:pos="4703"/>'
        f'<w:tab w:val="right" w:pos="{_twips(21 - 2 * SIDE)}"/></w:tabs>'
    )
    return (
        _paragraph(
            "Rettleiing",
            f"{_KEEP}{_box(GUIDE, GUIDE_EDGE)}",
            SMALL + 0.5,
            before=3,
            after=3,
            indent=_INSET,
        ),
        _paragraph("Kolofon", f"<w:keepLines/>{_box(PANEL, LINE)}", SMALL, after=6, indent=_INSET),
        _paragraph("Sjekkpunkt", _KEEP, TEXT, before=3, after=3, indent=_hanging(BOX)),
        _paragraph(
            "Sjekkpunktdetalj", "<w:keepLines/>", SMALL, after=2, indent=_left(BOX), colour=SOFT
        ),
        # The number of the point and its indent come from the list, see `with_numbered_points`
        _paragraph("Sjekklistepunkt", f"{_KEEP}{_LISTED}", LISTED, before=2, after=0),
        _paragraph("Sjekklistedetalj", _KEEP, FOOT, after=0, indent=_left(POINT), colour=SOFT),
        _paragraph(
            "Sjekklistemerknad", "<w:keepLines/>", FOOT, after=1, indent=_left(POINT), colour=SOFT
        ),
        _paragraph("Innleiing", "<w:keepNext/>", TEXT, before=4, after=5),
        _paragraph("Skriverom", "", TABLE, after=3),
        _paragraph("Underskrift", "", TABLE, after=3),
        *(_paragraph(name, "", TABLE, after=1, bold=name in BOLD) for name in BOXES),
        *(_picture(name) for name in PICTURES.values()),
        _paragraph("Kjelde", "<w:keepLines/>", FOOT, after=2, indent=_hanging(0.5)),
        _paragraph("Header", tabs, FOOT, after=0, colour=SOFT, own=False),
        _paragraph("Footer", tabs, FOOT, after=0, colour=SOFT, own=False),
        f'<w:style {_SPACE} w:type="character" w:styleId="PlaceholderText">'
        '<w:name w:val="Placeholder Text"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f'<w:rPr><w:color w:val="{SOFT}"/><w:shd w:val="clear" w:color="auto" w:fill="{BLANK}"/>'
        "</w:rPr></w:style>",
        f'<w:style {_SPACE} w:type="table" w:default="1" w:styleId="TableNormal"><w:name'
        ' w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    )


def _paragraph(
    name: str,
    properties: str,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    indent: str = "",
    colour: str = INK,
    bold: bool = False,
    own: bool = True,
) -> str:
    spacing = f'w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"'
    kind = ' w:customStyle="1"' if own else ""
    shown = "<w:qFormat/>" if own else ""
    return (
        f'<w:style {_SPACE} w:type="paragraph"{kind} w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{"BodyText" if own else "Normal"}"/>{shown}<w:pPr>{properties}'
        f"<w:spacing {spacing}/>{indent}</w:pPr>"
        f'<w:rPr>{"<w:b/>" * bold}<w:color w:val="{colour}"/><w:sz w:val="{_half(size)}"/>'
        f'<w:szCs w:val="{_half(size)}"/></w:rPr></w:style>'
    )


def _box(ground: str, edge: str) -> str:
    """A shaded box with a thick line at its left edge, inside the margins of the page.

    The line shows the difference also to readers who do not see the colour."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side, size, space, colour in (
            ("top", 4, 2, ground),
            ("left", 18, 6, edge),
            ("bottom", 4, 2, ground),
            ("right", 4, 6, ground),
        )
    )
    return f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'


def _hanging(centimetres: float) -> str:
    return f'<w:ind w:left="{_twips(centimetres)}" w:hanging="{_twips(centimetres)}"/>'


def _left(centimetres: float) -> str:
    return f'<w:ind w:left="{_twips(centimetres)}"/>'


def _twips(centimetres: float) -> int:
    return round(centimetres / 2.54 * 1440)


def _half(points: float) -> str:
    return str(round(points * 2))


def _table(style: Any) -> None:
    """Give tables thin lines around every cell, and a shaded header row in bold."""
    element = style.element
    for old in element.findall(qn("w:tblPr")) + element.findall(qn("w:tblStylePr")):
        element.remove(old)
    element.attrib.pop(qn("w:default"), None)  # TableNormal is the default style of tables
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    cells = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
    )
    for part in (
        f'<w:rPr {_SPACE}><w:sz w:val="{_half(TABLE)}"/></w:rPr>',
        (
            f"<w:tblPr {_SPACE}><w:tblBorders>{edges}</w:tblBorders>"
            f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
        ),
        (
            f'<w:tblStylePr {_SPACE} w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{PANEL}"/></w:tcPr></w:tblStylePr>'
        ),
    ):
        element.append(parse_xml(part))


def _picture(name: str) -> str:
    """The style of a table that is a picture: boxes with a thick line where each begins, and white
    between them."""
    below = name == PICTURES["Biletlinje"]
    start, gap = ("left", "insideH") if below else ("top", "insideV")
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for edge, size, colour in ((start, 18, BRAND), (gap, 36, "FFFFFF"))
    )
    head = ""
    if below:
        head = (
            '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="auto"/></w:tcPr></w:tblStylePr>'
        )
    return (
        f'<w:style {_SPACE} w:type="table" w:customStyle="1" w:styleId="{name}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:tblPr>'
        f"<w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PANEL}"/></w:tcPr>{head}</w:style>'
    )


def _page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(SIDE)
    section.top_margin, section.bottom_margin = Cm(TOP), Cm(BOTTOM)
    section.header_distance = section.footer_distance = Cm(1)
    section.different_first_page_header_footer = True
    # What they say depends on the document, and is written by `word_frame`
    for part in (
        section.header,
        section.footer,
        section.first_page_header,
        section.first_page_footer,
    ):
        part.is_linked_to_previous = False
