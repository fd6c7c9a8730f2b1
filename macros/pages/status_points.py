"""The points of «Kvar står de?»: each with five answers, and room for who, when and what.

The name of a control says which answer it holds, such as «grep-04-klausul.status»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..content import Checkpoint, Measure, Question, View
from ..content.parts import part_name
from ..status import STATUSES
from .kinds import point_mark
from .markup import text
from .tool import more_link

LINES: Mapping[str, str] = {"owner": "text", "deadline": "text", "proof": "text", "note": "long"}
"""What else can be told of a point, and whether it is a line or a longer text."""

Chapter = Question | Measure


def chapter(view: View, step: str, owner: Chapter, points: Iterable[Checkpoint]) -> str:
    """The `points` of a question or a measure, which the script shows as a screen of its own."""
    return (
        f'<section class="chapter" data-chapter="{owner.id}" id="steg/{step}/{owner.id}">'
        f'<h3 tabindex="-1">{text(part_name(view, owner))}</h3>'
        f"{''.join(_point(view, point) for point in points)}"
        f'<p class="chapter__more">{more_link(view, owner)}</p></section>'
    )


def _point(view: View, point: Checkpoint) -> str:
    """A point as a group: what is claimed is the name of the group, and its kind comes below."""
    told = f"{text(view.say('checklist.evidence'))}: {text(point.evidence[view.code])}."
    return (
        f'<div class="point" data-point="{point.id}" data-kind="{point.kind}">'
        f'<fieldset class="ask__group" data-field="{point.id}.status"'
        f' aria-describedby="v-{point.id}"><legend>{text(point.text[view.code])}</legend>'
        f'<p class="point__kind" id="v-{point.id}">{point_mark(view, point)} {told}</p>'
        f'<div class="point__answers">{_answers(view, point)}</div>'
        f"{_lines(view, point)}</fieldset></div>"
    )


def _answers(view: View, point: Checkpoint) -> str:
    return "".join(
        f'<div class="choice-card"><input type="radio" id="s-{point.id}-{status}"'
        f' name="{point.id}.status" value="{status}"><label for="s-{point.id}-{status}">'
        f"{text(view.say(f'standing.{status}'))}</label></div>"
        for status in STATUSES
    )


def _lines(view: View, point: Checkpoint) -> str:
    """What few tell of every point, folded away."""
    fields = "".join(_line(view, point, key, kind) for key, kind in LINES.items())
    return (
        f'<details class="point__more"><summary>{text(view.say("assess.more"))}'
        "<span data-told-of></span></summary>"
        f'<div class="point__fields">{fields}</div></details>'
    )


def _line(view: View, point: Checkpoint, key: str, kind: str) -> str:
    ident = f"f-{point.id}-{key}"
    name = f'id="{ident}" name="{point.id}.{key}" autocomplete="off"'
    hint = ""
    if key == "deadline":
        hint = f'<p class="builder__hint" id="{ident}-hint">{text(view.say("builder.day"))}</p>'
        name += f' aria-describedby="{ident}-hint"'
    long = f'<textarea rows="2" {name}></textarea>'
    control = long if kind == "long" else f'<input type="text" {name}>'
    return (
        f'<div class="field" data-field="{point.id}.{key}"><label for="{ident}">'
        f"{text(view.say(f'assess.{key}'))}</label>{hint}{control}</div>"
    )
