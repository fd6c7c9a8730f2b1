"""The Markdown of a checklist, which each format shows in its own way."""

from __future__ import annotations

from collections.abc import Iterable

from ..content import Checkpoint, Part, View
from .manuscript import escape
from .template import checkbox_line


def checklist_markdown(view: View, parts: Iterable[Part]) -> str:
    """A heading for each part, and below it the checkpoints, each with what documents it.

    On a screen a checkpoint has a field for a note. On paper it has room for an answer, a name and
    a date. The whole list says who filled it in."""
    blocks = [_filled_by(view)]
    for part in parts:
        points = "\n\n".join(_point(view, point) for point in part.points)
        blocks.append(f"# {escape(part.title)}\n\n::::: sjekkliste\n{points}\n:::::")
    return "\n\n".join(blocks)


def _filled_by(view: View) -> str:
    """For which body, by whom and when: lines to write on, and on a screen fields."""
    named = {key: escape(view.say(f"paper.{key}")) for key in ("body", "by", "date")}
    lines = " ".join(f"[{name}]{{.linje}}" for name in named.values())
    write = view.say("placeholder.write")
    fields = "\u2003".join(  # a wide space: one line, where three would cost a page
        f'{name}: [{write}]{{.field tag="liste-{key}" title="{name}"}}'
        for key, name in named.items()
    )
    return f"::: papir\n{lines}\n:::\n\n::: skjerm\n{fields}\n:::"


def _point(view: View, point: Checkpoint) -> str:
    note = view.say("column.note")
    return "\n".join(
        (
            ":::: punkt",
            checkbox_line(point.id, escape(point.text[view.code])),
            "",
            "::: detalj",
            f"{kind_words(view, point)}. {view.say('checklist.evidence')}: "
            f"{escape(point.evidence[view.code])}. {_phase(view, point)}. "
            f'[Id: {escape(point.id)}]{{.id tag="{point.id}"}}',
            ":::",
            "",
            "::: {.detalj .skjerm}",
            f'{note}: [{view.say("placeholder.write")}]{{.field tag="{point.id}-merknad" '
            f'title="{note} {point.id}"}}',
            ":::",
            "::::",
        )
    )


def _phase(view: View, point: Checkpoint) -> str:
    """When a checkpoint is met, such as «Fase: i konkurransen»."""
    phase = view.say(f"phase.{point.phase}")
    return f"{view.say('column.phase')}: {phase[0].lower()}{phase[1:]}"


def kind_words(view: View, point: Checkpoint) -> str:
    """The kind of a checkpoint in words, such as «● Lovkrav, anskaffelsesloven § 5k»."""
    sign, word = (view.say(f"kind.{point.kind}{part}") for part in (".sign", ""))
    cited = f", {view.section_name(point.section)}" if point.section else ""
    return escape(f"{sign} {word}{cited}")
