"""How many hits of each kind are let through, and the pages that are excused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from .rules import Hit

FILE = Path(__file__).resolve().parent / "limits.yml"


class Limit(BaseModel):
    """The most hits of a kind there may be today, and the most there should be."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    today: int
    goal: int
    what: str


class Excuse(BaseModel):
    """A page that may have hits of a kind, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    page: str
    kind: str
    why: str


class Limits(BaseModel):
    """The file of limits."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    kinds: Mapping[str, Limit]
    excused: list[Excuse]

    def counted(self, hits: Iterable[Hit]) -> list[Hit]:
        """Those of `hits` that no excuse covers."""
        spared = {(excuse.page, excuse.kind) for excuse in self.excused}
        return [hit for hit in hits if (hit.page, hit.kind) not in spared]

    def unused(self, hits: Iterable[Hit], kinds: Iterable[str]) -> list[Excuse]:
        """The excuses for one of `kinds` that no hit needs any more."""
        needed = {(hit.page, hit.kind) for hit in hits}
        return [
            excuse
            for excuse in self.excused
            if excuse.kind in set(kinds) and (excuse.page, excuse.kind) not in needed
        ]

    def broken(self, figures: Mapping[str, int]) -> dict[str, str]:
        """The kinds with more hits than today's limit, each with both figures."""
        return {
            kind: f"{figures.get(kind, 0)}, limit {limit.today}"
            for kind, limit in self.kinds.items()
            if figures.get(kind, 0) > limit.today
        }


def limits() -> Limits:
    """The limits as `limits.yml` has them. Raises ValueError when it is not as it should be."""
    return TypeAdapter(Limits).validate_python(yaml.safe_load(FILE.read_text(encoding="utf-8")))
