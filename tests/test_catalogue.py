"""The catalogue and the comparison in a real browser: filters, addresses to share, keyboard, no
script, from a disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from macros.content import Content
from macros.contribute import example_yaml, slug

from .conftest import Open, build, copy_project, served

CARDS = ".catalogue > .card:visible"


def test_filters_narrow_the_list_and_stand_in_the_address(
    open_page: Open, content: Content
) -> None:
    """What is chosen is announced, and opens again from the address."""
    page = open_page("eksempel/")
    expect(page.locator(CARDS)).to_have_count(len(content.examples))
    page.get_by_label("Svarar på spørsmål").select_option("kapasitet")
    page.get_by_label("Slag verksemd").select_option("kommune")
    wanted = [e for e in content.shown("kapasitet") if e.body == "kommune"]
    expect(page.locator(CARDS)).to_have_count(len(wanted))
    told = f"Viser {len(wanted)} av {len(content.examples)} døme"
    expect(page.locator("article form [role=status]")).to_contain_text(told)
    assert page.url.endswith("eksempel/?sporsmal=kapasitet&verksemd=kommune")
    again = open_page(page.url.split("/", 3)[3])
    expect(again.locator(CARDS)).to_have_count(len(wanted))
    again.locator(".filters [type=reset]").click()
    expect(again.locator(CARDS)).to_have_count(len(content.examples))
    assert again.url.endswith("eksempel/")


@pytest.mark.parametrize(
    "query", ["Ålesund", "alesund", "ålesund strenge", "Aalesund".replace("Aa", "A")]
)
def test_the_text_search_forgives_how_letters_are_typed(open_page: Open, query: str) -> None:
    """Capitals, and å without its ring."""
    page = open_page("nb/eksempel/")
    page.get_by_label("Søk i eksemplene").fill(query)
    expect(page.locator(CARDS)).to_have_count(1)
    expect(page.locator(CARDS)).to_contain_text("Ålesund kommune")


def test_the_text_search_finds_what_the_card_does_not_show(open_page: Open) -> None:
    """A word that stands under a question."""
    page = open_page("eksempel/?q=koordinator")
    assert page.locator(CARDS).count() >= 2
    expect(page.get_by_label("Søk i døma")).to_have_value("koordinator")


@pytest.mark.parametrize(
    "query", ["xyzzy", "<img src=x onerror=alert(1)>", "(.*[", "\"'\\", "💥", "שלום", "a" * 10_000]
)
def test_nothing_found_says_what_to_do(open_page: Open, query: str) -> None:
    """Whatever was typed; none of it runs."""
    page = open_page("eksempel/")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.get_by_label("Søk i døma").fill(query)
    expect(page.locator("article form [role=status]")).to_contain_text("Ta bort eit filter")
    assert faults == []


def test_values_that_no_example_has_are_left_out(open_page: Open, content: Content) -> None:
    """An old or a mean address shows the whole list."""
    page = open_page("eksempel/?fylke=atlantis&sporsmal=%3Cscript%3E&ukjend=1")
    expect(page.locator(CARDS)).to_have_count(len(content.examples))


def test_a_number_in_the_coverage_leads_to_its_examples(open_page: Open, content: Content) -> None:
    """On the same page, without losing the place of the keyboard."""
    page = open_page("eksempel/")
    count = len([e for e in content.shown("grep-04") if e.body == "kommune"])
    page.get_by_role("link", name="Grep 4. Avgrens leverandørkjeda, Kommune: ").click()
    expect(page.locator(CARDS)).to_have_count(count)
    assert page.evaluate("document.activeElement.name") == "q"
    page.go_back()
    expect(page.locator(CARDS)).to_have_count(len(content.examples))


def test_from_a_question_to_its_examples(open_page: Open, content: Content) -> None:
    """The link on the page of a question opens the catalogue at the list, filtered."""
    page = open_page("nb/sporsmal/kapasitet/")
    page.get_by_role("link", name="Se alle eksemplene om dette").click()
    expect(page.locator(CARDS)).to_have_count(len(content.shown("kapasitet")))
    assert page.url.endswith("eksempel/?sporsmal=kapasitet#liste")


def test_the_catalogue_reads_without_a_script(open_page: Open, content: Content) -> None:
    """Every example, and no filter that would do nothing."""
    page = open_page("eksempel/?sporsmal=kapasitet", java_script_enabled=False)
    expect(page.locator(CARDS)).to_have_count(len(content.examples))
    expect(page.locator(".filters")).to_be_hidden()
    page = open_page("eksempel/samanlikn/", java_script_enabled=False)
    expect(page.locator(".compare")).to_be_hidden()
    assert "treng JavaScript" in page.content()


PAIR = ("oslo-kommune-oslomodellen", "asker-kommune-verktoykasse-sosialt-ansvar")


def test_examples_stand_side_by_side(open_page: Open, content: Content) -> None:
    """Question by question, with names for rows and columns, and the choice in the address."""
    page = open_page("eksempel/samanlikn/")
    expect(page.locator("article form [role=status]")).to_contain_text("Vel minst to døme")
    for number, name in enumerate(PAIR, 1):
        page.get_by_label(f"Døme {number}").select_option(name)
    expect(page.locator("article form [role=status]")).to_have_text("Viser 2 døme.")
    head = page.locator(".comparison thead th[scope=col]")
    expect(head).to_have_count(3)
    rows = page.locator(".comparison tbody th[scope=row]").all_text_contents()
    assert "Kapasitet" in rows and "Grep 9: Gjennomfør kontrollar" in rows
    assert page.url.endswith("?" + "&".join(f"d={name}" for name in PAIR))
    assert {cell.get_attribute("lang") for cell in head.all()[1:]} == {
        "nb",
        "nn",
    }, "a title of ours is translated"
    assert {
        cell.get_attribute("lang") for cell in page.locator(".comparison tbody td[lang]").all()
    } == {"nn"}
    again = open_page(page.url.split("/", 3)[3])
    expect(again.locator(".comparison")).to_be_visible()
    again.locator(".comparison thead a").first.click()
    expect(again.get_by_role("heading", level=1)).to_contain_text(content.examples[PAIR[0]].title)


def test_a_slow_example_does_not_take_the_place_of_a_later_choice(
    browser: Browser, address: str
) -> None:
    """Chosen first and fetched last: the table shows what is chosen now."""
    slow, second, third = *PAIR, "bardu-kommune-anskaffelsesstrategi"
    page = browser.new_page()
    held: list[Route] = []
    page.route(f"**/{slow}.js", lambda route: held.append(route))
    page.goto(f"{address}eksempel/samanlikn/")
    with page.expect_request(f"**/{slow}.js"):
        page.get_by_label("Døme 1").select_option(slow)
        page.get_by_label("Døme 2").select_option(second)
    page.get_by_label("Døme 1").select_option(third)
    expect(page.locator(".comparison thead a").first).to_have_attribute("href", re.compile(third))
    with page.expect_response(f"**/{slow}.js") as answer:
        held[0].continue_()
    answer.value.finished()
    page.wait_for_function("() => new Promise((done) => setTimeout(() => done(true), 100))")
    expect(page.locator(".comparison thead a").first).to_have_attribute("href", re.compile(third))
    page.close()


def test_a_phone_compares_one_example_at_a_time(open_page: Open, content: Content) -> None:
    """Row by row with labels, and nothing to move sideways; paper and wide screens have all."""
    page = open_page(f"eksempel/samanlikn/?d={PAIR[0]}&d={PAIR[1]}")
    page.set_viewport_size({"width": 360, "height": 740})
    heads = page.locator(".comparison thead a:visible")
    expect(heads).to_have_count(1)
    page.get_by_label("Vis dømet").select_option("2")
    expect(heads).to_have_text(content.examples[PAIR[1]].name)
    row = page.locator(".comparison tbody tr").first
    assert row.locator(":scope > :visible").count() == 2
    assert page.evaluate(
        "() => { const f = document.querySelector('.table-frame');"
        " return f.scrollWidth <= f.clientWidth; }"
    )
    page.set_viewport_size({"width": 1280, "height": 740})
    expect(heads).to_have_count(2)
    expect(page.get_by_label("Vis dømet")).to_be_hidden()


def test_the_comparison_leads_on_from_an_example(open_page: Open) -> None:
    """With that example chosen."""
    page = open_page(f"eksempel/{PAIR[1]}/")
    page.get_by_role("link", name="Samanlikn med andre døme").click()
    expect(page.get_by_label("Døme 1")).to_have_value(PAIR[1])


def test_a_failed_download_is_told(browser: Browser, address: str) -> None:
    """And can be tried again."""
    page = browser.new_page()
    page.route(f"**/{PAIR[0]}.js", lambda route: route.abort())
    page.goto(f"{address}eksempel/samanlikn/")
    page.get_by_label("Døme 1").select_option(PAIR[0])
    page.get_by_label("Døme 2").select_option(PAIR[1])
    expect(page.locator("article form [role=status]")).to_contain_text("kunne ikkje hentast")
    page.unroute(f"**/{PAIR[0]}.js")
    page.get_by_label("Døme 3").select_option(PAIR[1])
    expect(page.locator(".comparison")).to_be_visible()
    page.close()


def test_catalogue_and_comparison_work_from_a_disk(
    browser: Browser, disk_site: Path, content: Content
) -> None:
    """Opened as files: filters, links and comparison."""
    page = browser.new_page()
    page.goto((disk_site / "eksempel/index.html").as_uri() + "?sporsmal=kapasitet")
    expect(page.locator(CARDS)).to_have_count(len(content.shown("kapasitet")))
    page.locator(CARDS).first.get_by_role("link").click()
    page.get_by_role("link", name="Samanlikn med andre døme").click()
    page.get_by_label("Døme 2").select_option(PAIR[0])
    expect(page.locator(".comparison")).to_be_visible()
    page.locator(".comparison thead a").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(content.examples[PAIR[0]].title)
    page.close()


def test_a_long_list_is_shown_in_two_steps(address: str, browser: Browser) -> None:
    """So that a thousand examples answer at once. The rest come by a button, and on paper."""
    page = browser.new_page()

    def longer(route: Route) -> None:
        html = route.fetch().text()
        [cards] = re.findall(r'<ul class="catalogue"[^>]*>(.*?)</ul>\s*<p data-rest', html, re.S)
        route.fulfill(body=html.replace(cards, cards * 3), content_type="text/html")

    page.route("**/eksempel/", longer)
    page.goto(f"{address}eksempel/")
    every = page.locator(".catalogue > .card").count()
    assert every > 120
    expect(page.locator(CARDS)).to_have_count(60)
    told = f"{every} av {every} døme passar. Her er dei 60 første."
    expect(page.locator("article form [role=status]")).to_have_text(told)
    page.get_by_role("button", name="Vis alle døma").press("Enter")
    expect(page.locator(CARDS)).to_have_count(every)
    expect(page.locator(CARDS).nth(60).get_by_role("link")).to_be_focused()
    expect(page.get_by_role("button", name="Vis alle døma")).to_be_hidden()
    page.get_by_role("button", name="Fjern alle filter").click()
    expect(page.locator(CARDS)).to_have_count(60)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(CARDS)).to_have_count(every)
    page.close()


def test_the_words_of_the_pages_are_fetched_when_somebody_searches(open_page: Open) -> None:
    """Once, and not before."""
    page = open_page("nb/eksempel/")
    words = page.locator("script[src$='eksempel-ord.js']")
    expect(words).to_have_count(0)
    page.get_by_label("Søk i eksemplene").fill("koordinator")
    expect(page.locator(CARDS).nth(1)).to_be_visible()
    expect(words).to_have_count(1)


def test_a_mean_example_is_only_text_in_a_built_site(browser: Browser, tmp_path: Path) -> None:
    """Built for real with text that looks like templates, markup and scripts, and opened."""
    project = tmp_path / "project"
    copy_project(project, warm=True)
    mean = "{{ 7*7 }} {% raw %} &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; "
    mean += "\" onload='alert(1)' [x](https://example.no/)"
    answers = {
        "publisher": "Bø {{ config }}", "body": "kommune", "title": mean, "kind": "strategy",
        "group": "dedicated",
        "language": "nb", "status": "unknown", "evidence": "read", "about": mean, "lesson": mean,
        "questions.kapasitet": mean,
    }  # fmt: skip
    source = {"title": mean, "publisher": mean, "url": "https://bo.example.no/"}
    (project / f"examples/{slug(answers)}.yml").write_text(
        example_yaml(answers, [source], "2026-11-25")
    )
    done = build(project, tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    faults: list[str] = []
    with served(tmp_path / "site") as address:
        page = browser.new_page()
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("pageerror", lambda error: faults.append(str(error)))
        for path in (
            f"eksempel/{slug(answers)}/",
            "nb/eksempel/",
            f"eksempel/samanlikn/?d={slug(answers)}&d={PAIR[0]}",
        ):
            page.goto(address + path)
            expect(page.locator("body")).to_contain_text(mean)
        page.goto(f"{address}eksempel/{slug(answers)}/")
        assert page.title() == f"Bø {{{{ config }}}}: {mean} – Strategisk mot a-krim"
        page.close()
    assert faults == []


@pytest.mark.parametrize("width", [360, 1280])
def test_the_list_does_not_move_when_the_filters_come(open_page: Open, width: int) -> None:
    """A reader on a slow line would otherwise press another card than the one she saw."""
    tops = []
    for stopped in (True, False):
        page = open_page("om/", width=width, fresh=True)
        if stopped:
            page.route("**/scripts/**", lambda route: route.fulfill(body=""))
        page.goto(page.url.replace("om/", "eksempel/"))
        tops.append(page.locator(".catalogue").bounding_box()["y"])  # type: ignore[index]
    assert abs(tops[0] - tops[1]) < 2
