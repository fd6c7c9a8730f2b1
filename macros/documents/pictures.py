"""Pictures of the content in a document, as lists that `picture.lua` sets as boxes.

The words are those of the pages: nothing is written once more for the documents."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import View
from ..content.pictures import Link, Picture
from .manuscript import escape


def picture_block(view: View, drawn: Picture) -> str:
    """The Markdown of a picture, without its note, which leads on to other pages."""
    items = "\n".join(_item(view, number, link) for number, link in _numbered(drawn))
    back = f"{escape(view.say('picture.back'))}\n\n" if drawn.returns else ""
    heads = ""
    if drawn.heads:
        first, second = (escape(head[view.code]) for head in drawn.heads)
        heads = f' first="{first}" second="{second}"'
    title = escape(drawn.title[view.code])
    return f"::: {{.bilete{heads}}}\n**{title}**\n\n{items}\n\n{back}:::"


def _numbered(drawn: Picture) -> Iterator[tuple[str, Link]]:
    for number, link in enumerate(drawn.links, 1):
        yield "-" if drawn.beside and not drawn.heads else f"{number}.", link


def _item(view: View, mark: str, link: Link) -> str:
    return f"{mark} **{escape(link.heading(view))}.** {link.text[view.code].strip()}"
