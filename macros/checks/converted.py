"""Find the anchors and links of a page by converting it as the build does, with its extensions."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from ..site.whole_blocks import ids
from .settings import Extensions

_MKDOCS = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs always turns on."""
_OURS = ("macros.site.citations", "macros.site.table_frames")
"""The extensions whose options the build sets to the edition and the project."""


@dataclass(frozen=True)
class Converted:
    """The anchors and links of a page.

    `links` has the addresses as they are written, in order, each with True if it is a picture."""

    anchors: frozenset[str]
    links: tuple[tuple[str, bool], ...]


class Converter:
    """Converts the pages of one edition. Making it raises what Python-Markdown raises for an
    extension that does not exist."""

    def __init__(self, root: Path, edition: str, extensions: Extensions) -> None:
        configs: dict[str, dict[str, Any]] = {name: dict(options) for name, options in extensions}
        configs |= {
            name: {"edition": edition, "root": str(root)} for name in _OURS if name in configs
        }
        names = dict.fromkeys((*_MKDOCS, *configs))
        self._markdown = Markdown(extensions=list(names), extension_configs=configs)
        self._links = _Links(self._markdown)
        # A negative number runs last: after all that makes or changes links, as MkDocs' own check
        self._markdown.treeprocessors.register(self._links, "checked-links", -1)

    def convert(self, text: str) -> Converted:
        """The anchors and links of `text`, which has no front matter and no macros left."""
        self._markdown.reset()
        self._links.found.clear()
        html = self._markdown.convert(text)
        return Converted(frozenset(ids(html)), tuple(self._links.found))


class _Links(Treeprocessor):
    """Notes links and pictures, except in raw HTML, which MkDocs does not check either."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: list[tuple[str, bool]] = []

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            url = element.get({"a": "href", "img": "src"}.get(str(element.tag), ""))
            # Python-Markdown disguises e-mail addresses with entities. They lead to no page.
            if url is not None and AMP_SUBSTITUTE not in url:
                self.found.append((url, element.tag == "img"))
