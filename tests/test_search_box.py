"""The search box and the page of results in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Route, expect

from macros.content import EDITIONS

from .conftest import Open


def ask(page: Page, query: str) -> None:
    """Type a question, and wait until it is answered."""
    page.locator(".md-search__input").fill(query)
    expect(page.get_by_role("status").first).to_contain_text(query)


def first(page: Page) -> str:
    """Where the first answer leads."""
    return str(page.locator(".md-search-result__link").first.get_attribute("href"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_purchaser_finds_the_page(open_page: Open, edition: str) -> None:
    """With her own words, in the edition she reads, with kind, place and the hit marked."""
    page = open_page("" if edition == "nn" else "nb/")
    ask(page, {"nn": "hvor mange ledd er lov", "nb": "kor mange ledd er lov"}[edition])
    assert ("/nb/" in first(page)) == (edition == "nb")
    assert "grep/04-kontraktskjede/" in first(page)
    item = page.locator(".search__item").first
    expect(item.locator(".search__kind")).to_have_text("Grep")
    expect(item.locator("mark").filter(has_text="ledd").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("4.")


def test_what_means_the_same_is_marked_too(open_page: Open) -> None:
    """Another name for it, in the text and in the title."""
    page = open_page("")
    ask(page, "byggekort")
    expect(page.locator(".search__item mark").filter(has_text="HMS-kort").first).to_be_visible()


def test_a_misspelt_word_is_guessed(open_page: Open) -> None:
    """It is said that the answers below are to the guess, which is taken with one press."""
    page = open_page("")
    ask(page, "kapasistet")
    status = page.get_by_role("status").first
    expect(status).to_contain_text("Ingen treff på «kapasistet».")
    expect(status).to_contain_text("treff på «kapasitet»")
    expect(page.get_by_text("Her er treffa på kapasitet.")).to_be_visible()
    assert "sporsmal/kapasitet/" in first(page)
    page.get_by_role("button", name="kapasitet", exact=True).click()
    expect(status).not_to_contain_text("Ingen treff")
    expect(page.locator(".search__meant")).to_be_hidden()


def test_nothing_found_and_nothing_asked_lead_on(open_page: Open) -> None:
    """To the page with everything, and to others who can help."""
    page = open_page("nb/")
    page.locator(".md-search__input").click()
    expect(page.locator(".search__help")).to_contain_text("for eksempel byggekort")
    ask(page, "zzzzzzzzzz")
    expect(page.get_by_role("status").first).to_have_text("Dette har vi ikke: «zzzzzzzzzz».")
    expect(page.locator(".search__help")).to_contain_text("kan andre hjelpe")
    page.locator(".search__help a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alt innhold")


def test_a_word_found_nowhere_is_named_and_struck(open_page: Open) -> None:
    """Alone, or beside words that are found."""
    page = open_page("nb/")
    ask(page, "zzyzx kontroll")
    expect(page.locator(".search__meant s")).to_have_text("zzyzx")
    assert "grep/09-kontroll/" in first(page)
    ask(page, "barnehageplass")
    expect(page.get_by_role("status").first).to_have_text(
        "Dette har vi ikke: «barnehageplass». Her er det nærmeste."
    )


def test_more_answers_and_answers_of_one_kind_can_be_shown(open_page: Open) -> None:
    """And an example tells its period and status, a checklist in several forms comes once."""
    page = open_page("sok/?q=kontroll")
    status = page.locator("article").get_by_role("status")
    expect(status).to_contain_text("treff på «kontroll». Her er dei 10 beste.")
    items = page.locator("article .search__item")
    page.get_by_role("button", name="Vis fleire").click()
    expect(items).to_have_count(20)
    assert page.evaluate("document.activeElement.closest('li').previousElementSibling") is not None
    page.get_by_role("button", name="Døme (").click()
    chosen = page.get_by_role("button", name="Døme (")
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_focused()
    expect(items.first.locator(".search__kind")).to_have_text("Døme")
    expect(items.first.locator(".search__note")).not_to_be_empty()
    page.locator("article .md-search__input").fill("heile sjekklista")
    expect(page.locator(".search__also").first).to_contain_text("Same innhald:")


def test_a_question_stands_in_the_address(open_page: Open) -> None:
    """On the page of results it can be shared, and the way back leads to the one before; from an
    answer it leads back to the answers."""
    page = open_page("sok/?q=kontroll")
    field = page.locator("article .md-search__input")
    link = page.locator("article .md-search-result__link").first
    expect(link).to_be_visible()
    expect(page.locator("[data-topics]")).to_be_hidden()
    field.fill("lønsslipp")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/sok/\?q=l%C3%B8nsslipp$"))
    expect(link).to_be_focused()
    page.go_back()
    expect(field).to_have_value("kontroll")

    page.goto(page.url.split("sok/")[0] + "om/")
    ask(page, "kapasitet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sporsmal/kapasitet/**")
    page.go_back()
    expect(page.locator("[data-search-input]")).to_have_value("kapasitet")
    expect(page.locator("[data-search] .search__item").first).to_be_visible()


def test_an_answer_is_not_taken_before_it_is_there(open_page: Open) -> None:
    """Enter waits for the answers to what stands in the field, also while the search loads."""
    page = open_page("om/", fresh=True)
    waiting: list[Route] = []
    page.route("**/search_index.json", lambda route: waiting.append(route))
    page.locator("[data-search-input]").fill("lønsslipp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_have_text("Lastar søket …")
    waiting[0].continue_()
    page.wait_for_url("**/nedlasting/lonsslipp/**")


def test_the_search_says_that_it_loads_to_whoever_types_in_an_open_box(open_page: Open) -> None:
    """The box may be there before the first letter, and long before the index."""
    page = open_page("om/", fresh=True)
    waiting: list[Route] = []
    page.route("**/search_index.json", lambda route: waiting.append(route))
    page.locator("[data-search-input]").focus()
    expect(page.locator(".search--open")).to_be_visible()
    page.keyboard.type("lønsslipp")
    expect(page.get_by_role("status").first).to_have_text("Lastar søket …")
    waiting[0].continue_()
    expect(page.get_by_role("status").first).to_contain_text("treff på «lønsslipp»")


def test_a_failed_load_is_tried_again(open_page: Open) -> None:
    """At the next letter."""
    page = open_page("om/", fresh=True)
    broken = [True]  # for as many tries as there are until the reader has been told
    page.route(
        "**/search_index.json",
        lambda route: route.fulfill(body="{") if broken else route.continue_(),
    )
    page.locator("[data-search-input]").fill("kapasite")
    expect(page.get_by_role("status").first).to_contain_text("Søket kunne ikkje lastast.")
    broken.clear()
    ask(page, "kapasitet")
    assert "sporsmal/kapasitet/" in first(page)


def test_the_words_are_marked_where_one_lands(open_page: Open) -> None:
    """In all their forms, until the marks are taken away."""
    page = open_page("om/")
    page.keyboard.press("Control+K")
    expect(page.locator("[data-search-input]")).to_be_focused()
    ask(page, "mannskapsliste")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/grep/06-mannskap/**")
    marks = page.locator("article mark[data-hit]")
    expect(marks.first).to_be_visible()
    assert marks.count() > 1
    text = page.locator("article").inner_text()
    page.get_by_role("button", name="Fjern markeringane").click()
    expect(marks).to_have_count(0)
    assert "merk=" not in page.url
    assert page.locator("article").inner_text() in text


def test_the_way_back_closes_the_search_on_a_narrow_screen(open_page: Open) -> None:
    """And the page stays."""
    page = open_page("om/", width=360)
    page.get_by_role("button", name="Søk").click()
    ask(page, "kontroll")
    page.go_back()
    expect(page.locator(".search")).to_be_hidden()
    assert page.url.endswith("/om/")


def test_an_unknown_address_is_searched_for(open_page: Open, site: Path) -> None:
    """With its words, on the page that tells that it is unknown."""
    page = open_page("om/", fresh=True)
    page.route(
        "**/grep/9-kontroller-lon/",
        lambda route: route.fulfill(path=site / "404.html", content_type="text/html"),
    )
    page.goto(page.url.replace("om/", "grep/9-kontroller-lon/"))
    expect(page.locator("article .md-search__input")).to_have_value("grep kontroller lon")
    expect(page.locator("article .search__item").first).to_be_visible()


def test_a_browser_can_search_the_site(published: Path) -> None:
    """From its address line, in both editions, where the address of the site is known."""
    for folder, prefix in ((published, ""), (published / "nb", "nb/")):
        text = (folder / "opensearch.xml").read_text()
        address = f"https://rettleiing.example.no/{prefix}sok/?q={{searchTerms}}"
        assert f'template="{address}"' in text
        page = BeautifulSoup((folder / "om/index.html").read_text(), "html.parser")
        assert page.find("link", rel="search")["href"] == "../opensearch.xml"  # type: ignore[index]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_of_results_is_accessible(open_page: Open, width: int) -> None:
    """No fault axe can see, and nothing sideways."""
    page = open_page("nb/sok/?q=kontroll", width=width)
    expect(page.locator("article .search__item").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in violations] == []


def test_without_a_script_the_page_of_results_is_a_list_of_topics(open_page: Open) -> None:
    """And no field that does nothing."""
    page = open_page("sok/?q=kontroll", java_script_enabled=False)
    expect(page.locator("article .md-search__input")).to_be_hidden()
    assert page.locator("[data-topics] a").count() > 20


def test_the_search_works_by_keyboard(open_page: Open) -> None:
    """Tab to the kinds, arrows through the answers, Escape back to the field, Tab out closes."""
    page = open_page("grep/04-kontraktskjede/")
    page.locator(".md-search__input").focus()
    page.keyboard.type("kontroll")
    expect(page.get_by_role("status").first).to_contain_text("kontroll")
    focused = "document.activeElement.className || document.activeElement.tagName"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "search__filter"
    page.locator(".md-search__input").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == "md-search-result__link"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == "md-search__input"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "md-search__input"
    expect(page.locator(".search__panel")).to_be_hidden()
    page.keyboard.type("er")
    expect(page.locator(".search__panel")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".search__panel")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_search_is_accessible(open_page: Open, width: int, scheme: str) -> None:
    """Named, announced, one main heading, nothing sideways, and no fault axe can see."""
    page = open_page("nb/grep/09-kontroll/", width=width, color_scheme=scheme)
    if width < 960:
        page.get_by_role("button", name="Søk").click()
        dialog = page.get_by_role("dialog", name="Søk")
        expect(dialog).to_be_visible()
        assert dialog.get_attribute("aria-modal") == "true"
    ask(page, "kontroll")
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"][:100] for n in v["nodes"]]) for v in violations] == []


def test_the_narrow_dialog_holds_the_focus_and_gives_it_back(open_page: Open) -> None:
    """Nothing behind it can be reached; Escape and the button close it."""
    page = open_page("", width=360)
    opener = page.get_by_role("button", name="Søk")
    for close in (
        lambda: page.keyboard.press("Escape"),
        lambda: page.get_by_role("button", name="Lukk").click(),
    ):
        opener.click()
        ask(page, "kontroll")
        for _ in range(16):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "document.activeElement === document.body ||"
                " !!document.activeElement.closest('.search')"
            )
        page.locator(".md-search__input").focus()
        close()
        expect(page.locator(".search")).to_be_hidden()
        assert page.evaluate("document.activeElement.hasAttribute('data-open-search')")
        assert page.locator("[inert]").count() == 0


def test_the_styles_alone_say_when_the_search_lies_over_the_page(open_page: Open) -> None:
    """Just below the width it is a dialog; a wider window closes it, and there it is none."""
    page = open_page("", width=959)
    page.locator("[data-open-search]").click()
    search = page.locator("[data-search]")
    expect(search).to_have_attribute("aria-modal", "true")
    page.set_viewport_size({"width": 960, "height": 900})
    expect(page.locator("[data-search-panel]")).to_be_hidden()
    expect(search).not_to_have_attribute("aria-modal", "true")
    ask(page, "kontroll")
    expect(page.locator("[data-search-panel]")).to_be_visible()
    expect(search).not_to_have_attribute("aria-modal", "true")


def test_nothing_of_the_search_is_loaded_before_it_is_opened(open_page: Open, address: str) -> None:
    """Not the box, not the worker, not the index; and Material's own script never."""
    page = open_page("om/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.removeprefix(address)))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert [url for url in requests if "search" in url or "bundle" in url] == []
    ask(page, "kontroll")
    wanted = [
        "assets/scripts/search/box.js",
        "assets/scripts/search/worker.js",
        "search/search_index.json",
    ]
    assert sorted(url for url in requests if "search" in url) == sorted(wanted)


def test_what_the_first_answer_needs_comes_at_once(open_page: Open) -> None:
    """The worker and the index are asked for beside the script of the box, and not after it: on a
    slow line each would wait for the one before."""
    page = open_page("om/", fresh=True)
    held: list[Route] = []
    page.route("**/search/box.js", lambda route: held.append(route))
    with (
        page.expect_request("**/search/worker.js"),
        page.expect_request("**/search/search_index.json"),
    ):
        page.locator("[data-search-input]").focus()
    page.locator("[data-search-input]").fill("kapasitet")
    held[0].continue_()
    expect(page.locator(".search__item").first).to_be_visible()
    assert "sporsmal/kapasitet/" in first(page)


BAD = [
    "a", "x" * 10_000, "og i på", "😀🙈", "<img src=x onerror=\"window.hacked=1\">",
    "<script>window.hacked=1</script>",
    ".*+?^${}()|[]\\", '"«kontroll»"', "\u202eשלום", "kontroll " * 1_000, "__proto__ constructor",
    "§§§",
]  # fmt: skip


def test_nothing_typed_breaks_it(open_page: Open) -> None:
    """No exception, nothing run, no freeze, and the next question is answered."""
    page = open_page("")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console", lambda message: faults.append(message.text) if message.type == "error" else None
    )
    for bad in BAD:
        page.locator(".md-search__input").fill(bad)
        # Its own answer, not the one before: a long question is said back cut short
        expect(page.get_by_role("status").first).to_contain_text(
            "«" + " ".join(bad.split())[:50], timeout=3000
        )
        ask(page, "kapasitet")
        assert "sporsmal/kapasitet/" in first(page)
    for blank in ("", "   "):
        page.locator(".md-search__input").fill(blank)
        expect(page.locator(".search__help")).to_be_visible()
    assert page.evaluate("window.hacked") is None
    assert faults == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_search_works_from_a_disk(browser: Browser, disk_site: Path, edition: str) -> None:
    """Where nothing can be fetched and no worker started."""
    page = browser.new_page()
    page.goto((disk_site / ("" if edition == "nn" else "nb") / "grep/09-kontroll.html").as_uri())
    ask(page, "leverandor kjede")
    page.locator(".md-search-result__link", has_text="leverandørkje").first.click()
    assert "grep/04-kontraktskjede.html" in page.url
    assert ("/nb/" in page.url) == (edition == "nb")
    page.close()


def test_the_search_needs_nothing_a_strict_policy_forbids(
    browser: Browser, site: Path, disk_site: Path, address: str
) -> None:
    """No inline script, no eval, no blob: served and from a disk, under `script-src 'self'`."""
    policy = (
        "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self'; object-src"
        " 'none'"
    )
    page = browser.new_page()
    faults: list[str] = []
    page.on(
        "console", lambda message: faults.append(message.text) if "search" in message.text else None
    )
    page.route(
        "**/om/",
        lambda route: route.fulfill(
            body=(site / "om/index.html")
            .read_text()
            .replace(
                "<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">', 1
            ),
            content_type="text/html",
        ),
    )
    page.goto(address + "om/")
    ask(page, "kontroll")
    assert "grep/09-kontroll/" in first(page)
    local = disk_site / "om-streng.html"  # a page more: the others are read by other tests
    local.write_text(
        (disk_site / "om.html")
        .read_text()
        .replace(
            "<head>", f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">', 1
        )
    )
    page.goto(local.as_uri())
    local.unlink()
    ask(page, "kontroll")
    assert "grep/09-kontroll.html" in first(page)
    assert faults == []
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_without_a_script_there_is_a_way_to_everything(open_page: Open, width: int) -> None:
    """A link in the place of the search, to a page with all of it by topic."""
    page = open_page("nb/om/", width=width, java_script_enabled=False)
    expect(page.locator(".search")).to_be_hidden()
    expect(page.locator("[data-open-search]")).to_be_hidden()
    page.get_by_role("banner").get_by_role("link", name="Alt innhold").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alt innhold")
    assert page.locator("article a[href]").count() > 35
