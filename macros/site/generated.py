"""Everything that is made from the content for one edition: the same for MkDocs, and for any other engine."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content import View
from ..documents.feed import FEED, feed
from ..pages import chapter_pages, comparison_files, example_pages
from .document_pages import DocumentPages


@dataclass(frozen=True)
class Made:
    """`path` is where the engine finds it, and `target` where it ends up when that is another name: a Markdown file to
    download is handed over as `.md.txt`, or it would be made a page. `listed` pages are in the menu."""

    path: str
    data: bytes
    target: str | None = None
    listed: bool = True


def generated(
    root: Path, view: View, root_url: str = "", repo_url: str = "", edition_url: str = "",
    only: Collection[str] | None = None,
) -> Iterator[Made]:  # fmt: skip
    """Pages and files. The addresses are those of the whole site, the repository and the edition, empty where unknown.

    Of the examples' own pages and files only those with an id in `only`, when it is given. Raises DocumentError.
    """
    pages = DocumentPages(root, view, root_url)
    for path, data in (*chapter_pages(view), *pages.pages()):
        yield Made(path, data)
    for path, data in pages.made.files.items():
        yield Made(pages.made.source(path), data, target=path)
    for path, data in example_pages(view, repo_url, only):
        # Reached from the catalogue: a menu of all of them would be on every page
        yield Made(path, data, listed=False)
    for path, data in (*comparison_files(view, only), (FEED, feed(view, edition_url))):
        yield Made(path, data)
