"""Replace the mark `[#id]` in texts with the words of an amount in kroner.

Each amount stands once, in `amounts.yml`. Marks are replaced when a file is read, before anything
else sees the text, so that pages, documents, spreadsheets and open data all state the same sum and
none of them needs to know the mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .editions import EDITIONS
from .law_records import Amount
from .problems import unknown
from .yaml_file import KeyPath, YamlFile, strings

AMOUNT = re.compile(r"\[#([^\]\s]+)\]")


def fill_in(source: YamlFile, amounts: Mapping[str, Amount]) -> None:
    """Replace every mark in `source` with the words of its amount.

    A mark is refused when no amount has that id, or when the text is in no particular edition: the
    words of an amount differ between the editions.
    """
    named = [(path, value) for path, value in strings(source.data) if "[#" in value]
    for path, value in named:
        for match in AMOUNT.finditer(value):
            if match[1] not in amounts:
                source.refuse(source.line(path), f"Beløpet {unknown(match[1], amounts)}")
            elif _code(path) is None:
                source.refuse(
                    source.line(path),
                    f"Beløpet «{match[1]}» kan berre stå i tekst som er skriven på begge målformer."
                    " Skriv nn og nb.",
                )
    if named:
        source.data = _filled(source.data, amounts, None)


def _code(path: KeyPath) -> str | None:
    """The code of the edition that the text at `path` is written for, or None."""
    return next((code for code in EDITIONS if code in path), None)


def _filled(data: Any, amounts: Mapping[str, Amount], code: str | None) -> Any:
    """A copy of `data` with the marks replaced.

    Not in place: the YAML reader keeps what it has read, and hands out the same data again."""
    if isinstance(data, dict):
        return {
            key: _filled(value, amounts, key if key in EDITIONS else code)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_filled(item, amounts, code) for item in data]
    if not isinstance(data, str) or code is None:
        return data
    return AMOUNT.sub(lambda m: amounts[m[1]].words(code) if m[1] in amounts else m[0], data)
