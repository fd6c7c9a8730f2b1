"""Pictures: boxes that are lists, for the eye and for the ear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content
from macros.content.pictures import Picture
from macros.documents import BY_ID
from macros.documents.look import BOLD, BOXES, PICTURES

from .conftest import Broken
from .test_documents import ODF, W, _elements, _letters, _pdf_text, file_of, words, xml

IN_DOCUMENTS = (
    ("anskaffingsstrategi", "samanheng"),
    ("klausular", "kjede"),
    ("handlingsplan", "arshjul"),
    ("lonsslipp", "lonsslipp"),
    ("lonsslipp", "etatar"),
)
"""The documents that have a picture, and which one. Every picture is in one."""


def test_every_picture_stands_on_a_page_in_every_edition(
    pages: dict[str, BeautifulSoup], content: Content
) -> None:
    """As a list with its boxes, numbered where they have an order. What is not allowed says so."""
    assert len(content.pictures) >= 2
    for edition in EDITIONS:
        drawn = [
            (
                picture.select(".picture__title")[0].get_text().strip(),
                picture,
                "nedlasting" in address,
            )
            for address, page in pages.items()
            if address.startswith("nb/") == (edition == "nb")
            for picture in page.select(".picture")
        ]
        for picture in content.pictures.values():
            found = [(made, own) for title, made, own in drawn if title == picture.title[edition]]
            assert any(not own for _, own in found)
            for made, own in found:
                # In a document the rows are read from the top
                kind = "ul" if picture.beside and not (own and picture.heads) else "ol"
                heads = [str(box.find("strong").get_text()) for box in made.select(f"{kind} > li")]
                for link, head in zip(picture.links, heads, strict=True):
                    assert head.endswith(f"{link.title[edition]}.")
                    assert head.startswith("✕ ") != link.allowed


def test_a_picture_for_no_chapter_is_told(broken: Broken) -> None:
    """With the nearest one that there is."""
    row = (
        "- id: kjede\n  chapter: grep-99\n  title: {nn: A, nb: A}\n  links:\n"
        "    - {title: {nn: B, nb: B}, text: {nn: C., nb: C.}}\n"
        "    - {title: {nn: D, nb: D}, text: {nn: E., nb: E.}}\n"
    )
    [fault] = broken("docs/data/pictures.yml", None, row)
    assert fault.startswith("docs/data/pictures.yml:2: «chapter»: «grep-99» finst ikkje.")


def test_every_picture_is_in_a_document(content: Content) -> None:
    """So that those who work on paper get what the pages show."""
    assert {shown for _, shown in IN_DOCUMENTS} == set(content.pictures)


def _told(picture: Picture, edition: str) -> list[str]:
    """What each box says, without its number, the arrow to the next one, and citations."""
    # All that stands in parentheses in a file is then a citation
    assert not [link for link in picture.links if "(" in link.text[edition]]
    return [f"{link.title[edition]} {_bare(link.text[edition])}" for link in picture.links]


def _bare(text: str) -> str:
    return re.sub(r" *[(\[][^)\]]*[)\]]", "", text).strip()


def _captioned(tables: Iterator[Any], picture: Picture, edition: str) -> Any:
    """The one of some tables that has the title of the picture as its caption."""
    (table,) = (t for t in tables if words(t.getprevious()) == picture.title[edition])
    return table


def _assert_read(table: Any, row: str, cell: str, picture: Picture, edition: str) -> None:
    """Read column by column, or row by row below the headings, a table says what its picture does,
    and no word is missing. `row` and `cell` are what the format calls them."""
    rows = [[words(c) for c in r.iter(cell)] for r in table.iter(row)]
    if picture.heads:
        assert rows.pop(0) == [label[edition] for label in picture.heads]
    boxes = (" ".join(box) for box in (rows if picture.heads else zip(*rows, strict=True)))
    read = [_bare(re.sub(r"^\d\.? ?(→ ?)?(✕ [^:]*: )?", "", box)) for box in boxes]
    assert read == _told(picture, edition)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("name", "shown"), IN_DOCUMENTS)
def test_a_picture_in_word_is_read_box_by_box(
    site: Path, content: Content, name: str, shown: str, edition: str
) -> None:
    """A table with a row of headings that repeats, its caption the title, and no word missing."""
    picture = content.pictures[shown]
    body = xml(file_of(site, BY_ID[name], edition, "docx"), "word/document.xml")
    table = _captioned(body.iter(W + "tbl"), picture, edition)
    assert table.find(f"{W}tblPr/{W}tblStyle").get(W + "val") in PICTURES.values()
    assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    _assert_read(table, W + "tr", W + "tc", picture, edition)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("name", "shown"), IN_DOCUMENTS)
def test_a_picture_in_opendocument_has_the_same_boxes(
    site: Path, content: Content, name: str, shown: str, edition: str
) -> None:
    """Each with a ground and a line of its own."""
    picture = content.pictures[shown]
    body = xml(file_of(site, BY_ID[name], edition, "odt"), "content.xml")
    space = f"{{{ODF['table']}}}"
    table = _captioned(body.iter(f"{space}table"), picture, edition)
    styles = {c.get(f"{space}style-name") for c in table.iter(f"{space}table-cell")}
    assert styles & set(PICTURES)
    assert styles <= set(BOXES)
    assert styles & set(BOLD)
    assert table.find(f"{space}table-header-rows") is not None
    _assert_read(table, f"{space}table-row", f"{space}table-cell", picture, edition)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("name", "shown"), IN_DOCUMENTS)
def test_a_picture_in_a_pdf_is_a_table_with_headings(
    site: Path, content: Content, name: str, shown: str, edition: str
) -> None:
    """And a caption, so that a screen reader says what it is and reads box by box."""
    picture = content.pictures[shown]
    path = file_of(site, BY_ID[name], edition, "pdf")
    count = 2 if picture.heads else len(picture.links)
    with pikepdf.open(path) as pdf:
        heads = [
            sum(str(e.S) == "/TH" for e in _elements(table))
            for table in _elements(pdf.Root.StructTreeRoot)
            if str(table.S) == "/Table"
        ]
    assert count in heads
    read = _letters(_pdf_text(path))
    assert _letters(picture.title[edition]) in read
    for link in picture.links:
        for word in link.text[edition].split("[@")[0].split():
            assert _letters(word) in read, word
