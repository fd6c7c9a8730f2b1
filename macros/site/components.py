"""A page that shows the building blocks of the site, for those who work on it.

It is made under `mkdocs serve` only, with one text for all editions, which is beside the styles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..content import View
from ..pages.pictures import picture

SOURCE = Path("browser/styles/komponentar.md")
PAGE = "komponentar.md"

_state = {"serving": False}


def started(command: str) -> None:
    """Remember that the site is served. An edition that is built as a part of another says «build»
    also then, so nothing makes us forget it."""
    _state["serving"] |= command == "serve"


def component_page(root: Path, view: View) -> Iterator[tuple[str, bytes]]:
    """The page as `(path, Markdown)` while the site is served, and nothing else."""
    if _state["serving"] and (root / SOURCE).exists():
        drawn = picture(view, next(iter(view.content.pictures.values())))
        text = (root / SOURCE).read_text(encoding="utf-8").replace("{{ picture }}", drawn)
        yield PAGE, text.encode()
