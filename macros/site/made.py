"""Everything MkDocs is given that does not lie in `docs/`: pages and files made from the content, for one edition."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import InclusionLevel

from ..content import Content
from ..documents.feed import FEED, feed
from ..pages import chapter_pages, comparison_files, example_pages
from .offers import Offers
from .place import edition_of, edition_url, root_of


def made_pages(config: MkDocsConfig, content: Content) -> Iterator[tuple[str, bytes, InclusionLevel]]:
    """`(path, Markdown, whether it has a place in the menu)`. Raises DocumentError."""
    edition = edition_of(config)
    for path, data in (*chapter_pages(content, edition), *_offers(config, content).pages()):
        yield path, data, InclusionLevel.UNDEFINED
    for path, data in example_pages(content, edition, config.repo_url or ""):
        # Reached from the catalogue: a menu of all of them would be on every page
        yield path, data, InclusionLevel.NOT_IN_NAV


def made_files(config: MkDocsConfig, content: Content) -> Iterator[tuple[str, str, bytes]]:
    """`(what MkDocs knows it as, path in the edition, bytes)`. Raises DocumentError."""
    edition, made = edition_of(config), _offers(config, content).made
    for path, data in made.files.items():
        yield made.source(path), path, data
    for path, data in (*comparison_files(content, edition), (FEED, feed(content, edition, edition_url(config)))):
        yield path, path, data


def _offers(config: MkDocsConfig, content: Content) -> Offers:
    return Offers(root_of(config), content, edition_of(config), config.extra["root_url"])
