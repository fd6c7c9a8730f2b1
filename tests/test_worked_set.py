"""The worked set: finished documents of a made-up body, whose figures agree."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from bs4 import BeautifulSoup

from macros.__main__ import main
from macros.content import EDITIONS, Content, View, answer, duty_parts, edition, load
from macros.documents import WORKED_SET, check_templates, manuscript
from macros.documents.filled_in import filled_in

from .conftest import MINI, ROOT, Broken

FILE = "docs/data/oving.yml"
MADE_UP = {"nn": "oppdikta døme", "nb": "oppdiktet eksempel"}
NUMBER = """\
- id: tal
  kind: number
  label: {nn: Tal, nb: Tall}
  hint: {nn: Eit tal., nb: Et tall.}
"""
FAULTS = {
    "unknown field": (
        "- id: verksemt\n  value: Kommunen\n",
        f"{FILE}:1: Feltet «verksemt» finst ikkje. Meinte du «verksemd»? Lovlege verdiar:"
        " verksemd.",
    ),
    "value outside its list": (
        "- id: slag\n  value: fylke\n",
        f"{FILE}:2: «value» for «slag»: «fylke» er ikkje i lista. Lovlege verdiar: kommune, stat.",
    ),
    "word for a number": (
        "- id: tal\n  value: 30\n  report: tretti\n",
        f"{FILE}:3: «report» for «tal»: «tretti» er ikkje eit tal. Bruk siffer, og komma framfor"
        " desimalar.",
    ),
    "one edition": (
        "- id: rolle.kontroll\n  value: {nn: driftsleiaren}\n",
        f"{FILE}:2: «value.nb» manglar. Legg til linja «nb: …».",
    ),
    "no value": (
        "- id: verksemd\n",
        f"{FILE}:1: Oppføringa har ingen verdi. Skriv «value», «report» eller «same».",
    ),
    "two values": (
        "- id: tal\n  value: 3\n  same: tal\n",
        f"{FILE}:1: Oppføringa har både «same» og ein eigen verdi. Behald det eine.",
    ),
    "same as a field without an answer": (
        "- id: verksemd\n  same: tall\n- id: tal\n  value: 3\n",
        f"{FILE}:2: Feltet «tall» finst ikkje. Meinte du «tal»? Lovlege verdiar: tal.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_wrong_answer_gives_one_line(
    fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written, expected = FAULTS[fault]
    project = shutil.copytree(MINI, tmp_path / "project")
    with (project / "docs/data/fields.yml").open("a", encoding="utf-8") as fields:
        fields.write(NUMBER)
    (project / FILE).write_text(written, encoding="utf-8")
    load.cache_clear()
    assert main(["--root", str(project), "check"]) == 1
    assert capsys.readouterr().err.splitlines() == [expected, "1 feil."]


def test_a_field_without_an_answer_gives_one_line(content: Content) -> None:
    lacking = {name: kept for name, kept in content.worked.items() if name != "tal.tips"}
    problems = check_templates(replace(content, worked=lacking), ROOT)
    assert [str(problem) for problem in problems] == [
        f"{FILE}:1: Feltet «tal.tips» manglar. Malen docs/templates/rapport.nn.md spør etter det."
        f" Skriv eit svar i {FILE}."
    ]


def test_a_point_of_the_form_is_answered_and_no_other_is(content: Content) -> None:
    """A form that lacks a cross, and a cross for a point that the form does not have."""
    ticks = dict(content.worked_ticks)
    ticks["papir-feil"] = ticks.pop("papir-bank").model_copy(update={"id": "papir-feil"})
    problems = check_templates(replace(content, worked_ticks=ticks), ROOT)
    form, file = "docs/templates/kontrollskjema.nn.md", "docs/data/oving-kontroll.yml"
    assert [str(problem) for problem in problems] == [
        f"{file}:1: Kontrollpunktet «papir-bank» manglar. Malen {form} spør etter det. Skriv eit"
        f" svar i {file}.",
        f"{file}:1: Kontrollpunktet «papir-feil» står ikkje i malen {form}. Rett id-en, eller ta"
        " oppføringa bort.",
    ]


@pytest.mark.parametrize("code", EDITIONS)
def test_the_form_has_one_cross_in_each_row_and_everybody_who_was_met(
    content: Content, code: str
) -> None:
    """What it found is what the log has about the same contract."""
    text = text_of(content, "kontrollskjema", code)
    ticked = [cells for cells in rows(text).values() if "X" in cells]
    assert len(ticked) == len(content.worked_ticks)
    assert all(cells.count("X") == 1 and len(cells) == 3 for cells in ticked)
    column = ["yes", "no", "neither"].index("no")
    assert sum(cells[column] == "X" for cells in ticked) == sum(
        tick.answer == "no" for tick in content.worked_ticks.values()
    )
    met = [cells for first, cells in rows(text).items() if first.isdigit()]
    assert len(met) == len(content.worked_visits)
    assert sum(cells[-1] == View(content, edition(code)).say("reply.no") for cells in met) == 2
    plain = text.replace("\\", "")
    contract = next(
        c for c in content.worked_contracts.values() if c.name[code].lower() in plain.lower()
    )
    for control in contract.controls:
        assert control.finding and control.finding[code] in plain


def text_of(content: Content, name: str, code: str) -> str:
    document = next(document for document in WORKED_SET if document.fills == name)
    return manuscript(View(content, edition(code)), ROOT, document).markdown


@pytest.mark.parametrize("code", EDITIONS)
def test_a_finished_text_has_answers_and_nothing_that_is_to_be_deleted(
    content: Content, code: str
) -> None:
    view = View(content, edition(code))
    text = filled_in(
        view,
        '::: rettleiing\nHjelp.\n:::\n\n::: rad\nI [x]{.blank tag="omrade.1"}.\n:::\n\n'
        '::: lenger\nMeir.\n:::\n\n| [x]{.blank tag="rolle.sanksjon" .card} | |\n'
        '[x]{.blank tag="tal.kroner"}',
        report=False,
    )
    area = content.worked["omrade.1"].value
    assert area is not None
    assert text.split("\n") == [
        "", f"I {area[code]}.", "", "", f"| Økonomisjefen | {MADE_UP[code]} |", "60\u00a0000",
    ]  # fmt: skip


def test_the_figures_agree(content: Content) -> None:
    """Within the report, between the hours of the proposal, and from one year to the next."""

    def figure(name: str, *, report: bool = False) -> int:
        found = answer(content.worked, name, report=report)
        assert found is not None, name
        return int(found["nn"])

    report = {
        name: figure(f"tal.{name}", report=True)
        for name in ("kontraktar", "risikovurderte", "kontrollerte", "planlagde", "gjennomforte",
                     "papir", "staden", "avvik", "lukka", "opne", "sanksjonar")
    }  # fmt: skip
    hours = [figure(f"timar.{name}") for name in ("vurdering", "kontroll", "avvik", "anna")]
    assert sum(hours) == figure("tal.timar")
    assert figure("timar.brukte", report=True) <= figure("tal.timar")
    assert report["papir"] + report["staden"] == report["gjennomforte"] <= report["planlagde"]
    assert report["lukka"] + report["opne"] + report["sanksjonar"] == report["avvik"]
    assert report["kontrollerte"] <= report["risikovurderte"] <= report["kontraktar"]
    done = round(100 * report["gjennomforte"] / report["planlagde"])
    assert done == figure("resultat.plan", report=True)
    areas = figure("tal.risikokontraktar")
    assert round(100 * report["staden"] / areas) == figure("resultat.stad", report=True)
    assert figure("tal.kontrollerte") <= figure("tal.risikovurderte") <= report["kontraktar"]


def rows(markdown: str) -> dict[str, list[str]]:
    """The last cells of each row of every table, by the first."""
    lines = (line.strip("| ").split(" | ") for line in markdown.split("\n") if line[:2] == "| ")
    return {first: others for first, *others in lines}


@pytest.mark.parametrize("code", EDITIONS)
def test_a_figure_is_the_same_in_every_document(content: Content, code: str) -> None:
    """What the strategy and the case say of a year is what the report says of the year before."""
    strategy, case, report = (
        rows(text_of(content, name, code)) for name in ("strategi", "saksframlegg", "rapport")
    )
    facts = list(case.values())[6:10]  # after the case and a heading
    contracts, _, controls = list(strategy.values())[1:4]
    last_year = [cells[-1:] for cells in list(report.values())[5:8]]
    assert facts[:3] == last_year
    assert [contracts, controls] == [facts[0], facts[2]]
    assert facts[3] == list(report.values())[16][-1:]
    routine = {cells[-1] for cells in rows(text_of(content, "rutine", code)).values()}
    assert {cells[0] for cells in list(strategy.values())[9:14]} <= routine
    total = list(case.values())[-1]
    assert f" {total[0]} " in text_of(content, "strategi", code)


def test_the_note_to_the_leaders_follows_from_the_answers(content: Content) -> None:
    """Its counts and its actions are worked out, and agree with the figures of the report."""
    given = content.worked_standing

    def figure(name: str) -> int:
        found = answer(content.worked, name, report=True)
        assert found is not None, name
        return int(found["nn"])

    assert figure("tal.risikovurderte") == figure("tal.kontraktar")
    assert given["grep-09-risiko"].report == "yes"
    assert figure("tal.gjennomforte") < figure("tal.planlagde")
    assert given["grep-09-kontroll"].report == "partly"
    duties = [given[p.id].report for part in duty_parts(View.of(content, "nn"))
              for p in part.points]  # fmt: skip
    counts = f"{duties.count('yes')} av {len(duties) - duties.count('not')} på plass, 3 å rette"
    for code, first in (("nn", "Lag ein anskaffingsstrategi"), ("nb", "Lag en anskaffelses")):
        text = text_of(content, "leiarnotat", code).replace("\\", "")
        assert f"| Lovkrav | {counts} |" in text
        assert f"| 1 | {first}" in text
        assert "| Kommunedirektøren | 1. kvartal |" in text
        assert "24. februar 2028" in text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            '- {id: kapasitet-x, value: "no", report: "yes"}\n',
            "docs/data/oving-svar.yml:1: Sjekkpunktet «kapasitet-x» finst ikkje.",
        ),
        (
            '- {id: kapasitet-a, value: "nei", report: "yes"}\n',
            "docs/data/oving-svar.yml:1: «value» kan ikkje vere «nei». Lovlege verdiar: yes,",
        ),
    ],
)
def test_a_wrong_answer_to_a_checkpoint_gives_one_line(
    broken: Broken, data: str, told: str
) -> None:
    """And so does each checkpoint that has no answer."""
    problems = broken("docs/data/oving-svar.yml", None, data)
    others = [line for line in problems if "manglar. Skriv kva kommunen svarar." not in line]
    assert len(others) == 1 and others[0].startswith(told), problems
    assert len(problems) > len(others)


@pytest.mark.parametrize("code", EDITIONS)
def test_the_page_tells_how_far_the_body_has_come(
    pages: dict[str, BeautifulSoup], content: Content, code: str
) -> None:
    """A row for each kind, and the five actions that come first, in the order of the rule."""
    heading = pages[f"{'nb/' if code == 'nb' else ''}oving/"].find(id="eitt-ar")
    assert heading is not None
    table, items = heading.find_next("table"), heading.find_next("ol")
    assert table is not None and items is not None
    rows = [[cell.get_text() for cell in row("td")] for row in table("tr")[1:]]
    answers = list(content.worked_standing.values())
    assert sum(int(row[3]) for row in rows) == [a.report for a in answers].count("yes")
    assert sum(int(row[2]) for row in rows) == [a.value for a in answers].count("yes")
    assert rows[0][1:4] == ["24", "5", "21"]
    shown = [item.get_text() for item in items("li")]
    todos = [content.todos[name].todo[code] for name in
             ("ambisjonsniva-strategi", "ambisjonsniva-offentleg", "grep-09-kontroll")]  # fmt: skip
    assert len(shown) == 5
    assert all(item.startswith(todo) for item, todo in zip(shown, todos, strict=False))


def test_every_file_says_that_it_is_made_up_and_has_no_blank(site: Path) -> None:
    for code in EDITIONS:
        folder = site / ("nb" if code == "nb" else "") / "nedlasting"
        for document in WORKED_SET:
            for form in document.formats:
                read = {"docx": _word, "pdf": _pages, "md": _plain, "xlsx": _sheets}[form]
                for part in read(folder / f"{document.id}-{code}.{form}"):
                    assert MADE_UP[code] in " ".join(part.lower().split()), (document.id, form)
                    assert "[" not in part, (document.id, form)


def _word(path: Path) -> list[str]:
    """The text, and the foot of the first page and of the others."""
    with zipfile.ZipFile(path) as packed:
        names = ("word/document.xml", "word/footer1.xml", "word/footer2.xml")
        parts = [packed.read(name).decode() for name in names]
    assert not any("<w:sdt>" in part for part in parts), path
    return [re.sub(r"<[^>]+>", "", part) for part in parts]


def _pages(path: Path) -> list[str]:
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return done.stdout.removesuffix("\f").split("\f")


def _sheets(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path, data_only=True)
    return [" ".join(str(value) for row in sheet.values for value in row) for sheet in book]


def _plain(path: Path) -> list[str]:
    return [path.read_text(encoding="utf-8")]


def test_the_page_says_that_the_body_is_made_up(
    pages: dict[str, BeautifulSoup], content: Content
) -> None:
    """Before anything else, and it shows the whole strategy and links every file."""
    for code in EDITIONS:
        prefix = "nb/" if code == "nb" else ""
        page = pages[f"{prefix}oving/"]
        assert MADE_UP[code] in page.select_one("article p").get_text().lower()
        headings = re.findall(r"(?m)^# (.*)$", text_of(content, "strategi", code))
        shown = [heading.get_text() for heading in page.select("article h3")]
        assert [heading for heading in shown if heading in headings] == headings
        links = {str(link["href"]).split("/")[-1] for link in page.select("a[download]")}
        assert links == {f"{d.id}-{code}.{form}" for d in WORKED_SET for form in d.formats}
        for start in ("", "nedlasting/"):
            assert page_links(pages[prefix + start or "/"], "oving/"), start


def page_links(page: BeautifulSoup, target: str) -> bool:
    return any(str(link["href"]).endswith(target) for link in page.select("main a[href]"))


@pytest.mark.parametrize("code", EDITIONS)
def test_every_duty_is_answered_somewhere_in_the_set(
    pages: dict[str, BeautifulSoup], content: Content, code: str
) -> None:
    """The page has a row for each Lovkrav of the checklist, with the places that answer it: the
    heading is in the document, and the text below it cites the section."""
    view = View(content, edition(code))
    points = [point for part in duty_parts(view) for point in part.points]
    heading = pages[f"{'nb/' if code == 'nb' else ''}oving/"].find(id="lovkrav")
    assert heading is not None
    table = heading.find_next("table")
    assert table is not None
    found = [[cell.get_text() for cell in row("td")] for row in table("tr")[1:]]
    assert [row[0] for row in found] == [point.text[code] for point in points]
    for point, (_, section, where) in zip(points, found, strict=True):
        assert view.section_name(point.section or "").split()[-1] in section
        assert where, point.id
        names = {view.say(f"worked.in.{d.fills}"): d.fills for d in WORKED_SET}
        for place in where.split("; "):
            document, _, quoted = place.partition(", ")
            if names[document] == "arbeidsbok":
                continue
            text = text_of(content, names[document], code)
            for name in re.findall("«([^»]+)»", quoted):
                below = text.split(f"# {name}\n")[1].split("\n# ")[0]
                assert f"[@{point.section}]" in below, (point.id, name)
