"""What a page looks like and offers: size of text, one thing to do, what folds, and what copies."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from playwright.sync_api import Page, expect

from macros.content import EDITIONS
from macros.documents import DOCUMENTS

from .conftest import Open

KINDS = (
    "",
    "sporsmal/kapasitet/",
    "grep/04-kontraktskjede/",
    "sjekklister/",
    "nedlasting/kapittel/",
)
SMALL_TEXT = """() => [...document.querySelectorAll('body *')].filter(e =>
  [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && e.checkVisibility()
  && !e.closest('.visually-hidden, svg') && parseFloat(getComputedStyle(e).fontSize) < 15)
  .map(e => e.outerHTML.slice(0, 120))"""
"""Elements with text of their own that is smaller than 15 px."""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", KINDS)
def test_no_text_is_smaller_than_15_pixels(open_page: Open, path: str, width: int) -> None:
    """Body text is 18 px, and nothing that anybody should read is under 15."""
    page = open_page(path, width=width)
    assert page.evaluate(SMALL_TEXT) == []
    size = page.locator("article p:not([class])").first.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize)"
    )
    assert size >= 17 or path == ""


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_the_first_screen_of_a_phone_has_both_things_to_do(open_page: Open, edition: str) -> None:
    """360 × 740 px: neither button needs a scroll, and each can be hit by a thumb."""
    page = open_page(edition, width=360)
    for button in page.locator(".buttons .button").all():
        box = button.bounding_box()
        assert box is not None and box["y"] + box["height"] <= 740 and box["height"] >= 44


def test_a_page_has_at_most_one_primary_button(pages: dict[str, BeautifulSoup]) -> None:
    """Where everything shouts, nothing is heard."""
    many = {path: len(page.select(".button--primary")) for path, page in pages.items()}
    assert {path: count for path, count in many.items() if count > 1} == {}
    assert many["/"] == many["nedlasting/kapittel/"] == 1


def test_the_menu_has_seven_sections_at_most(pages: dict[str, BeautifulSoup]) -> None:
    """More than that, and nobody reads the list."""
    for page in (pages["/"], pages["nb/"]):
        assert 5 <= len(page.select(".site-tabs li")) <= 7


def test_the_menu_of_a_phone_is_one_screen_and_its_sections_open(open_page: Open) -> None:
    """The section one is in is open already; the others open without a script too."""
    page = open_page("grep/04-kontraktskjede/", width=360)
    page.locator(".site-menu > summary").click()
    closed = page.locator(".site-menu__panel details:not([open])")
    assert closed.count() >= 5
    expect(page.locator(".site-menu__panel [aria-current=page]")).to_be_visible()
    page = open_page("", width=360, java_script_enabled=False)
    page.locator(".site-menu > summary").click()
    panel = page.locator(".site-menu__panel").bounding_box()
    assert panel is not None and panel["y"] + panel["height"] <= 740
    page.locator(".site-menu__panel summary").first.click()
    expect(page.locator(".site-menu__panel details[open] a").first).to_be_visible()


def test_the_list_of_sections_stands_only_beside_long_pages(
    pages: dict[str, BeautifulSoup],
) -> None:
    """Four sections or more; the foot of the page is none of them."""
    for path, page in pages.items():
        listed = [link.get_text() for link in page.select(".site-toc a")]
        assert not listed or len(listed) >= 4, path
        assert not any(words.startswith(("Kjelder", "Kilder", "Neste steg")) for words in listed)
    assert pages["regelverk/"].select(".site-toc a")


def test_a_chapter_leads_to_the_one_before_and_after(pages: dict[str, BeautifulSoup]) -> None:
    """The last of the six questions leads on to the ten measures."""
    links = [a["href"] for a in pages["sporsmal/kapasitet/"].select(".steps-on a")]
    assert links == ["../rolleavklaring/", "../intern-informasjon/"]
    last = pages["sporsmal/rapportering/"].select(".steps-on a")
    assert [a["href"] for a in last] == ["../intern-informasjon/", "../../grep/"]


def test_the_head_of_a_page_tells_how_fresh_it_is(pages: dict[str, BeautifulSoup]) -> None:
    """Last changed, and the day the law was read."""
    for path, words in (("grep/09-kontroll/", "Vi las lova"), ("nb/grep/09-kontroll/", "Vi leste")):
        head = pages[path].select_one(".page-head")
        assert head is not None and words in head.get_text() and len(head.select("time")) == 2


def test_nobody_is_asked_where_nobody_listens(pages: dict[str, BeautifulSoup]) -> None:
    """This build has neither a repository nor an address."""
    assert not [path for path, page in pages.items() if page.select(".feedback")]


def test_the_words_for_the_strategy_can_be_copied(open_page: Open) -> None:
    """The whole quote, as text; without a script there is no button."""
    page = open_page("sporsmal/kapasitet/", permissions=["clipboard-read", "clipboard-write"])
    block = page.locator(".wording").first
    block.get_by_role("button", name="Kopier teksten").click()
    expect(block.get_by_role("status")).to_have_text("Teksten er kopiert")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == block.locator("blockquote").evaluate("e => e.innerText.trim()") and copied


def test_a_citation_opens_the_folded_sources_and_leads_back(open_page: Open) -> None:
    """Folded until somebody wants to check a claim."""
    page = open_page("grep/09-kontroll/")
    expect(page.locator(".sources li").first).to_be_hidden()
    mark = page.locator(".cite a[href^='#kjelde-']").first
    source = page.locator(mark.get_attribute("href") or "")
    mark.click()
    expect(source).to_be_visible()
    source.locator(".back a").first.click()
    expect(mark).to_be_in_viewport()


def test_paper_holds_the_sources(open_page: Open) -> None:
    """What is folded on the screen is not lost in print."""
    page = open_page("grep/09-kontroll/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".sources li").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sources li").first).to_be_hidden()


# --- The long checklist ---


def part(page: Page, title: str) -> tuple[str, str]:
    """The title of a part of the list, and how far one has come in it."""
    row = page.locator(".checklist__part > summary").filter(has_text=title)
    return row.locator("h2").inner_text(), row.locator("[data-part-count]").inner_text()


def test_the_long_list_is_a_row_for_each_part(open_page: Open) -> None:
    """Each tells how far one has come, and has a heading that a screen reader can go to."""
    page = open_page("sjekklister/")
    assert page.locator(".checklist__part h2").count() == 16
    expect(page.locator(".checkpoint").first).to_be_hidden()
    title, before = part(page, "Kapasitet")
    page.get_by_role("heading", name=title).click()
    page.locator("#kapasitet-timar").check()
    assert part(page, "Kapasitet")[1] == before.replace("0 av", "1 av")


def test_the_list_is_narrowed_by_kind_and_phase(open_page: Open) -> None:
    """Parts without any such point go, and the status says how many are left."""
    page = open_page("sjekklister/")
    page.get_by_label("Slag").select_option("Lovkrav")
    status = page.locator("[data-shown-status]")
    expect(status).to_contain_text("Viser 25 av 85")
    shown = page.locator(".checklist__part:not([hidden])").count()
    assert 0 < shown < 16
    page.get_by_label("Når i arbeidet").select_option("I konkurransen")
    expect(status).not_to_contain_text("Viser 25 ")
    page.get_by_label("Slag").select_option("Alle")
    page.get_by_label("Når i arbeidet").select_option("Alle")
    expect(status).to_have_text("")
    assert page.locator(".checklist__part:not([hidden])").count() == 16


def test_a_part_is_printed_alone(open_page: Open) -> None:
    """Only its heading, its points and the title of the page."""
    page = open_page("sjekklister/")
    page.evaluate("window.print = () => { window.printed = document.documentElement.className }")
    page.get_by_role("heading", name="Kapasitet").click()
    page.locator(".checklist__part[open] [data-do=print-part]").click()
    assert "print-part" in page.evaluate("window.printed")
    page.evaluate(
        "document.documentElement.classList.add('print-part');"
        "document.querySelector('.checklist__part[open]').classList.add('print-this')"
    )
    page.emulate_media(media="print")
    assert (
        page.locator(".checkpoint").evaluate_all(
            "all => all.filter(e => e.checkVisibility()).length"
        )
        == page.locator(".checklist__part[open] .checkpoint").count()
    )
    expect(page.locator(".page-foot")).to_be_hidden()


def test_ids_are_neither_seen_nor_heard_until_asked_for(open_page: Open) -> None:
    """They are for those who refer to a point from elsewhere."""
    page = open_page("sporsmal/kapasitet/")
    assert "kapasitet-timar" not in page.locator("article").inner_text()
    described = page.locator("#kapasitet-timar").get_attribute("aria-describedby")
    assert "kapasitet-timar" not in page.locator(f"#{described}").inner_text()
    point = page.locator(".checkpoint").filter(has=page.locator("#kapasitet-timar"))
    point.locator("summary").click()
    expect(point.get_by_role("link", name="kapasitet-timar")).to_be_visible()


def test_an_address_of_a_point_opens_its_part(open_page: Open) -> None:
    """Old links to a point of the long list still show it."""
    page = open_page("sjekklister/#kapasitet-timar")
    expect(page.locator("#kapasitet-timar")).to_be_visible()


# --- The law, the glossary and the examples ---


def test_a_section_of_the_law_folds_out_for_a_link_to_it(open_page: Open) -> None:
    """The page is a list of rows until one is asked for; paper has them all."""
    page = open_page("regelverk/")
    expect(page.locator(".law-section dd").first).to_be_hidden()
    page.locator(".duties a[href='#loa-5k']").first.click()
    section = page.locator(".law-section").filter(has=page.locator("#loa-5k"))
    expect(section.locator("dd").first).to_be_visible()
    expect(page.locator("#loa-5k")).to_be_in_viewport()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".law-section:not([open])").count() == 0


def test_the_glossary_shows_words_for_people_and_a_way_to_jump(
    pages: dict[str, BeautifulSoup],
) -> None:
    """No synonyms for the search; every letter of the row leads to a heading."""
    for path in ("ordliste/", "nb/ordliste/"):
        page = pages[path]
        assert "Andre ord:" not in page.get_text()
        links = page.select(".letters a")
        assert len(links) > 15
        for link in links:
            target = page.find(id=str(link["href"])[1:])
            assert target is not None and target.get_text() == link.get_text()


def test_the_examples_come_before_what_to_mind(pages: dict[str, BeautifulSoup]) -> None:
    """The answer first, its sources and reservations last."""
    ids = [str(h["id"]) for h in pages["eksempel/"].select("article h2[id]")]
    assert ids.index("liste") < ids.index("atterhald")


def test_documents_stand_under_the_job_they_are_for(pages: dict[str, BeautifulSoup]) -> None:
    """What gets a decision first; every document once, with one button and the rest folded."""
    for path in ("nedlasting/", "nb/nedlasting/"):
        page = pages[path]
        jobs = [before.get_text() for before in page.select("h3:has(+ .offers)")]
        assert jobs[0] == "Lage og vedta" and len(jobs) >= 5
        offered = page.select(".offer")
        titles = [text for offer in offered for text in offer.select_one("h4").stripped_strings]  # type: ignore[union-attr]
        assert len(titles) == len(set(titles)) == len(offered)
        for offer in offered:
            assert len(offer.select(".downloads > p .button")) == 1


def test_every_document_is_shown_by_its_first_page(
    pages: dict[str, BeautifulSoup], site: Path
) -> None:
    """On its card and on its own page, in the edition's own words, small, and fetched when seen."""
    for edition in EDITIONS.values():
        shown = [
            (address, picture)
            for address, page in pages.items()
            if address.startswith(f"{edition.prefix}nedlasting/")
            for picture in page.select("img.cover")
        ]
        assert len(shown) == 2 * len(DOCUMENTS)
        for address, picture in shown:
            file = (site / address / str(picture["src"])).resolve()
            assert file.name in {f"{d.id}-{edition.code}.png" for d in DOCUMENTS}
            with Image.open(file) as drawn:
                assert drawn.size == (int(str(picture["width"])), int(str(picture["height"])))
                assert len(drawn.convert("L").getcolors() or ()) > 5  # it is no empty page
            assert file.stat().st_size < 40_000
            assert picture["loading"] == "lazy" and len(str(picture["alt"])) > 10


def test_an_address_that_is_damaged_is_no_error(open_page: Open) -> None:
    """A link cut in the middle of a letter opens the page, at its top. The reader's page is watched
    for errors."""
    page = open_page("regelverk/#%E0%A4%A")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert page.locator(".law-section[open]").count() == 0
