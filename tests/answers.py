"""Answer sets that nobody would think of: seeded, so that a fault shows again."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from random import Random
from typing import Any

from macros.builder import ONLY, Filling, Parts

AWKWARD = (
    "Bø kommune",
    "A & B <b>«i»</b> \"to\" 'tre'",
    "$& $1 $$ $` \\1 \\g<0> {0} %s",
    "😀 𝔸𝕓 👩‍🚒 e\u0301",
    "שלום עולם \u202eomvendt\u202c",
    "=1+1",
    "+47 22 22 22 22",
    '=HYPERLINK("http://x","y")',
    "ein\nto\r\ntre\rfire\n\n- punkt\n1. tal\n# topp",
    "tab\there   mange  mellomrom ",
    "  - først",
    "12) ikkje liste",
    "]]>--><!--[standard--><!--]standard--></w:t>",
    "<!--=verksemd-->x<!--=-->",
    "null\x00teikn\x1b\x85\ufffe\ue000",
    "|a|b|\n|-|-|",
    "javascript:alert(1) [x](javascript:y) `kode` ![b](c)",
    "",
    " ",
    "x" * 5000,
    "../../../etc/passwd",
    "2027-02-30",
    "{{ 7*7 }} {% raw %} #{x}",
    "\ud800 \udc00 halv",
    "\u2028linje\u2029avsnitt\u00a0fast",
)
"""Texts that have broken one program or another."""
_DAYS = ("2027-03-01", "2028-02-29", "2027-02-30", "", "1. mars 2027")


def filling(random: Random, file: Parts) -> Filling:
    """Answers for the fields, regions and rows of a document, by chance."""
    fields = sorted({name for _, used in file.uses for name in used if name.startswith("field:")})
    names = [name.removeprefix("field:") for name in fields] + ["finst.ikkje"]
    shown = {name: _text(random) for name in names if random.random() < 0.7}
    stored = {name: random.choice([*_DAYS, _text(random)]) for name in names}
    regions = {name for path, _ in file.uses for name in path} | {"kjelder", "finst-ikkje"}
    within = {name for _, text in file.parts for name in re.findall(r"<!--\(([^>]*)-->", text)}
    regions |= within
    for name in within:
        if name.startswith(ONLY):  # several names in one, each kept or refused by itself
            regions |= {ONLY + each for each in name.removeprefix(ONLY).split(",")}
    keep = {name: random.random() < 0.6 for name in sorted(regions) if random.random() < 0.7}
    answers = json.dumps({"texts": shown, "unknown": [_text(random)]}, ensure_ascii=False)
    return Filling(shown, stored, keep, random.choice(("", answers)), _rows(random, file))


def _text(random: Random) -> str:
    return " ".join(random.choice(AWKWARD) for _ in range(random.randint(1, 2)))


def _rows(random: Random, file: Parts) -> dict[str, list[Mapping[str, Any]]]:
    rows: dict[str, list[Mapping[str, Any]]] = {"Finst ikkje": [{"a": "b"}]}
    for name, sheet in file.sheets.items():
        keys = [*sheet.rows, "finst-ikkje", *[None] * 14]
        rows[name] = [_row(random, key, [*sheet.columns, "andre"]) for key in keys]
    return rows


def _row(random: Random, key: str | None, columns: list[str]) -> dict[str, Any]:
    values = (_text(random), random.choice(_DAYS), random.randint(0, 5000), 12.5, None)
    row = {column: random.choice(values) for column in columns if random.random() < 0.6}
    return {"#": key, **row} if key else row


def plain(answers: Filling) -> dict[str, Any]:
    """The answers as the browser gets them."""
    return dict(vars(answers))
