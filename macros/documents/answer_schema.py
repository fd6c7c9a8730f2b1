"""The JSON Schema of the answer file that the tools in the browser save and open.

`browser/answers/file.js` reads and writes such files. It keeps what it does not know, so the schema
allows more keys than it names: a file of a newer tool is still an answer file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..content import DRAFTS, EDITIONS, Blank, Content
from ..status import STATUSES

FORMAT, VERSION = "strategisk-mot-akrim/svar", 1
MOST = {"owner": 200, "note": 2000, "proof": 2000}
"""How many characters the texts of an answer to a checkpoint may have."""
_LEVELS = ("advice", "further", "own")
_DAY = "^(|[0-9]{4}-[0-9]{2}-[0-9]{2})$"


def answer_schema(content: Content) -> dict[str, Any]:
    """The schema, with every id that the content has now."""
    own_texts = {"type": "string"}
    chapters = list(content.chapters)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "Svara til ei verksemd. Ein id som ikkje står her, blir teken vare på.",
        "type": "object",
        "required": ["format", "version"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "saved": {"type": "string", "pattern": _DAY},
            "edition": {"enum": ["", *EDITIONS]},
            "document": {"enum": ["", *DRAFTS]},
            "fields": _map({name: _field(blank) for name, blank in content.blanks.items()}),
            "unknown": _ids(content.blanks),
            "sectors": _ids(content.sectors),
            "levels": _map(
                {name: {"enum": list(_LEVELS)} for name in content.questions}
                | {name: {"enum": ["law", *_LEVELS]} for name in content.measures}
            ),
            "texts": _map(dict.fromkeys(chapters, own_texts)),
            "reasons": _map(dict.fromkeys(chapters, own_texts)),
            "indicators": _ids(content.indicators),
            "actions": {"type": "array", "items": _ACTION},
            "checkpoints": _map(
                {p.id: _CHECKPOINT for c in content.chapters.values() for p in c.checkpoints}
            ),
        },
    }


_ACTION: Mapping[str, Any] = {
    "type": "object",
    "required": ["id", "text"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z0-9-]{1,60}$"},
        "text": {"type": "string"},
        "owner": {"type": "string"},
        "deadline": {"type": "string"},
    },
}
_CHECKPOINT: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "status": {"enum": list(STATUSES)},
        "deadline": {"type": "string", "pattern": _DAY},
        **{name: {"type": "string", "maxLength": most} for name, most in MOST.items()},
    },
}


def _map(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties)}


def _ids(known: Collection[str]) -> dict[str, Any]:
    """A list of ids. Those we know come first for whoever reads the schema; others are allowed."""
    return {
        "type": "array",
        "items": {"anyOf": [{"enum": list(known)}, {"type": "string"}]},
    }


def _field(blank: Blank) -> dict[str, Any]:
    """What may stand in a field. A wrong number or day is kept as it was typed, to be mended."""
    told = {"description": f"{blank.label['nn']} · {blank.label['nb']}"}
    if blank.choices:
        return told | {"enum": ["", *(choice.id for choice in blank.choices)]}
    return told | {"type": "string"}
