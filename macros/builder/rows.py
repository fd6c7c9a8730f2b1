"""Fill in rows of a workbook, in place: no formula, range or rule of the sheet is touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from .parts import Parts, Sheet
from .text import clean, xml

ROW = "#"
"""The key of a row that the answers know by name. A row without it goes where there is room."""
MAX_CELL = 32_767
"""The most characters that Excel takes in a cell."""
_FIRST_DAY = date(1899, 12, 30)
"""The day that Excel counts from."""
_RECKONED = re.compile(r"(<f[^>]*>[^<]*</f>)<v>[^<]*</v>")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Rows = Mapping[str, list[Mapping[str, Any]]]


def with_rows(file: Parts, parts: list[tuple[str, str]], rows: Rows) -> list[tuple[str, str]]:
    """The parts with the rows written in them, by the names of the sheets.

    What has no room is left out: a sheet, a row or a column that the file does not have."""
    cells: dict[str, dict[str, str]] = {}
    for name, wanted in rows.items():
        if name in file.sheets:
            sheet = file.sheets[name]
            cells.setdefault(sheet.part, {}).update(_cells(sheet, wanted))
    if not any(cells.values()):
        return parts
    return [(name, _unreckoned(_written(text, cells.get(name, {})))) for name, text in parts]


def _unreckoned(text: str) -> str:
    """The part without what its formulas showed before. LibreOffice would go on showing that."""
    return _RECKONED.sub(r"\1", text)


def _cells(sheet: Sheet, rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """`(cell, its content)` for each value of the rows.

    An empty text leaves a cell as it is, and None empties it."""
    free = iter(sheet.empty)
    for row in rows:
        number = sheet.rows.get(row[ROW]) if ROW in row else next(free, None)
        if number is None:
            continue
        for title, value in row.items():
            letter = sheet.columns.get(title)
            if title != ROW and letter and value != "":
                yield f"{letter}{number}", _content(value, title in sheet.dates)


def _content(value: Any, is_date: bool) -> str:
    """The attributes and the content of a cell: a number, a day as a number, a text or nothing."""
    if value is None:
        return "/>"
    if isinstance(value, int | float):
        return f"><v>{value}</v></c>"
    if is_date and (days := _days(value)) is not None:
        return f"><v>{days}</v></c>"
    text = xml(clean(value)[:MAX_CELL])
    return f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _days(value: str) -> int | None:
    """The number that Excel has for a day, or None if `value` is no day."""
    if not _DAY.fullmatch(value):
        return None
    try:
        return (date.fromisoformat(value) - _FIRST_DAY).days
    except ValueError:
        return None


def _written(text: str, cells: Mapping[str, str]) -> str:
    """The sheet with the cells written. Each keeps the style it has."""

    def cell(match: re.Match[str]) -> str:
        content = cells.get(match[1])
        if content is None:
            return match[0]
        style = re.search(r' s="\d+"', match[2])
        return f'<c r="{match[1]}"{style[0] if style else ""}{content}'

    return re.sub(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>.*?</c>)', cell, text, flags=re.DOTALL)
