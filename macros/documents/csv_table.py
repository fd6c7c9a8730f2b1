"""Write CSV. All CSV files of the site are written here, so that none has a formula in it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from .manuscript import Cell, printable

# A spreadsheet runs a cell that begins with one of these signs (the last four are the full-width
# forms). A cell may begin anywhere in a line: a Norwegian Excel divides lines at semicolons, others
# at commas, tabs or bars, and a quote in the middle of a line does not keep a cell together.
_FORMULA = re.compile(r"(\A|[;,|\t\r\n])(?=[\s\"]*[=+\-@＝＋－＠])")


def csv_table(rows: Iterable[Iterable[Cell]], delimiter: str) -> bytes:
    """`rows` as CSV in UTF-8.

    An apostrophe is put before every place in a text where a spreadsheet could find a formula.
    Numbers are left as they are."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(disarmed(cell) if isinstance(cell, str) else cell for cell in row)
    return out.getvalue().encode()


def disarmed(text: str) -> str:
    """`text` with an apostrophe wherever a spreadsheet could find a formula, so that none runs."""
    return _FORMULA.sub(r"\1'", printable(text))
