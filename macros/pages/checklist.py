"""On-page checklists: real, labelled controls that read and print without a script.

Markdown's own task lists are not used: they give checkboxes without a name (WCAG 4.1.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..content import PHASES, Checkpoint, Content, Edition, Measure, Question, checkpoints
from .kinds import point_mark
from .markup import text

# What the script says; the words travel with the page so that the script knows no language
SPOKEN = (
    "count", "remembered", "remembered-undated", "forgotten", "unsaved", "saved", "opened", "unknown", "bad-file",
    "newer-file", "no-storage",
)  # fmt: skip
BUTTONS = ("remember", "forget", "save", "print", "print-blank")


def checklist(content: Content, owners: Sequence[Question | Measure], edition: Edition) -> str:
    """One checklist of the checkpoints of `owners`, a group for each, or for each phase of a single one."""
    single = len(owners) == 1
    groups = [
        _group(content, legend, points, edition)
        for owner in owners
        for legend, points in (
            _phases(content, owner, edition) if single else [(_title(owner, edition), owner.checkpoints)]
        )
    ]
    return "\n".join(['<div class="checklist" data-checklist>', _tools(content, edition), *groups, "</div>"])


def checkpoint_table(content: Content, owner: Question | Measure, edition: Edition) -> str:
    """The checkpoints as a Markdown table to read, not to tick."""
    head = [content.label(key, edition) for key in ("checklist", "checklist.evidence")]
    rows = [["id", *head], ["---"] * 3]
    rows += [[f"`{c.id}`", c.text[edition], c.evidence[edition]] for c in owner.checkpoints]
    return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows)


def _title(owner: Question | Measure, edition: Edition) -> str:
    return f"{owner.number}. {owner.title[edition]}"


def _phases(content: Content, owner: Question | Measure, edition: Edition) -> Iterable[tuple[str, list[Checkpoint]]]:
    """In the order of the work, whatever the order in the file."""
    for phase in PHASES:
        if points := [point for point in owner.checkpoints if point.phase == phase]:
            yield content.label(f"phase.{phase}", edition), points


def _group(content: Content, legend: str, points: Iterable[Checkpoint], edition: Edition) -> str:
    items = [_item(content, point, edition) for point in points]
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


def _item(content: Content, point: Checkpoint, edition: Edition) -> str:
    shown = content.label("checklist.evidence", edition)
    return (
        f'<li class="checkpoint"><input type="checkbox" id="{point.id}" name="{point.id}"'
        f' aria-describedby="{point.id}-vis">'
        f'<label for="{point.id}">{text(point.text[edition])}</label>'
        f'<p id="{point.id}-vis">{point_mark(content, point, edition)} '
        f"{text(shown)}: {text(point.evidence[edition])}. "
        f'<a class="checkpoint__id" href="#{point.id}">{point.id}</a></p></li>'
    )


def _tools(content: Content, edition: Edition) -> str:
    """The toolbar, hidden until the script finds it: without a script there is nothing it could do."""
    known = " ".join(point.id for point in checkpoints(content.chapters.values()))
    words = {key: text(content.label(f"checklist.{key}", edition)) for key in (*SPOKEN, *BUTTONS)}
    spoken = " ".join(f'data-{key}="{words[key]}"' for key in SPOKEN)
    buttons = [f'<button type="button" class="button" data-do="{key}">{words[key]}</button>' for key in BUTTONS]
    opener = (
        f'<label class="button">{text(content.label("checklist.open", edition))}'
        '<input type="file" accept=".json,application/json" data-do="open"></label>'
    )
    return "\n".join(
        [
            f'<div class="checklist__tools" role="group" aria-label="{text(content.label("checklist.tools", edition))}"'
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
            f"{text(content.label('checklist.privacy', edition))}</p>",
            "</div>",
        ]
    )
