"""Checklists on pages: real checkboxes with labels, which can be read and printed without a script.

Markdown's own task lists are not used, because their checkboxes have no name (WCAG 4.1.2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..content import KINDS, PHASES, Checkpoint, Measure, Part, Question, View, checkpoints
from ..status import STATUSES
from .kinds import point_mark
from .markup import text

# The messages of the script. They are sent with the page, so that the script needs no language.
SPOKEN = (
    "count", "part", "remembered", "remembered-undated", "forgotten", "unsaved", "saved", "opened",
    "unknown", "retired",
    "merged", "withdrawn", "answer", "differing", "bad-file", "newer-file", "no-storage",
)  # fmt: skip
BUTTONS = ("remember", "forget", "save", "print", "print-blank")


def checklist(view: View, parts: Iterable[Part]) -> str:
    """One checklist of a chapter, with a group of checkpoints for each of `parts`."""
    return _framed(_tools(view), *(_group(view, part) for part in parts))


def whole_checklist(view: View, parts: Iterable[Part]) -> str:
    """A checklist of many parts: a row for each, with how far one has come, that folds out.

    Each part has a heading, so that screen readers can go from part to part. The filters are
    hidden until the script finds them. The tools come last: the rows are what the page is for."""
    parts = list(parts)
    return _framed(_filters(view, parts), *(_folded(view, part) for part in parts), _tools(view))


def _framed(*parts: str) -> str:
    return "\n".join(['<div class="checklist" data-checklist>', *parts, "</div>"])


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


def _folded(view: View, part: Part) -> str:
    """A part that folds out. Without a script, its row tells how many points it has."""
    count = text(view.say("checklist.points").format(count=len(part.points)))
    return "\n".join(
        [
            '<details class="fold checklist__part">',
            f"<summary><h2>{text(part.title)}</h2> "
            f'<span class="checklist__done" data-part-count>{count}</span></summary>',
            _group(view, part, legend=' class="visually-hidden"'),
            f'<p><button type="button" class="button button--link" data-do="print-part" hidden>'
            f"{text(view.say('checklist.print-part'))}</button></p>",
            "</details>",
        ]
    )


def _group(view: View, part: Part, *, legend: str = "") -> str:
    """The points of a part. `legend` are attributes of its name, which a row above may show."""
    items = [_item(view, point) for point in part.points]
    return "\n".join(
        [
            '<fieldset class="checklist__group">',
            f"<legend{legend}>{text(part.title)}</legend>",
            "<ul>",
            *items,
            "</ul>",
            "</fieldset>",
        ]
    )


def _item(view: View, point: Checkpoint) -> str:
    shown = view.say("checklist.evidence")
    return (
        f'<li class="checkpoint" data-kind="{point.kind}" data-phase="{point.phase}">'
        f'<input type="checkbox" id="{point.id}" name="{point.id}"'
        f' aria-describedby="{point.id}-vis">'
        f'<label for="{point.id}">{text(point.text[view.code])}</label>'
        f'<p id="{point.id}-vis">{point_mark(view, point)} '
        f"{text(shown)}: {text(point.evidence[view.code])}.</p>"
        f"{_permanent_link(view, point.id)}</li>"
    )


def _permanent_link(view: View, name: str) -> str:
    """The permanent id of a checkpoint, shown only to those who ask, and not read out otherwise."""
    more, link = text(view.say("checklist.more")), text(view.say("checklist.link"))
    return (
        f'<details class="checkpoint__more"><summary aria-label="{more}">…</summary>'
        f'<p>{link}: <a class="checkpoint__id" href="#{name}">{name}</a></p></details>'
    )


def _filters(view: View, parts: Iterable[Part]) -> str:
    """The choices that narrow the list down, and a line that tells how many points it has.

    A choice has only what the list has, and is left out where that is one thing."""
    points = [point for part in parts for point in part.points]
    kinds = {point.kind for point in points}
    phases = {point.phase for point in points}
    fields = [
        *_choice(view, "checklist.filter.kind", [(k, f"kind.{k}") for k in KINDS if k in kinds]),
        *_choice(
            view, "checklist.filter.phase", [(p, f"phase.{p}") for p in PHASES if p in phases]
        ),
    ]
    shown = text(view.say("checklist.shown"))
    return "\n".join(
        [
            f'<div class="filters checklist__filters" data-shown="{shown}" hidden>',
            '<div class="filters__grid">',
            *fields,
            "</div>",
            '<p role="status" data-shown-status></p>',
            "</div>",
        ]
    )


def _choice(view: View, label: str, options: list[tuple[str, str]]) -> Iterator[str]:
    """One choice among `options`, each with the label of its words; nothing if there is only one.

    Its name is the last part of `label`, the label of its title."""
    if len(options) < 2:
        return
    name = label.rsplit(".", 1)[1]
    everything = f'<option value="">{text(view.say("checklist.filter.all"))}</option>'
    each = (f'<option value="{key}">{text(view.say(words))}</option>' for key, words in options)
    yield (
        f'<p><label for="filter-{name}">{text(view.say(label))}</label>'
        f'<select id="filter-{name}" data-filter="{name}">{everything}{"".join(each)}</select></p>'
    )


def _tools(view: View) -> str:
    """The toolbar. It is hidden until the script finds it, since it does nothing without one."""
    return "\n".join(
        [
            (
                '<div class="checklist__tools" role="group"'
                f' aria-label="{text(view.say("checklist.tools"))}" {_for_script(view)} hidden>'
            ),
            (
                '<p class="checklist__count"><output data-count></output>'
                '<progress data-progress value="0" max="1" aria-hidden="true"></progress></p>'
            ),
            '<p class="checklist__buttons">',
            *_buttons(view),
            "</p>",
            f'<p class="checklist__status"><span role="status" data-status></span> '
            f"{text(view.say('checklist.privacy'))}</p>",
            "</div>",
        ]
    )


def _for_script(view: View) -> str:
    """The attributes that the script reads: its messages, every id, and what became of old ids."""
    known = " ".join(point.id for point in checkpoints(view.content.chapters.values()))
    retired = " ".join(f"{name}={after.to or ''}" for name, after in view.content.retired.items())
    spoken = " ".join(f'data-{key}="{text(view.say(f"checklist.{key}"))}"' for key in SPOKEN)
    given = " ".join(
        f'data-given-{status}="{text(view.say(f"standing.{status}"))}"'
        for status in STATUSES
        if status != "yes"
    )
    return f'{spoken} {given} data-ids="{known}" data-forward="{retired}"'


def _buttons(view: View) -> list[str]:
    """The buttons. The one that opens a file is a label, and stands after the one that saves."""
    buttons = [
        f'<button type="button" class="button" data-do="{key}">'
        f"{text(view.say(f'checklist.{key}'))}</button>"
        for key in BUTTONS
    ]
    opener = (
        f'<label class="button">{text(view.say("checklist.open"))}'
        '<input type="file" accept=".json,application/json" data-do="open"></label>'
    )
    after = BUTTONS.index("save") + 1
    return [*buttons[:after], opener, *buttons[after:]]
