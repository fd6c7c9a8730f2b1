"""The papers named as evidence: each of ours is a document or a sheet, and no name is made up."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content, View
from macros.documents import BY_ID
from macros.documents.workbook import workbook_sheets

from .conftest import Broken

FILE = "docs/data/papers.yml"
EACH = ", ".join(f"{{nn: {name}, nb: {name}}}" for name in "abcdef")
LIST = f"- id: liste\n  names: [{EACH}]\n"
"""A register with each paper that the evidence of the small project names."""


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_paper_of_ours_is_a_document_or_a_sheet(content: Content, edition: str) -> None:
    """And at least those that checkpoints have named without anybody having them."""
    view = View.of(content, edition)
    sheets = {sheet.name for sheet in workbook_sheets(view, "")}
    keys = [key for key in content.labels if key.startswith("book.sheet.")]
    assert {view.say(key) for key in keys} <= sheets
    ours = [paper for paper in content.papers.values() if paper.document]
    assert {paper.document for paper in ours} <= BY_ID.keys()
    assert {view.say(paper.sheet) for paper in ours if paper.sheet} <= sheets
    assert all(paper.document == "arbeidsbok" for paper in ours if paper.sheet)
    assert {"kontrollskjema", "rutine", "fullmakt", "risikovurdering", "avviksliste",
            "kontraktsoversikt", "kontrollplan", "ansvarsoversikt", "kompetanseliste",
            "kontaktliste", "opplaeringsplan", "kontrollogg"} <= {p.id for p in ours}  # fmt: skip


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_of_downloads_says_where_each_paper_is(
    pages: dict[str, BeautifulSoup], content: Content, edition: str
) -> None:
    """Each name of it, with a link."""
    page = pages[("nb/" if edition == "nb" else "") + "nedlasting/"]
    rows = {
        cells[0].get_text(): cells[1]
        for row in page.select("article table tr")
        if len(cells := row.select("td")) == 2
    }
    for paper in content.papers.values():
        names = ", ".join(name[edition] for name in paper.names)
        if paper.document:
            (link,) = rows[names].select("a")
            assert str(link["href"]).rstrip("/") == paper.document
            assert not paper.sheet or content.label(paper.sheet, edition) in rows[names].get_text()
        else:
            assert names not in rows


@pytest.mark.parametrize(
    ("papers", "told"),
    [
        (LIST + "  document: borte\n", f"{FILE}:3: Dokumentet «borte» finst ikkje."),
        (LIST + "  document: arbeidsbok\n  sheet: book.sheet.borte\n",
         f"{FILE}:4: Fana «book.sheet.borte» finst ikkje."),
        ("- id: anna\n  names: [{nn: eit anna papir, nb: et annet papir}]\n",
         "nemner ikkje noko papir vi kjenner"),
        (LIST.replace("nn: ", "nn: x"), "nemner ikkje noko papir vi kjenner"),
    ],
    ids=["document", "sheet", "evidence", "part of a word"],
)  # fmt: skip
def test_a_paper_that_is_not_there_is_told_of(broken: Broken, papers: str, told: str) -> None:
    """With file and line."""
    problems = broken(FILE, None, papers)
    assert problems
    assert all(told in problem for problem in problems), problems


def test_a_known_paper_is_in_order(broken: Broken) -> None:
    """Whatever else the evidence says."""
    assert broken(FILE, None, LIST) == []
