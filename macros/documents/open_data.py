"""The content as open data: JSON with a schema, and CSV, with both målformer in the same file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, TypeAdapter
from typing_extensions import TypedDict

from ..content import (
    EDITIONS,
    Amount,
    Blank,
    Consideration,
    Content,
    ContractKind,
    Example,
    LawSection,
    Measure,
    Question,
    RepealedSection,
    Sector,
    Source,
    Term,
)
from .answer_schema import answer_schema
from .csv_table import csv_table

Used = Mapping[str, Sequence[str]]
"""The ids of the documents that each blank is in, by the id of the blank."""


class UsedBlank(Blank):
    """A blank, with the ids of the documents that have it."""

    documents: list[str]


def open_data(content: Content, used: Used = MappingProxyType({})) -> Iterator[tuple[str, bytes]]:
    """`(path under /data/, bytes)` of every file, the same for both editions.

    `used` is worked out from the finished texts of the documents, which this module does not know.
    """
    yield from _records("questions", Question, content.questions.values())
    yield from _records("measures", Measure, content.measures.values())
    yield from _records("glossary", Term, content.terms.values())
    yield from _records("sources", Source, content.sources.values())
    yield from _records("law", LawSection, content.law.values())
    yield from _records("repealed", RepealedSection, content.repealed.values())
    yield from _records("amounts", Amount, content.amounts.values())
    yield from _records("duties", ContractKind, content.contracts.values())
    yield from _records("sectors", Sector, content.sectors.values())
    yield from _records("considerations", Consideration, content.considerations.values())
    blanks = (
        UsedBlank(**dict(blank), documents=list(used.get(name, ())))
        for name, blank in content.blanks.items()
    )
    yield from _records("fields", UsedBlank, blanks)
    yield from _records("examples", Example, content.examples.values())
    rows = list(checkpoint_rows(content))
    yield "checkpoints.json", _json(rows)
    yield "checkpoints.schema.json", _json(TypeAdapter(list[CheckpointRow]).json_schema())
    yield "checkpoints.csv", _csv(rows)
    yield "svar.schema.json", _json(answer_schema(content))
    gone = list(retired_rows(content))
    yield "checkpoints-retired.json", _json(gone)
    yield "checkpoints-retired.schema.json", _json(TypeAdapter(list[RetiredRow]).json_schema())
    yield "checkpoints-retired.csv", _csv(gone)


_IN_EDITIONS = [f"{key}_{code}" for key in ("text", "evidence") for code in EDITIONS]
_ROW = ("id", "chapter", "phase", "kind", "section", *_IN_EDITIONS)
CheckpointRow: Any = TypedDict("CheckpointRow", dict.fromkeys(_ROW, str))  # type: ignore[misc]
CheckpointRow.__doc__ = (
    "A checkpoint with the question or measure it belongs to, its words in both målformer side by"
    " side."
)


def checkpoint_rows(content: Content) -> Iterator[dict[str, str]]:
    """A CheckpointRow for every checkpoint, with the id of its question or measure."""
    for owner in content.chapters.values():
        for point in owner.checkpoints:
            yield {
                "id": point.id, "chapter": owner.id, "phase": point.phase, "kind": point.kind,
                "section": point.section or "",
                **{f"text_{code}": point.text[code] for code in EDITIONS},
                **{f"evidence_{code}": point.evidence[code] for code in EDITIONS},
            }  # fmt: skip


class RetiredRow(TypedDict):
    """A checkpoint that is taken out: the id of the one that has taken over, or empty, and why
    where that is told."""

    id: str
    to: str
    why_nn: str
    why_nb: str


def retired_rows(content: Content) -> Iterator[RetiredRow]:
    """A row for every checkpoint that is taken out, in the order of the register."""
    for name, after in content.retired.items():
        why = after.why
        yield {
            "id": name,
            "to": after.to or "",
            "why_nn": why["nn"] if why else "",
            "why_nb": why["nb"] if why else "",
        }


def _records(
    name: str, model: type[BaseModel], records: Iterable[BaseModel]
) -> Iterator[tuple[str, bytes]]:
    data = [record.model_dump(mode="json") for record in records]
    yield f"{name}.json", _json(data)
    yield f"{name}.schema.json", _json(TypeAdapter(list[model]).json_schema())  # type: ignore[valid-type]
    yield f"{name}.csv", _csv([_flat(record) for record in data])


def _flat(record: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """One row of CSV.

    «title.nn» becomes the column «title_nn». Lists of words are joined, and of sources only the
    addresses are kept. Other lists of records do not fit in a row and are only in the JSON."""
    row: dict[str, str] = {}
    for key, value in record.items():
        if isinstance(value, Mapping):
            row |= _flat(value, f"{prefix}{key}_")
        elif not isinstance(value, list):
            row[prefix + key] = "" if value is None else str(value)
        elif all(isinstance(item, str) for item in value):
            row[prefix + key] = ", ".join(value)
        elif all("url" in item for item in value):
            row[prefix + key] = " ".join(item["url"] for item in value)
    return row


def _json(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """The rows as CSV with commas, which is what programs expect."""
    names = list(dict.fromkeys(key for row in rows for key in row))
    return csv_table([names, *([str(row.get(name, "")) for name in names] for row in rows)], ",")
