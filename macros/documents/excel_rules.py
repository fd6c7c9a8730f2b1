"""What guides the reader in a workbook: drop-downs, checks of what is typed, words that stand
out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .manuscript import Column, Manuscript

LAST_ROW = 2_003
"""The row, counted from zero, down to which a table that grows has its rules ready.

Excel carries rules along when a table grows by typing, but not always when rows are pasted in, and
LibreOffice never does."""
Place = tuple[int, int, int]
"""The first row, the last row and the column, counted from zero."""


def validate(
    page: Any, place: Place, column: Column, source: str | list[str | int], manuscript: Manuscript
) -> None:
    """Limit what can be typed in a column. Raises ValueError if the rule is over Excel's limits."""
    words = manuscript.words
    rule: dict[str, Any]
    if column.kind == "choice":
        rule = {"validate": "list", "source": source}
    elif column.kind == "date":
        rule = {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
    elif column.kind == "number":
        rule = {"validate": "decimal", "criteria": ">=", "value": 0}
    else:
        return
    rule |= {"input_title": column.title[:32], "input_message": words[f"prompt.{column.kind}"]}
    rule |= {"error_title": column.title[:32], "error_message": words[f"error.{column.kind}"]}
    first, last, index = place
    # XlsxWriter only warns about a rule over Excel's limits, and leaves it out
    if page.data_validation(first, index, last, index, rule) != 0:
        raise ValueError(
            f"{manuscript.name}: the validation of «{column.title}» is over one of Excel's limits"
        )


def mark(page: Any, place: Place, column: Column, looks: Mapping[str, Any]) -> None:
    """Let the words that `column.marks` has stand out wherever they appear in the column."""
    first, last, index = place
    for word, look in column.marks:
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": looks[look]}
        page.conditional_format(first, index, last, index, rule)
