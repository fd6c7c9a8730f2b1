"""Amounts in kroner stand once, in `amounts.yml`; text in the data names one with `[#id]`, which is filled in here.

It is filled in when the file is read, before anything else sees the text, so that pages, documents, spreadsheets and
open data all say the same sum and none of them knows of the mark.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .editions import EDITIONS
from .model import Amount
from .problems import unknown
from .yaml_source import KeyPath, YamlFile, strings

AMOUNT = re.compile(r"\[#([^\]\s]+)\]")


def fill_in(source: YamlFile, amounts: Mapping[str, Amount]) -> None:
    """Put the words of every amount named in `source` in its place, and refuse what cannot be filled in."""
    named = [(path, value) for path, value in strings(source.data) if "[#" in value]
    for path, value in named:
        for match in AMOUNT.finditer(value):
            if match[1] not in amounts:
                source.refuse(source.line(path), f"Beløpet {unknown(match[1], amounts)}")
            elif _code(path) is None:
                source.refuse(
                    source.line(path),
                    f"Beløpet «{match[1]}» kan berre stå i tekst som er skriven på begge målformer. Skriv nn og nb.",
                )
    if named:
        source.data = _filled(source.data, amounts, None)


def _code(path: KeyPath) -> str | None:
    return next((code for code in EDITIONS if code in path), None)


def _filled(data: Any, amounts: Mapping[str, Amount], code: str | None) -> Any:
    """`data` anew: what has been read is shared with other readers of the same file."""
    if isinstance(data, dict):
        return {key: _filled(value, amounts, key if key in EDITIONS else code) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled(item, amounts, code) for item in data]
    if not isinstance(data, str) or code is None:
        return data
    return AMOUNT.sub(lambda m: amounts[m[1]].words(code) if m[1] in amounts else m[0], data)
