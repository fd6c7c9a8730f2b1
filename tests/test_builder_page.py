"""«Lag strategien» in a browser: from the start to a finished Word file, and what may go wrong."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import jsonschema
import openpyxl
import pikepdf
import pytest
from docx.oxml.ns import qn
from playwright.sync_api import Browser, Page, expect

from macros.content import EDITIONS, Content
from macros.documents.excel import HEADER_ROW

from .conftest import ANSWERS, Open, in_tab, stored
from .test_access import axe
from .tool_page import BAD, HOSTILE, choose, downloaded, from_disk, go_on, on

STEPS = (
    "om", "kontraktar", "folk", "tid", "sporsmal", "grep", "mal", "rapport", "tiltak", "saka",
    "sja-over",
)  # fmt: skip
ROLES = {
    "rolle.ansvarleg": "innkjøpsrådgivaren",
    "rolle.risiko": "innkjøpsrådgivaren",
    "rolle.krav": "einingsleiaren",
    "rolle.kontroll": "driftsleiaren",
    "rolle.stad": "driftsleiaren",
    "rolle.lonsslipp": "lønsrådgivaren",
    "rolle.avvising": "økonomisjefen",
    "rolle.sanksjon": "økonomisjefen",
    "rolle.etatar": "innkjøpsrådgivaren",
    "rolle.vikar": "økonomirådgivaren",
    "stad.arkiv": "arkivsystemet",
}
TYPED = ROLES | {
    "periode.fra": "2027",
    "periode.til": "2030",
    "tal.kontraktar": "12",
    "tal.risikokontraktar": "4",
    "tal.risikovurderte": "3",
    "tal.kontrollerte": "2",
    "tal.millionar": "180",
    "omrade.1": "reinhald",
    "omrade.2": "byggjearbeid",
    "omrade.ikkje": "IT-tenester",
    "tal.kontrollar": "12",
    "tal.besok": "4",
    "timar.avvik": "10",
    "timar.anna": "20",
    "timar.no": "5",
    "tal.kroner": "20 000",
    "oppgave.vente": "innføringa av e-handel",
    "dato.opplaring": "30.6.2027",
    "dato.rapport": "1. mars 2028",
    "dato.vedtak": "17.12.2026",
    "tal.prosent": "50",
    "saksnummer": "26/412",
    "budsjett": "budsjettposten for innkjøp",
    "medverknad": "Dei tillitsvalde har fått saka.",
    "dato.mote": "17.12.2026",
    "dato.rutine": "14.1.2027",
}
"""What everybody types here, in the order of the steps."""
BODIES = {
    "kommune": ("Bø kommune", "kommune", "kapittel", "kommunestyret"),
    "agency": ("Tilsynet for døme", "stat", "strategi", "leiargruppa"),
    "company": ("Renovasjon IKS", "selskap", "kapittel", "styret"),
}
"""A small kommune, an agency and a company: the name, the kind, the document, and who decides."""
BUDGETS = {
    "kommune": dict.fromkeys(EDITIONS, "årsbudsjettet og økonomiplanen"),
    "stat": {
        "nn": "budsjettet innanfor tildelinga",
        "nb": "budsjettet innenfor tildelingen",
    },
    "selskap": {"nn": "innarbeidd i budsjettet.", "nb": "innarbeides i budsjettet."},
}
GUIDANCE = {
    "kapittel": {"nn": "Kopier teksten", "nb": "Kopier teksten"},
    "strategi": {"nn": "Tel opp kontraktane", "nb": "Tell opp kontraktene"},
}
"""How the guidance of each template begins, which the template has and the document has not."""
WORDS = {"stat": {"nn": "leiargruppa", "nb": "ledergruppen"}}


def type_in(page: Page, answers: dict[str, str]) -> None:
    """Type what this screen asks for, all of it in one go: a key at a time takes a browser long."""
    page.evaluate(
        """answers => {
            for (const control of document.querySelectorAll("input[type=text], textarea")) {
                if (!(control.name in answers) || !control.checkVisibility()) continue;
                control.value = answers[control.name];
                for (const type of ["input", "change"])
                    control.dispatchEvent(new Event(type, { bubbles: true }));
            }
        }""",
        answers,
    )


def walk(page: Page, body: str, *, until: str = "resultat") -> None:
    """From the start, through every screen, to `until`."""
    name, kind, document, _ = BODIES[body]
    page.click("[data-do=begin]")
    expect(page).to_have_title(re.compile(" 1 av 11"))
    for _ in range(40):
        step = re.sub(r".*#steg/", "", page.url)
        if step.split("/")[0] == until:
            return
        type_in(page, TYPED | {"verksemd": name})
        if step == "om":
            page.check(f"#c-verksemdstype-{kind}")
            page.check(f"#c-document-{document}")
        if step == "kontraktar":
            page.check("#c-sectors-reinhald")
        if step == "tid":
            page.check("#c-samarbeid-eigne")
        go_on(page)
    pytest.fail("the result was never reached")


def walk_on(page: Page, until: str = "resultat") -> None:
    """To `until`, with what this screen and the next ones have from the start."""
    while not page.url.endswith(f"#steg/{until}"):
        type_in(page, TYPED)
        go_on(page)


def saved(page: Page, file: str) -> tuple[str, bytes]:
    """The name and the content of a file that the result offers."""
    page.wait_for_selector(".result__files", state="attached")
    page.evaluate("document.querySelector('.result__files details').open = true")
    return downloaded(page, f'[data-file="{file}"]')


def paragraphs(data: bytes) -> Iterator[str]:
    """The text of each paragraph of a Word file, in content controls too."""
    for paragraph in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        yield "".join(part.text or "" for part in paragraph.iter(qn("w:t")))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("body", BODIES)
def test_from_the_start_to_a_word_file_without_a_blank(
    open_page: Open, site: Path, content: Content, body: str, edition: str
) -> None:
    """Nothing is left to fill in, no guidance is left to delete, and the answers are there."""
    page = open_page(("nb/" if edition == "nb" else "") + "lag/")
    walk(page, body)
    name, kind, document, decides = BODIES[body]
    expect(page.locator("[data-step=resultat] h1")).to_contain_text(name)
    page.wait_for_selector(".result__text")
    assert page.locator("[data-missing] li").all_inner_texts() == []
    file, data = saved(page, f"{document}.docx")
    assert re.fullmatch(rf"{document}-[a-z-]+-\d{{4}}-\d\d-\d\d\.docx", file)
    text = "\n".join(paragraphs(data))
    assert "[" not in text
    assert name in text
    for left in GUIDANCE[document][edition], content.blanks["verksemd"].label[edition]:
        assert left not in text
    assert WORDS.get(kind, {}).get(edition, decides) in text
    assert "innkjøpsrådgivaren" in text
    assert "1. mars 2028" in text.replace("\u00a0", " ")
    shown = page.locator(".result__text").inner_text()
    assert "[" not in shown
    answers = json.loads(saved(page, "svar.json")[1])
    paper = "\n".join(paragraphs(saved(page, "saksframlegg.docx")[1]))
    routine = "\n".join(paragraphs(saved(page, "rutine.docx")[1]))
    assert "[" not in paper + routine
    assert BUDGETS[kind][edition] in paper
    jsonschema.validate(answers, json.loads((site / "data/svar.schema.json").read_text()))
    assert answers["fields"]["tal.kroner"] == "20000"
    assert answers["fields"]["dato.rapport"] == "2028-03-01"


def test_every_file_can_be_saved_and_the_zip_has_them_all(open_page: Open) -> None:
    """Each under a name of its own; the workbooks and the texts open."""
    page = open_page("lag/")
    walk(page, "kommune")
    _, data = saved(page, "alt.zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = [name.split("-")[0] + Path(name).suffix for name in archive.namelist()]
    assert names == [
        *("kapittel.docx", "kapittel.odt", "kapittel.md"),
        *("saksframlegg.docx", "saksframlegg.odt", "saksframlegg.md"),
        *("rutine.docx", "rutine.odt", "rutine.md"),
        *("handlingsplan.xlsx", "arbeidsbok.xlsx", "kalender.ics", "svar.json"),
    ]
    offered = page.locator("[data-file]").evaluate_all("all => all.map(e => e.dataset.file)")
    assert sorted(offered) == sorted([*names, "alt.zip"])
    links = page.locator(".result__text .summary__change a").evaluate_all(
        "all => all.map(a => [a.getAttribute('aria-label'), a.hash])"
    )
    assert [a for name, a in links if "Mål og prioritering" in name] == ["#steg/mal"]
    assert [a for name, a in links if name.endswith("Ansvar")] == ["#steg/folk"]


@pytest.mark.filterwarnings("ignore:Print area:UserWarning")
def test_the_plan_has_what_is_chosen_and_nothing_else(open_page: Open) -> None:
    """Our own actions that are taken away leave no row, owner or count in the workbook."""
    page = open_page("lag/")
    walk(page, "kommune", until="tiltak")
    proposed = page.locator("[name=action]:checked")
    count = proposed.count()
    assert count < page.locator("[name=action]").count()
    proposed.first.uncheck()
    walk_on(page, until="sja-over")
    told = page.locator("[data-summary] dd").all_inner_texts()
    walk_on(page)
    chosen = json.loads(saved(page, "svar.json")[1])["actions"]
    assert len(chosen) == count - 1
    assert "\n".join(row["text"] for row in chosen) in told
    assert "20\u00a0000" in told
    book = openpyxl.load_workbook(io.BytesIO(saved(page, "handlingsplan.xlsx")[1]))
    heads, *rows = book.worksheets[0].iter_rows(min_row=HEADER_ROW + 1, values_only=True)
    place = {name: heads.index(name) for name in ("Tiltak", "Ansvarleg", "Frist", "Status")}
    filled = [row for row in rows if any(row[n] for n in place.values())]
    assert [row[place["Tiltak"]] for row in filled] == [row["text"] for row in chosen]
    assert [row[place["Ansvarleg"]] for row in filled] == [row["owner"] for row in chosen]
    assert [row[place["Frist"]].date().isoformat() for row in filled] == [
        row["deadline"] for row in chosen
    ]
    told = [row for row in book["Om fila"].iter_rows(values_only=True) if row[1] == "Bø kommune"]
    assert len(told) == 1


def test_a_step_a_screen_with_its_own_heading_title_and_address(open_page: Open) -> None:
    """Back leads to the screen before, a link to a step works, and the focus follows."""
    page = open_page("lag/")
    page.click("[data-do=begin]")
    page.fill(on(page, "verksemd"), "Bø kommune")
    heading = page.locator("h1:visible")
    for number, step in enumerate(STEPS[1:], 2):
        page.evaluate("step => { location.hash = `steg/${step}` }", step)
        expect(heading).to_have_count(1)
        expect(heading).to_be_focused()
        assert page.title().startswith(f"Steg {number} av 11: {heading.inner_text()}")
    page.go_back()
    expect(page).to_have_title(re.compile("Steg 10 av 11"))
    page.reload()
    expect(page).to_have_title(re.compile("Steg 10 av 11"))
    page.goto(page.url.split("#")[0] + "#steg/om")
    expect(page.locator(on(page, "verksemd"))).to_have_value("Bø kommune")


def test_what_is_wrong_is_told_at_the_field_and_nothing_is_lost(open_page: Open) -> None:
    """A summary leads to each field. What is only missing stops nobody."""
    page = open_page("lag/#steg/om")
    page.click("[data-do=next]")
    summary = page.locator("[data-faults]")
    expect(summary).to_be_focused()
    expect(summary.locator("a")).to_have_text(["Fyll ut «Namnet på verksemda»."])
    summary.locator("a").click()
    expect(page.locator(on(page, "verksemd"))).to_be_focused()
    page.fill(on(page, "verksemd"), "Bø kommune")
    go_on(page)
    for typed in ("mange", "-3", "1e9", "12 stykk"):
        page.fill(on(page, "tal.kontraktar"), typed)
        page.click("[data-do=next]")
        expect(summary.locator("a")).to_have_count(1)
        field = page.locator(on(page, "tal.kontraktar"))
        expect(field).to_have_value(typed)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile("siffer"))
    page.fill(on(page, "tal.kontraktar"), "2 000")
    go_on(page)
    assert axe(page) == []


def test_hours_follow_what_is_typed(open_page: Open) -> None:
    """In words: none, few, and more than one person has in a year."""
    page = open_page("lag/#steg/kontraktar")
    hours = page.locator("[data-hours]")
    for contracts, said in (("0", "ingen kontraktar"), ("2000", "fleire enn eitt årsverk")):
        page.goto(page.url.split("#")[0] + "#steg/kontraktar")
        page.fill(on(page, "tal.kontraktar"), contracts)
        page.goto(page.url.split("#")[0] + "#steg/tid")
        page.fill(on(page, "tal.kontrollar"), "2000")
        expect(hours).to_contain_text(said)
    page.goto(page.url.split("#")[0] + "#steg/kontraktar")
    page.check("#u-tal\\.kontraktar")
    expect(page.locator(on(page, "tal.kontraktar"))).to_have_value("")
    page.goto(page.url.split("#")[0] + "#steg/tiltak")
    expect(page.locator("#a-plan-kontraktar")).to_be_checked()


def test_one_role_for_everything_is_warned_of_and_not_refused(open_page: Open) -> None:
    """The law does not forbid it."""
    page = open_page("lag/#steg/folk")
    warning = page.locator("[data-same-person]")
    expect(warning).to_have_text("")
    type_in(page, dict.fromkeys(ROLES, "innkjøparen"))
    expect(warning).to_contain_text("Same rolle")
    go_on(page)


def test_sentences_are_filled_in_and_chosen(open_page: Open) -> None:
    """Råd from the beginning; an own text begins as ours; a reason goes into the document."""
    page = open_page("lag/#steg/folk")
    page.fill(on(page, "rolle.kontroll"), "driftsleiaren <b>")
    page.goto(page.url.split("#")[0] + "#steg/sporsmal/rolleavklaring")
    advice = page.locator('[data-sentence="rolleavklaring.advice"]')
    expect(advice.locator('[data-shows="rolle.kontroll"]').first).to_have_text("driftsleiaren <b>")
    expect(advice.locator('[data-shows="rolle.vikar"]')).to_have_text("[Stedfortredar]")
    page.check("#l-rolleavklaring-own")
    own = page.locator('[name="tekst.rolleavklaring"]')
    expect(own).to_have_value(re.compile("driftsleiaren <b>"))
    own.fill("Vår eigen tekst.")
    page.goto(page.url.split("#")[0] + "#steg/grep/grep-02")
    page.check("#l-grep-02-further")
    page.fill('[name="grunn.grep-02"]', "Grunnen vår.")
    page.goto(page.url.split("#")[0] + "#steg/resultat")
    text = page.locator(".result__text")
    for chapter in "sporsmal/kapasitet", "sporsmal/rolleavklaring", "grep/grep-02":
        expect(text.locator(f'a[href="#steg/{chapter}"]')).to_have_count(1)
    expect(text).to_contain_text("Vår eigen tekst.")
    expect(text).to_contain_text("Grunnen vår.")
    expect(text).not_to_contain_text("Det er [Den som avgjer sanksjonar] som avgjer")


def test_a_body_that_buys_no_building_is_not_asked_of_the_chain(open_page: Open) -> None:
    """§ 5k is about building and cleaning only."""
    page = open_page("lag/#steg/kontraktar")
    page.goto(page.url.split("#")[0] + "#steg/grep/grep-03")
    duties = page.locator("#steg\\/grep\\/grep-03 .always li:visible")
    expect(duties.filter(has_text="bilpleie")).to_have_count(1)
    expect(duties.filter(has_text="Skriv i rutinen")).to_have_count(0)  # our advice
    every = duties.count()
    page.goto(page.url.split("#")[0] + "#steg/kontraktar")
    page.check("#c-sectors-ikt-tenester")
    page.goto(page.url.split("#")[0] + "#steg/grep/grep-03")
    expect(duties.filter(has_text="bilpleie")).to_have_count(0)
    assert 0 < duties.count() < every
    go_on(page)
    assert page.url.endswith("#steg/grep/grep-05")


def test_answers_are_text_wherever_they_go(open_page: Open) -> None:
    """Never markup, in the page, in the preview or in a file."""
    page = open_page("lag/#steg/om")
    page.fill(on(page, "verksemd"), HOSTILE)
    page.fill(on(page, "organ.vedtak"), HOSTILE)
    for step in ("sporsmal", "sja-over", "resultat"):
        page.goto(page.url.split("#")[0] + f"#steg/{step}")
        assert page.locator("[src=x]").count() == 0
    expect(page.locator(".result__text")).to_contain_text(HOSTILE)
    _, data = saved(page, "kapittel.docx")
    assert HOSTILE in "\n".join(paragraphs(data))
    _, data = saved(page, "svar.json")
    assert json.loads(data)["fields"]["verksemd"] == HOSTILE


def test_answers_stay_in_the_tab_until_the_reader_says_otherwise(open_page: Open) -> None:
    """From the first key; on the machine when asked; and gone when erased."""
    page = open_page("lag/#steg/om")
    assert in_tab(page) == []
    page.locator(on(page, "verksemd")).press_sequentially("B")
    assert in_tab(page) == [ANSWERS]
    assert stored(page) == 0
    page.click("[data-do=remember]")
    assert stored(page) == 1
    page.fill(on(page, "verksemd"), "Bø")
    assert "Bø" in page.evaluate(f"localStorage['{ANSWERS}']")
    assert "Bø" not in page.url
    page.click("[data-do=erase]")
    assert stored(page) == 1, "one press is not enough"
    page.click("[data-do=erase]")
    assert stored(page) == 0
    assert in_tab(page) == []
    page.goto(page.url.split("#")[0] + "#steg/om")
    expect(page.locator(on(page, "verksemd"))).to_have_value("")


def test_what_is_saved_is_opened_again_in_either_edition(open_page: Open) -> None:
    """The answer file and the Word file, also by the other edition."""
    page = open_page("lag/")
    walk(page, "kommune")
    _, word = saved(page, "kapittel.docx")
    saved_as, answers = downloaded(page, "[data-do=save]")
    assert saved_as.startswith("svar-bo-kommune-")
    for name, data in (("svar.json", answers), ("kapittel.docx", word)):
        other = open_page("nb/lag/")
        assert "Åpnet" in choose(other, name, data)
        other.goto(other.url.split("#")[0] + "#steg/om")
        expect(other.locator(on(other, "verksemd"))).to_have_value("Bø kommune")
        other.goto(other.url.split("#")[0] + "#steg/rapport")
        expect(other.locator(on(other, "dato.rapport"))).to_have_value("1.3.2028")


def foreign_word() -> bytes:
    """A Word file that somebody has made elsewhere."""
    made = io.BytesIO()
    docx.Document().save(made)
    return made.getvalue()


def test_a_wrong_file_is_told_of_in_one_line_and_nothing_is_lost(open_page: Open) -> None:
    """From elsewhere, damaged, too large, or of a later version."""
    page = open_page("lag/#steg/om")
    page.fill(on(page, "verksemd"), "Bø kommune")
    page.goto(page.url.split("#")[0] + "#steg")
    files = {**BAD, "Word from elsewhere": ("brev.docx", foreign_word(), "er ikkje laga her")}
    for name, data, said in files.values():
        line = choose(page, name, data)
        assert said in line
        assert "\n" not in line
    page.goto(page.url.split("#")[0] + "#steg/om")
    expect(page.locator(on(page, "verksemd"))).to_have_value("Bø kommune")


def test_what_a_file_has_that_we_do_not_know_is_told_and_kept(open_page: Open) -> None:
    """So that a newer tool's answers survive an older one. A choice outside its list is told of."""
    page = open_page("lag/")
    data = {
        "format": "strategisk-mot-akrim/svar", "version": 1, "later": {"a": 1},
        "fields": {"verksemd": "Bø kommune", "verksemdstype": "rike", "dato.rapport": "i morgon"},
    }  # fmt: skip
    line = choose(page, "svar.json", json.dumps(data).encode())
    assert "opplysningar vi ikkje kjenner (1)" in line
    assert "Slag verksemd" in line
    page.goto(page.url.split("#")[0] + "#steg/rapport")
    page.click("[data-do=next]")
    expect(page.locator("[data-faults] a")).to_have_count(1)
    _, kept = downloaded(page, "[data-do=save]")
    assert json.loads(kept)["later"] == {"a": 1}


def test_two_sets_of_answers_are_merged_as_the_reader_chooses(open_page: Open) -> None:
    """Only where both have answered, side by side."""
    page = open_page("lag/#steg/om")
    page.fill(on(page, "verksemd"), "Bø")
    page.fill(on(page, "organ.vedtak"), "rådet")
    page.goto(page.url.split("#")[0] + "#steg")
    theirs = {
        "format": "strategisk-mot-akrim/svar", "version": 1, "levels": {"kapasitet": "further"},
        "fields": {"verksemd": "Bø kommune", "organ.vedtak": "styret", "rolle.leiar": "leiaren"},
    }  # fmt: skip
    choose(page, "svar.json", json.dumps(theirs).encode())
    expect(page.locator("h1:visible")).to_be_focused()
    rows = page.locator("[data-step=flett] tbody tr")
    expect(rows).to_have_count(2)
    assert axe(page) == []
    page.locator("label:visible", has_text="Bø kommune").click()
    page.click("[data-do=merge-use]")
    page.goto(page.url.split("#")[0] + "#steg/om")
    for name, value in (("verksemd", "Bø kommune"), ("organ.vedtak", "rådet")):
        expect(page.locator(on(page, name))).to_have_value(value)
    expect(page.locator(on(page, "rolle.leiar"))).to_have_value("leiaren")


def test_without_a_script_it_is_a_list_of_questions_to_print(
    open_page: Open, content: Content
) -> None:
    """Every question and both sentences, the plain templates, and no button that does nothing."""
    page = open_page("lag/", java_script_enabled=False)
    for step in STEPS:
        expect(page.locator(f'[data-step="{step}"]')).to_be_visible()
    asked = [name for step in content.steps.values() for ask in step.asks for name in ask.fields]
    for name in asked:
        assert page.locator(f'[name="{name}"]:visible').count() >= 1, name
    assert page.locator("[data-sentence]:visible").count() == 32
    assert page.locator("form button:visible, form input[type=file]:visible").count() == 0
    expect(page.locator(".builder__note")).to_be_visible()
    begin = page.locator("[data-do=begin]").get_attribute("href") or ""
    assert page.locator(f'[id="{begin[1:]}"]').count() == 1
    page.locator(on(page, "verksemd")).press("Enter")
    assert "?" not in page.url
    assert page.locator('a[href$="nedlasting/kapittel/"]').count() >= 1


def test_the_questions_are_printed_and_the_start_comes_back(open_page: Open) -> None:
    """The fields to have at hand, and not what there is to choose between."""
    page = open_page("lag/")
    page.evaluate(
        """() => {
            window.print = () => {
                const seen = [...document.querySelectorAll(".step")].filter((step) =>
                    step.checkVisibility(),
                );
                window.printed = seen.map((step) => step.dataset.step);
            };
        }"""
    )
    page.click("[data-do=print]")
    assert page.evaluate("printed") == [
        "om", "kontraktar", "folk", "tid", "mal", "rapport", "saka",
    ]  # fmt: skip
    expect(page.locator("[data-do=begin]")).to_be_visible()
    assert page.locator(".step:visible").count() == 0


@pytest.mark.parametrize("edition", ["", "nb/"])
def test_the_questions_are_printed_on_two_pages(open_page: Open, edition: str) -> None:
    """On A4, with nothing on a third."""
    page = open_page(f"{edition}lag/")
    page.evaluate(
        """() => {
            window.print = () => {
                window.asPrinted = document.querySelector("main").innerHTML;
            };
        }"""
    )
    page.click("[data-do=print]")
    page.evaluate(
        """() => {
            document.querySelector("main").innerHTML = asPrinted;
            document.documentElement.classList.add("print-questions");
        }"""
    )
    with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as printed:
        assert len(printed.pages) == 2


def test_the_keyboard_is_enough(open_page: Open) -> None:
    """Tab, space, arrows and Enter, from the start to the third step."""
    page = open_page("lag/")
    page.locator("[data-do=begin]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1:visible")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Bø kommune")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#c-verksemdstype-kommune")).to_be_checked()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#c-verksemdstype-fylkeskommune")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator(on(page, "organ.vedtak"))).to_have_value("fylkestinget")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("Steg 2 av 11"))
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("#c-sectors-bygg-og-anlegg")).to_be_checked()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_any_step(open_page: Open, width: int) -> None:
    """Nor anything wider than the screen. Half of the steps in dark, half in light."""
    page = open_page("lag/", width)
    walk(page, "kommune", until="resultat")
    for number, step in enumerate(("", *STEPS, "grep/grep-02", "resultat")):
        page.emulate_media(color_scheme="dark" if number % 2 else "light", reduced_motion="reduce")
        page.goto(page.url.split("#")[0] + ("#steg/" + step if step else "#steg"))
        if step == "grep/grep-02":
            page.check("#l-grep-02-further")
        expect(page.locator("h1:visible")).to_have_count(1)
        assert axe(page) == [], step
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, step


def test_it_works_from_a_disk(browser: Browser, site: Path) -> None:
    """Where nothing can be fetched. The steps, Back and the Word file."""
    with from_disk(browser, site / "nb/lag/index.html") as page:
        page.goto(page.url + "#steg/om")
        page.fill(on(page, "verksemd"), "Bø kommune")
        go_on(page)
        page.go_back()
        expect(page.locator(on(page, "verksemd"))).to_have_value("Bø kommune")
        page.check("#c-edition-nn")
        page.goto(page.url.split("#")[0] + "#steg/resultat")
        _, data = saved(page, "kapittel.docx")
        text = "\n".join(paragraphs(data))
        assert "Standpunktet til Bø kommune er klart" in text


def test_the_language_of_the_documents_is_chosen_apart(open_page: Open) -> None:
    """What the reader wrote stays as it is, and what the tool filled in follows."""
    page = open_page("lag/#steg/om")
    page.check("#c-verksemdstype-stat")
    page.fill(on(page, "verksemd"), "Tilsynet for døme")
    page.check("#c-edition-nb")
    page.goto(page.url.split("#")[0] + "#steg/resultat")
    text = page.locator(".result__text")
    expect(text).to_have_attribute("lang", "nb")
    expect(text).to_contain_text("Standpunktet til Tilsynet for døme er klart")
    expect(text).to_contain_text("ledergruppen")
    page.click("a[data-twin]")
    expect(page).to_have_title(re.compile("Utkastet til Tilsynet for døme"))
    assert "/nb/lag/" in page.url
