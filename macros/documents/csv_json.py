"""CSV and JSON: the same rows and records for other programs."""

from __future__ import annotations

import json
from codecs import BOM_UTF8

from .csv_table import csv_table
from .manuscript import Manuscript


def write_csv(manuscript: Manuscript) -> bytes:
    """The first sheet. Semicolons and a byte order mark, so that a Norwegian Excel opens it with one click."""
    sheet = manuscript.sheets[0]
    # A row of nothing but empty fields is there to be filled in in Excel; here it would be noise
    filled = [row for row in sheet.rows if any(cell not in (None, "") for cell in row)]
    return BOM_UTF8 + csv_table([[column.title for column in sheet.columns], *filled], ";")


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
