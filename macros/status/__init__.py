"""«Kvar står de?»: what the answers to the checkpoints say, and what to do next.

The rules are pure, and the browser has the same ones (`browser/status/`). Both are tested with the
cases in `tests/status_cases.json`. Here they are used for the worked set, whose municipality has
answered too. Nothing here makes pages or files.
"""

from __future__ import annotations

from .model import STATUSES, Model, Point, model_of
from .note import note
from .rules import (
    Action,
    Standing,
    applying,
    chapters,
    drafted,
    duties,
    missing,
    next_five,
    standing,
    status_of,
)
from .words import words
from .years import Move, carried, moved

__all__ = [
    "STATUSES",
    "Action",
    "Model",
    "Move",
    "Point",
    "Standing",
    "applying",
    "carried",
    "chapters",
    "drafted",
    "duties",
    "missing",
    "model_of",
    "moved",
    "next_five",
    "note",
    "standing",
    "status_of",
    "words",
]
