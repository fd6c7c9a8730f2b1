"""What a page says of itself in its front matter, made safe for templates, which put it into HTML as it is."""

from __future__ import annotations

from html import escape, unescape

from mkdocs.structure.pages import Page

_WORDS = ("title", "description", "language", "section")


def escape_top(page: Page) -> None:
    """Escape the words at the top of a written page that has just been read. Made pages are escaped already."""
    if page.file.generated_by is None:
        page.meta.update({key: escape(str(page.meta[key])) for key in _WORDS if page.meta.get(key)})


def plain_top(page: Page) -> tuple[str, str]:
    """Title and description as plain text, for what is no HTML."""
    return unescape(str(page.title or "")), unescape(str(page.meta.get("description", "")))
