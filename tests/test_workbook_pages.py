"""The workbooks on paper and on their pages, and under the names they had before."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from macros.content import EDITIONS, Content, View
from macros.documents import DOCUMENTS, FORMATS, WORKED_SET, manuscript
from macros.documents.excel import PRINTED_WIDTH, _height, pixels, printed_columns, printed_width
from macros.documents.fonts import FONTS
from macros.documents.manuscript import Sheet

from .conftest import ROOT

WORKBOOKS = [d for d in (*DOCUMENTS, *WORKED_SET) if "xlsx" in d.formats]


def _sheets(content: Content, edition: str) -> list[tuple[str, Sheet]]:
    view = View.of(content, edition)
    return [
        (document.id, sheet)
        for document in WORKBOOKS
        for sheet in manuscript(view, ROOT, document).sheets
    ]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_sheet_prints_in_nine_points(content: Content, edition: str) -> None:
    """Ten points at 90 %: its columns are no wider together than an A4 sheet has room for then,
    neither in Excel nor in LibreOffice, where they are wider."""
    for name, sheet in _sheets(content, edition):
        assert printed_width(sheet) <= PRINTED_WIDTH, (name, sheet.name, printed_width(sheet))


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_word_is_wider_than_its_cell(content: Content, edition: str) -> None:
    """A word that is too wide is divided without a hyphen. One is: the name of the Act on tax
    administration in Bokmål, for which the checkpoints would have had to be much narrower."""
    with TTFont(FONTS / "LiberationSans-Regular.ttf") as font:
        for name, sheet in _sheets(content, edition):
            for index, column in enumerate(sheet.columns[: printed_columns(sheet)]):
                cells = [r[index] for r in sheet.rows if not column.formula]
                words = {w for cell in cells if isinstance(cell, str) for w in re.split(_GAP, cell)}
                wide = {w for w in words if _pixels(w, font) > pixels(column) - 3}
                assert {w.lower() for w in wide} <= {"skatteforvaltningsloven"}, (name, sheet.name)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_sheet_says_on_one_line_where_it_is_from(content: Content, edition: str) -> None:
    """The line stands in the first cell and is not divided, so its end would not be printed."""
    with TTFont(FONTS / "LiberationSans-Regular.ttf") as font:
        for document in WORKBOOKS:
            source = manuscript(View.of(content, edition), ROOT, document)
            for sheet in source.sheets:
                width = sum(pixels(c) for c in sheet.columns[: printed_columns(sheet)])
                told = _pixels(source.words["colophon"], font)
                assert sheet.hidden or told <= width, (document.id, sheet.name, told, width)


@pytest.mark.parametrize("edition", EDITIONS)
def test_headings_and_notes_are_seen_whole(content: Content, edition: str) -> None:
    """No word of a heading is wider than its column, and no note than the sheet on paper.

    A bold letter of Arial in ten points is 6.6 pixels wide, an ordinary one 5.9, on average."""
    for name, sheet in _sheets(content, edition):
        width = sum(pixels(column) for column in sheet.columns[: printed_columns(sheet)])
        assert sheet.hidden or sheet.table == "Om" or len(sheet.note) * 5.9 <= width, (
            name,
            sheet.note,
        )
        for column in sheet.columns:
            longest = max(len(word) for word in column.title.split())
            assert longest * 6.6 + 8 <= pixels(column), (name, sheet.name, column.title)


_GAP = r" |\n|(?<=[–-])"
"""Where a line may end."""


def _pixels(text: str, font: TTFont) -> float:
    glyphs, advances = font.getBestCmap(), font["hmtx"].metrics
    return sum(advances[glyphs.get(ord(c), ".notdef")][0] for c in text) * 40 / 3 / 2048


def _lines(text: str, width: int, font: TTFont) -> int:
    """How many lines `text` takes in ten points, in a column that is `width` pixels wide."""
    used, lines = width + 1.0, 0
    for part in re.split(r"(?<=[ –-])", text):
        if used + _pixels(part.rstrip(), font) > width:
            used, lines = 0.0, lines + 1
        used += _pixels(part, font)
    return lines


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_warning_is_seen_whole(content: Content, edition: str) -> None:
    """On one line in bold: no row becomes higher for what a formula says. In a checklist every row
    has room for two."""
    with TTFont(FONTS / "LiberationSans-Bold.ttf") as font:
        for name, sheet in _sheets(content, edition):
            for column in sheet.columns:
                room = (pixels(column) - 2) * (1.5 if sheet.table == "Sjekkliste" else 1)
                for word, _ in column.marks:
                    assert _pixels(word, font) <= room, (name, sheet.name, column.title, word)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_row_has_room_for_its_text_and_little_more(content: Content, edition: str) -> None:
    """Measured with letters as wide as those of Arial, in lines of 12.75 points. Of the rows with
    more than one line at most one in ten has two lines too many."""
    roomy, rows = 0, 0
    with TTFont(FONTS / "LiberationSans-Regular.ttf") as font:
        for name, sheet in _sheets(content, edition):
            for row in sheet.rows:
                texts = [
                    _lines(cell, pixels(column) - 6, font)
                    for column, cell in zip(sheet.columns, row, strict=True)
                    if isinstance(cell, str) and column.kind != "id" and not column.formula
                ]
                needed = max(texts, default=1)
                room = _height(sheet.columns, row) / 12.75
                assert needed <= room, (name, sheet.name, row)
                roomy, rows = roomy + (room - needed >= 2), rows + (needed > 1)
    assert roomy <= rows / 10, (roomy, rows)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_workbook_itself_has_the_font_of_its_cells(content: Content, edition: str) -> None:
    """Programs measure columns in the digits of that font. One that lacks it takes a wider one, and
    prints the sheets in less than nine points. The hidden words are not printed at all."""
    for document in WORKBOOKS:
        data = FORMATS["xlsx"].write(manuscript(View.of(content, edition), ROOT, document))
        with zipfile.ZipFile(BytesIO(data)) as archive:
            styles = archive.read("xl/styles.xml").decode()
            book = archive.read("xl/workbook.xml").decode()
        assert set(re.findall(r'<name val="([^"]+)"/>', styles)) == {"Arial"}
        printed = {int(number) for number in re.findall(r'Print_Area" localSheetId="(\d+)"', book)}
        sheets = re.findall(r"<sheet [^>]*>", book)
        assert printed == {n for n, sheet in enumerate(sheets) if 'state="hidden"' not in sheet}


@pytest.mark.parametrize("edition", EDITIONS)
def test_only_the_words_are_hidden_and_ids_come_last(content: Content, edition: str) -> None:
    """An id is the last thing to be read, and is not printed."""
    for name, sheet in _sheets(content, edition):
        assert sheet.hidden == (sheet.table == "Statusar"), (name, sheet.name)
        ids = [column for column in sheet.columns if column.kind == "id"]
        assert ids == list(sheet.columns[printed_columns(sheet) :]), (name, sheet.name)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_chart_is_in_the_language_of_the_edition(content: Content, edition: str) -> None:
    """Its language is read out by a screen reader; and its text says what it really shows."""
    shown = {"arbeidsbok": {"nn": "risiko", "nb": "risiko"}}
    for document in (document for document in WORKBOOKS if not document.fills):
        data = FORMATS["xlsx"].write(manuscript(View.of(content, edition), ROOT, document))
        with zipfile.ZipFile(BytesIO(data)) as archive:
            chart = archive.read("xl/charts/chart1.xml").decode()
            drawing = archive.read("xl/drawings/drawing1.xml").decode()
        assert set(re.findall(r'lang(?: val)?="(\w+-\w+)"', chart)) == {f"{edition}-NO"}
        assert shown.get(document.id, {}).get(edition, "status") in drawing


def test_the_old_name_of_the_file_gives_the_workbook(site: Path) -> None:
    """Files cannot say where they went, so they are there under both names, and offered once."""
    for edition in EDITIONS:
        folder = site / ("nb" if edition == "nb" else "") / "nedlasting"
        for form in ("xlsx", "csv"):
            new, old = (folder / f"{name}-{edition}.{form}" for name in ("arbeidsbok", "kontroll"))
            assert old.read_bytes() == new.read_bytes()
        assert f"kontroll-{edition}." not in (folder / "index.html").read_text()
        assert "../arbeidsbok/" in (folder / "kontroll/index.html").read_text()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_of_the_workbook_has_its_sheets_and_the_scores(
    pages: dict[str, BeautifulSoup], content: Content, edition: str
) -> None:
    """What each sheet is for and its columns, and in full what gives 0, 1 and 2 points."""
    page = pages[("nb/" if edition == "nb" else "") + "nedlasting/arbeidsbok/"]
    headings = [heading.get_text() for heading in page.select("article h2")]
    sheets = [sheet for name, sheet in _sheets(content, edition) if name == "arbeidsbok"]
    assert [sheet.name for sheet in sheets] == headings[: len(sheets)]
    text = page.get_text(" ")
    assert all(sheet.note in text for sheet in sheets if sheet.table != "Om")
    cells = {" ".join(cell.get_text().split()) for cell in page.select("article table td")}
    for factor in content.risk.values():
        levels = (factor.low[edition], factor.medium[edition], factor.high[edition])
        assert {" ".join(level.split()) for level in levels} <= cells
