"""A picture of the first page of a document, for those who would rather look than read."""

from __future__ import annotations

import io

import typst
from PIL import Image

from .fitted import compiler
from .manuscript import Cell, DocumentError, Formula, Manuscript, Sheet

_PIXELS_AN_INCH = 58
"""What makes an A4 page as large as COVER in look.py says."""
_COLOURS = 24
_COLUMNS, _ROWS = 4, 20
"""How much of a sheet is drawn: as many columns as can be read, and as many rows as fit."""

_SHEET = """
#set page(paper: "a4", margin: 24pt)
#set text(font: "Liberation Sans", size: 13pt, fill: rgb("#1c2329"))
#set table(stroke: 0.5pt + rgb("#c3ced6"), inset: 6pt, align: left + top,
  fill: (_, row) => if row == 0 { rgb("#f2f5f7") })
#show table.cell.where(y: 0): strong
#text(size: 22pt, weight: "bold", fill: rgb("#12395b"))[#TITLE]
#v(6pt)
#table(columns: COLUMNS, rows: (auto, ..(32pt,) * ROWS), CELLS)
#place(bottom + left, TABS.map(tab => box(fill: rgb("#f2f5f7"), stroke: 0.5pt + rgb("#c3ced6"),
  inset: 6pt, text(size: 11pt, tab))).join(h(4pt)))
"""


def write_cover(manuscript: Manuscript) -> bytes:
    """A PNG of the first page as it is in the PDF, or of the main sheet of a workbook.

    Raises DocumentError with typst's own words."""
    from .pandoc import typst_source  # which imports what a workbook does not need

    source = typst_source(manuscript) if manuscript.markdown else _workbook(manuscript)
    try:
        made = compiler(source.encode()).compile(format="png", ppi=_PIXELS_AN_INCH)
    except typst.TypstError as error:
        raise DocumentError(f"{manuscript.name}.png: {error}") from error
    first = made[0] if isinstance(made, list) else made
    assert isinstance(first, bytes)
    return _small(first)


def _small(png: bytes) -> bytes:
    """The picture with few colours, which is a quarter of the bytes and looks the same."""
    out = io.BytesIO()
    drawn = Image.open(io.BytesIO(png)).convert("RGB")
    drawn.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _workbook(manuscript: Manuscript) -> str:
    """The typst source of the sheet that the workbook is about, with the tabs of all sheets."""
    shown = [sheet for sheet in manuscript.sheets if not sheet.hidden]
    main = next((sheet for sheet in shown if sheet.exported), shown[0])
    columns = main.columns[:_COLUMNS]
    cells = [column.title for column in columns] + _cells(main)
    filled = {
        "#TITLE": f"#{_string(main.title)}",
        "COLUMNS": f"({', '.join(f'{column.width}fr' for column in columns)})",
        "ROWS": str(_ROWS),
        "CELLS": ", ".join(f"text({_string(cell)})" for cell in cells),
        "TABS": f"({' '.join(_string(sheet.name) + ',' for sheet in shown)})",
    }
    source = _SHEET
    for mark, value in filled.items():
        source = source.replace(mark, value, 1)
    return source


def _cells(sheet: Sheet) -> list[str]:
    """The words of the first rows, with empty ones below them where the sheet has fewer."""
    rows = [row[:_COLUMNS] for row in sheet.rows[:_ROWS]]
    width = min(_COLUMNS, len(sheet.columns))
    rows += [("",) * width] * (_ROWS - len(rows))
    return [_shown(cell) for row in rows for cell in row]


def _shown(cell: Cell) -> str:
    value = cell.value if isinstance(cell, Formula) else cell
    return "" if value is None else str(value)


def _string(text: str) -> str:
    """`text` as a string in typst."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
