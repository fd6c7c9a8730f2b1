"""How the documents look and are put together, in what shows only when they are opened."""

from __future__ import annotations

import re
import zipfile
from itertools import chain
from pathlib import Path
from typing import Any

from lxml import etree

from .test_documents import ODF, W, cases, file_of, title_of, words, xml

CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
LABELS = {"nn": "Frå Strategisk mot a-krim, versjon ", "nb": "Fra Strategisk mot a-krim, versjon "}


def parts(path: Path) -> dict[str, Any]:
    """Every part of a zipped document that is XML, parsed."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


@cases("docx")
def test_word_opens_the_file_as_its_own(site: Path, document: Any, edition: str) -> None:
    """Not in compatibility mode, with Norwegian separators, no author of ours, and nothing empty
    or undefined in it."""
    read = parts(file_of(site, document, edition, "docx"))
    settings = read["word/settings.xml"]
    (mode,) = settings.iter(W + "compatSetting")
    assert (mode.get(W + "name"), mode.get(W + "val")) == ("compatibilityMode", "15")
    assert settings.find(W + "decimalSymbol").get(W + "val") == ","
    assert settings.find(W + "listSeparator").get(W + "val") == ";"
    assert "creator" not in etree.tostring(read["docProps/core.xml"]).decode()
    assert not {"word/comments.xml", "docProps/custom.xml"} & set(read)
    named = {
        element.get("PartName") or f"/word/{element.get('Target')}"
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels")
        for element in read[name]
        if element.get("TargetMode") != "External" and not element.get("Extension")
    }
    assert {name.lstrip("/") for name in named} <= set(read)
    defined = {style.get(W + "styleId") for style in read["word/styles.xml"].iter(W + "style")}
    used = {
        element.get(W + "val")
        for tree in read.values()
        for element in tree.iter(
            *(W + tag for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
        )
    }
    assert used <= defined


@cases("docx")
def test_word_keeps_together_what_belongs_together(site: Path, document: Any, edition: str) -> None:
    """Guidance and a checkpoint are never left alone at the end of a page."""
    styles = xml(file_of(site, document, edition, "docx"), "word/styles.xml")
    for name in ("Rettleiing", "Sjekkpunkt", "TableCaption", "Heading1", "Heading2"):
        (style,) = (s for s in styles.iter(W + "style") if s.get(W + "styleId") == name)
        assert style.find(f"{W}pPr/{W}keepNext") is not None, name


@cases("docx")
def test_the_top_and_foot_of_word_pages(
    site: Path, pages: Any, document: Any, edition: str
) -> None:
    """The title at the top from page two, and at the foot where the file is from, with «Side 1 av
    2»."""
    read = parts(file_of(site, document, edition, "docx"))
    (section,) = read["word/document.xml"].iter(W + "sectPr")
    assert section.find(W + "titlePg") is not None
    targets = {r.get("Id"): r.get("Target") for r in read["word/_rels/document.xml.rels"]}
    shown = {}
    for reference in chain(
        section.iter(W + "headerReference"), section.iter(W + "footerReference")
    ):
        place = etree.QName(reference).localname.removesuffix("Reference")
        (target,) = (reference.get(key) for key in reference.attrib if key.endswith("}id"))
        shown[place, reference.get(W + "type")] = read[f"word/{targets[target]}"]
    assert title_of(pages, document, edition) in words(shown["header", "default"])
    assert title_of(pages, document, edition) not in words(shown["header", "first"])
    for kind in ("default", "first"):
        foot = shown["footer", kind]
        assert words(foot).startswith(LABELS[edition])
        assert words(foot).endswith("CC BY 4.0Side 1 av 1")
        fields = [field.get(W + "instr").strip() for field in foot.iter(W + "fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


@cases("odt")
def test_opendocument_is_put_together_right(
    site: Path, pages: Any, document: Any, edition: str
) -> None:
    """Media types, styles that are there, no author of ours, and the same top and foot as Word."""
    read = parts(file_of(site, document, edition, "odt"))
    manifest = etree.tostring(read["META-INF/manifest.xml"]).decode()
    assert manifest.count('media-type="text/xml"') == 3
    assert "application/xml" not in manifest
    assert "creator" not in etree.tostring(read["meta.xml"]).decode()
    trees = (read["styles.xml"], read["content.xml"])
    styles = [s for tree in trees for s in tree.iter(f"{{{ODF['style']}}}style")]
    name, parent = f"{{{ODF['style']}}}name", f"{{{ODF['style']}}}parent-style-name"
    defined = {style.get(name) for style in styles}
    assert {style.get(parent) for style in styles} - {None} <= defined
    used = {
        value
        for element in read["content.xml"].iter()
        for key, value in element.attrib.items()
        if key == f"{{{ODF['text']}}}style-name"
    }
    lists = {s.get(name) for tree in trees for s in tree.iter(f"{{{ODF['text']}}}list-style")}
    assert used <= defined | lists
    (page,) = read["styles.xml"].iter(f"{{{ODF['style']}}}master-page")
    for place in ("footer", "footer-first"):
        foot = words(page.find(f"style:{place}", ODF))
        assert foot.startswith(LABELS[edition])
        assert re.search(r"CC BY 4\.0Side 1 av 1$", foot)
        assert "@" not in foot
    assert page.find("style:header/text:p/text:title", ODF) is not None
    assert not words(page.find("style:header-first", ODF))
