"""The law on the site: the duties against a table written by hand, every sum once, nothing
repealed cited."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.content import EDITIONS, Content, ContentError, Edition, citations, load
from macros.page_check import check_pages

from .conftest import MINI, ROOT

# Written from the sections themselves, not from the data. A duty that always comes with a kind of
# contract, whatever its value; from 500 000 kroner; from the sum for national notice; from the EEA
# sum.
ALWAYS, ACT, NOTICE, EEA = "alltid", "lov", "kunngjering", "eos"
UTILITY, LINKS = "forsyning", "forsyning-ledd"
SERVICE = {ACT: "loa-5l loa-5m loa-5p", NOTICE: "loa-5e loa-5h loa-5i", EEA: "foa-19-2"}
WORK = "loa-5e loa-5f loa-5g loa-5h loa-5i loa-5k"
UTILITY_SERVICE = "forsyning-7-11 forsyning-7-14 forsyning-7-15"
UTILITY_WORK = "forsyning-7-11 forsyning-7-12 forsyning-7-13 forsyning-7-14 forsyning-7-15"
BY_HAND: dict[str, dict[str, str]] = {
    "vare": {ACT: "loa-5l loa-5m loa-5p"},
    "teneste": {ALWAYS: "f166-5", **SERVICE},
    "bygg": {ALWAYS: "f166-5 bhf-15", **SERVICE, NOTICE: WORK},
    "reinhald": {ALWAYS: "f408-17 f166-5", **SERVICE, NOTICE: WORK},
    "bilpleie": {ALWAYS: "f206-20 f166-5", **SERVICE},
    "varetransport": {ALWAYS: "varebil-2-3 f166-5", **SERVICE},
    "persontransport": {ALWAYS: "yrkestransport-9a f166-5", **SERVICE},
    "innleige": {ALWAYS: "bemanning-11 aml-14-12 aml-14-12c f166-5", **SERVICE},
    "forsyning-vare": {ACT: "loa-5m loa-5p"},
    "forsyning-teneste": {ALWAYS: "f166-5", ACT: "loa-5m loa-5p", UTILITY: UTILITY_SERVICE},
    "forsyning-bygg": {
        ALWAYS: "f166-5 bhf-15",
        ACT: "loa-5m loa-5p",
        UTILITY: UTILITY_WORK,
        LINKS: "forsyning-7-17",
    },
    "forsyning-reinhald": {
        ALWAYS: "f408-17 f166-5",
        ACT: "loa-5m loa-5p",
        UTILITY: UTILITY_WORK,
        LINKS: "forsyning-7-17",
    },
    "konsesjon": {ALWAYS: "f166-5", ACT: "loa-5m loa-5p"},
}

ADDRESSES = "docs/data/addresses.yml"
OWN_FILES = {"docs/data/amounts.yml", "docs/data/repealed.yml", "docs/data/law-compared.yml"}


def texts() -> Iterator[tuple[str, str]]:
    """Every written page, data file and template, by its path in the project."""
    for pattern in ("docs/n[nb]/**/*.md", "docs/data/**/*.yml", "docs/templates/*.md"):
        for path in sorted(ROOT.glob(pattern)):
            if (name := path.relative_to(ROOT).as_posix()) not in OWN_FILES:
                yield name, path.read_text(encoding="utf-8")


def test_every_source_is_cited(content: Content) -> None:
    """By a page, a record or a template; a source that nothing rests on goes out."""
    written = "\n".join(
        text for name, text in texts() if name not in ("docs/data/sources.yml", ADDRESSES)
    ) + (ROOT / "docs/data/repealed.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", written))
    assert [name for name in content.sources if name not in named] == []


def test_each_contract_brings_the_duties_the_sections_say(content: Content) -> None:
    """What `duties.yml` says is what a reader of the sections wrote down."""
    found = {
        kind.id: {
            band: {duty.law for duty in kind.duties if duty.band == band}
            for band in {duty.band for duty in kind.duties}
        }
        for kind in content.contracts.values()
    }
    by_hand = {
        kind: {band: set(ids.split()) for band, ids in row.items()} for kind, row in BY_HAND.items()
    }
    assert found == by_hand


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_shows_every_duty(
    content: Content, pages: dict[str, BeautifulSoup], edition: Edition
) -> None:
    """A row for each contract, a link for each duty, and the sums of the columns in kroner."""
    page = pages["nb/regelverk/" if edition == "nb" else "regelverk/"]
    for kind in content.contracts.values():
        place = page.find(id=f"plikt-{kind.id}")
        assert place is not None
        row = place.find_parent("tr")
        assert row is not None
        assert [a["href"] for a in row.select("a")] == [
            f"#{duty.law}" for band in BY_HAND[kind.id] for duty in kind.duties if duty.band == band
        ]
    shown = page.select("table.duties td[data-amount]")
    sums = {
        content.amounts[name].words(edition)
        for name in ("terskel-lov", "terskel-nasjonal", "eos-andre")
    }
    assert all(any(text in str(cell["data-amount"]) for cell in shown) for text in sums)


def test_a_cleaning_contract_and_a_waterworks_are_two_clicks_away(
    pages: dict[str, BeautifulSoup],
) -> None:
    """From the front page to the page about the law, and from its table to the section and how
    to show it."""
    assert pages["/"].select_one('article a[href^="regelverk/"]')
    law = pages["regelverk/"]
    assert pages["/"].select_one('article a[href="regelverk/#tilsyn"]')
    for contract, section in (
        ("plikt-reinhald", "loa-5i"),
        ("plikt-forsyning-bygg", "forsyning-7-15"),
    ):
        place = law.find(id=contract)
        row = place.find_parent("tr") if place else None
        assert row is not None
        assert law.select_one(f'p a[href="#{contract}"]'), "the table is longer than a screen"
        assert row.select_one(f'a[href="#{section}"]')
        heading = law.find(id=section)
        assert heading is not None
        assert heading.name == "h3"
        said = heading.find_next("dl")
        assert said is not None
        assert "Slik kan de dokumentere det" in said.get_text()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_section_has_its_block(
    content: Content, pages: dict[str, BeautifulSoup], edition: Edition
) -> None:
    """At the address it has always had, with the official text one click on and the day it was
    read."""
    page = pages["nb/regelverk/" if edition == "nb" else "regelverk/"]
    for section in content.law.values():
        heading = page.find(id=section.id)
        assert heading is not None, section.id
        foot = heading.find_next(class_="law-foot")
        assert foot is not None
        link = foot.a
        assert link is not None
        assert link["href"] == section.official
        assert str(section.read.year) in foot.get_text()


def test_the_official_address_is_in_the_act(content: Content) -> None:
    """A section stands in the act it is cited from, and the address names the section."""
    for section in content.law.values():
        act = re.sub("/LTI/", "/SF/", content.sources[section.source].url)
        number = re.sub(r"^§§? ?", "", section.section.split(" og ")[0]).replace(" ", "")
        assert section.official == f"{act}/§{number}", section.id


def _sums(content: Content) -> re.Pattern[str]:
    """Every sum of the law as people write it: 500 000, 500.000, 1,3 million, 1,3 mill."""
    written = []
    for amount in content.amounts.values():
        grouped = f"{amount.sum:,}".replace(",", "[ .\u00a0\u202f]?")
        millions = re.escape(f"{amount.sum / 1_000_000:g}".replace(".", ","))
        written += [grouped, f"{millions}[ \u00a0]mill"] if amount.sum >= 1_000_000 else [grouped]
    return re.compile(rf"(?<![\d,.])(?<!\d[ \u00a0])(?:{'|'.join(sorted(set(written)))})(?!\d)")


def test_no_sum_of_the_law_stands_outside_its_file(content: Content) -> None:
    """A sum that changes is changed in one place. A file that has been mended leaves the list of
    those left."""
    sums = _sums(content)
    assert {name for name, text in texts() if sums.search(text)} == set()


def test_a_sum_is_seen_however_it_is_written(content: Content) -> None:
    """The proof above can fail."""
    for text in (
        "over 500 000 kroner",
        "1,3 millioner",
        "2,5\u00a0mill.",
        "62 900 000",
        "20.000 kr",
    ):
        assert _sums(content).search(text), text
    assert not _sums(content).search("1 500 000 og 11,3 millionar")


def test_nobody_reads_that_utilities_are_free_of_duties() -> None:
    """Where the Act's exception for utilities is told, the same paragraph tells what holds in
    its place."""
    exception = re.compile(
        r"gjeld(?:er)? (?:heller )?ikk[je]e? (?:for )?forsyning|fri for plikter|fritatt for plikter"
    )
    found = set()
    for name, text in texts():
        for block in re.split(r"\n\s*\n|\n- id: ", text):
            told = "forsyningsforskrift" in block.lower()
            if exception.search(block) and not told:
                found.add(name)
    assert found == set()


def test_no_repealed_section_is_cited_as_in_force(content: Content) -> None:
    """Six sections of the regulation are gone; only the page about the law names them, as
    repealed."""
    gone = [
        old.section.nn.removeprefix("§ ")
        for old in content.repealed.values()
        if old.source == "foa"
    ]
    assert len(gone) == 6
    named = re.compile(rf"§§?[ \u00a0](?:{'|'.join(map(re.escape, gone))})(?![\d-])")
    assert {name for name, text in texts() if named.search(text)} == set()
    assert set(content.repealed).isdisjoint(content.citable)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, to break."""
    return shutil.copytree(MINI, tmp_path / "project")


def _told(project: Path) -> list[str]:
    """What is wrong with the content of `project`, and with its pages when the content can be
    read."""
    load.cache_clear()
    try:
        return [str(problem) for problem in check_pages(project, load(project))]
    except ContentError as error:
        return [str(problem) for problem in error.problems]


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_amount_is_filled_in_before_anyone_reads_the_text(project: Path) -> None:
    """In both editions, each in its own words, with no break inside the number."""
    _replace(
        project / "docs/data/law.yml",
        "{nn: Alle., nb: Alle.}",
        '{nn: "Frå [#terskel].", nb: "Fra [#terskel]."}',
    )
    load.cache_clear()
    who = load(project).law["loa-5i"].who
    assert (who.nn, who.nb) == ("Frå 500\u00a0000 kroner.", "Fra 500\u00a0000 kroner.")


def test_an_unknown_amount_is_one_line(project: Path) -> None:
    """With the file, the line and the amounts there are."""
    _replace(
        project / "docs/data/law.yml", "{nn: Alle., nb: Alle.}", '{nn: "[#terskl]", nb: Alle.}'
    )
    assert _told(project) == [
        "docs/data/law.yml:9: Beløpet «terskl» finst ikkje. Meinte du «terskel»? Lovlege verdiar:"
        " terskel."
    ]


def test_an_amount_has_no_place_in_text_of_no_edition(project: Path) -> None:
    """An amount is words, and words are nynorsk or bokmål."""
    _replace(
        project / "docs/data/sources.yml",
        "title: Ein rapport",
        'title: "Ein rapport om [#terskel]"',
    )
    assert [line.split(": ", 1)[1] for line in _told(project)] == [
        "Beløpet «terskel» kan berre stå i tekst som er skriven på begge målformer. Skriv nn og nb."
    ]


def test_who_cites_a_repealed_section_is_told_what_holds_now(project: Path) -> None:
    """In the data and on the pages alike."""
    _replace(project / "docs/nn/index.md", "[@loa-5i]", "[@loa-oppheva]")
    said = "Paragrafen «loa-oppheva» er oppheva. Vis til det som gjeld no: loa-5i."
    assert _told(project) == [f"docs/nn/index.md:9: {said}"]
    _replace(
        project / "docs/data/law.yml",
        "{nn: Alle., nb: Alle.}",
        '{nn: "Alle [@loa-oppheva].", nb: Alle.}',
    )
    assert _told(project) == [f"docs/data/law.yml:9: {said}"]


@pytest.mark.parametrize(
    ("sum_", "nn", "nb"),
    [
        (20_000, "20\u00a0000 kroner", "20\u00a0000 kroner"),
        (1_000_000, "1\u00a0million kroner", "1\u00a0million kroner"),
        (1_630_000, "1,63\u00a0millionar kroner", "1,63\u00a0millioner kroner"),
        (62_900_000, "62,9\u00a0millionar kroner", "62,9\u00a0millioner kroner"),
    ],
)
def test_an_amount_in_words(content: Content, sum_: int, nn: str, nb: str) -> None:
    """As Norwegians write sums."""
    amount = content.amounts["terskel-lov"].model_copy(update={"sum": sum_})
    assert (amount.words("nn"), amount.words("nb")) == (nn, nb)


def _blocks(text: str) -> list[str]:
    """Paragraphs, each with the list that follows it."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        if found and block.lstrip().startswith(("- ", "1. ")):
            found[-1] += "\n" + block
        else:
            found.append(block)
    return found


def _uncited(text: str, demand: str) -> list[str]:
    """The blocks of `text` that state a demand without telling where it stands."""
    told = ("[@", 'law("', 'cite("')
    return [
        b for b in _blocks(text) if re.search(demand, b) and not any(mark in b for mark in told)
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_a_body_shall_do_is_cited(content: Content, edition: str) -> None:
    """In every box on the law and every sector, and on every written page that says «De skal»."""
    for owner in content.chapters.values():
        assert _uncited(owner.law_minimum[edition], r"\b[Ss]kal\b") == [], owner.id
    for sector in content.sectors.values():
        assert [
            line for line in sector.rules[edition].splitlines() if _uncited(line, r"\bskal\b")
        ] == [], sector.id
    subjects = "De|Dere|Kontrakten|Strategien|Leverandøren|Verksemda|Virksomheten"
    for path in sorted((ROOT / "docs" / edition).rglob("*.md")):
        demand = rf"\b(?:{subjects}) skal\b|\b(?:Lova krev|Loven krever) at\b"
        assert _uncited(path.read_text(), demand) == [], path.name


def test_a_demand_without_a_citation_is_seen() -> None:
    """The proof above can fail."""
    assert _uncited("De skal kontrollere.\n\nDe bør øve.", r"\bskal\b") == ["De skal kontrollere."]
    assert _uncited("De skal:\n\n- kontrollere [@loa-5i]", r"\bskal\b") == []


def test_a_chapter_lists_the_sections_its_texts_cite(content: Content) -> None:
    """No more and no less, so that the links under «I lova» are those the page stands on."""
    for owner in content.chapters.values():
        cited = {name for name in citations(owner.model_dump_json()) if name in content.law}
        cited |= {point.section for point in owner.checkpoints if point.section}
        assert owner.law == [name for name in content.law if name in cited], owner.id
