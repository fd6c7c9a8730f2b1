"""Show text from contributors as HTML: paragraphs and lists only, and nothing in it is ever run."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..content import View
from ..content.example import SOURCE_MARK, Told
from .markup import text

SOURCE_ANCHOR = "kjelde-"
# The marks that mean something to Markdown or HTML. Commas, full stops, colons and hyphens mean
# nothing within a line, and stay readable in the source.
_MARKS = re.compile(r"[!-+/;-@\[-`{-~]")


def plain(value: str, source: str = "") -> str:
    """HTML for `value`: paragraphs, and a list where every line of a paragraph begins with «- ».

    «[2]» becomes a link to the second source, with the word `source` for screen readers. Without
    `source`, the mark is left out: the sources are then on another page."""
    return "".join(
        _block(block.strip(), source) for block in re.split(r"\n\s*\n", value) if block.strip()
    )


def lang(language: str, view: View) -> str:
    """The `lang` attribute for a text in `language`, or nothing if that is the page's language."""
    return "" if language == view.code else f' lang="{language}"'


def told(words: Told, value: str, view: View, source: str = "") -> str:
    """HTML for `value`, one of the texts in `words`, marked with its language if needed."""
    return f'<div class="told"{lang(words.language, view)}>{plain(value, source)}</div>'


def inline(value: str) -> str:
    """One line of contributed text for use inside Markdown.

    Every mark that Markdown or HTML could interpret becomes an entity."""
    return _MARKS.sub(lambda match: f"&#{ord(match[0])};", value)


def opening(value: str, most: int) -> str:
    """The first sentences of `value` on one line, as many as fit in `most` characters.

    If not even one fits, it is cut after a word. Marks of sources are left out."""
    line = " ".join(_unmarked(value).split())
    ends = [match.start() for match in re.finditer(r"(?<=[.!?])(?= [A-ZÆØÅ«0-9]|$)", line)]
    fitting = [end for end in ends if end <= most]
    if fitting or len(line) <= most:
        return line[: fitting[-1]] if fitting else line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + "…"


def _block(block: str, source: str) -> str:
    items = _items(block.splitlines())
    if items:
        return "<ul>" + "".join(f"<li>{_marked(item, source)}</li>" for item in items) + "</ul>"
    return f"<p>{_marked(' '.join(block.split()), source)}</p>"


def _items(lines: Iterable[str]) -> list[str]:
    """The items of a list, each on one line; empty if the block is not a list."""
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:].strip())
        elif items:
            items[-1] += " " + line.strip()
        else:
            return []
    return items


def _marked(value: str, source: str) -> str:
    if not source:
        return text(_unmarked(value))
    mark = (
        rf'<a class="mark" href="#{SOURCE_ANCHOR}\1"><span class="visually-hidden">{text(source)}'
        r" </span>[\1]</a>"
    )
    # Two marks side by side are read aloud as one word without a space between them
    return SOURCE_MARK.sub(mark, text(value)).replace("</a><a ", "</a> <a ")


def _unmarked(value: str) -> str:
    return re.sub(rf"\s*{SOURCE_MARK.pattern}", "", value)
