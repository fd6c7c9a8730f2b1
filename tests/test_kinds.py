"""The three kinds of statement: what they stand on, and that they are the same wherever one of
them stands."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urljoin

import openpyxl
import pytest
from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from macros.content import EDITIONS, KINDS, Content, checkpoints
from macros.site.raw_links import UnknownPageError, resolve

from .test_site import in_edition


def test_what_the_law_demands_stands_on_a_shall(content: Content) -> None:
    """And only that does: advice cites no section as if it were a duty."""
    for point in checkpoints(content.chapters.values()):
        if point.kind == "law":
            assert content.law[point.section or ""].strength == "shall", point.id
        else:
            assert point.section is None, point.id


def test_there_are_about_eighty_points_of_every_kind(content: Content) -> None:
    """Few enough to go through, and none of the kinds forgotten."""
    points = checkpoints(content.chapters.values())
    assert 70 <= len(points) <= 90
    assert {point.kind for point in points} == set(KINDS)


def test_a_list_is_narrowed_only_by_what_parts_it(pages: dict[str, BeautifulSoup]) -> None:
    """The list of duties has one kind, so nobody is asked which; every choice finds something."""
    for name in ("lovkrav", "samla"):
        page = pages[f"nedlasting/sjekkliste-{name}/"]
        asked = {str(choice["data-filter"]) for choice in page.select("[data-filter]")}
        assert asked == ({"phase"} if name == "lovkrav" else {"kind", "phase"})
        for choice in page.select("[data-filter]"):
            for option in choice.select('option:not([value=""])'):
                assert page.select(f'[data-{choice["data-filter"]}="{option["value"]}"]')


def test_every_retired_point_leads_on_or_tells_why(content: Content) -> None:
    """A file of old ticks can be read."""
    present = {point.id for point in checkpoints(content.chapters.values())}
    assert content.retired
    for name, after in content.retired.items():
        assert name not in present
        assert after.to in present or (after.to is None and after.why), name


@pytest.mark.parametrize("edition", EDITIONS)
def test_kind_word_sign_and_section_are_the_same_everywhere(
    site: Path, pages: dict[str, BeautifulSoup], content: Content, edition: str
) -> None:
    """On the page, in Excel, CSV, JSON, Word and Markdown."""
    wanted = {}
    for point in checkpoints(content.chapters.values()):
        mark = (
            f"{content.label(f'kind.{point.kind}.sign', edition)}"
            f" {content.label(f'kind.{point.kind}', edition)}"
        )
        wanted[point.id] = (
            mark,
            content.section_name(point.section, edition) if point.section else "",
        )
    page = pages[in_edition(edition, "sjekklister/")]
    shown = {
        str(box["id"]): " ".join(page.select_one(f"#{box['id']}-vis .kind").get_text().split())  # type: ignore[union-attr]
        for box in page.select(".checkpoint input")
    }
    assert shown == {
        name: ", ".join(part for part in told if part).replace("\u00a0", " ")
        for name, told in wanted.items()
    }
    folder = site / in_edition(edition, "nedlasting")
    file = folder / f"sjekkliste-samla-{edition}"
    rows = (
        openpyxl.load_workbook(f"{file}.xlsx").worksheets[0].iter_rows(min_row=5, values_only=True)
    )
    assert {str(row[-1]): (row[1], row[2] or "") for row in rows if row[-1]} == wanted
    with Path(f"{file}.csv").open(encoding="utf-8-sig", newline="") as table:
        assert {
            row[-1]: (row[1], row[2]) for row in list(csv.reader(table, delimiter=";"))[1:]
        } == wanted
    items = json.loads(Path(f"{file}.json").read_text(encoding="utf-8"))["items"]
    assert {i["id"]: (f"{i['kind_sign']} {i['kind_word']}", i["section"]) for i in items} == wanted
    with zipfile.ZipFile(f"{file}.docx") as word:
        body = word.read("word/document.xml").decode().replace("<w:noBreakHyphen/>", "-")
        text = re.sub(r"<[^>]+>", "", body)
    plain = re.sub(r"\\(.)", r"\1", Path(f"{file}.md").read_text(encoding="utf-8"))
    for told in (text, plain):
        lines = {", ".join(part for part in pair if part) + "." for pair in wanted.values()}
        spaced = " ".join(told.split())
        assert not [line for line in lines if " ".join(line.split()) not in spaced]


def test_the_section_in_a_mark_leads_to_it_on_the_page_about_the_law(
    content: Content, pages: dict[str, BeautifulSoup]
) -> None:
    """On every page with a point that the law demands, and never inside the label of a control."""
    sections = {
        point.id: point.section
        for point in checkpoints(content.chapters.values())
        if point.kind == "law"
    }
    found: dict[str, list[str]] = {}
    for address, page in pages.items():
        for name in {str(box["id"]) for box in page.select(".checkpoint input")} & set(sections):
            mark = page.select_one(f"#{name}-vis .kind a")
            assert mark is not None and mark.find_parent("label") is None
            target = urljoin(f"https://x.no/{address.lstrip('/')}", str(mark["href"]))
            law = "nb/regelverk/" if address.lstrip("/").startswith("nb/") else "regelverk/"
            assert target == f"https://x.no/{law}#{sections[name]}"
            found.setdefault(name, []).append(address)
    # In the list of duties, the whole list, and its own chapter, in each edition
    assert {name for name, where in found.items() if len(where) >= 6} == set(sections)


def test_a_link_to_a_page_that_is_not_there_is_told() -> None:
    """A builder that writes HTML cannot lead a reader nowhere without anybody noticing."""
    page = Page("P", File("a/b.md", "docs", "site", use_directory_urls=True), MkDocsConfig())
    files = Files([File("regelverk.md", "docs", "site", use_directory_urls=True), page.file])
    link = '<a class="x" href="/regelverk.md#loa-5a">§ 5a</a> <a href="/regelverk.md">§</a>'
    assert resolve(link, page, files) == (
        '<a class="x" href="../../regelverk/#loa-5a">§ 5a</a> <a href="../../regelverk/">§</a>'
    )
    with pytest.raises(UnknownPageError, match=r"går til «borte\.md», som ikkje finst"):
        resolve('<a href="/borte.md">', page, files)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_list_of_duties_holds_every_duty_and_nothing_else(
    pages: dict[str, BeautifulSoup], content: Content, edition: str
) -> None:
    """And its heading counts them."""
    duties = {point.id for point in checkpoints(content.chapters.values()) if point.kind == "law"}
    page = pages[in_edition(edition, "sjekklister/lovkrav/")]
    assert {box["id"] for box in page.select(".checkpoint input")} == duties
    assert str(len(duties)) in page.h1.get_text()  # type: ignore[union-attr]


def test_old_words_and_our_own_rule_on_controls_are_gone(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    """No page and no file says «Basis» or «Avansert», or that every contract is controlled every
    year."""
    gone = re.compile(
        r"\b(?:Basis|Avansert)\b|minst (?:éi|én) (?:aktiv |dokumentert )*(?:kontroll)?handling",
        re.ASCII,
    )
    for address, page in pages.items():
        for code in page.select("code, script"):
            code.extract()
        if "/data/" not in f"/{address}":
            assert not gone.search(page.get_text(" ")), address
    for file in site.rglob("*.md"):
        assert not gone.search(file.read_text(encoding="utf-8")), file
    for file in (*site.rglob("*.docx"), *site.rglob("*.xlsx")):
        with zipfile.ZipFile(file) as parts:
            for name in parts.namelist():
                if name.endswith(("document.xml", "sharedStrings.xml")):
                    assert not gone.search(re.sub(r"<[^>]+>", "", parts.read(name).decode())), file


def test_links_to_the_old_headings_still_lead_to_the_text(pages: dict[str, BeautifulSoup]) -> None:
    """They were published."""
    for address in ("sporsmal/kapasitet/", "grep/04-kontraktskjede/", "nb/grep/04-kontraktskjede/"):
        for former, now in (("basis", "rad"), ("avansert", "gar-lenger")):
            mark = pages[address].find(id=former)
            assert mark is not None
            assert mark.find_next("h2")["id"] == now  # type: ignore[index]
