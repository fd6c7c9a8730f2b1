"""All pages and files made from the content for one edition, for MkDocs or any other engine."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content import View
from ..documents.feed import FEED, feed
from ..pages import (
    builder_pages,
    catalogue_words,
    chapter_pages,
    comparison_files,
    example_pages,
    status_pages,
)
from .document_pages import DocumentPages


@dataclass(frozen=True)
class Made:
    """A page or a file. `listed` pages are in the menu.

    `path` is the path the engine is given, and `target` the path in the finished site if that is
    another: a Markdown file to download is handed over as `.md.txt`, or it would become a page."""

    path: str
    data: bytes
    target: str | None = None
    listed: bool = True


def generated(
    root: Path, view: View, root_url: str = "", repo_url: str = "", edition_url: str = "",
    only: Collection[str] | None = None,
) -> Iterator[Made]:  # fmt: skip
    """Every page and file of the edition. Raises DocumentError.

    The three addresses are those of the site, the repository and the edition, each empty if not
    known. If `only` is given, just the examples with those ids get their own pages and files.
    """
    pages = DocumentPages(root, view, root_url)
    for path, data in (
        *builder_pages(view),
        *status_pages(view),
        *chapter_pages(view),
        *pages.pages(),
    ):
        yield Made(path, data)
    for path, data in pages.made.files.items():
        yield Made(pages.made.source(path), data, target=path)
    for path, data in example_pages(view, repo_url, only):
        # Examples are reached from the catalogue: in the menu, all of them would be on every page
        yield Made(path, data, listed=False)
    compared = comparison_files(view, only)
    for path, data in (*compared, catalogue_words(view), (FEED, feed(view, edition_url))):
        yield Made(path, data)
