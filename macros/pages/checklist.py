"""On-page checklists: real, labelled controls that read and print without a script.

Markdown's own task lists are not used: they give checkboxes without a name (WCAG 4.1.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..content import PHASES, Checkpoint, Measure, Question, View, checkpoints
from .kinds import point_mark
from .markup import text

# What the script says; the words travel with the page so that the script knows no language
SPOKEN = (
    "count", "remembered", "remembered-undated", "forgotten", "unsaved", "saved", "opened", "unknown", "bad-file",
    "newer-file", "no-storage",
)  # fmt: skip
BUTTONS = ("remember", "forget", "save", "print", "print-blank")


def checklist(view: View, owners: Sequence[Question | Measure]) -> str:
    """One checklist of the checkpoints of `owners`, a group for each, or for each phase of a single one."""
    single = len(owners) == 1
    groups = [
        _group(view, legend, points)
        for owner in owners
        for legend, points in (_phases(view, owner) if single else [(_title(owner, view), owner.checkpoints)])
    ]
    return "\n".join(['<div class="checklist" data-checklist>', _tools(view), *groups, "</div>"])


def checkpoint_table(view: View, owner: Question | Measure) -> str:
    """The checkpoints as a Markdown table to read, not to tick."""
    head = [view.say(key) for key in ("checklist", "checklist.evidence")]
    rows = [["id", *head], ["---"] * 3]
    rows += [[f"`{c.id}`", c.text[view.code], c.evidence[view.code]] for c in owner.checkpoints]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows)


def _title(owner: Question | Measure, view: View) -> str:
    return f"{owner.number}. {owner.title[view.code]}"


def _phases(view: View, owner: Question | Measure) -> Iterable[tuple[str, list[Checkpoint]]]:
    """In the order of the work, whatever the order in the file."""
    for phase in PHASES:
        if points := [point for point in owner.checkpoints if point.phase == phase]:
            yield view.say(f"phase.{phase}"), points


def _group(view: View, legend: str, points: Iterable[Checkpoint]) -> str:
    items = [_item(view, point) for point in points]
    return "\n".join(
        [
            '<fieldset class="checklist__group">',
            f"<legend>{text(legend)}</legend>",
            "<ul>",
            *items,
            "</ul>",
            "</fieldset>",
        ]
    )


def _item(view: View, point: Checkpoint) -> str:
    shown = view.say("checklist.evidence")
    return (
        f'<li class="checkpoint"><input type="checkbox" id="{point.id}" name="{point.id}"'
        f' aria-describedby="{point.id}-vis">'
        f'<label for="{point.id}">{text(point.text[view.code])}</label>'
        f'<p id="{point.id}-vis">{point_mark(view, point)} '
        f"{text(shown)}: {text(point.evidence[view.code])}. "
        f'<a class="checkpoint__id" href="#{point.id}">{point.id}</a></p></li>'
    )


def _tools(view: View) -> str:
    """The toolbar, hidden until the script finds it: without a script there is nothing it could do."""
    known = " ".join(point.id for point in checkpoints(view.content.chapters.values()))
    words = {key: text(view.say(f"checklist.{key}")) for key in (*SPOKEN, *BUTTONS)}
    spoken = " ".join(f'data-{key}="{words[key]}"' for key in SPOKEN)
    buttons = [f'<button type="button" class="button" data-do="{key}">{words[key]}</button>' for key in BUTTONS]
    opener = (
        f'<label class="button">{text(view.say("checklist.open"))}'
        '<input type="file" accept=".json,application/json" data-do="open"></label>'
    )
    return "\n".join(
        [
            f'<div class="checklist__tools" role="group" aria-label="{text(view.say("checklist.tools"))}"'
            f' {spoken} data-ids="{known}" hidden>',
            '<p class="checklist__count"><output data-count></output>'
            '<progress data-progress value="0" max="1" aria-hidden="true"></progress></p>',
            '<p class="checklist__buttons">',
            *buttons[:2],
            buttons[2],
            opener,
            *buttons[3:],
            "</p>",
            f'<p class="checklist__status"><span role="status" data-status></span> '
            f"{text(view.say('checklist.privacy'))}</p>",
            "</div>",
        ]
    )
