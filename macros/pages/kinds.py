"""Mark the three kinds of statement, each with the same sign, word and colour on every page."""

from __future__ import annotations

from ..content import KINDS, Checkpoint, Kind, View
from .markup import paragraphs, text


def kind_mark(view: View, kind: Kind, *, section: str = "") -> str:
    """The mark of a kind, such as «● Lovkrav», with the section that demands it if one is given.

    The section is a link to the page about the law. A label must not hold a mark with a section.

    The shape of the sign differs, so that nobody depends on its colour. It is hidden from screen
    readers, since the word says the same.
    """
    sign, word = (text(view.say(f"kind.{kind}{part}")) for part in (".sign", ""))
    href = f"/regelverk.md#{section}"
    cited = f', <a href="{href}">{text(view.section_name(section))}</a>' if section else ""
    return (
        f'<span class="kind kind--{kind}"><span aria-hidden="true">{sign}</span>'
        f" {word}{cited}</span>"
    )


def point_mark(view: View, point: Checkpoint) -> str:
    """The mark of a checkpoint, with the section of the law if that demands it."""
    return kind_mark(view, point.kind, section=point.section or "")


def kind_list(view: View) -> str:
    """An explanation of the three kinds, each with its mark."""
    items = (
        f"<li>{kind_mark(view, kind)} {text(view.say(f'kind.{kind}.means'))}</li>" for kind in KINDS
    )
    return "\n".join(['<ul class="kinds">', *items, "</ul>"])


def statement(view: View, kind: Kind, body: str, *former: str, level: int = 2) -> str:
    """`body` (Markdown) in a block of its kind, under a heading that names the kind.

    `former` are the anchors that this place has been published with: old links must still work.
    """
    anchors = "".join(f'<span id="{name}"></span>' for name in former)
    sign, word = (view.say(f"kind.{kind}{part}") for part in (".sign", ""))
    return paragraphs(
        f'<div class="statement statement--{kind}" markdown>',
        f"<div>{anchors}</div>" if former else "",
        f'{"#" * level} {word} {{: #{_ANCHOR[kind]} data-sign="{text(sign)}" }}',
        body,
        "</div>",
    )


# Both editions have the same anchors, so that the switch between them leads to the same place
_ANCHOR: dict[Kind, str] = {"law": "lovkrav", "advice": "rad", "further": "gar-lenger"}
