"""Write a manuscript as CSV and JSON, for use in other programs."""

from __future__ import annotations

import json
from codecs import BOM_UTF8

from .csv_table import csv_table
from .manuscript import Manuscript


def write_csv(manuscript: Manuscript) -> bytes:
    """One sheet as CSV, without what Excel works out.

    Semicolons and a byte order mark make a Norwegian Excel open the file right with one click."""
    sheet = next((s for s in manuscript.sheets if s.exported), manuscript.sheets[0])
    kept = [index for index, column in enumerate(sheet.columns) if not column.formula]
    rows = [[row[index] for index in kept] for row in sheet.rows]
    # Empty rows are for filling in by hand in Excel, and would be noise to a program
    filled = [row for row in rows if any(cell not in (None, "") for cell in row)]
    heading = [sheet.columns[index].title for index in kept]
    return BOM_UTF8 + csv_table([heading, *filled], ";")


def write_json(manuscript: Manuscript) -> bytes:
    """A description of the document, and its records, as JSON."""
    data = {
        "id": manuscript.id,
        "title": manuscript.title,
        "language": manuscript.language,
        "date": manuscript.date.isoformat(),
        "address": manuscript.address or None,
        "items": [dict(record) for record in manuscript.records],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
