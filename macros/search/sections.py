"""Cut the HTML of a page into sections of plain text.

There is a section for each heading, and for each table row with an anchor of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lxml import html

# Elements with one of these classes are left out of the index. Tools, lists of sources and ids are
# not a part of the text, nor are formats and sizes of files. The card of an example repeats what
# the example's own page says, that of a document what its page says, and the steps of a tool what
# the chapters and the checklists say.
_TOOLS = {
    "checklist__tools", "checkpoint__id", "checkpoint__more", "sources", "cite", "visually-hidden",
    "kind", "age", "downloads",
    "catalogue", "coverage", "filters", "compare", "contribute", "card__facts", "offer", "step",
}  # fmt: skip
_BLOCKS = {
    "p",
    "li",
    "td",
    "th",
    "tr",
    "dt",
    "dd",
    "br",
    "div",
    "legend",
    "label",
    "blockquote",
    "h4",
    "h5",
    "h6",
}


# Marks that mean nothing outside the page: «[1]» of a source, and the brackets of a blank
_MARKS = re.compile(r"\[(?:\d+|([^\[\]\n]{1,80}))\]")


@dataclass
class Section:
    """A section. `anchor` is empty for the top of the page. `level` is 7 for a table row."""

    anchor: str
    level: int
    title: str
    parts: list[str] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """All text below the heading, on one line."""
        text = _MARKS.sub(r"\1", "".join(self.parts))
        return re.sub(r" ([.,;:?!])", r"\1", " ".join(text.split()))


@lru_cache(maxsize=8192)
def sections(content: str) -> tuple[Section, ...]:
    """The sections of a page, beginning with the top of the page.

    Sections with neither title nor text are left out. The result is kept, since under `mkdocs
    serve` nearly every page is the same as at the last build."""
    root = html.fragment_fromstring(content or " ", create_parent="div")
    noise = [
        *root.iter("script", "style", "svg"),
        *(tag for tag in root.xpath(".//*[@class]") if _is_tool(tag)),
    ]
    for tag in noise:
        tag.drop_tree()
    for link in root.xpath(".//li/a"):
        _drop_if_alone(link)
    found = [Section("", 1, "")]
    _walk(root, found)
    return tuple(section for section in found if section.title or section.text)


def _is_tool(tag: html.HtmlElement) -> bool:
    return not _TOOLS.isdisjoint(tag.get("class").split())


def _drop_if_alone(link: html.HtmlElement) -> None:
    """Remove a list item that is only a link: its words are about the other page, not this one."""
    item = link.getparent()
    if _text_of(link) == _text_of(item):
        item.clear()


def _walk(element: html.HtmlElement, found: list[Section]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in ("h1", "h2", "h3"):
        _open(element, int(tag[1]), found)
    elif tag == "tr" and (mark := next(iter(element.xpath("./td[1]//*[@id]")), None)) is not None:
        found.append(
            Section(
                mark.get("id"),
                7,
                " ".join(_parts_of(element[0]).split()),
                [_parts_of(cell) + " " for cell in element[1:]],
            )
        )
    else:
        found[-1].parts.extend(_own(element, tag, found))
    if element.tail:
        found[-1].parts.append(element.tail)


def _own(element: html.HtmlElement, tag: str, found: list[Section]) -> Iterator[str]:
    """Add the text of `element` to the last section, and walk through its children.

    A block gets a space on each side, so that words in two blocks are not joined."""
    found[-1].parts.append(" " if tag in _BLOCKS else "")
    found[-1].parts.append(element.text or "")
    for child in element:
        _walk(child, found)
    yield " " if tag in _BLOCKS else ""


def _open(heading: html.HtmlElement, level: int, found: list[Section]) -> None:
    if level == 1:
        found[0].title = _text_of(heading)
    else:
        found.append(Section(heading.get("id") or "", level, _text_of(heading)))


def _parts_of(cell: html.HtmlElement) -> str:
    """The text of a table cell, with a space between its paragraphs and items."""
    found = [Section("", 0, "")]
    _walk(cell, found)
    return "".join(found[0].parts)


def _text_of(element: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()
