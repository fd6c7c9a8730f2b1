"""The reference document that pandoc takes the styles of an OpenDocument text from."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any

from lxml import etree

from .look import (
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
    LISTED,
    NUMBER,
    PANEL,
    POINT,
    ROOM,
    SIDE,
    SMALL,
    SOFT,
    TABLE,
    TEXT,
    TOP,
    WIDTH,
)
from .program import default_file

_ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
_KEEP = {"fo:keep-with-next": "always", "fo:keep-together": "always"}
OWNER_MARK, VERSION, PAGE_WORDS = "@owner@", "@version@", ("@before@", "@between@", "@after@")
"""Marks at the top and foot of the page, in the place of words that the document decides."""


@lru_cache(maxsize=2)
def reference_odt(language: str) -> bytes:
    """The reference document for OpenDocument in `language`, with our font and paragraph styles."""
    source = zipfile.ZipFile(io.BytesIO(default_file("reference.odt")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            target.writestr(
                item, _styles(data, language) if item.filename == "styles.xml" else data
            )
    return out.getvalue()


def _styles(data: bytes, language: str) -> bytes:
    tree = etree.fromstring(data)
    _defaults(tree, language)
    for name, size in HEADINGS.items():
        _style(
            tree,
            name.replace(" ", "_20_"),
            _text(size, BRAND, bold=True),
            {
                # With what the text before it has, which Word does not add
                **_margins(0 if size > 15 else size - 4.5, size / 3 - 2.5),
                "fo:keep-with-next": "always",
                "fo:text-align": "start",
            },
        )
    for name, size, ground, edge in (
        ("Rettleiing", SMALL + 0.5, GUIDE, GUIDE_EDGE),
        ("Kolofon", SMALL, PANEL, LINE),
    ):
        _style(tree, name, _text(size), _box(ground, edge))
    _points(tree)
    # OpenDocument adds the two distances between paragraphs, and Word takes the largest
    no_lone_line = {"fo:orphans": "2", "fo:widows": "2"}
    _style(tree, "Text_20_body", {}, {**_margins(2.5, 2.5), **no_lone_line})
    # As large as the box that controls.lua writes for Word
    tick = (
        '<style:style style:name="Avkryssing" style:family="text">'
        '<style:text-properties fo:font-size="16pt"/></style:style>'
    )
    tree.find("office:styles", _ODF).append(_parsed(tick))
    _style(tree, "Innleiing", {}, {"fo:keep-with-next": "always"})
    _style(tree, "Kjelde", _text(FOOT), {**_margins(0, 2), **_hanging(0.5), **_KEEP_LINES})
    caption = {**_margins(6, 3), "fo:keep-with-next": "always"}
    _style(tree, "TableCaption", _text(SMALL + 0.5, bold=True), caption)
    _style(tree, "Table_20_Contents", _text(TABLE), {})
    _style(tree, "Table_20_Heading", _text(TABLE, bold=True), {"fo:text-align": "start"})
    for level in (1, 2):
        name = f"Heading_20_{level}"
        _style(tree, f"{name}_20_ny_20_side", {}, {"fo:break-before": "page"}, parent=name)
    for name in (*ROOM, *BOXES):
        bold = {"fo:font-weight": "bold"} if name in BOLD else {}
        _style(tree, name, bold, {}, parent="Table_20_Contents")
    _frame(tree)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))


def _points(tree: Any) -> None:
    """Points to tick: alone, and in the numbered list of a checklist."""
    detail, listed = _text(SMALL, SOFT), _text(FOOT, SOFT)
    box, point = {"fo:margin-left": f"{BOX}cm"}, {"fo:margin-left": f"{POINT}cm"}
    for name, text, paragraph in (
        ("Sjekkpunkt", _text(TEXT), {**_margins(3, 3), **_hanging(BOX), **_KEEP}),
        ("Sjekkpunktdetalj", detail, {**_margins(0, 2), **box, **_KEEP_LINES}),
        ("Sjekklistepunkt", _text(LISTED), {**_margins(2, 0), **_hanging(POINT), **_KEEP}),
        ("Sjekklistedetalj", listed, {**_margins(0, 0), **point, **_KEEP}),
        ("Sjekklistemerknad", listed, {**_margins(0, 1), **point, **_KEEP_LINES}),
    ):
        _style(tree, name, text, paragraph)
    tree.find("office:styles", _ODF).append(_parsed(_LIST))


def _defaults(tree: Any, language: str) -> None:
    """The language, font, size and colour of every style that does not say anything else."""
    code, country = language.split("-")
    for properties in tree.iterfind(".//style:default-style/style:text-properties", _ODF):
        _set(properties, {"fo:language": code, "fo:country": country, **_text(TEXT)})
    for properties in tree.iterfind(".//style:style/style:text-properties", _ODF):
        if properties.get(_name("style:font-name")) not in (None, "StarSymbol"):
            _set(properties, {"style:font-name": FONT})


def _text(size: float, colour: str = INK, *, bold: bool = False) -> dict[str, str]:
    return {
        "style:font-name": FONT,
        "fo:font-size": f"{size}pt",
        "fo:font-style": "normal",
        "fo:font-weight": "bold" if bold else "normal",
        "fo:color": f"#{colour}",
    }


def _margins(before: float, after: float) -> dict[str, str]:
    return {"fo:margin-top": f"{before:.1f}pt", "fo:margin-bottom": f"{after:.1f}pt"}


_SIDES = ("top", "bottom", "left", "right")
_KEEP_LINES = {"fo:keep-together": "always"}


def _hanging(centimetres: float) -> dict[str, str]:
    return {"fo:margin-left": f"{centimetres}cm", "fo:text-indent": f"-{centimetres}cm"}


def _box(ground: str, edge: str) -> dict[str, str]:
    return {
        "fo:background-color": f"#{ground}",
        "fo:border-left": f"2pt solid #{edge}",
        **{f"fo:padding-{s}": f"{3 if s in ('top', 'bottom') else 6}pt" for s in _SIDES},
        **_margins(2, 2),
        **(_KEEP if ground == GUIDE else _KEEP_LINES),
    }


def _frame(tree: Any) -> None:
    """A4, its margins, and the top and foot of the page.

    The name of the organisation stands at the top of every page, and the title on every page but
    the first, where it is the heading just below."""
    for layout in tree.iterfind(".//style:page-layout/style:page-layout-properties", _ODF):
        _set(
            layout,
            {
                "fo:page-width": "21cm",
                "fo:page-height": "29.7cm",
                "fo:margin-left": f"{SIDE}cm",
                "fo:margin-right": f"{SIDE}cm",
                "fo:margin-top": "1cm",
                "fo:margin-bottom": "1cm",
            },
        )
    for place, room in (("header", TOP), ("footer", BOTTOM)):
        holder = tree.find(f".//style:page-layout/style:{place}-style", _ODF)
        for old in list(holder):
            holder.remove(old)
        properties = etree.SubElement(holder, _name("style:header-footer-properties"))
        side = "bottom" if place == "header" else "top"
        _set(
            properties,
            {
                "fo:min-height": f"{room - 1:.1f}cm",
                f"fo:margin-{side}": "0.4cm",
                "style:dynamic-spacing": "false",
            },
        )
    style = tree.find(".//office:automatic-styles/style:style[@style:name='MP1']", _ODF)
    style.getparent().replace(style, _parsed(_FRAME_STYLE))
    for page in tree.iterfind(".//office:master-styles/style:master-page", _ODF):
        for old in list(page):
            page.remove(old)
        for part in (
            f"<style:header>{_TITLE}</style:header>",
            f"<style:header-first>{_FIRST}</style:header-first>",
            f"<style:footer>{_FOOT}</style:footer>",
            f"<style:footer-first>{_FOOT}</style:footer-first>",
        ):
            page.append(_parsed(part))


_LIST = (
    '<text:list-style style:name="Sjekkliste"><text:list-level-style-number text:level="1"'
    ' style:num-format="1" style:num-suffix="."><style:list-level-properties'
    ' text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment'
    f' text:label-followed-by="listtab" text:list-tab-stop-position="{NUMBER}cm"'
    f' fo:text-indent="-{POINT}cm" fo:margin-left="{POINT}cm"/></style:list-level-properties>'
    f'<style:text-properties fo:font-size="{SMALL}pt" fo:color="#{SOFT}"/>'
    "</text:list-level-style-number></text:list-style>"
)
_FRAME_STYLE = (
    '<style:style style:name="MP1" style:family="paragraph" style:parent-style-name="Footer">'
    '<style:paragraph-properties fo:text-align="start" text:number-lines="false">'
    f'<style:tab-stops><style:tab-stop style:position="{WIDTH:.1f}cm" style:type="right"/>'
    "</style:tab-stops></style:paragraph-properties>"
    f'<style:text-properties fo:font-size="{FOOT}pt" fo:color="#{SOFT}"/></style:style>'
)
_TITLE = f'<text:p text:style-name="MP1">{OWNER_MARK}<text:tab/><text:title/></text:p>'
_FIRST = f'<text:p text:style-name="MP1">{OWNER_MARK}</text:p>'
_FOOT = (
    f'<text:p text:style-name="MP1">{VERSION}<text:tab/>{PAGE_WORDS[0]}'
    f'<text:page-number text:select-page="current">1</text:page-number>{PAGE_WORDS[1]}'
    f"<text:page-count>1</text:page-count>{PAGE_WORDS[2]}</text:p>"
)


def _parsed(part: str) -> Any:
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _ODF.items())
    return etree.fromstring(f"<root {spaces}>{part}</root>")[0]


def _style(
    tree: Any,
    name: str,
    text: dict[str, str],
    paragraph: dict[str, str],
    parent: str = "Text_20_body",
) -> None:
    style = next(iter(tree.xpath(f".//style:style[@style:name='{name}']", namespaces=_ODF)), None)
    if style is None:
        styles = tree.find("office:styles", _ODF)
        style = etree.SubElement(styles, _name("style:style"))
        _set(
            style,
            {
                "style:name": name,
                "style:family": "paragraph",
                "style:parent-style-name": parent,
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
