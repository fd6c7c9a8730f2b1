"""Where the rows are that answers can fill in, in the sheets of a workbook."""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from ..builder import Sheet as Place
from .excel import HEADER_ROW
from .manuscript import Manuscript, Sheet


def sheets_of(manuscript: Manuscript) -> dict[str, Place]:
    """The sheets with rows that answers know by name, by the names of their tables, which
    are the same in every edition."""
    return {
        sheet.table: _place(sheet, number)
        for number, sheet in enumerate(manuscript.sheets, 1)
        if any(column.key for column in sheet.columns)
    }


def _place(sheet: Sheet, number: int) -> Place:
    first = HEADER_ROW + 2  # Excel counts from one, and the row of headings comes before
    known = len(sheet.keys)
    spare = range(known, len(sheet.rows)) if sheet.grows else ()
    return Place(
        part=f"xl/worksheets/sheet{number}.xml",
        columns={c.key: xl_col_to_name(n) for n, c in enumerate(sheet.columns) if c.key},
        rows={key: first + n for n, key in enumerate(sheet.keys)},
        empty=[first + n for n in spare],
        dates=[column.key for column in sheet.columns if column.key and column.kind == "date"],
    )
