"""Markdown extension: keep a block that is one whole HTML element as it is, without parsing it.

Python-Markdown gives the same result, but slowly, and most of our generated pages are such blocks.
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

_OPENING = re.compile(r"<([a-z][a-z0-9]*)[\s>]")
# With this attribute the page needs md_in_html, which must then read all of its HTML
_MARKDOWN_INSIDE = re.compile(r"\smarkdown[\s=>]")
_ID = re.compile(r'<[^<>]*\sid="([^"]+)"')


class FinishedExtension(Extension):
    """The extension. It has no options."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register above MkDocs (21) and Python-Markdown (20), to run before they look for HTML."""
        md.preprocessors.register(_Finished(md), "finished-html", 22)


class _Finished(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if _MARKDOWN_INSIDE.search(text):
            return lines
        blocks = text.split("\n\n")
        kept = (
            self.md.htmlStash.store(f"{block}\n") if self._is_finished(block) else block
            for block in blocks
        )
        return "\n\n".join(kept).split("\n")

    def _is_finished(self, block: str) -> bool:
        opening = _OPENING.match(block)
        return bool(
            opening and self.md.is_block_level(opening[1]) and _is_one_element(block, opening[1])
        )


def _is_one_element(block: str, tag: str) -> bool:
    """Whether the element that begins `block` ends at the end of it, and not before."""
    depth = 0
    for mark in re.finditer(rf"<{tag}(?=[\s>])|</{tag}>", block):
        depth += -1 if mark[0].startswith("</") else 1
        if depth == 0:
            return mark.end() == len(block)
    return False


def ids(html: str) -> list[str]:
    """Every id in the HTML of a page.

    MkDocs checks links against the ids it knows, and it does not see those in blocks kept whole."""
    return _ID.findall(html)


def makeExtension(**kwargs: object) -> FinishedExtension:  # noqa: N802 - Markdown's name
    """Called by Python-Markdown, which looks for this name, to make the extension."""
    return FinishedExtension(**kwargs)
