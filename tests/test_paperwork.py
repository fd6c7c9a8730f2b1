"""The documents that a body fills in: how much there is to fill in, and what a form offers."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content, View, edition
from macros.documents import BY_ID, manuscript
from macros.documents.prompts import card
from macros.documents.template import yes_no_cells

from .conftest import ROOT
from .test_site import in_edition

TEXTS = [
    name for name, document in BY_ID.items() if "md" in document.formats and not document.parts
]
MOST = {"strategi": 20, "kapittel": 15, "saksframlegg": 25}
"""How many different things a busy adviser can be asked for in one document."""
BLANK = re.compile(r'\.blank tag="([^"]+)"')
UNNAMED = re.compile(r"\[[^\[\]]+\]\{\.field\}")


def text_of(content: Content, name: str, code: str) -> str:
    return manuscript(View(content, edition(code)), ROOT, BY_ID[name]).markdown


@pytest.mark.parametrize("name", MOST)
def test_a_document_asks_for_no_more_than_an_afternoon_can_answer(
    content: Content, name: str
) -> None:
    asked = {
        code: {n for n in BLANK.findall(text_of(content, name, code)) if content.blanks[n].is_asked}
        for code in EDITIONS
    }
    print(f"{name}: {len(asked['nn'])} different things to fill in")
    assert 0 < len(asked["nn"]) <= MOST[name]


@pytest.mark.parametrize("name", TEXTS)
def test_both_editions_ask_for_the_same(content: Content, name: str) -> None:
    asked = [BLANK.findall(text_of(content, name, code)) for code in EDITIONS]
    assert asked[0] == asked[1]


@pytest.mark.parametrize("code", EDITIONS)
@pytest.mark.parametrize("name", TEXTS)
def test_every_blank_has_a_name(content: Content, name: str, code: str) -> None:
    """A blank without a name has to be typed once for each place, and nothing can fill it in."""
    assert UNNAMED.findall(text_of(content, name, code)) == []


@pytest.mark.parametrize("code", EDITIONS)
@pytest.mark.parametrize("name", TEXTS)
def test_no_sentence_begins_with_a_blank(content: Content, name: str, code: str) -> None:
    """What is typed stands as it was typed, so it would be a sentence without a capital letter."""
    prose = [line for line in text_of(content, name, code).split("\n") if not line.startswith("|")]
    opened = re.compile(r'(?:^|[.!?] )(?:\d+\. |- )?\[[^\[\]]+\]\{\.blank tag="(?!verksemd")')
    assert [line for line in prose if opened.search(line)] == []


@pytest.mark.parametrize("name", ["kontrollskjema", "rutine"])
def test_a_form_that_asks_where_the_answers_stand_has_no_card(content: Content, name: str) -> None:
    made = manuscript(View(content, edition("nn")), ROOT, BY_ID[name])
    assert made.prompts
    assert card(made, "docx") == ""
    assert card(manuscript(View(content, edition("nn")), ROOT, BY_ID["strategi"]), "docx") != ""


def test_a_row_of_a_form_has_a_box_for_each_answer(content: Content) -> None:
    """The answer stands first in the title, since Word cuts titles of more than 64 characters."""
    cells = yes_no_cells(View(content, edition("nn")), "sats", "Satsen er *rett*.").split(" | ")
    assert cells[0] == "Satsen er *rett*."
    assert [cell.split('"')[1] for cell in cells[1:]] == ["sats-yes", "sats-no", "sats-neither"]
    answers = [cell.split('"')[3].split(":")[0] for cell in cells[1:]]
    assert answers == ["Ja", "Nei", "Ikkje aktuelt"]


@pytest.mark.parametrize("code", EDITIONS)
def test_a_caption_stands_in_its_table_on_the_page(
    content: Content, pages: dict[str, BeautifulSoup], code: str
) -> None:
    """Every one, in order, also as the name of the frame that scrolls; and none as a paragraph."""
    for name in TEXTS:
        page = pages[in_edition(code, BY_ID[name].page.removesuffix(".md") + "/")]
        wanted = re.findall(r"(?m)^: (.+)$", text_of(content, name, code))
        tables = page.select(".table-frame:has(caption)")
        shown = [t.get_text().replace("\xa0", " ") for t in page.select(".table-frame caption")]
        assert shown == [line.replace("\xa0", " ") for line in wanted], name
        assert [str(t["aria-label"]).replace("\xa0", " ") for t in tables] == shown, name
        assert not page.select(".table-caption")
