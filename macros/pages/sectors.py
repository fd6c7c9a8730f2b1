"""The page about sectors: the special rules and the risk of each, and what to look and ask for."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Checkpoint, Kind, Measure, Question, Sector, View
from .contributed import inline
from .kinds import kind_mark, point_mark
from .links import chapter_link
from .markup import heading, paragraphs

_Points = dict[str, tuple[Checkpoint, Question | Measure]]


def sectors(view: View) -> str:
    """Every sector under a heading of its own, with the sector's id as its permanent address."""
    points = _points_by_id(view)
    return paragraphs(*(_sector(view, sector, points) for sector in view.content.sectors.values()))


def _sector(view: View, sector: Sector, points: _Points) -> str:
    risk = sector.risk[view.code] if sector.risk else view.say("sector.risk.unknown")
    return paragraphs(
        heading(2, sector.title[view.code], sector.id),
        _part(view, sector, "rules", "law"),
        sector.rules[view.code],
        heading(3, view.say("sector.risk"), f"{sector.id}-risk"),
        risk,
        _part(view, sector, "look", "advice"),
        sector.look[view.code],
        _part(view, sector, "ask", "advice"),
        sector.ask[view.code],
        heading(3, view.say("sector.checkpoints"), f"{sector.id}-checkpoints"),
        "\n".join(_chosen(view, sector, points)),
    )


def _part(view: View, sector: Sector, part: str, kind: Kind) -> str:
    """The heading of one part of a sector, with the mark of the kind of statement below it."""
    return heading(
        3, f"{kind_mark(view, kind)} {view.say(f'sector.{part}')}", f"{sector.id}-{part}"
    )


def _chosen(view: View, sector: Sector, points: _Points) -> Iterator[str]:
    """The checkpoints chosen for the sector, in its order, each with a link to its chapter."""
    for name in sector.checkpoints:
        point, owner = points[name]
        yield (
            f"- {point_mark(view, point)} {inline(point.text[view.code])}"
            f" ({chapter_link(owner, view)})"
        )


def _points_by_id(view: View) -> _Points:
    """Every checkpoint by its id, with the chapter it belongs to."""
    chapters = view.content.chapters.values()
    return {point.id: (point, owner) for owner in chapters for point in owner.checkpoints}
