"""Pictures: boxes that are lists, for the eye and for the ear."""

from __future__ import annotations

from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content

from .conftest import Broken


def test_every_picture_stands_on_a_page_in_every_edition(
    pages: dict[str, BeautifulSoup], content: Content
) -> None:
    """As a list with its boxes, numbered where they have an order. What is not allowed says so."""
    assert len(content.pictures) >= 2
    for edition in EDITIONS:
        drawn = {
            shown[0].get_text(): shown[1]
            for address, page in pages.items()
            if address.startswith("nb/") == (edition == "nb")
            for picture in page.select(".picture")
            if (shown := (picture.select(".picture__title")[0], picture))
        }
        for picture in content.pictures.values():
            kind = "ul" if picture.beside else "ol"
            boxes = drawn[picture.title[edition]].select(f"{kind} > li")
            heads = [str(box.find("strong").get_text()) for box in boxes]
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
