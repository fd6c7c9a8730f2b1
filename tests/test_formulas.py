"""No table of ours holds a formula that somebody else wrote, however a spreadsheet divides its
lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.content import Content, View
from macros.documents import BY_ID, FORMATS, manuscript
from macros.documents.csv_table import csv_table
from macros.documents.manuscript import Manuscript
from macros.documents.open_data import open_data

from .conftest import ROOT

# openpyxl knows no print area of whole columns
pytestmark = pytest.mark.filterwarnings("ignore:Print area:UserWarning")

SIGNS = "=+-@＝＋－＠"
DIVIDERS = ";,\t|"
FORMULAS = (
    "=1+1", "+1", "-1+1", "@SUM(1)", "=HYPERLINK(1)", "\t=1+1", "\r=1+1", " =1+1", '"=1+1',
    "Strategi;=1+1;x",
    "a, =1+1", "a\n=1+1", "- punkt\n- HYPERLINK(1)", 'a;"=1+1&"', "a|=1+1", "a\t=1+1", "＝1+1",
    "a;\u00a0=1+1",
)  # fmt: skip
_TEXT = st.one_of(
    st.text(alphabet=SIGNS + DIVIDERS + "\"' \n\r\u00a01x(", max_size=12),
    st.sampled_from(FORMULAS),
    st.text(max_size=8),
)


def _live(data: bytes) -> list[str]:
    """Every cell a spreadsheet would run, read with each sign that may divide cells."""
    text = data.decode("utf-8-sig")
    return [
        cell
        for divider in DIVIDERS
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=divider)
        for cell in row
        if cell.lstrip(' \t\r\n\u00a0"').startswith(tuple(SIGNS))
    ]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    rows=st.lists(st.lists(_TEXT, min_size=1, max_size=4), max_size=4),
    delimiter=st.sampled_from(";,"),
)
def test_no_cell_of_a_csv_file_is_a_formula(rows: list[list[str]], delimiter: str) -> None:
    """Whatever its texts hold, in either of our two kinds of CSV."""
    assert _live(csv_table(rows, delimiter)) == []


def test_what_is_no_formula_is_left_as_it_is() -> None:
    """Signs within a text, numbers, and the words of an ordinary sentence."""
    row = (
        "a = b",
        "2026-11-24",
        "e-post",
        "1+1=2",
        "Oslo, Bergen; Bø",
        -5,
        1.5,
        "https://example.no/?a=1&b=-2",
    )
    assert (
        csv_table([row], ";").decode() == 'a = b;2026-11-24;e-post;1+1=2;"Oslo, Bergen;'
        ' Bø";-5;1.5;https://example.no/?a=1&b=-2\r\n'
    )


@pytest.mark.parametrize("formula", FORMULAS)
def test_open_data_and_downloads_hold_no_formula(content: Content, formula: str) -> None:
    """A formula in a title, a text, a list and a checkpoint, in every file with a table."""
    spoiled = _spoiled(content, formula)
    tables = {name: data for name, data in open_data(spoiled) if name.endswith(".csv")}
    assert {"examples.csv", "glossary.csv", "checkpoints.csv"} <= tables.keys()
    for name in ("sjekkliste-grep", "handlingsplan"):
        tables[name] = FORMATS["csv"].write(
            _with_rows(manuscript(View.of(spoiled, "nn"), ROOT, BY_ID[name]), formula)
        )
    assert {name: _live(data) for name, data in tables.items() if _live(data)} == {}


def _spoiled(content: Content, formula: str) -> Content:
    """The content with `formula` where a contributor, or we ourselves, might write one."""
    example = next(iter(content.examples.values()))
    term = next(term for term in content.terms.values() if term.aliases.nn)
    aliases = term.aliases.model_copy(update={"nn": [formula, formula], "nb": [formula]})
    measure = next(iter(content.measures.values()))
    text = measure.checkpoints[0].text.model_copy(update={"nn": formula, "nb": formula})
    point = measure.checkpoints[0].model_copy(update={"text": text})
    return replace(
        content,
        examples={example.id: example.model_copy(update={"title": formula, "about": formula})},
        terms={**content.terms, term.id: term.model_copy(update={"aliases": aliases})},
        measures={
            **content.measures,
            measure.id: measure.model_copy(update={"checkpoints": [point]}),
        },
    )


def _with_rows(source: Manuscript, formula: str) -> Manuscript:
    sheet = source.sheets[0]
    row = tuple(None if column.formula else formula for column in sheet.columns)
    return replace(source, sheets=(replace(sheet, rows=(row, *sheet.rows)), *source.sheets[1:]))


def _formulas(data: bytes) -> Iterator[tuple[str, str]]:
    """The sheet and the column letter of every cell Excel would work out."""
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            yield from ((sheet.title, cell.column_letter) for cell in row if cell.data_type == "f")


@pytest.mark.parametrize("name", ["handlingsplan", "arbeidsbok", "sjekkliste-grep"])
def test_a_workbook_holds_no_formula_but_its_own(content: Content, name: str) -> None:
    """In the columns that are made to be worked out, and nowhere else."""
    source = manuscript(View.of(content, "nn"), ROOT, BY_ID[name])
    before = set(_formulas(FORMATS["xlsx"].write(source)))
    for formula in FORMULAS:
        source = _with_rows(source, formula)
    assert set(_formulas(FORMATS["xlsx"].write(source))) == before
