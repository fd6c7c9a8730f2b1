"""CSV and JSON: the same rows and records for other programs."""

from __future__ import annotations

import csv
import io
import json

from .manuscript import Cell, Manuscript, printable

# What a spreadsheet takes for a formula when it opens a CSV file
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(manuscript: Manuscript) -> bytes:
    """The first sheet. Semicolons and a byte order mark, so that a Norwegian Excel opens it with one click."""
    sheet = manuscript.sheets[0]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.title for column in sheet.columns)
    for row in sheet.rows:
        # A row of nothing but empty fields is there to be filled in in Excel; here it would be noise
        if any(cell not in (None, "") for cell in row):
            writer.writerow(_safe(cell) for cell in row)
    return out.getvalue().encode("utf-8-sig")


def write_json(manuscript: Manuscript) -> bytes:
    """What the file is, and its records."""
    data = {
        "id": manuscript.id,
        "title": manuscript.title,
        "language": manuscript.language,
        "date": manuscript.date.isoformat(),
        "address": manuscript.address or None,
        "items": [dict(record) for record in manuscript.records],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def unformula(value: str) -> str:
    """`value` so that no spreadsheet runs it."""
    value = printable(value)
    return "'" + value if value.startswith(_STARTS_FORMULA) else value


def _safe(cell: Cell) -> str:
    return "" if cell is None else unformula(str(cell))
