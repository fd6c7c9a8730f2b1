"""Markdown extension: show what looks like an element but is not one, such as «<sett inn namn>».

Markdown would let it through as HTML, and a browser shows nothing for an element it does not
know."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from markdown import Extension, Markdown
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor

from ..content.raw_html import ELEMENTS

_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")


class UnknownElementsExtension(Extension):
    """The extension. It has no options."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Replace Markdown's own pattern for HTML at its place (90), after code and escapes."""
        md.inlinePatterns.register(_Known(HTML_RE, md), "html", 90)


class _Known(HtmlInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802 - Markdown's name
        name = _NAME.match(m[1])
        if name is None or name[1].lower() in ELEMENTS:
            return super().handleMatch(m, data)
        return self.md.htmlStash.store(escape(m[1], quote=False)), m.start(0), m.end(0)


def makeExtension(**kwargs: object) -> UnknownElementsExtension:  # noqa: N802 - Markdown's name
    """Called by Python-Markdown, which looks for this name, to make the extension."""
    return UnknownElementsExtension(**kwargs)
