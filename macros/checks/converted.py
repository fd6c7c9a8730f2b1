"""A page as Markdown makes it, with the site's own extensions: the anchors it has, and the links it holds."""

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
"""What MkDocs always turns on."""
_OURS = ("macros.site.citations", "macros.site.table_frames")
"""The extensions that the build tells of edition and project, in place of what the settings say."""


@dataclass(frozen=True)
class Converted:
    """`links` are addresses as they are written, in order; those of pictures have `True` beside them."""

    anchors: frozenset[str]
    links: tuple[tuple[str, bool], ...]


class Converter:
    """Raises what Python-Markdown raises for an extension that is not there."""

    def __init__(self, root: Path, edition: str, extensions: Extensions) -> None:
        configs: dict[str, dict[str, Any]] = {name: dict(options) for name, options in extensions}
        configs |= {name: {"edition": edition, "root": str(root)} for name in _OURS if name in configs}
        names = dict.fromkeys((*_MKDOCS, *configs))
        self._markdown = Markdown(extensions=list(names), extension_configs=configs)
        self._links = _Links(self._markdown)
        # After everything that makes or changes links, where MkDocs looks at them too
        self._markdown.treeprocessors.register(self._links, "checked-links", -1)

    def convert(self, text: str) -> Converted:
        """The anchors and links of `text`, Markdown without front matter and with its macros filled in."""
        self._markdown.reset()
        self._links.found.clear()
        html = self._markdown.convert(text)
        return Converted(frozenset(ids(html)), tuple(self._links.found))


class _Links(Treeprocessor):
    """Notes every link and picture. MkDocs does not look at those written as raw HTML, and neither does this."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.found: list[tuple[str, bool]] = []

    def run(self, root: ET.Element) -> None:
        for element in root.iter():
            url = element.get({"a": "href", "img": "src"}.get(str(element.tag), ""))
            # Python-Markdown writes e-mail addresses with entities, which only it reads
            if url is not None and AMP_SUBSTITUTE not in url:
                self.found.append((url, element.tag == "img"))
