"""What people type, by the part of a page that it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import View


def ways(view: View) -> dict[tuple[str, str], list[str]]:
    """What people type, by the page and the anchor it leads to; the anchor is empty for a page."""
    found: dict[tuple[str, str], list[str]] = {}
    for way in view.content.ways.values():
        if not way.source:
            found.setdefault((way.page, way.anchor or ""), []).extend(way.said(view.code))
    return found


def acts(view: View) -> dict[str, str]:
    """What people call the act or regulation that each section of the law is from, by the id of the
    section: its name in the register, its short names in every edition, and what people type."""
    called = {
        section.source: ". ".join(dict.fromkeys(_names(view, section.source)))
        for section in view.content.law.values()
    }
    return {section.id: called[section.source] for section in view.content.law.values()}


def _names(view: View, source: str) -> Iterator[str]:
    own = view.content.sources[source]
    yield from (own.title, own.short["nn"], own.short["nb"])
    for way in view.content.ways.values():
        if way.source == source:
            yield from way.said(view.code)
