"""Questions to the HTML of one real, strict build of both editions."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from macros.content import EDITIONS, PHASES, Content, View
from macros.pages.registers import glossary

from .conftest import parsed

Pages = dict[str, BeautifulSoup]
GUIDANCE = ("strategi/", "sporsmal/", "grep/", "sjekklister/", "regelverk/", "eksempel/")


def edition_of(address: str) -> str:
    """The edition of a page address."""
    return "nb" if address.startswith("nb/") else "nn"


def in_edition(edition: str, address: str) -> str:
    """The address of a nynorsk page in `edition`."""
    return address if edition == "nn" else "nb/" + address


def text(tag: Tag | None) -> str:
    """What a reader reads of `tag`."""
    assert tag is not None
    for number in tag.select(".unbroken"):  # keeps a line together, and tells nothing
        number.unwrap()
    tag.smooth()
    return " ".join(tag.get_text(" ").split())


def test_the_editions_have_the_same_pages(pages: Pages) -> None:
    """Tree for tree."""
    nn = {address for address in pages if edition_of(address) == "nn"}
    nb = {address.removeprefix("nb/") for address in pages if edition_of(address) == "nb"}
    assert {address or "/" for address in nn} == {address or "/" for address in nb}
    assert len(nn) >= 27


def test_the_editions_have_the_same_structure(pages: Pages) -> None:
    """The same headings, checkboxes and sources on both sides of the language switch."""
    for address in (
        a for a in pages if edition_of(a) == "nn" and "ordliste" not in a and "kjelder" not in a
    ):
        one, other = pages[address], pages[in_edition("nb", address.removeprefix("/"))]
        for selector in (
            "article h1, article h2, article h3",
            "article input[type=checkbox]",
            "article .cite",
        ):
            assert len(one.select(selector)) == len(other.select(selector)), (address, selector)


def test_every_page_says_its_language(pages: Pages) -> None:
    """`lang` is nn or nb, and each page leads to the other. Links for programs need an address of
    the site, which this build has none of."""
    for address, page in pages.items():
        edition = edition_of(address)
        assert page.html and page.html["lang"] == edition, address
        assert not page.select("link[hreflang]"), address
        switch = page.select_one(".site-header__tools > a[hreflang]")
        assert switch and switch["hreflang"] != edition and switch["lang"] == switch["hreflang"]


def test_every_page_has_what_a_page_needs(pages: Pages) -> None:
    """One main heading, a title of its own, a description, and the date it was last changed."""
    for address, page in pages.items():
        assert len(page.select("h1")) == 1, address
        description = page.select_one("meta[name=description]")
        assert description and 20 <= len(str(description["content"])) <= 160, address
        assert page.select_one(".page-head time[datetime]"), address
    for edition in EDITIONS:
        titles = [
            text(page.title) for address, page in pages.items() if edition_of(address) == edition
        ]
        assert len(set(titles)) == len(titles)


def test_headings_never_skip_a_level(pages: Pages) -> None:
    """A screen reader user goes by them."""
    for address, page in pages.items():
        levels = [
            int(heading.name[1]) for heading in page.select("article :is(h1, h2, h3, h4, h5, h6)")
        ]
        assert levels[0] == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), address


def test_every_page_shows_its_sources(pages: Pages) -> None:
    """Under «Kjelder», each with the day it was checked. The register itself is a table of them."""
    for address, page in pages.items():
        if address.endswith("kjelder/"):
            continue
        entries = page.select(".sources > li")
        # A form to fill in says nothing that needs a source
        assert entries or address.removeprefix("nb/").startswith("nedlasting/"), address
        for entry in entries:
            day = re.search(r"[Ss]jekk(a|et) \d{1,2}\. \w+ \d{4}", text(entry))
            assert day, (address, text(entry))
            assert entry.select_one("a[href^=http]")


def test_the_register_shows_every_source(pages: Pages, content: Content) -> None:
    """A librarian finds the source of every claim, with its address and the day it was checked."""
    for edition in EDITIONS:
        page = pages[in_edition(edition, "kjelder/")]
        for source in content.sources.values():
            mark = page.find(id=source.id)
            assert isinstance(mark, Tag)
            link = mark.select_one("a")
            assert link and link["href"] == source.url


def test_every_link_and_anchor_resolves(site: Path, pages: Pages) -> None:
    """Within an edition, across editions, and to files."""
    ids = {
        address: {str(tag["id"]) for tag in page.select("[id]")} for address, page in pages.items()
    }
    for address, page in pages.items():
        for tag in page.select("a[href], link[href], script[src]"):
            target = urlsplit(
                urljoin(
                    f"http://site/{address.removeprefix('/')}", str(tag.get("href") or tag["src"])
                )
            )
            if target.netloc != "site":
                continue
            path = unquote(target.path).lstrip("/")
            file = site / path / "index.html" if target.path.endswith("/") else site / path
            assert file.is_file(), (address, tag)
            if target.fragment:
                assert unquote(target.fragment) in ids[path or "/"], (address, tag)


def test_every_checklist_has_its_items(pages: Pages, content: Content) -> None:
    """The ids and words of the content, each box labelled, on the chapter's page and on the
    whole list."""
    for edition in EDITIONS:
        whole = pages[in_edition(edition, "sjekklister/")]
        for owner in content.chapters.values():
            page = pages[in_edition(edition, owner.page.removesuffix(".md") + "/")]
            by_phase = sorted(owner.checkpoints, key=lambda c: PHASES.index(c.phase))
            assert [box["id"] for box in page.select(".checkpoint input")] == [
                c.id for c in by_phase
            ]
            for checkpoint in owner.checkpoints:
                for place in (page, whole):
                    assert (
                        text(place.select_one(f"label[for={checkpoint.id}]"))
                        == checkpoint.text[edition]
                    )
                    assert checkpoint.evidence[edition] in text(
                        place.find(id=f"{checkpoint.id}-vis")
                    )  # type: ignore[arg-type]


def test_measure_4_says_what_the_law_demands(pages: Pages) -> None:
    """The question the site exists to answer, answered where a reader looks."""
    page = pages["grep/04-kontraktskjede/"]
    heading = page.find("h2", id="lovkrav")
    assert isinstance(heading, Tag)
    assert "§\u00a05k" in heading.find_next("p").get_text()  # type: ignore[union-attr]


def test_kapasitet_is_two_clicks_from_home(pages: Pages) -> None:
    """Home, the six questions, and there it is, with its checklist on it."""
    for edition in EDITIONS:
        home = pages[in_edition(edition, "") or "/"]
        assert any(str(a["href"]) == "sporsmal/" for a in home.select("article a[href]"))
        questions = pages[in_edition(edition, "sporsmal/")]
        assert any(str(a["href"]) == "kapasitet/" for a in questions.select("article a[href]"))


def test_guidance_pages_end_with_a_next_step(pages: Pages) -> None:
    """No page of the guidance is a dead end."""
    for address, page in pages.items():
        if address.removeprefix("nb/").startswith(GUIDANCE):
            heading = page.find("h2", string=["Neste steg", "Gå videre"])
            after = heading.find_next("ul") if isinstance(heading, Tag) else None
            assert (after or page).select("a" if after else ".steps-on__link--after"), address


def test_smso_is_credited_on_every_measure(pages: Pages, content: Content) -> None:
    """The heading is SMSØ's, word for word in bokmål; the rest is said to be ours."""
    for measure in content.measures.values():
        address = measure.page.removesuffix(".md") + "/"
        assert measure.heading["nb"] in text(pages["nb/" + address].h1)
        assert text(pages[address].select_one(".attribution [lang=nb]")) == measure.heading["nb"]


def test_words_in_the_other_målform_are_marked(pages: Pages, content: Content) -> None:
    """In the glossary and in titles of sources."""
    for edition in EDITIONS:
        page = pages[in_edition(edition, "ordliste/")]
        other = "nb" if edition == "nn" else "nn"
        for term in content.terms.values():
            heading = page.find(id=term.id)
            assert isinstance(heading, Tag)
            wanted = [term[other]] if term.definition and term[other] != term[edition] else []
            marked = heading.find_next("span", lang=other) if wanted else None
            assert not wanted or text(marked) == ", ".join(wanted)  # type: ignore[arg-type]


def test_the_glossary_is_in_norwegian_order(content: Content) -> None:
    """æ, ø and å come last, in that order, and a capital stands with its small letter."""
    words = ["ålesund", "Åkrehamn", "zalo", "ærlegdom", "Øygarden", "ørsta", "Aure", "Zorro"]
    some = next(iter(content.terms.values()))
    terms = {
        f"ord-{n}": some.model_copy(
            update={"id": f"ord-{n}", "nn": word, "nb": word, "chapter": None}
        )
        for n, word in enumerate(words)
    }
    for edition in EDITIONS:
        page = glossary(View.of(replace(content, terms=terms), edition))
        assert re.findall(r"(?m)^## (.+)$", page) == ["A", "Z", "Æ", "Ø", "Å"]
        assert re.findall(r"(?m)^### (\S+)", page) == [
            "Aure", "zalo", "Zorro", "ærlegdom", "ørsta", "Øygarden", "Åkrehamn", "ålesund",
        ]  # fmt: skip


def test_level_c_is_never_published(content: Content) -> None:
    """A term without a source has no definition, and the register holds only A and B."""
    assert all(term.source for term in content.terms.values() if term.definition)
    assert {source.level for source in content.sources.values()} == {"A", "B"}


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    """No script, style, image, font or frame of another site, and no import in a style sheet."""
    for path in site.rglob("*.html"):
        page = parsed(path)
        for tag in page.select(
            "script[src], link[rel=stylesheet], img[src], iframe, object, embed,"
            " link[rel=preconnect]"
        ):
            assert not re.match(r"(https?:)?//", str(tag.get("src") or tag.get("href") or "")), (
                path,
                tag,
            )
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", path.read_text()), path


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_missing_page_speaks_and_leads_on(site: Path, edition: str) -> None:
    """404.html in each language, with links and the other language marked."""
    page = BeautifulSoup((site / in_edition(edition, "404.html")).read_text(), "html.parser")
    assert page.html and page.html["lang"] == edition
    assert text(page.h1) == {"nn": "Sida finst ikkje", "nb": "Siden finnes ikke"}[edition]
    assert len(page.select("article li a")) >= 7
    assert page.select_one("article [lang]")
