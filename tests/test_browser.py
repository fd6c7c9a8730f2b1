"""The site in a real browser: what a reader does, with and without a mouse, a script or a wide screen."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.content import Content

from .conftest import KEY, ROOT, Open, build, reader, stored


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_a_purchaser_ticks_and_it_is_remembered_when_she_asks(open_page: Open, edition: str) -> None:
    """From the front page to a ticked checklist that is still ticked after a reload."""
    page = open_page(edition)
    page.get_by_role("link", name="Kapasitet").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kapasitet")
    box = page.locator("#kapasitet-timar")
    box.check()
    expect(page.locator("output")).to_have_text("1 av 7 gjort")
    assert stored(page) == 0
    page.locator("[data-do=remember]").click()
    page.reload()
    expect(box).to_be_checked()
    expect(page.locator("output")).to_have_text("1 av 7 gjort")
    page.locator("[data-do=forget]").click()
    assert stored(page) == 0
    page.reload()
    expect(page.locator("[data-do=remember]")).to_be_visible()


def test_ticks_are_not_kept_unasked(open_page: Open) -> None:
    """Going away without saving leaves nothing, and the page says so."""
    page = open_page("sporsmal/kapasitet/")
    page.locator("#kapasitet-timar").check()
    expect(page.locator(".checklist__status")).to_contain_text("ikkje lagra")
    page.goto(page.url.replace("kapasitet", "rapportering"))
    page.go_back()
    page.goto(page.url)
    expect(page.locator("#kapasitet-timar")).not_to_be_checked()
    assert stored(page) == 0


def test_a_tick_on_one_page_shows_on_the_whole_list(open_page: Open, address: str) -> None:
    """Ticks belong to the checkpoint, not to the page, and both editions share them."""
    page = open_page("grep/09-kontroll/")
    page.locator(".checkpoint input").first.check()
    name = page.locator(".checkpoint input").first.get_attribute("id")
    page.locator("[data-do=remember]").click()
    for path in ("sjekklister/", "nb/sjekklister/"):
        page.goto(address + path)
        expect(page.locator(f"#{name}")).to_be_checked()


def test_ticks_travel_in_a_file(open_page: Open, tmp_path: Path) -> None:
    """Saved in one browser, opened in another that has never seen the site."""
    first = open_page("sjekklister/")
    for name in ("kapasitet-timar", "grep-04-grense"):
        first.locator(f"#{name}").check()
    with first.expect_download() as download:
        first.locator("[data-do=save]").click()
    file = tmp_path / "sjekkliste.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["done"] == ["grep-04-grense", "kapasitet-timar"]

    second = open_page("nb/grep/04-kontraktskjede/")
    second.locator("[data-do=open]").set_input_files(file)
    expect(second.locator("#grep-04-grense")).to_be_checked()
    with second.expect_download() as download:
        second.locator("[data-do=save]").click()
    download.value.save_as(file)
    assert json.loads(file.read_text())["done"] == ["grep-04-grense", "kapasitet-timar"]
    assert stored(second) == 0


@pytest.mark.parametrize(
    "data",
    [
        "",
        "ikkje json",
        "[]",
        "null",
        '{"format": "anna"}',
        '{"format": "strategisk-mot-akrim/sjekkliste", "done": [1]}',
    ],
)
def test_a_file_that_is_not_ours_changes_nothing(open_page: Open, tmp_path: Path, data: str) -> None:
    """It is refused in one sentence that names the file."""
    file = tmp_path / "brev.json"
    file.write_text(data)
    page = open_page("sporsmal/kapasitet/")
    page.locator("#kapasitet-timar").check()
    page.locator("[data-do=open]").set_input_files(file)
    expect(page.locator(".checklist__status")).to_contain_text("brev.json er ikkje ei sjekkliste herifrå")
    expect(page.locator("#kapasitet-timar")).to_be_checked()


def test_a_file_with_withdrawn_points_says_how_many(open_page: Open, tmp_path: Path) -> None:
    """They are kept, so that nothing is lost, and counted apart."""
    file = tmp_path / "gamal.json"
    done = ["kapasitet-timar", "finst-ikkje"]
    file.write_text(json.dumps({"format": "strategisk-mot-akrim/sjekkliste", "version": 1, "done": done}))
    page = open_page("sporsmal/kapasitet/")
    page.locator("[data-do=open]").set_input_files(file)
    expect(page.locator(".checklist__status")).to_contain_text("1 av dei gjeld punkt som ikkje finst her lenger")


def test_broken_storage_is_taken_as_empty(open_page: Open) -> None:
    """Whatever stands under our key."""
    page = open_page("sporsmal/kapasitet/")
    for value in ("{", "7", '{"format":"x"}'):
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
        page.reload()
        expect(page.locator("output")).to_have_text("0 av 7 gjort")


def test_the_checklist_works_by_keyboard(open_page: Open) -> None:
    """Tab to a box, space ticks it, and the focus can be seen."""
    page = open_page("sporsmal/kapasitet/")
    page.locator("[data-do=print-blank]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    expect(page.locator("output")).to_have_text("1 av 7 gjort")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_print_blank_prints_empty_boxes_and_keeps_the_ticks(open_page: Open) -> None:
    """The ticks are back when the printing is over."""
    page = open_page("sporsmal/kapasitet/")
    page.evaluate("window.print = () => { window.printed = document.querySelectorAll(':checked').length }")
    page.locator("#kapasitet-timar").check()
    page.locator("[data-do=print-blank]").click()
    assert page.evaluate("window.printed") == 0
    page.locator("[data-do=print]").click()
    assert page.evaluate("window.printed") == 1
    expect(page.locator("#kapasitet-timar")).to_be_checked()


@pytest.mark.parametrize("script", [True, False])
def test_a_page_prints_whole(open_page: Open, content: Content, tmp_path: Path, script: bool) -> None:
    """Every checkpoint is on paper, and none of the buttons, menus or frames that only a screen needs."""
    page = open_page("sjekklister/", java_script_enabled=script)
    file = tmp_path / "print.pdf"
    page.pdf(path=file, format="A4")
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True, text=True)
    printed = "".join(done.stdout.split())
    for owner in content.chapters.values():
        for point in owner.checkpoints:
            assert "".join(point.text.nn.split()) in printed
    for button in ("Skrivuttom", "Skrivutmedkryss", "av117gjort", "Meny", "Fanndudet"):
        assert button not in printed


@pytest.mark.parametrize("path", ["sporsmal/kapasitet/", "nb/sjekklister/"])
def test_the_checklist_works_without_a_script(open_page: Open, path: str) -> None:
    """Readable, tickable, and no button that would do nothing."""
    page = open_page(path, java_script_enabled=False)
    page.locator(".checkpoint input").first.check()
    expect(page.locator(".checklist__tools")).to_be_hidden()
    expect(page.locator(".search")).to_be_hidden()


def test_the_menu_opens_and_closes_by_keyboard(open_page: Open) -> None:
    """On a narrow screen, in a disclosure that needs no script; Escape gives the focus back."""
    page = open_page("", width=360)
    page.locator(".site-menu summary").focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("navigation", name="Meny").get_by_role("link", name="Regelverk")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_nothing_invisible_takes_the_focus(open_page: Open) -> None:
    """Tab from the top of a narrow page goes only through what can be seen."""
    page = open_page("grep/04-kontraktskjede/", width=360)
    for _ in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, b = e.getBoundingClientRect();
                       return e === document.body || (b.width > 0 && b.right > 0 && b.left < innerWidth
                              && getComputedStyle(e).visibility === 'visible') ? '' : e.outerHTML }"""
        )
        assert seen == ""


def test_the_language_switch_leads_to_the_same_page(open_page: Open) -> None:
    """There and back."""
    page = open_page("grep/04-kontraktskjede/")
    page.get_by_role("link", name="Bokmål", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Begrens antall ledd")
    page.get_by_role("link", name="Nynorsk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Avgrens talet på ledd")


def test_feedback_answers_without_sending(open_page: Open) -> None:
    """Yes thanks on the spot; no leads on; no request is made."""
    page = open_page("om/")
    page.wait_for_load_state("networkidle")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.get_by_text("Ja", exact=True).click()
    expect(page.get_by_text("Takk!")).to_be_visible()
    page.get_by_text("Nei", exact=True).click()
    expect(page.get_by_text("Takk!")).to_be_hidden()
    expect(page.locator(".feedback__no")).to_be_visible()
    assert requests == []


def test_the_site_reads_from_a_folder(browser: Browser, tmp_path: Path) -> None:
    """Built for an intranet share: every link leads to a file, and the checklist works from file://."""
    assert build(ROOT, tmp_path / "site", DIRECTORY_URLS="false").returncode == 0
    folder = (tmp_path / "site").as_uri()
    with reader(browser, folder) as page:
        page.goto(f"{folder}/index.html")
        page.get_by_role("link", name="Kapasitet").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kapasitet")
        page.locator("#kapasitet-timar").check()
        expect(page.locator("output")).to_have_text("1 av 7 gjort")
        page.get_by_role("link", name="Bokmål", exact=True).click()
        assert page.url.endswith("/nb/sporsmal/kapasitet.html")
