"""Citations: what a reader sees of them in the text, and where they lead."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from macros.content import Content, View, joined
from macros.documents import DOCUMENTS, manuscript
from macros.documents.pandoc import whole

from .conftest import ROOT


def test_a_citation_leads_to_the_section_and_the_source_leads_back(
    pages: dict[str, BeautifulSoup],
) -> None:
    """A section of the law to the page about the law; a report to its entry; every entry to each
    citation."""
    page = pages["strategi/"]
    links = [str(link["href"]) for link in page.select("article .cite a")]
    assert "../regelverk/#loa-5a" in links
    assert "#kjelde-dfo-strategisk" in links
    marks = {str(mark["id"]) for mark in page.select("article .cite")}
    back = [str(link["href"]).removeprefix("#") for link in page.select(".sources .back a")]
    assert sorted(back) == sorted(marks)
    assert len(back) == len(set(back))


def test_citations_that_follow_each_other_stand_in_one_parenthesis(
    content: Content, pages: dict[str, BeautifulSoup]
) -> None:
    """On the page and in the file, with the act named once, and each linked and linked back to."""
    second = pages["grep/01-standpunkt/"].select_one("article p span > .cite + .cite")
    group = second.parent if second else None
    assert group is not None
    assert group.get_text() == "(anskaffingsforskrifta §\xa08-12 og §\xa019-1)"
    assert [str(link["href"]).partition("#")[2] for link in group.select("a")] == [
        "foa-8-12",
        "foa-19-1",
    ]
    for document in DOCUMENTS:
        text = whole(manuscript(View.of(content, "nb"), ROOT, document), "md").replace("\\", "")
        assert not re.search(r"\([^()]*\) \([^()]*§", text), document.id
    assert joined(["lova § 5a", "lova § 5i", "Riksrevisjonen 2016"]) == [
        ("", "lova § 5a"),
        (", ", "§ 5i"),
        (" og ", "Riksrevisjonen 2016"),
    ]
