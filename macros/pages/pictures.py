"""Pictures as lists, which the styles draw as boxes; those in an order have arrows between them."""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Measure, Question, View
from ..content.pictures import Link, Picture
from .markup import paragraphs, text


def picture(view: View, drawn: Picture) -> str:
    """The Markdown of a picture with its title and its note."""
    marks = ("-" if drawn.beside else f"{number}." for number in range(1, len(drawn.links) + 1))
    items = (_item(view, mark, link) for mark, link in zip(marks, drawn.links, strict=True))
    back = f"{text(view.say('picture.back'))}\n{{: .picture__back }}" if drawn.returns else ""
    return paragraphs(
        '<div class="picture" markdown>',
        f"{text(drawn.title[view.code])}\n{{: .picture__title }}",
        "\n".join(items),
        back,
        f"{drawn.note[view.code]}\n{{: .note }}" if drawn.note else "",
        "</div>",
    )


def pictures_of(view: View, owner: Question | Measure) -> Iterator[str]:
    """The pictures that the page of `owner` shows."""
    for drawn in view.content.pictures.values():
        if drawn.chapter == owner.id:
            yield picture(view, drawn)


def _item(view: View, mark: str, link: Link) -> str:
    return f"{mark} **{text(link.heading(view))}.** {link.text[view.code].strip()}"
