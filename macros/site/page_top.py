"""Escape the front matter of pages, because the theme's templates insert it into HTML as it is."""

from __future__ import annotations

from html import escape, unescape

from mkdocs.structure.pages import Page

_WORDS = ("title", "description", "language", "section")


def escape_top(page: Page) -> None:
    """Escape the words in the front matter of `page`, which has just been read.

    Generated pages are left alone: their front matter is escaped when it is made."""
    if page.file.generated_by is None:
        page.meta.update({key: escape(str(page.meta[key])) for key in _WORDS if page.meta.get(key)})


def plain_top(page: Page) -> tuple[str, str]:
    """The title and the description as plain text, for uses other than HTML."""
    return unescape(str(page.title or "")), unescape(str(page.meta.get("description", "")))
