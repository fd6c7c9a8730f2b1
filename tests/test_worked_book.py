"""The workbook of the worked set: 30 contracts, and figures that agree with the other documents."""

from __future__ import annotations

import io
from datetime import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from macros.content import EDITIONS, Content, View, answer
from macros.documents import FORMATS, WORKED_SET, manuscript

from .conftest import ROOT, Broken
from .workbooks import HEADINGS, worked_out

pytestmark = pytest.mark.filterwarnings("ignore:Print area:UserWarning")

BOOK = next(document for document in WORKED_SET if document.id == "oving-arbeidsbok")
REPORT = {"nn": "Til årsrapport", "nb": "Til årsrapport"}
CONTRACT = """\
- id: kontrakt-01
  name: Kontrakt
  supplier: Leverandør
  value: 1
  ends: 2028-01-01
  area: true
  archive: "1"
  assessed: 2027-11-01
  factors: [high, low]
  reason: Grunn
"""


@pytest.fixture(scope="module")
def made(content: Content) -> dict[str, bytes]:
    """The workbook of each edition, as it is published."""
    return {
        code: FORMATS["xlsx"].write(manuscript(View.of(content, code), ROOT, BOOK))
        for code in EDITIONS
    }


@pytest.fixture(scope="module")
def stored(made: dict[str, bytes]) -> dict[str, Any]:
    """What a program shows that works nothing out."""
    return {code: openpyxl.load_workbook(io.BytesIO(data), data_only=True)
            for code, data in made.items()}  # fmt: skip


def figures(book: Any, sheet: str) -> dict[str, Any]:
    """The second column of a sheet by the first."""
    return {row[0]: row[1] for row in book[sheet].iter_rows(min_row=HEADINGS + 1, values_only=True)}


def test_what_is_stored_is_what_the_formulas_give(
    made: dict[str, bytes], stored: dict[str, Any], tmp_path: Path
) -> None:
    """In every cell with a formula, but for those that ask for today's date."""
    files = {code: openpyxl.load_workbook(io.BytesIO(data)) for code, data in made.items()}
    formulas = {code: _formulas(book) for code, book in files.items()}
    shown = worked_out(files, tmp_path)
    for code, cells in formulas.items():
        assert len(cells) > 300
        for sheet, row, column in cells:
            rows = shown[code][sheet]
            cells_of_row = rows[row - 1] if row <= len(rows) else []
            found = cells_of_row[column - 1] if column <= len(cells_of_row) else ""
            kept = stored[code][sheet].cell(row, column)
            assert _as_shown(kept) == found, (code, sheet, row, column, kept.value)


def _formulas(book: Any) -> list[tuple[str, int, int]]:
    return [
        (sheet.title, cell.row, cell.column)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and "TODAY()" not in _text(cell.value)
    ]


def _text(formula: Any) -> str:
    return str(getattr(formula, "text", formula))


def _as_shown(cell: Any) -> str:
    """The stored value as LibreOffice shows it with the format of the cell."""
    value, form = cell.value, cell.number_format
    if value is None or isinstance(value, time):  # no date: openpyxl reads it as midnight
        return ""
    if hasattr(value, "strftime"):
        return str(value.strftime("%d.%m.%Y"))
    if form == "0 %" and isinstance(value, int | float):
        return f"{round(100 * value)} %"
    if form.startswith("0.00") and isinstance(value, int | float):
        return f"{value:.2f}" if value else "–"
    if form == "#,##0":
        return f"{value:,}"
    return f"{value} rader" if form.endswith('"rader"') else str(value)


@pytest.mark.parametrize("code", EDITIONS)
def test_the_figures_are_those_of_the_report(
    stored: dict[str, Any], content: Content, code: str
) -> None:
    """The last sheet of the workbook and the yearly report say the same of the year."""
    say = View.of(content, code).say
    found = figures(stored[code], REPORT[code])
    same = {
        "book.all-contracts": "tal.kontraktar",
        "book.terms.yes": "tal.kontraktar",
        "book.terms.controlled": "tal.kontrollerte",
        "book.planned": "tal.planlagde",
        "book.planned.done": "tal.gjennomforte",
        "book.controls.paper": "tal.papir",
        "book.controls.site": "tal.staden",
        "book.deviations": "tal.avvik",
        "book.deviations.sanctioned": "tal.sanksjonar",
    }
    for label, name in same.items():
        told = answer(content.worked, name, report=True)
        assert told and str(found[say(label)]) == told[code], name
    for state, name in (("closed", "tal.lukka"), ("open", "tal.opne")):
        told = answer(content.worked, name, report=True)
        title = f"{say('book.deviations')}: {say(f'book.state.{state}')}"
        assert told and str(found[title]) == told[code], name
    high = answer(content.worked, "tal.risikokontraktar", report=True)
    assert high and str(found[f"{say('book.risk')}: {say('risk.high')}"]) == high[code]


def test_the_percentages_hours_and_contracts_agree(
    stored: dict[str, Any], content: Content
) -> None:
    """With the results in the report, the hours of the case, and the plan of the strategy."""

    def figure(name: str, *, report: bool = True) -> int:
        told = answer(content.worked, name, report=report)
        assert told, name
        return int(told["nn"])

    contracts = content.worked_contracts.values()
    shares = {
        row[7]: row[3]
        for row in stored["nn"]["Indikatorar"].iter_rows(min_row=HEADINGS + 1, values_only=True)
        if isinstance(row[3], int | float)
    }
    plan = [control for contract in contracts for control in contract.controls]
    assert round(100 * sum(c.done is not None for c in plan) / len(plan)) == figure("resultat.plan")
    assert round(100 * shares["kontroll-pa-staden"]) == figure("resultat.stad")
    assert round(100 * shares["informerte"]) == figure("resultat.opplaring")
    assert figures(stored["nn"], "Indikatorar")[content.indicators["brukte-timar"].title["nn"]] == (
        figure("timar.brukte")
    )
    assert sum(bool(contract.controls) for contract in contracts) == figure("tal.kontrollar")
    assert sum(contract.area for contract in contracts) == figure("tal.risikokontraktar")
    hours = [row[4] for row in stored["nn"]["Timar"].iter_rows(min_row=5, values_only=True)]
    assert hours[-1] == sum(hours[:-1]) == figure("tal.timar")
    assert hours[1] == figure("timar.vurdering") and hours[4] == figure("timar.avvik")
    assert hours[2] + hours[3] == figure("timar.kontroll")
    assert hours[0] + hours[5] + hours[6] == figure("timar.anna")


@pytest.mark.parametrize("code", EDITIONS)
def test_no_contract_of_the_report_is_told_otherwise(content: Content, code: str) -> None:
    """Five of the seven deviations are in cleaning, and three are about overtime."""
    clean, overtime = {"nn": ("Reinhald", "vertid"), "nb": ("Renhold", "vertid")}[code]
    found = [
        (contract.name[code], deviation.what[code])
        for contract in content.worked_contracts.values()
        for deviation in contract.deviations
    ]
    assert sum(name.startswith(clean) for name, _ in found) == 5
    assert sum(overtime in what for _, what in found) == 3


@pytest.mark.parametrize("code", EDITIONS)
def test_the_action_plan_is_filled_in(content: Content, code: str) -> None:
    """Every action has somebody, a deadline and a status, and the summary counts them all."""
    document = next(d for d in WORKED_SET if d.id == "oving-handlingsplan")
    view = View.of(content, code)
    made = FORMATS["xlsx"].write(manuscript(view, ROOT, document))
    book = openpyxl.load_workbook(io.BytesIO(made), data_only=True)
    plan, counts = book.worksheets[:2]
    headings = [cell.value for cell in plan[HEADINGS]]
    rows = [dict(zip(headings, row, strict=True)) for row in content_rows(plan)]
    assert len(rows) == len(content.plan)
    for row in rows:
        needed = (view.say(f"column.{key}") for key in ("status", "owner", "deadline"))
        assert all(row[key] for key in needed), row
    done = sum(row[view.say("column.status")] == view.say("status.gjort") for row in rows)
    last = [row for row in counts.iter_rows(values_only=True) if row[0]][-1]
    assert (last[1], last[2]) == (len(rows), done)
    for sheet in book:
        assert {"nn": "oppdikta", "nb": "oppdiktet"}[code] in sheet.oddFooter.left.text


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        ("- id: plan-feil\n  role: verksemd\n  deadline: 2027-01-31\n",
         "«id»: «plan-feil» finst ikkje."),
        ("- id: plan-kapasitet\n  role: verksemt\n  deadline: 2027-01-31\n",
         "«role»: «verksemt» finst ikkje."),
    ],
)  # fmt: skip
def test_an_action_or_a_role_that_nobody_has_gives_its_line(
    broken: Broken, record: str, wrong: str
) -> None:
    """The file and the line; and the actions that are missing are told too."""
    lines = broken("docs/data/oving-plan.yml", None, record)
    assert any(wrong in line for line in lines), lines


@pytest.mark.parametrize("code", EDITIONS)
def test_every_sheet_says_that_it_is_made_up(stored: dict[str, Any], code: str) -> None:
    """Above the table, and in the title that is printed at the foot of each page."""
    word = {"nn": "oppdikta døme", "nb": "oppdiktet eksempel"}[code]
    for sheet in stored[code]:
        assert word in str(sheet["A2"].value).lower(), sheet.title
        assert word in str(sheet.oddFooter.left.text), sheet.title
        names = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert not any("[" in text for text in names), sheet.title
    assert len(content_rows(stored[code].worksheets[1])) == 30


def content_rows(sheet: Any) -> list[Any]:
    """The rows below the headings with something in the first column."""
    return [row for row in sheet.iter_rows(min_row=HEADINGS + 1, values_only=True) if row[0]]


def test_a_contract_with_a_level_too_few_gives_one_line(broken: Broken) -> None:
    """The file, the line, and how many are needed."""
    file = "docs/data/oving-kontraktar.yml"
    assert broken(file, None, CONTRACT) == [
        f"{file}:9: «factors» har 2 nivå, og risk.yml har 1. Skriv eitt nivå for kvar faktor."
    ]


@pytest.mark.parametrize(
    ("control", "wrong"),
    [
        ("done: 2027-01-02", "er gjennomført. Skriv «finding», «archive» og «hours»."),
        ("hours: 3", "har eit resultat, men ingen dato. Skriv «done»."),
    ],
)
def test_a_control_that_is_half_told_gives_one_line(
    broken: Broken, control: str, wrong: str
) -> None:
    """A control that was made is documented, and one that was not has no result."""
    record = CONTRACT.replace("[high, low]", "[low]") + (
        "  controls:\n    - way: paper\n      what: Papir\n      deadline: 2027-01-31\n"
        f"      {control}\n"
    )
    (told, *_) = broken("docs/data/oving-kontraktar.yml", None, record)
    assert told.endswith(wrong)
