"""The site in a real browser: what a reader does, with and without a mouse, a script or a wide
screen."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from macros.content import Content

from .conftest import ANSWERS, CAPACITY, KEY, POINTS, Open, in_tab, reader, stored


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_a_purchaser_ticks_and_it_is_remembered_when_she_asks(
    open_page: Open, edition: str
) -> None:
    """From the front page to a ticked checklist that is still ticked after a reload."""
    page = open_page(edition)
    page.locator("article").get_by_role("link", name="Seks spørsmål").click()
    page.locator("article").get_by_role("link", name="Kapasitet").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kapasitet")
    box = page.locator("#kapasitet-timar")
    box.check()
    expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
    assert stored(page) == 0
    expect(page.locator("[data-status]")).to_contain_text(
        "berre i denne fana" if not edition else "bare i denne fanen"
    )
    page.locator("[data-do=remember]").click()
    assert stored(page) == 1
    page.reload()
    expect(box).to_be_checked()
    expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
    page.locator("[data-do=forget]").click()
    assert stored(page) == 0 and in_tab(page) == []
    page.reload()
    expect(page.locator("output")).to_have_text(f"0 av {CAPACITY} gjort")
    expect(page.locator("[data-do=remember]")).to_be_visible()
    expect(page.locator("[data-do=forget]")).to_be_hidden()


def test_ticks_follow_the_tab_and_go_with_it(
    open_page: Open, browser: Browser, address: str
) -> None:
    """A reload, a link that is followed, Back, and the other edition; nothing is left on the
    machine."""
    page = open_page("sporsmal/kapasitet/")
    expect(page.locator(".checklist__status")).to_contain_text(
        "Kryssa blir ståande til de lukkar fana."
    )
    box, count = page.locator("#kapasitet-timar"), page.locator("output")
    box.check()
    page.reload()
    expect(box).to_be_checked()
    expect(count).to_have_text(f"1 av {CAPACITY} gjort")
    page.goto(page.url.replace("kapasitet", "rapportering"))
    page.locator(".checkpoint input").first.check()
    page.go_back()
    expect(box).to_be_checked()
    expect(count).to_have_text(f"1 av {CAPACITY} gjort")
    page.get_by_role("link", name="Bokmål", exact=True).click()
    expect(box).to_be_checked()
    expect(page.locator(".checklist__status")).to_contain_text(
        "Kryssene blir stående til dere lukker fanen."
    )
    page.goto(f"{address}sjekklister/")
    expect(count).to_contain_text("2 av ")
    assert stored(page) == 0 and in_tab(page) == [ANSWERS]
    other = page.context.new_page()
    other.goto(f"{address}sporsmal/kapasitet/")
    expect(other.locator("output")).to_have_text(f"0 av {CAPACITY} gjort")


def test_a_tick_before_the_script_is_there_is_not_lost(open_page: Open, address: str) -> None:
    """On a slow line a reader may be faster than the script."""
    page = open_page("", fresh=True)
    held: list[Route] = []
    page.route("**/checklist.js", lambda route: held.append(route))
    page.goto(f"{address}sporsmal/kapasitet/", wait_until="commit")
    page.locator("#kapasitet-timar").check()
    held[0].continue_()
    expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
    expect(page.locator("#kapasitet-timar")).to_be_checked()


def test_ticks_can_be_counted_where_the_browser_keeps_nothing(open_page: Open) -> None:
    """A page whose stores are closed still counts, and says that nothing is kept."""
    page = open_page("")
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new Error('closed') } })"
    )
    page.goto(f"{page.url}sporsmal/kapasitet/")
    page.locator("#kapasitet-timar").check()
    expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
    expect(page.locator("[data-status]")).to_contain_text("tillèt ikkje lagring her")


def test_a_tick_on_one_page_shows_on_the_whole_list(open_page: Open, address: str) -> None:
    """Ticks belong to the checkpoint, not to the page, and both editions share them."""
    page = open_page("grep/09-kontroll/")
    page.locator(".checkpoint input").first.check()
    name = page.locator(".checkpoint input").first.get_attribute("id")
    page.locator("[data-do=remember]").click()
    for path in ("sjekklister/", "nb/sjekklister/"):
        page.goto(address + path)
        expect(page.locator(f"#{name}")).to_be_checked()


def test_ticks_of_another_tab_are_not_lost(open_page: Open) -> None:
    """Two tabs of one browser tick different points. The last to store keeps what the first has
    stored."""
    first = open_page("sporsmal/kapasitet/")
    first.locator("[data-do=remember]").click()
    second = first.context.new_page()
    second.goto(first.url)
    # A tab that sleeps, as in a telephone, is not told what the other one stores
    second.add_init_script(
        "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
    )
    second.reload()
    first.locator("#kapasitet-timar").check()
    second.locator("#kapasitet-namn").check()
    expect(second.locator("output")).to_have_text(f"2 av {CAPACITY} gjort")
    first.reload()
    for name in ("kapasitet-timar", "kapasitet-namn"):
        expect(first.locator(f"#{name}")).to_be_checked()


def ticked(file: Path) -> list[str]:
    """The ids of what an answer file has as ticked."""
    answers = json.loads(file.read_text(encoding="utf-8"))["checkpoints"]
    return sorted(name for name, given in answers.items() if given == {"status": "yes"})


def test_ticks_travel_in_a_file(open_page: Open, tmp_path: Path) -> None:
    """Saved in one browser, opened in another that has never seen the site."""
    first = open_page("sjekklister/#kapasitet-timar")
    first.locator("#kapasitet-timar").check()
    first.get_by_role("heading", name="Grep 4").click()
    first.locator("#grep-04-unntak").check()
    with first.expect_download() as download:
        first.locator("[data-do=save]").click()
    file = tmp_path / "sjekkliste.json"
    download.value.save_as(file)
    assert ticked(file) == ["grep-04-unntak", "kapasitet-timar"]

    second = open_page("nb/grep/04-kontraktskjede/")
    second.locator("[data-do=open]").set_input_files(file)
    expect(second.locator("#grep-04-unntak")).to_be_checked()
    with second.expect_download() as download:
        second.locator("[data-do=save]").click()
    download.value.save_as(file)
    assert ticked(file) == ["grep-04-unntak", "kapasitet-timar"]
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
def test_a_file_that_is_not_ours_changes_nothing(
    open_page: Open, tmp_path: Path, data: str
) -> None:
    """It is refused in one sentence that names the file."""
    file = tmp_path / "brev.json"
    file.write_text(data)
    page = open_page("sporsmal/kapasitet/")
    page.locator("#kapasitet-timar").check()
    page.locator("[data-do=open]").set_input_files(file)
    expect(page.locator(".checklist__status")).to_contain_text(
        "brev.json er ikkje ei lagra sjekkliste"
    )
    expect(page.locator("#kapasitet-timar")).to_be_checked()


def test_a_file_of_a_newer_version_is_refused_in_one_line(open_page: Open, tmp_path: Path) -> None:
    """It is ours, but says what this page cannot know."""
    file = tmp_path / "ny.json"
    file.write_text(
        '{"format": "strategisk-mot-akrim/sjekkliste", "version": 2, "done": ["kapasitet-timar"]}'
    )
    page = open_page("sporsmal/kapasitet/")
    page.locator("[data-do=open]").set_input_files(file)
    expect(page.locator("[data-status]")).to_contain_text(
        "ny.json er laga med ei nyare utgåve av nettstaden"
    )
    expect(page.locator("#kapasitet-timar")).not_to_be_checked()


def test_a_remembered_list_without_a_date_says_nothing_of_when(open_page: Open) -> None:
    """It was kept by hand or by an early version."""
    page = open_page("sporsmal/kapasitet/")
    kept = '{"format": "strategisk-mot-akrim/sjekkliste", "done": ["kapasitet-timar"]}'
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, kept])
    page.reload()
    expect(page.locator("#kapasitet-timar")).to_be_checked()
    expect(page.locator("[data-status]")).to_have_text(
        "Kryssa er lagra på denne maskina. Nye kryss blir lagra med ein gong."
    )


def test_a_file_with_withdrawn_points_says_how_many(open_page: Open, tmp_path: Path) -> None:
    """They are kept, so that nothing is lost, and counted apart."""
    file = tmp_path / "gamal.json"
    done = ["kapasitet-timar", "finst-ikkje"]
    file.write_text(
        json.dumps({"format": "strategisk-mot-akrim/sjekkliste", "version": 1, "done": done})
    )
    page = open_page("sporsmal/kapasitet/")
    page.locator("[data-do=open]").set_input_files(file)
    expect(page.locator(".checklist__status")).to_contain_text(
        "1 av kryssa gjeld punkt som ikkje finst lenger"
    )


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "sjekklister/",
            "Desse punkta er endra: kapasitet-vente er slått saman med ambisjonsniva-ikkje-no,"
            " kapasitet-terskel er teke bort.",
        ),
        (
            "nb/sjekklister/",
            "Disse punktene er endret: kapasitet-vente er slått sammen med"
            " ambisjonsniva-ikkje-no, kapasitet-terskel er tatt bort.",
        ),
    ],
)
def test_a_file_from_before_the_points_were_merged_still_opens(
    open_page: Open, tmp_path: Path, path: str, words: str
) -> None:
    """It says what became of each point that is gone. What was ticked stays ticked, but a point
    that has taken over is not: it may demand more, so the reader must look. Nothing is lost when
    the list is saved again."""
    done = ["kapasitet-terskel", "kapasitet-timar", "kapasitet-vente"]
    file = tmp_path / "i-fjor.json"
    file.write_text(
        json.dumps({"format": "strategisk-mot-akrim/sjekkliste", "version": 1, "done": done})
    )
    page = open_page(path)
    page.locator("[data-do=open]").set_input_files(file)
    expect(page.locator(".checklist__status")).to_contain_text(words)
    expect(page.locator("#kapasitet-timar")).to_be_checked()
    expect(page.locator("#ambisjonsniva-ikkje-no")).not_to_be_checked()
    assert page.locator(".checkpoint input:checked").count() == 1
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    download.value.save_as(file)
    assert ticked(file) == done


def test_broken_storage_is_taken_as_empty(open_page: Open) -> None:
    """Whatever stands under our key."""
    page = open_page("sporsmal/kapasitet/")
    for key, value in product((KEY, ANSWERS), ("{", "7", '{"format":"x"}')):
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, value])
        page.reload()
        expect(page.locator("output")).to_have_text(f"0 av {CAPACITY} gjort")


def test_a_checklist_and_the_tools_have_the_same_answers(open_page: Open) -> None:
    """A tick is «yes». What is no tick is told in words, comes back when a tick is taken away, and
    whatever else there is stays."""
    page = open_page("sporsmal/kapasitet/")
    answers = {
        "format": "strategisk-mot-akrim/svar", "version": 1,
        "fields": {"verksemd": "Bø kommune"},
        "checkpoints": {"kapasitet-timar": {"status": "partly", "owner": "Kari"}},
    }  # fmt: skip
    page.evaluate(
        "([key, value]) => sessionStorage.setItem(key, value)", [ANSWERS, json.dumps(answers)]
    )
    page.reload()
    box = page.locator("#kapasitet-timar")
    expect(box).not_to_be_checked()
    expect(box).to_have_accessible_description(re.compile("^Svar: Delvis. "))
    kept = f"JSON.parse(sessionStorage['{ANSWERS}'])"
    box.check()
    expect(page.locator("[data-answered]")).to_have_count(0)
    assert page.evaluate(kept)["fields"] == answers["fields"]
    assert page.evaluate(kept)["checkpoints"] == {
        "kapasitet-timar": {"status": "yes", "owner": "Kari"}
    }
    box.uncheck()
    expect(page.locator("[data-answered]")).to_have_text("Svar: Delvis.")
    assert page.evaluate(kept)["checkpoints"] == answers["checkpoints"]


def test_the_checklist_works_by_keyboard(open_page: Open) -> None:
    """Tab to a box, space ticks it, and the focus can be seen."""
    page = open_page("sporsmal/kapasitet/")
    page.locator("[data-do=print-blank]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Space")
    expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_print_blank_prints_empty_boxes_and_keeps_the_ticks(open_page: Open) -> None:
    """The ticks are back when the printing is over."""
    page = open_page("sporsmal/kapasitet/")
    page.evaluate(
        "window.print = () => { window.printed = document.querySelectorAll(':checked').length }"
    )
    page.locator("#kapasitet-timar").check()
    page.locator("[data-do=print-blank]").click()
    assert page.evaluate("window.printed") == 0
    page.locator("[data-do=print]").click()
    assert page.evaluate("window.printed") == 1
    expect(page.locator("#kapasitet-timar")).to_be_checked()


@pytest.mark.parametrize("script", [True, False])
def test_a_page_prints_whole(
    open_page: Open, content: Content, tmp_path: Path, script: bool
) -> None:
    """Every checkpoint is on paper, and none of the buttons, menus or frames that only a screen
    needs."""
    page = open_page("sjekklister/", java_script_enabled=script)
    file = tmp_path / "print.pdf"
    page.pdf(path=file, format="A4")
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True, text=True
    )
    printed = "".join(done.stdout.split())
    for owner in content.chapters.values():
        for point in owner.checkpoints:
            assert "".join(point.text.nn.split()) in printed
    for button in ("Skrivututankryss", "Skrivutmedkryss", f"av{POINTS}gjort", "Meny", "Fanndedet"):
        assert button not in printed


def test_what_folds_out_is_divided_between_pages_of_paper(open_page: Open, tmp_path: Path) -> None:
    """A section of the law that does not fit would otherwise leave half a page empty before it."""
    page = open_page("regelverk/")
    file = tmp_path / "print.pdf"
    page.pdf(path=file, format="A4")
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True)
    sheets = [len("".join(sheet.split())) for sheet in done.stdout.split("\f")[:-2]]
    assert len(sheets) > 20
    assert min(sheets) > 0.6 * statistics.median(sheets), sheets


@pytest.mark.parametrize("path", ["sporsmal/kapasitet/", "nb/sjekklister/"])
def test_the_checklist_works_without_a_script(open_page: Open, path: str) -> None:
    """Readable, tickable, and no button that would do nothing."""
    page = open_page(path, java_script_enabled=False)
    for row in page.locator(".checklist__part > summary").all()[:1]:
        row.click()
    page.locator(".checkpoint input").first.check()
    expect(page.locator(".checklist__tools")).to_be_hidden()
    for button in ("Lagre kryss", "Lagre som fil"):
        expect(page.get_by_text(button).locator("visible=true")).to_have_count(0)
    expect(page.locator(".search")).to_be_hidden()


def test_the_menu_opens_and_closes_by_keyboard(open_page: Open) -> None:
    """On a narrow screen, in a disclosure that needs no script; Escape gives the focus back."""
    page = open_page("", width=360)
    page.locator(".site-menu > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("navigation", name="Meny").get_by_text("Lova").click()
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
                       return e === document.body || (b.width > 0 && b.right > 0
                              && b.left < innerWidth
                              && getComputedStyle(e).visibility === 'visible')
                              ? '' : e.outerHTML }"""
        )
        assert seen == ""


def test_the_language_switch_leads_to_the_same_page(open_page: Open) -> None:
    """There and back."""
    page = open_page("grep/04-kontraktskjede/")
    page.get_by_role("link", name="Bokmål", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Begrens antall ledd")
    page.get_by_role("link", name="Nynorsk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Avgrens talet på ledd")


def test_the_language_switch_keeps_the_place(open_page: Open, address: str) -> None:
    """An id that both editions have, a heading with another id, where one has read to, and what
    is chosen."""
    page = open_page("sporsmal/kapasitet/#kapasitet-timar")
    switch = page.locator("header a[data-twin]")
    switch.click()
    expect(page).to_have_url(f"{address}nb/sporsmal/kapasitet/#kapasitet-timar")
    headings = (
        "[...document.querySelectorAll('article :is(h2, h3)[id]')].map(heading => heading.id)"
    )
    page.goto(f"{address}sporsmal/kapasitet/")
    nynorsk = page.evaluate(headings)
    page.goto(f"{address}nb/sporsmal/kapasitet/")
    bokmal = page.evaluate(headings)
    at = next(
        number
        for number, (one, other) in enumerate(zip(nynorsk, bokmal, strict=True))
        if one != other
    )
    same = next(name for name in nynorsk if name in bokmal)
    for here, there in ((nynorsk[at], bokmal[at]), (same, same)):
        page.goto(f"{address}sporsmal/kapasitet/#{here}")
        switch.click()
        expect(page).to_have_url(f"{address}nb/sporsmal/kapasitet/#{there}")
        expect(page.locator(f"#{there}")).to_be_in_viewport()
    page.goto(f"{address}sporsmal/kapasitet/")
    # A heading with a long text below it, so that it is the last one above the middle of the screen
    page.locator("#lovkrav").evaluate("heading => heading.scrollIntoView()")
    switch.evaluate("link => link.click()")
    expect(page).to_have_url(f"{address}nb/sporsmal/kapasitet/#lovkrav")
    page.goto(f"{address}eksempel/?fylke=vestland")
    switch.click()
    expect(page).to_have_url(f"{address}nb/eksempel/?fylke=vestland")
    assert page.locator("select[name=fylke]").input_value() == "vestland"


def test_feedback_answers_without_sending(browser: Browser, published_address: str) -> None:
    """Yes thanks on the spot; no leads on; no request is made."""
    with reader(browser, published_address) as page:
        page.goto(f"{published_address}om/")
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.get_by_text("Ja", exact=True).click()
        expect(page.get_by_text("Takk!")).to_be_visible()
        page.get_by_text("Nei", exact=True).click()
        expect(page.get_by_text("Takk!")).to_be_hidden()
        expect(page.locator(".feedback__no")).to_be_visible()
        assert requests == []


def test_the_site_reads_from_a_folder(browser: Browser, disk_site: Path) -> None:
    """Built for an intranet share: every link leads to a file, and the checklist works from
    file://."""
    folder = disk_site.as_uri()
    with reader(browser, folder) as page:
        page.goto(f"{folder}/index.html")
        page.locator("article").get_by_role("link", name="Seks spørsmål").click()
        page.locator("article").get_by_role("link", name="Kapasitet").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Kapasitet")
        page.locator("#kapasitet-timar").check()
        expect(page.locator("output")).to_have_text(f"1 av {CAPACITY} gjort")
        page.get_by_role("link", name="Bokmål", exact=True).click()
        assert page.url.endswith("/nb/sporsmal/kapasitet.html")
