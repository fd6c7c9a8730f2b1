"""The reference documents that pandoc takes styles from, made by changing pandoc's own.

Every text colour has a contrast of at least 4.5:1 to its background. A test checks PALETTE.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from .program import default_file

FONT = "Arial"
INK, SOFT, BRAND = "1C2329", "46525C", "12395B"
PANEL, GUIDE, GUIDE_EDGE, LINE = "F2F5F7", "FFF3BF", "8A6D00", "C3CED6"
PALETTE = (
    (INK, "FFFFFF"),
    (SOFT, "FFFFFF"),
    (BRAND, "FFFFFF"),
    (INK, GUIDE),
    (SOFT, GUIDE),
    (INK, PANEL),
    (SOFT, PANEL),
)
"""The pairs of text colour and background colour in use."""

_HEADINGS = {"Title": 22, "Heading 1": 15, "Heading 2": 12, "Heading 3": 10.5}


@lru_cache(maxsize=2)
def reference_docx(language: str) -> bytes:
    """The reference document for Word in `language` (nn-NO or nb-NO)."""
    document = Document(io.BytesIO(default_file("reference.docx")))
    _defaults(document, language)
    for name, size in _HEADINGS.items():
        _heading(document.styles[name], size)
    for name in ("Body Text", "First Paragraph", "Compact"):
        _space(document.styles[name], *((0, 3) if name == "Compact" else (4, 5)))
    _box(_style(document, "Rettleiing", 9.5), GUIDE, GUIDE_EDGE)
    _box(_style(document, "Kolofon", 9), PANEL, LINE)
    _style(document, "Sjekkpunkt", 10.5, before=5, after=1)
    detail = _style(document, "Sjekkpunktdetalj", 9, after=2)
    detail.paragraph_format.left_indent = Cm(0.65)
    detail.font.color.rgb = RGBColor.from_string(SOFT)
    placeholder = document.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    placeholder.font.color.rgb = RGBColor.from_string(SOFT)
    document.styles["Table Caption"].font.italic = False
    document.styles["Table Caption"].font.bold = True
    document.styles["Table Caption"].paragraph_format.keep_with_next = True
    _space(document.styles["Table Caption"], 8, 3)
    document.styles["Hyperlink"].font.color.rgb = RGBColor.from_string("0A558C")
    _table(document.styles["Table"])
    _page(document.sections[0])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _defaults(document: Any, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    run.find(qn("w:lang")).set(qn("w:val"), language)
    for tag in ("w:sz", "w:szCs"):
        run.find(qn(tag)).set(qn("w:val"), "21")
    _fonts(run)
    color = OxmlElement("w:color")
    color.set(qn("w:val"), INK)
    run.insert(1, color)
    document.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), language)


def _fonts(run: Any) -> None:
    fonts = run.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        run.insert(0, fonts)
    fonts.attrib.clear()
    for place in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{place}"), FONT)


def _heading(style: Any, size: float) -> None:
    _fonts(style.element.get_or_add_rPr())
    style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
    style.font.color.rgb = RGBColor.from_string(BRAND)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
    style.paragraph_format.keep_with_next = True
    _space(style, 0 if size > 20 else size, size / 3)


def _space(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _style(document: Any, name: str, size: float, before: float = 0, after: float = 6) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Body Text"]
    style.quick_style = True
    style.font.size = Pt(size)
    _space(style, before, after)
    return style


def _box(style: Any, ground: str, edge: str) -> None:
    """Shade the paragraphs of `style`, and draw a line at their left edge.

    The line shows the difference also to readers who do not see the colour."""
    properties = style.element.get_or_add_pPr()
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", edge)):
        left.set(qn(f"w:{key}"), value)
    borders.append(left)
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", ground)):
        shade.set(qn(f"w:{key}"), value)
    # The format fixes the order of these elements: lines and shading come before spacing
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(borders)
    spacing.addprevious(shade)


def _table(style: Any) -> None:
    """Give tables thin lines around every cell, and a shaded header row in bold."""
    element = style.element
    for old in element.findall(qn("w:tblPr")) + element.findall(qn("w:tblStylePr")):
        element.remove(old)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for part in (
        f'<w:rPr {space}><w:sz w:val="18"/></w:rPr>',
        (
            f'<w:tblPr {space}><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:left w:w="85"'
            ' w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        ),
        (
            f'<w:tblStylePr {space} w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{PANEL}"/></w:tcPr></w:tblStylePr>'
        ),
    ):
        element.append(etree.fromstring(part))


def _page(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2.2)
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for instruction in ("PAGE", " / ", "NUMPAGES"):
        if instruction.isupper():
            simple = OxmlElement("w:fldSimple")
            simple.set(qn("w:instr"), instruction)
            run = OxmlElement("w:r")
            words = OxmlElement("w:t")
            words.text = "1"
            run.append(words)
            simple.append(run)
            paragraph._p.append(simple)
        else:
            paragraph.add_run(instruction)


_ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


@lru_cache(maxsize=2)
def reference_odt(language: str) -> bytes:
    """The reference document for OpenDocument in `language`, with our font and paragraph styles."""
    source = zipfile.ZipFile(io.BytesIO(default_file("reference.odt")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            target.writestr(
                item, _odt_styles(data, language) if item.filename == "styles.xml" else data
            )
    return out.getvalue()


def _odt_styles(data: bytes, language: str) -> bytes:
    tree = etree.fromstring(data)
    code, country = language.split("-")
    for properties in tree.iterfind(".//style:default-style/style:text-properties", _ODF):
        _set(
            properties,
            {
                "fo:language": code,
                "fo:country": country,
                "fo:font-size": "10.5pt",
                "fo:color": f"#{INK}",
            },
        )
        _set(properties, {"style:font-name": FONT})
    for properties in tree.iterfind(".//style:style/style:text-properties", _ODF):
        if properties.get(_name("style:font-name")) not in (None, "StarSymbol"):
            _set(properties, {"style:font-name": FONT})
    for name, size in (
        ("Title", 22),
        ("Heading_20_1", 15),
        ("Heading_20_2", 12),
        ("Heading_20_3", 10.5),
    ):
        _odt_style(tree, name, {"fo:font-size": f"{size}pt", "fo:font-weight": "bold",
        "fo:font-style": "normal",
                                "fo:color": f"#{BRAND}", "style:font-name": FONT},
                   {"fo:margin-top": f"{0 if size > 20 else size}pt",
                   "fo:margin-bottom": f"{size / 3:.1f}pt",
                    "fo:keep-with-next": "always", "fo:text-align": "start"})  # fmt: skip
    for name, size, ground, edge in (
        ("Rettleiing", 9.5, GUIDE, GUIDE_EDGE),
        ("Kolofon", 9, PANEL, LINE),
    ):
        _odt_style(tree, name, {"fo:font-size": f"{size}pt"},
                   {"fo:background-color": f"#{ground}", "fo:border-left": f"2pt solid #{edge}",
                   "fo:padding": "4pt",
                    "fo:margin-bottom": "6pt"})  # fmt: skip
    _odt_style(tree, "Sjekkpunkt", {}, {"fo:margin-top": "5pt", "fo:margin-bottom": "1pt"})
    _odt_style(tree, "Sjekkpunktdetalj", {"fo:font-size": "9pt", "fo:color": f"#{SOFT}"},
               {"fo:margin-left": "0.65cm", "fo:margin-bottom": "2pt"})  # fmt: skip
    _odt_style(
        tree,
        "TableCaption",
        {"fo:font-size": "10pt", "fo:font-style": "normal", "fo:font-weight": "bold"},
        {"fo:keep-with-next": "always"},
    )
    _odt_style(tree, "Table_20_Contents", {"fo:font-size": "9pt"}, {})
    _odt_style(
        tree,
        "Table_20_Heading",
        {"fo:font-size": "9pt", "fo:font-weight": "bold"},
        {"fo:text-align": "start"},
    )
    for layout in tree.iterfind(".//style:page-layout/style:page-layout-properties", _ODF):
        _set(
            layout,
            {
                "fo:page-width": "21cm",
                "fo:page-height": "29.7cm",
                "fo:margin-left": "2.3cm",
                "fo:margin-right": "2.3cm",
                "fo:margin-top": "2.2cm",
                "fo:margin-bottom": "1.5cm",
            },
        )
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))


def _odt_style(tree: Any, name: str, text: dict[str, str], paragraph: dict[str, str]) -> None:
    style = next(iter(tree.xpath(f".//style:style[@style:name='{name}']", namespaces=_ODF)), None)
    if style is None:
        styles = tree.find("office:styles", _ODF)
        style = etree.SubElement(styles, _name("style:style"))
        _set(
            style,
            {
                "style:name": name,
                "style:family": "paragraph",
                "style:parent-style-name": "Text_20_body",
            },
        )
    for tag, values in (("style:paragraph-properties", paragraph), ("style:text-properties", text)):
        properties = style.find(tag, _ODF)
        if properties is None:
            properties = etree.SubElement(style, _name(tag))
        _set(properties, values)


def _set(element: Any, values: dict[str, str]) -> None:
    for key, value in values.items():
        element.set(_name(key), value)


def _name(key: str) -> str:
    prefix, local = key.split(":")
    return f"{{{_ODF[prefix]}}}{local}"
