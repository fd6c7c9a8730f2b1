"""The sheets of the workbooks, made from the content."""

from __future__ import annotations

from collections.abc import Sequence

from ..content import Part, View
from ..content.parts import part_name
from .manuscript import STATUS_TABLE, Cell, Column, Sheet
from .summary import summary
from .words import ANSWERS, PROGRESS, Scale, this

_OWN_ACTIONS = 10


def checklist_sheets(view: View, parts: Sequence[Part], title: str) -> tuple[Sheet, ...]:
    """The sheets of a checklist: the checkpoints to fill in, a summary by part, and the rest."""
    table = "Sjekkliste"
    columns = (
        Column(view.say("column.part"), 19),
        Column(view.say("column.kind"), 9),
        Column(view.say("column.section"), 19),
        Column(view.say("column.phase"), 12),
        Column(view.say("column.checkpoint"), 25),
        Column(view.say("column.evidence"), 19),
        *_followed(view, table, (12, 10, 10, 9), ANSWERS),
        Column(view.say("column.note"), 9),
        Column(view.say("column.id"), 22, "id"),
    )
    rows = tuple(
        (part.title, f"{view.say(f'kind.{point.kind}.sign')} {view.say(f'kind.{point.kind}')}",
         view.section_name(point.section) if point.section else None,
         view.say(f"phase.{point.phase}"), point.text[view.code], point.evidence[view.code],
         None, None, None, "", None, point.id)
        for part in parts
        for point in part.points
    )  # fmt: skip
    main = Sheet(
        view.say("sheet.checklist"),
        table,
        title,
        view.say("sheet.checklist.note"),
        columns,
        rows,
        grows=True,
    )
    groups = [part.title for part in parts]
    return (main, *supporting(main, groups, title, view, view.say("sheet.summary.other"), ANSWERS))


def plan_sheets(view: View, title: str) -> tuple[Sheet, ...]:
    """The sheets of the action plan by quarter, with empty rows for the body's own actions."""
    table = "Handlingsplan"
    columns = plan_columns(view, table)
    proposed: tuple[tuple[Cell, ...], ...] = tuple(
        (action.quarter, action.action[view.code],
         part_name(view, view.content.chapters[action.chapter]), view.say(PROGRESS.empty),
         action.owner[view.code], None, "", action.evidence[view.code], None)
        for action in view.content.plan.values()
    )  # fmt: skip
    own = (blank_row(columns),) * _OWN_ACTIONS
    main = Sheet(
        view.say("sheet.plan"),
        table,
        title,
        view.say("sheet.plan.note"),
        columns,
        proposed + own,
        grows=True,
        keys=tuple(view.content.plan),
    )
    without = view.say("sheet.summary.quarterless")
    return (main, *supporting(main, [1, 2, 3, 4], title, view, without))


def plan_columns(view: View, table: str) -> tuple[Column, ...]:
    """The columns of an action plan, in the sheet whose table is called `table`."""
    return (
        Column(view.say("column.quarter"), 9, "choice", (1, 2, 3, 4), key="quarter"),
        Column(view.say("column.action"), 39, key="action"),
        Column(view.say("column.chapter"), 20, key="chapter"),
        *_followed(view, table, (13, 18, 11, 12), PROGRESS),
        Column(view.say("column.evidence"), 20, key="evidence"),
        Column(view.say("column.note"), 13, key="note"),
    )


def _followed(
    view: View, table: str, widths: tuple[int, int, int, int], scale: Scale
) -> tuple[Column, ...]:
    """The columns for status, owner and deadline, and one that says what is late, in `widths`."""
    status, deadline = view.say("column.status"), view.say("column.deadline")
    late = view.say("alert.late")
    ended = "".join(
        f',{this(table, status)}<>"{word}"'
        for name in scale.ended
        for word in scale.counted(view, name)
    )
    when = this(table, deadline)
    overdue = f'IF(AND(ISNUMBER({when}),{when}<TODAY(){ended}),"{late}","")'
    return (
        Column(
            status,
            widths[0],
            "choice",
            scale.words(view),
            key="status",
            marks=((view.say(scale.done), "done"),),
        ),
        Column(view.say("column.owner"), widths[1], key="owner"),
        Column(deadline, widths[2], "date", key="deadline"),
        Column(
            view.say("column.alert"),
            widths[3],
            "formula",
            formula=overdue,
            marks=((late, "alarm"),),
        ),
    )


def blank_row(columns: Sequence[Column]) -> tuple[Cell, ...]:
    """An empty row to fill in. Its formulas show nothing yet."""
    return tuple("" if column.formula else None for column in columns)


def supporting(
    main: Sheet, groups: Sequence[Cell], title: str, view: View, rest: str, scale: Scale = PROGRESS
) -> tuple[Sheet, ...]:
    """The sheets that go with `main`: a summary by its first column, a description, the words.

    `rest` is the name of the group for rows that have none of the `groups`."""
    return summary(main, groups, rest, view, scale), about(title, view), words_sheet(view, scale)


def words_sheet(view: View, scale: Scale = PROGRESS) -> Sheet:
    """The hidden sheet with the words of the drop-downs for status."""
    return Sheet(
        view.say("sheet.lists"),
        STATUS_TABLE,
        view.say("sheet.lists"),
        view.say("sheet.lists.note"),
        (Column(view.say("column.status"), 24),),
        tuple((word,) for word in scale.words(view)),
        hidden=True,
    )


def about(title: str, view: View, *, asks: bool = True) -> Sheet:
    """The sheet that says what the file is. `colophon.py` fills in the date and the address.

    It `asks` whose the file is, unless another sheet does."""
    facts: tuple[tuple[str, str | None], ...] = (
        (view.say("about.title"), title),
        (view.say("about.edition"), view.say("about.edition.name")),
        (view.say("about.date"), "{date}"),
        (view.say("about.address"), "{address}"),
        (view.say("about.publisher"), "Strategisk mot a-krim"),
        (view.say("about.licence"), "CC BY 4.0"),
        (view.say("about.empty.key"), view.say("about.empty")),
        *(((view.say("about.body"), None),) if asks else ()),
    )
    columns = (
        Column(view.say("column.field"), 26),
        Column(view.say("column.value"), 70, key="value" if asks else ""),
    )
    return Sheet(
        view.say("sheet.about"),
        "Om",
        view.say("sheet.about"),
        view.say("site.disclaimer"),
        columns,
        facts,
        keys=(*map(str, range(len(facts) - 1)), "body") if asks else (),
    )
