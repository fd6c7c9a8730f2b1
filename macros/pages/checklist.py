"""Checklists on pages: real checkboxes with labels, which can be read and printed without a script.

Markdown's own task lists are not used, because their checkboxes have no name (WCAG 4.1.2).
"""

from __future__ import annotations

from collections.abc import Iterable

from ..content import Checkpoint, Measure, Part, Question, View, checkpoints
from .kinds import point_mark
from .markup import text

# The messages of the script. They are sent with the page, so that the script needs no language.
SPOKEN = (
    "count", "remembered", "remembered-undated", "forgotten", "unsaved", "saved", "opened",
    "unknown", "retired",
    "merged", "withdrawn", "bad-file", "newer-file", "no-storage",
)  # fmt: skip
BUTTONS = ("remember", "forget", "save", "print", "print-blank")


def checklist(view: View, parts: Iterable[Part]) -> str:
    """One checklist, with a group of checkpoints for each of `parts`."""
    groups = [_group(view, part.title, part.points) for part in parts]
    return "\n".join(['<div class="checklist" data-checklist>', _tools(view), *groups, "</div>"])


def checkpoint_table(view: View, owner: Question | Measure) -> str:
    """The checkpoints as a Markdown table, for reading and not for ticking."""
    head = [view.say(key) for key in ("checklist", "checklist.evidence")]
    rows = [["id", *head], ["---"] * 3]
    rows += [[f"`{c.id}`", c.text[view.code], c.evidence[view.code]] for c in owner.checkpoints]
    return _table(rows)


def retired_table(view: View) -> str:
    """A Markdown table of the checkpoints that are taken out, and what became of each."""
    texts = {
        point.id: point.text[view.code] for point in checkpoints(view.content.chapters.values())
    }
    rows = [[view.say("column.former"), view.say("column.became")], ["---"] * 2]
    for name, after in view.content.retired.items():
        merged = view.say("checklist.merged").format(old="", to=_id(after.to)).strip()
        told = (
            f"{merged}: {texts[after.to]}" if after.to else "",
            after.why[view.code] if after.why else "",
        )
        rows.append([_id(name), " ".join(part for part in told if part)])
    return _table(rows)


def _id(name: str | None) -> str:
    """The id of a checkpoint as code that the search leaves out: ids are not words of the text."""
    return f"`{name}`{{: .checkpoint__id }}"


def _table(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join(
        "| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows
    )


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
        f"{text(shown)}: {text(point.evidence[view.code])}.</p>"
        f"{_permanent_link(view, point.id)}</li>"
    )


def _permanent_link(view: View, name: str) -> str:
    """The permanent id of a checkpoint, shown only to those who ask, and not read out otherwise."""
    more, link = (text(view.say(f"checklist.{key}")) for key in ("more", "link"))
    return (
        f'<details class="checkpoint__more"><summary aria-label="{more}">…</summary>'
        f'<p>{link}: <a class="checkpoint__id" href="#{name}">{name}</a></p></details>'
    )


def _tools(view: View) -> str:
    """The toolbar. It is hidden until the script finds it, since it does nothing without one."""
    known = " ".join(point.id for point in checkpoints(view.content.chapters.values()))
    retired = " ".join(f"{name}={after.to or ''}" for name, after in view.content.retired.items())
    words = {key: text(view.say(f"checklist.{key}")) for key in (*SPOKEN, *BUTTONS)}
    spoken = " ".join(f'data-{key}="{words[key]}"' for key in SPOKEN)
    buttons = [
        f'<button type="button" class="button" data-do="{key}">{words[key]}</button>'
        for key in BUTTONS
    ]
    opener = (
        f'<label class="button">{text(view.say("checklist.open"))}'
        '<input type="file" accept=".json,application/json" data-do="open"></label>'
    )
    return "\n".join(
        [
            (
                '<div class="checklist__tools" role="group"'
                f' aria-label="{text(view.say("checklist.tools"))}" {spoken} data-ids="{known}"'
                f' data-forward="{retired}" hidden>'
            ),
            (
                '<p class="checklist__count"><output data-count></output>'
                '<progress data-progress value="0" max="1" aria-hidden="true"></progress></p>'
            ),
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
