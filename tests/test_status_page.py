"""«Kvar står de?» in a browser: from the start to the result, and what may go wrong."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.content import EDITIONS, Content
from macros.status import model_of

from .conftest import ANSWERS, KEY, Open, in_tab, stored
from .test_access import axe
from .tool_page import BAD, HOSTILE, choose, downloaded, from_disk, go_on, on

STEPS = ("om", "lovkrav", "sporsmal", "grep")
FILES = (
    *("notat.docx", "plan.xlsx", "notat.odt", "notat.md"),
    *("status.csv", "fristar.ics", "svar.json"),
)


def answers(**sections: Any) -> dict[str, Any]:
    """An answer file with these sections."""
    return {"format": "strategisk-mot-akrim/svar", "version": 1, **sections}


def given(**statuses: str) -> dict[str, dict[str, str]]:
    """The section with answers to checkpoints; a hyphen in an id is written as two lines."""
    return {name.replace("__", "-"): {"status": status} for name, status in statuses.items()}


def begin(page: Page, data: dict[str, Any]) -> None:
    """Come to the page with answers in the tab."""
    page.evaluate(
        "([key, value]) => sessionStorage.setItem(key, value)", [ANSWERS, json.dumps(data)]
    )
    page.reload()


def at(page: Page, step: str) -> None:
    """Go to a step, as a link to it would."""
    page.goto(page.url.split("#")[0] + f"#steg/{step}")
    expect(page.locator(f'[data-step="{step.split("/")[0]}"]')).to_be_visible()


def answer(page: Page, status: str) -> None:
    """Give all points on the screen the same answer."""
    for box in page.locator(f'.point:visible input[value="{status}"]').all():
        box.check()


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_the_duties_are_answered_on_a_phone(open_page: Open, site: Path, edition: str) -> None:
    """One part a screen, and the result in words: how many are in place, never a share."""
    page = open_page(f"{edition}status/", 360)
    page.click("[data-do=begin]")
    page.fill(on(page, "verksemd"), "Bø kommune")
    page.check("#c-verksemdstype-kommune")
    page.check("#c-sectors-ikt-tenester")
    go_on(page)
    screens = 0
    while "lovkrav" in page.url:
        screens += 1
        answer(page, "no" if screens == 1 else "unknown" if screens == 2 else "yes")
        go_on(page)
    page.click("[data-do=result]")
    expect(page.locator("h1:visible")).to_have_text("Her står Bø kommune")
    first = page.locator("[data-open] > li p > strong").all_inner_texts()
    assert [told.startswith("Finn") for told in first] == sorted(
        told.startswith("Finn") for told in first
    )
    assert len(set(first)) == 2  # to do, and to find out first
    summed = page.locator("[data-duties]")
    expect(summed).to_have_text(re.compile(r"\d+ av \d+ på plass, \d å rette\.$"))
    expect(page.locator("[data-open] > li")).to_have_count(len(first))
    expect(page.locator("[data-next] > li")).to_have_count(min(len(first), 5))
    assert "%" not in page.locator("article").inner_text()
    expect(page.locator("[data-open] .kind a").first).to_have_attribute(
        "href", re.compile(r"regelverk/#loa-5a$")
    )
    name, data = downloaded(page, "[data-do=save]")
    assert name.startswith("svar-bo-kommune-")
    schema = json.loads((site / "data/svar.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(data), schema)


def test_what_the_body_does_not_buy_is_not_asked(open_page: Open, content: Content) -> None:
    """Without a sector every point is asked for, and with one those that concern it."""
    page = open_page("status/#steg/lovkrav")
    points = model_of(content).points
    asked = page.locator("[data-point]:not([hidden])")
    expect(asked).to_have_count(len(points))
    at(page, "om")
    page.check("#c-sectors-ikt-tenester")
    expected = [p for p in points if not p.sectors or "ikt-tenester" in p.sectors]
    assert len(expected) < len(points)
    expect(asked).to_have_count(len(expected))


def test_a_part_a_screen_with_its_own_heading_title_and_address(open_page: Open) -> None:
    """Back leads to the screen before, a link leads to it too, and the focus follows."""
    page = open_page("status/")
    page.click("[data-do=begin]")
    heading = page.locator("h1:visible")
    for number, step in enumerate(STEPS[1:], 2):
        at(page, step)
        expect(heading).to_have_count(1)
        expect(heading).to_be_focused()
        assert page.title().startswith(f"Steg {number} av 4: {heading.inner_text()}")
    page.go_back()
    expect(page).to_have_title(re.compile("Steg 3 av 4"))
    at(page, "lovkrav/grep-09")
    expect(heading).to_have_text("Grep 9: Gjennomfør kontrollar")
    answer(page, "partly")
    page.reload()
    expect(page.locator("#s-grep-09-risiko-partly")).to_be_checked()


def test_what_is_wrong_is_told_at_the_field(open_page: Open) -> None:
    """A day that is none stops the reader, unfolds the field, and nothing is lost."""
    page = open_page("status/#steg/lovkrav/grep-09")
    point = page.locator("[data-point=grep-09-risiko]")
    point.locator("summary").click()
    page.fill('[name="grep-09-risiko.owner"]', "Kari")
    page.fill('[name="grep-09-risiko.deadline"]', "i morgon")
    point.locator("summary").click()
    page.click("[data-do=next]")
    link = page.locator("[data-faults] a")
    expect(link).to_have_text("Skriv «Frist» som ein dato, til dømes 1. mars 2027.")
    link.click()
    expect(page.locator('[name="grep-09-risiko.deadline"]')).to_be_focused()
    assert axe(page) == []
    page.fill('[name="grep-09-risiko.deadline"]', "1. mars 2027")
    expect(point.locator("[data-told-of]")).to_have_text("(Kari, 1.3.2027)")
    go_on(page)


def test_a_colleague_goes_on_in_the_other_edition(open_page: Open) -> None:
    """The file of one part comes to what is answered there, and where they differ she chooses."""
    page = open_page("status/#steg/om")
    page.fill(on(page, "verksemd"), "Bø kommune")
    at(page, "lovkrav/grep-08")
    answer(page, "no")
    at(page, "lovkrav/grep-09")
    answer(page, "no")
    name, part = downloaded(page, "[data-do=save-part]")
    assert name.startswith("svar-grep-09-bo-kommune-")
    assert set(json.loads(part)["checkpoints"]) == {
        f"grep-09-{point}"
        for point in ("lonsvilkar", "dokumentasjon", "allmenngjering", "risiko", "kontroll")
    }
    empty = open_page("nb/status/")
    assert "Åpnet" in choose(empty, name, part)
    expect(empty.locator("[data-status=lovkrav]")).to_have_text("5 av 25 besvart")
    other = open_page("nb/status/")
    mine = {"grep-09-risiko": {"status": "yes", "owner": "Ola"}, **given(grep__08__attest="yes")}
    begin(other, answers(checkpoints=mine))
    choose(other, name, part)
    rows = other.locator("[data-step=flett] tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Ja. Ansvarlig: Ola")
    assert axe(other) == []
    other.locator("label:visible", has_text="Nei").click()
    other.click("[data-do=merge-use]")
    at(other, "lovkrav/grep-09")
    expect(other.locator("#s-grep-09-risiko-no")).to_be_checked()
    expect(other.locator("#s-grep-09-kontroll-no")).to_be_checked()
    at(other, "lovkrav/grep-08")
    expect(other.locator("#s-grep-08-attest-yes")).to_be_checked()


def test_what_the_other_tool_knows_is_known_here(open_page: Open) -> None:
    """And the other way. What stands in the draft is told, and is not counted as in place."""
    page = open_page("lag/#steg/om")
    page.fill(on(page, "verksemd"), "Bø kommune")
    page.goto(page.url.split("lag/")[0] + "status/#steg/om")
    expect(page.locator(on(page, "verksemd"))).to_have_value("Bø kommune")
    page.check("#c-verksemdstype-kommune")
    page.check("#c-sectors-reinhald")
    page.goto(page.url.split("#")[0] + "#steg")
    expect(page.locator("[data-do=begin]")).to_have_attribute("href", "#steg/lovkrav")
    at(page, "resultat")
    page.locator("[data-step=resultat]").get_by_role("link", name="Lag strategien").click()
    page.goto(page.url.split("#")[0] + "#steg/om")
    expect(page.locator(on(page, "organ.vedtak"))).to_have_value("kommunestyret")


def test_ticks_from_before_are_answers(open_page: Open) -> None:
    """In a file, and in the browser. A point that has taken over for one is told of."""
    page = open_page("status/")
    ticks = {"format": "strategisk-mot-akrim/sjekkliste", "version": 1}
    kept = json.dumps({**ticks, "done": ["grep-09-risiko"]})
    page.evaluate("([key, value]) => sessionStorage.setItem(key, value)", [KEY, kept])
    page.reload()
    file = json.dumps({**ticks, "done": ["grep-09-kontroll", "kapasitet-vente"]}).encode()
    line = choose(page, "sjekkliste.json", file)
    assert "kapasitet-vente er slått saman med" in line
    assert "ikkje kjenner" not in line
    at(page, "lovkrav/grep-09")
    for name in "risiko", "kontroll":
        expect(page.locator(f"#s-grep-09-{name}-yes")).to_be_checked()
    assert in_tab(page) == [ANSWERS]


def test_a_wrong_file_is_told_of_in_one_line_and_nothing_is_lost(open_page: Open) -> None:
    """From elsewhere, damaged, too large, or of a later version."""
    page = open_page("status/")
    begin(page, answers(checkpoints=given(grep__09__risiko="yes")))
    for name, data, said in BAD.values():
        line = choose(page, name, data)
        assert said in line
        assert "\n" not in line
    wrong = answers(checkpoints={"grep-09-kontroll": {"status": "kanskje", "note": "x" * 3000}})
    line = choose(page, "svar.json", json.dumps(wrong).encode())
    assert "Nødvendig kontroll er gjennomført" in line
    at(page, "lovkrav/grep-09")
    expect(page.locator("#s-grep-09-risiko-yes")).to_be_checked()
    expect(page.locator(".point:visible [name='grep-09-kontroll.status']:checked")).to_have_count(0)


def test_a_year_later_one_sees_what_has_moved(open_page: Open) -> None:
    """As tables and pictures. Points that were merged since are carried over and told of."""
    page = open_page("status/")
    now = given(
        grep__09__risiko="yes", grep__09__kontroll="no", grep__08__attest="yes",
        kapasitet__timar="yes", kapasitet__namn="yes",
    )  # fmt: skip
    begin(page, answers(fields={"verksemd": "Bø kommune"}, checkpoints=now))
    at(page, "resultat")
    before = given(
        grep__09__risiko="no", grep__09__kontroll="partly", grep__08__attest="yes",
        kapasitet__timar="no", kapasitet__vente="yes",
    )  # fmt: skip
    file = json.dumps(answers(checkpoints=before)).encode()
    page.set_input_files(
        "[data-do=open-before]", {"name": "i-fjor.json", "mimeType": "", "buffer": file}
    )
    expect(page.locator("h1:visible")).to_have_text("Kva har endra seg?")
    section = page.locator("[data-step=i-fjor]")
    expect(section.locator(".lead")).to_have_text("Betre: 2. Dårlegare: 1. Som før: 1.")
    expect(section).to_contain_text("1 av 25 førre gong, 2 av 25 no")
    moved = section.locator("[data-move=grep-09-risiko] td")
    assert moved.all_inner_texts() == ["Nei", "Ja"]
    # On a phone the heads of the columns are out of sight
    page.set_viewport_size({"width": 360, "height": 800})
    head = moved.first.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Førre gong" in head
    expect(section.locator("[data-move=kapasitet-vente]")).to_contain_text("er slått saman med")
    assert axe(page) == []
    page.reload()
    expect(page.locator("[data-step=resultat]")).to_be_visible()


def test_thirty_bodies_beside_each_other(open_page: Open) -> None:
    """In a second. A file that is none is told of, and nothing of it is kept."""
    page = open_page("status/")
    files = [
        {
            "name": f"svar-{number}.json",
            "mimeType": "",
            "buffer": json.dumps(
                answers(
                    fields={"verksemd": f"Kommune {number}"} if number else {},
                    checkpoints=given(grep__09__risiko="yes" if number % 2 else "no"),
                )
            ).encode(),
        }
        for number in range(29)
    ]
    bad = {"name": "brev.json", "mimeType": "", "buffer": b"hei"}
    started = time.monotonic()
    page.set_input_files("[data-do=open-many]", [*files, bad])  # type: ignore[arg-type]
    expect(page.locator("h1:visible")).to_have_text("Lovkrava, verksemd for verksemd")
    assert time.monotonic() - started < 1
    heads = page.locator(".matrix thead th").all_inner_texts()
    assert heads[:3] == ["Lovkrav", "svar-0", "Kommune 1"]
    assert len(heads) == 30
    row = page.locator(".matrix tr", has_text="Risikovurderinga er dokumentert").locator("td")
    assert row.all_inner_texts()[:2] == ["Nei", "Ja"]
    expect(page.locator("[data-told]")).to_contain_text("brev.json er ikkje laga her")
    assert axe(page) == []
    assert in_tab(page) == []
    assert stored(page) == 0


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_file_can_be_saved(open_page: Open, edition: str) -> None:
    """Each under a name of its own; those that are packed open."""
    page = open_page(("nb/" if edition == "nb" else "") + "status/")
    mine = {"grep-09-risiko": {"status": "no", "owner": "Kari", "deadline": "2027-03-01"}}
    begin(page, answers(fields={"verksemd": "Bø kommune"}, checkpoints=mine))
    at(page, "resultat")
    page.evaluate("document.querySelector('.result__files details').open = true")
    offered = page.locator("[data-file]").evaluate_all("all => all.map(e => e.dataset.file)")
    assert offered == list(FILES)
    for file in FILES:
        name, data = downloaded(page, f'[data-file="{file}"]')
        stem, ending = file.split(".")
        assert re.fullmatch(rf"{stem}-bo-kommune-\d{{4}}-\d\d-\d\d\.{ending}", name)
        if ending in ("docx", "xlsx", "odt"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert archive.testzip() is None
                text = b"".join(archive.read(part) for part in archive.namelist()).decode(
                    errors="replace"
                )
        else:
            text = data.decode("utf-8-sig")
        assert "Kari" in text, file


def test_answers_are_text_wherever_they_go(open_page: Open) -> None:
    """Never markup, in a control, in the result or beside another year."""
    page = open_page("status/")
    mine = {"grep-09-risiko": {"status": "no", "owner": HOSTILE, "note": HOSTILE}}
    begin(page, answers(fields={"verksemd": HOSTILE}, checkpoints=mine))
    for step in ("lovkrav/grep-09", "resultat"):
        at(page, step)
        assert page.locator("[src=x]").count() == 0
    expect(page.locator("h1:visible")).to_contain_text(HOSTILE)
    expect(page.locator("[data-next]")).to_contain_text(HOSTILE)


def test_answers_stay_in_the_tab_until_the_reader_says_otherwise(open_page: Open) -> None:
    """From the first answer; on the machine when asked; and gone when erased. Another tab hears."""
    page = open_page("status/#steg/lovkrav/grep-09")
    assert in_tab(page) == []
    page.check("#s-grep-09-risiko-no")
    assert in_tab(page) == [ANSWERS]
    assert stored(page) == 0
    page.click("[data-do=remember]")
    assert stored(page) == 1
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("#s-grep-09-risiko-no")).to_be_checked()
    other.check("#s-grep-09-kontroll-yes")
    expect(page.locator("#s-grep-09-kontroll-yes")).to_be_checked()
    assert "grep-09-risiko" not in page.url
    page.click("[data-do=erase]")
    page.click("[data-do=erase]")
    assert stored(page) == 0
    assert in_tab(page) == []


def printed(page: Page) -> None:
    """Note what is seen when the page is printed, as it is on paper."""
    page.emulate_media(media="print")
    page.evaluate(
        """() => {
            window.print = () => {
                const seen = (s) => [...document.querySelectorAll(s)].filter((e) =>
                    e.checkVisibility());
                window.printed = {
                    points: seen(".point").length,
                    checked: seen(".point :checked").length,
                    typed: seen(".point .field").map((e) => e.dataset.typed).filter(Boolean),
                    classes: document.documentElement.className,
                };
            };
        }"""
    )


def test_it_is_printed_blank_filled_or_a_part(open_page: Open, content: Content) -> None:
    """For a meeting, for the archive, and for whoever answers only one part."""
    count = len(model_of(content).points)
    page = open_page("status/")
    mine = given(grep__09__risiko="no", kapasitet__timar="yes")
    begin(page, answers(checkpoints=mine | {"grep-09-kontroll": {"note": "Lang merknad. " * 20}}))
    printed(page)
    page.evaluate("document.querySelector('[data-do=print-blank]').click()")
    blank = page.evaluate("printed")
    assert (blank["points"], blank["checked"]) == (count, 0)
    assert "print-blank" in blank["classes"]
    page.emulate_media(media="screen")
    expect(page.locator("[data-do=begin]")).to_be_visible()
    at(page, "resultat")
    printed(page)
    page.evaluate("document.querySelector('[data-step=resultat] [data-do=print]').click()")
    assert page.evaluate("printed")["points"] == count
    assert page.evaluate("printed")["checked"] == 2
    assert page.evaluate("printed")["typed"] == ["Lang merknad. " * 20]
    expect(page.locator("h1:visible")).to_have_text("Her står de")
    at(page, "lovkrav/grep-09")
    page.evaluate("document.querySelector('[data-do=print-part]').click()")
    assert page.evaluate("printed")["points"] == 5
    page.emulate_media(media="screen")
    expect(page.locator("#s-grep-09-risiko-no")).to_be_checked()
    assert "print" not in page.evaluate("document.documentElement.className")


def test_without_a_script_it_is_a_list_to_read(open_page: Open, content: Content) -> None:
    """The law first, every point with its kind, and no button that does nothing."""
    page = open_page("status/", java_script_enabled=False)
    for step in STEPS:
        expect(page.locator(f'[data-step="{step}"]')).to_be_visible()
    points = page.locator(".point:visible")
    assert points.count() == len(model_of(content).points)
    kinds = points.evaluate_all("all => all.map(e => e.dataset.kind)")
    laws = kinds.count("law")
    assert set(kinds[:laws]) == {"law"}
    assert page.locator("form button:visible, form input[type=file]:visible").count() == 0
    expect(page.locator(".builder__note a")).to_have_attribute(
        "href", re.compile("sjekkliste-samla/$")
    )


def test_the_keyboard_is_enough(open_page: Open) -> None:
    """Tab, space, arrows and Enter, from the start to the second part."""
    page = open_page("status/")
    page.locator("[data-do=begin]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1:visible")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Bø kommune")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("Steg 2 av 4"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#s-ambisjonsniva-strategi-yes")).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#s-ambisjonsniva-strategi-partly")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Kari")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("Lovkrava|Grep 1|2 av 9"))


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_any_step(open_page: Open, width: int) -> None:
    """Nor anything wider than the screen. Half of the steps in dark, half in light."""
    page = open_page("nb/status/", width)
    mine = given(
        grep__09__risiko="no", grep__09__kontroll="yes", kapasitet__timar="partly",
        kapasitet__namn="not", kapasitet__samarbeid="unknown",
    )  # fmt: skip
    begin(page, answers(fields={"verksemd": "Bø kommune"}, checkpoints=mine))
    for number, step in enumerate(("", "om", "lovkrav/grep-09", "sporsmal/kapasitet", "resultat")):
        scheme = "dark" if (number + width // 1000) % 2 else "light"
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.goto(page.url.split("#")[0] + ("#steg/" + step if step else "#steg"))
        page.evaluate(
            "for (const fold of document.querySelectorAll('.point__more, .fold')) fold.open = true"
        )
        expect(page.locator("h1:visible")).to_have_count(1)
        assert axe(page) == [], step
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, step


def test_it_works_from_a_disk(browser: Browser, site: Path) -> None:
    """Where nothing can be fetched: the steps, Back, the result and the note."""
    with from_disk(browser, site / "nb/status/index.html") as page:
        page.goto(page.url + "#steg/lovkrav/grep-09")
        page.check("#s-grep-09-risiko-no")
        go_on(page)
        page.go_back()
        expect(page.locator("#s-grep-09-risiko-no")).to_be_checked()
        page.goto(page.url.split("#")[0] + "#steg/resultat")
        expect(page.locator("[data-open] > li")).to_have_count(1)
        _, data = downloaded(page, '[data-file="notat.docx"]')
        assert zipfile.is_zipfile(io.BytesIO(data))
