"""Links in the HTML that our builders write: to a page by its file, as in Markdown.

MkDocs makes an address of `/regelverk.md#loa-5a` only where it reads the link as Markdown. A
checklist is HTML from end to end, so its links are made here.
"""

from __future__ import annotations

import re

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_LINK = re.compile(r'(<a\b[^<>]*? href=")/([^"#<>]+\.md)(#[^"<>]*)?(?=")')


class UnknownPageError(ValueError):
    """A link names a page that does not exist. The message is Norwegian."""

    def __init__(self, path: str) -> None:
        super().__init__(f"Ei lenkje i HTML går til «{path}», som ikkje finst.")


def resolve(html: str, page: Page, files: Files) -> str:
    """`html` with an address for each link to a file. Raises UnknownPageError."""

    def address(found: re.Match[str]) -> str:
        target = files.get_file_from_path(found[2])
        if target is None:
            raise UnknownPageError(found[2])
        return f"{found[1]}{target.url_relative_to(page.file)}{found[3] or ''}"

    return _LINK.sub(address, html)
