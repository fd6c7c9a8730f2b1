"""Markdown extension: a page that was converted before is not converted again.

What Markdown makes of a page depends on its text, on the data that the extensions read, on their
code, and on where its links lead. All but the last are the key that the page is kept under. The
links are resolved again each time, by MkDocs' own code, which notes the anchors they need and warns
of those that lead nowhere. If one of them has got another address, the page is converted anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from ..content import MAIN, Edition
from ..content.register import DATA
from .cache import Cache
from .shelf import Shelf

PAGES = Path(".cache/pages")


def kept_pages(root: Path, edition: Edition) -> Shelf:
    """The pages of `edition` as they were last converted."""
    read = [root / DATA, root / MAIN.config, root / edition.config]
    return Shelf(Cache(root / PAGES), edition.code, read)


class KeptPagesExtension(Extension):
    """The extension. Its option is the shelf; without it, every page is converted."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"shelf": ["", "The Shelf with converted pages"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Stand in for the conversion as a whole: no part of it can be left out on its own."""
        if shelf := self.getConfig("shelf"):
            md.convert = _Conversion(md, shelf).convert  # type: ignore[method-assign]


class _Conversion:
    """The conversion of one page.

    MkDocs registers its own processors after the extensions, so they are looked up when the page is
    converted, by the names that MkDocs gives them."""

    def __init__(self, md: Markdown, shelf: Shelf) -> None:
        self.md, self.shelf, self.whole = md, shelf, md.convert

    def convert(self, source: str) -> str:
        """The HTML of `source`, as Markdown itself would give it."""
        if "relpath" not in self.md.treeprocessors:
            return self.whole(source)  # another engine than MkDocs
        links = _Links(self._processor("relpath"))
        key = self.shelf.key(links.page, source)
        kept = self.shelf.get(key)
        if kept and links.resolved(kept["links"]) == kept["links"]:
            self._restore(kept)
        else:
            html = self.whole(source)
            kept = self._found(html) | {"links": links.found}
            self.shelf.put(key, kept)
        return str(kept["html"])

    def _processor(self, name: str) -> Any:
        """A processor of MkDocs, which has more attributes than Python-Markdown knows of."""
        return self.md.treeprocessors[name]

    def _found(self, html: str) -> dict[str, Any]:
        """All that MkDocs takes from a converted page."""
        raw: Any = self.md.preprocessors["mkdocs_raw_html"]
        anchors = self._processor("mkdocs_extract_anchors").present_anchor_ids
        return {
            "html": html,
            "toc": getattr(self.md, "toc_tokens", []),
            "title": self._processor("mkdocs_extract_title").title,
            "anchors": sorted(anchors | raw.present_anchor_ids),
        }

    def _restore(self, kept: dict[str, Any]) -> None:
        """Leave all that MkDocs takes from a converted page where it looks for it."""
        self.md.toc_tokens = kept["toc"]  # type: ignore[attr-defined]
        self._processor("mkdocs_extract_title").title = kept["title"]
        self._processor("mkdocs_extract_anchors").present_anchor_ids = set(kept["anchors"])


class _Links:
    """Notes each link of a page with the address that MkDocs makes of it.

    An address that is asked for again is not worked out again, so that MkDocs warns once of a link
    that leads nowhere, also when the page has to be converted after its links were resolved."""

    def __init__(self, processor: Any) -> None:
        self.page: str = processor.file.src_uri
        self.found: list[list[str]] = []
        self._known: dict[str, str] = {}
        self._resolve: Callable[[str], str] = processor.path_to_url
        processor.path_to_url = self._note

    def resolved(self, links: list[list[str]]) -> list[list[str]]:
        """The links with the addresses that they have now."""
        now = [(url, self._resolve(url)) for url, _ in links]
        self._known = dict(now)
        return [list(each) for each in now]

    def _note(self, url: str) -> str:
        address = self._known[url] if url in self._known else self._resolve(url)
        self.found.append([url, address])
        return address


def makeExtension(**kwargs: Any) -> KeptPagesExtension:  # noqa: N802 - Markdown's name
    """Called by Python-Markdown, which looks for this name, to make the extension."""
    return KeptPagesExtension(**kwargs)
