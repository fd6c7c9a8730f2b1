"""Every CSV file of the site is written here, so that no spreadsheet ever finds a formula in one."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from .manuscript import Cell, printable

# A spreadsheet runs what begins with one of these signs (the last four are their full-width forms).
# It may begin a cell anywhere: a Norwegian Excel divides lines at semicolons whatever the file means
# by them, others at commas, tabs or bars, and a quote within a line does not hold a cell together.
_FORMULA = re.compile(r"(\A|[;,|\t\r\n])(?=[\s\"]*[=+\-@＝＋－＠])")


def csv_table(rows: Iterable[Iterable[Cell]], delimiter: str) -> bytes:
    """`rows` as CSV in UTF-8. A text that could be taken for a formula, or hold one after a sign that
    divides cells, has an apostrophe before it; numbers are left as they are."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(disarmed(cell) if isinstance(cell, str) else cell for cell in row)
    return out.getvalue().encode()


def disarmed(text: str) -> str:
    """`text` so that no spreadsheet runs any part of it."""
    return _FORMULA.sub(r"\1'", printable(text))
