"""Text from contributors as HTML: paragraphs and lists, nothing else. Whatever it holds, it is shown, never run."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..content import View
from ..content.example import SOURCE_MARK, Told
from .markup import text

SOURCE_ANCHOR = "kjelde-"
# Commas, full stops, colons and hyphens mean nothing inside a line, and are left readable
_MARKS = re.compile(r"[!-+/;-@\[-`{-~]")


def plain(value: str, source: str = "") -> str:
    """Paragraphs, and lists where every line of a paragraph begins with «- ».

    «[2]» becomes a link to the second source when `source`, the word a screen reader says, is given; where the
    sources are on another page, it is left out."""
    return "".join(_block(block.strip(), source) for block in re.split(r"\n\s*\n", value) if block.strip())


def lang(language: str, view: View) -> str:
    """The attribute for text in `language` in `view`; nothing where they are the same."""
    return "" if language == view.code else f' lang="{language}"'


def told(words: Told, value: str, view: View, source: str = "") -> str:
    """`value`, one of the texts in `words`, marked with its language where that is another."""
    return f'<div class="told"{lang(words.language, view)}>{plain(value, source)}</div>'


def inline(value: str) -> str:
    """One line of contributed text inside Markdown: every mark that Markdown or HTML could read becomes an entity."""
    return _MARKS.sub(lambda match: f"&#{ord(match[0])};", value)


def opening(value: str, most: int) -> str:
    """The first sentences on one line, without source marks, as many as fit in `most` characters.

    Where not even one fits, it is cut at a word."""
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
    """The items of a list, continued lines joined; empty where the block is not a list."""
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
    mark = rf'<a class="mark" href="#{SOURCE_ANCHOR}\1"><span class="visually-hidden">{text(source)} </span>[\1]</a>'
    return SOURCE_MARK.sub(mark, text(value))


def _unmarked(value: str) -> str:
    return re.sub(rf"\s*{SOURCE_MARK.pattern}", "", value)
