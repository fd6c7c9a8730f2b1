"""Fill in a workbook as its reader would, let LibreOffice work it out, and read the answers."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree

from macros.content import Content, View
from macros.documents import BY_ID, FORMATS, manuscript

from .conftest import ROOT

ODS = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
_TABLE = f"{{{ODS['table']}}}"
HEADINGS = 4
Row = Mapping[str, Any]


def fill(sheet: Any, rows: Sequence[Row], start: int = HEADINGS + 1) -> None:
    """Write `rows`, by the headings of the columns, from the row `start` of the sheet.

    The table grows as it does in Excel: the formulas of the first row follow to every new row."""
    (table,) = sheet.tables.values()
    first, last = table.ref.split(":")
    end = int(re.sub(r"\D", "", last))
    headings = {cell.value: cell.column for cell in sheet[HEADINGS] if cell.value}
    formulas = {
        cell.column: cell.value
        for cell in sheet[HEADINGS + 1]
        if isinstance(cell.value, str) and cell.value.startswith("=")
    }
    for number, row in enumerate(rows, start):
        for title, value in row.items():
            sheet.cell(number, headings[title], value)
        if number > end:
            for column, formula in formulas.items():
                sheet.cell(number, column, formula)
    end = max(end, start + len(rows) - 1)
    table.ref = f"{first}:{re.sub(r'[0-9]', '', last)}{end}"
    if table.autoFilter:
        table.autoFilter.ref = table.ref


def worked_out(files: Mapping[str, Any], folder: Path) -> dict[str, dict[str, list[list[str]]]]:
    """What LibreOffice shows for each openpyxl workbook: its sheets as rows of texts, by name."""
    for name, book in files.items():
        book.save(folder / f"{name}.xlsx")
    convert([folder / f"{name}.xlsx" for name in files], "ods", folder)
    return {name: sheets(folder / f"{name}.ods") for name in files}


def convert(files: Sequence[Path], target: str, folder: Path) -> None:
    """Convert files with LibreOffice."""
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
        *(str(file) for file in files),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=600)


def sheets(path: Path) -> dict[str, list[list[str]]]:
    """The sheets of an ods file, each as rows of texts without empty cells at the end."""
    with zipfile.ZipFile(path) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    found = {}
    for table in content.iter(f"{_TABLE}table"):
        rows = [_cells(row) for row in table.iter(f"{_TABLE}table-row")]
        found[str(table.get(f"{_TABLE}name"))] = rows
    return found


def _cells(row: Any) -> list[str]:
    cells: list[str] = []
    for cell in row.findall("table:table-cell", ODS):
        text = " ".join("".join(cell.itertext()).split())
        cells += [text] * min(int(cell.get(f"{_TABLE}number-columns-repeated", "1")), 40)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def records(rows: list[list[str]]) -> list[dict[str, str]]:
    """The rows of a table by its headings."""
    heading = rows[HEADINGS - 1]
    return [
        dict(zip(heading, [*row, *[""] * len(heading)], strict=False)) for row in rows[HEADINGS:]
    ]


def opened(content: Content, name: str, edition: str) -> Any:
    """A workbook as it is published, to fill in."""
    source = manuscript(View.of(content, edition), ROOT, BY_ID[name])
    return openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"].write(source)))
