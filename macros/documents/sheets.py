"""The sheets of the workbooks, made from the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..content import Part, View
from ..content.parts import part_name
from .manuscript import STATUS_TABLE, SUMMARY_TABLE, Cell, Column, Sheet

STATUSES = ("ikkje-starta", "i-gang", "gjort", "ikkje-aktuelt")
# The order of the statuses in the summary and its chart, which begin with what is done
_SHOWN = ("gjort", "i-gang", "ikkje-starta", "ikkje-aktuelt")
_BLANK_CONTRACTS = 60
_OWN_ACTIONS = 10


def checklist_sheets(view: View, parts: Sequence[Part], title: str) -> tuple[Sheet, ...]:
    """The sheets of a checklist: the checkpoints to fill in, a summary by part, and the rest."""
    statuses = status_words(view)
    columns = (
        Column(view.say("column.part"), 20),
        Column(view.say("column.kind"), 13),
        Column(view.say("column.section"), 19),
        Column(view.say("column.phase"), 13),
        Column(view.say("column.checkpoint"), 48),
        Column(view.say("column.evidence"), 26),
        Column(view.say("column.status"), 15, "choice", statuses),
        Column(view.say("column.owner"), 15),
        Column(view.say("column.deadline"), 12, "date"),
        Column(view.say("column.note"), 30),
        Column(view.say("column.id"), 22, "id"),
    )
    rows = tuple(
        (part.title, f"{view.say(f'kind.{point.kind}.sign')} {view.say(f'kind.{point.kind}')}",
         view.section_name(point.section) if point.section else None,
         view.say(f"phase.{point.phase}"),
         point.text[view.code], point.evidence[view.code], statuses[0], None, None, None, point.id)
        for part in parts
        for point in part.points
    )  # fmt: skip
    main = Sheet(
        view.say("sheet.checklist"),
        "Sjekkliste",
        title,
        view.say("sheet.checklist.note"),
        columns,
        rows,
    )
    return (main, *_supporting(main, [part.title for part in parts], 0, 6, title, view))


def plan_sheets(view: View, title: str) -> tuple[Sheet, ...]:
    """The sheets of the action plan by quarter, with empty rows for the body's own actions."""
    statuses = status_words(view)
    columns = (
        Column(view.say("column.quarter"), 11),
        Column(view.say("column.action"), 56),
        Column(view.say("column.chapter"), 30),
        Column(view.say("column.owner"), 24),
        Column(view.say("column.deadline"), 13, "date"),
        Column(view.say("column.status"), 15, "choice", statuses),
        Column(view.say("column.evidence"), 34),
        Column(view.say("column.note"), 30),
    )
    proposed = tuple(
        (f"{action.quarter}", action.action[view.code], part_name(view,
        view.content.chapters[action.chapter]),
         action.owner[view.code], None, statuses[0], action.evidence[view.code], None)
        for action in view.content.plan.values()
    )  # fmt: skip
    own: tuple[tuple[Cell, ...], ...] = ((None,) * len(columns),) * _OWN_ACTIONS
    main = Sheet(
        view.say("sheet.plan"),
        "Handlingsplan",
        title,
        view.say("sheet.plan.note"),
        columns,
        proposed + own,
    )
    return (main, *_supporting(main, ["1", "2", "3", "4"], 0, 5, title, view))


_RISK = "Risikovurdering"


def control_sheets(view: View, title: str) -> tuple[Sheet, ...]:
    """The sheets of the yearly risk assessment and the log of controls that § 5i requires."""
    factors = [factor.title[view.code] for factor in view.content.risk.values()]
    words = tuple(view.say(f"risk.{level}") for level in ("low", "medium", "high"))
    score, level = _risk_formulas(view, factors)
    columns = (
        Column(view.say("column.contract"), 30),
        Column(view.say("column.supplier"), 24),
        Column(view.say("column.assessed"), 13, "date"),
        *(Column(factor, 15, "choice", words) for factor in factors),
        Column(view.say("column.score"), 9, "formula", formula=score),
        Column(view.say("column.risk"), 11, "formula", formula=level),
        Column(view.say("column.planned"), 34),
        Column(view.say("column.owner"), 18),
        Column(view.say("column.deadline"), 13, "date"),
        Column(view.say("column.status"), 15, "choice", status_words(view)),
    )
    blank: tuple[tuple[Cell, ...], ...] = ((None,) * len(columns),) * _BLANK_CONTRACTS
    risk = Sheet(view.say("sheet.risk"), _RISK, title, view.say("sheet.risk.note"), columns, blank)
    by, status = len(factors) + 4, len(columns) - 1
    groups = list(reversed(words))
    return (
        risk,
        _control_log(view),
        _factors(view),
        *_supporting(risk, groups, by, status, title, view),
    )


def _risk_formulas(view: View, factors: list[str]) -> tuple[str, str]:
    """The formulas for the score and for the level of risk. `factors` are the titles of columns."""
    low, medium, high = (view.say(f"risk.{level}") for level in ("low", "medium", "high"))
    cells = [this(_RISK, factor) for factor in factors]
    points = "+".join(f'({cell}="{medium}")+2*({cell}="{high}")' for cell in cells)
    # The score is blank until the whole row is assessed: half an answer must not read as «low»
    unanswered = ",".join(
        f'{cell}=""' for cell in (this(_RISK, view.say("column.contract")), *cells)
    )
    # Each factor gives at most two points. Half of all points is high risk. A quarter of them, or a
    # single factor that is high, is at least medium risk.
    half, quarter, reached = (
        len(cells),
        (len(cells) + 1) // 2,
        this(_RISK, view.say("column.score")),
    )
    some = "+".join(f'({cell}="{high}")' for cell in cells)
    least = f'IF(OR({reached}>={quarter},{some}>0),"{medium}","{low}")'
    level = f'IF({reached}="","",IF({reached}>={half},"{high}",{least}))'
    return f'IF(OR({unanswered}),"",{points})', level


def _control_log(view: View) -> Sheet:
    """The log, with a row for each control: who did it and when, what was found, what followed."""
    log_columns = (
        Column(view.say("column.contract"), 30),
        Column(view.say("column.supplier"), 24),
        Column(view.say("column.done"), 14, "date"),
        Column(view.say("column.owner"), 18),
        Column(view.say("column.how"), 40),
        Column(view.say("column.finding"), 40),
        Column(view.say("column.sanction"), 30),
        Column(view.say("column.mend"), 14, "date"),
        Column(view.say("column.closed"), 14, "date"),
        Column(view.say("column.hours"), 9),
        Column(view.say("column.archive"), 18),
    )
    empty: tuple[tuple[Cell, ...], ...] = ((None,) * len(log_columns),) * _BLANK_CONTRACTS
    return Sheet(
        view.say("sheet.control"),
        "Kontrollogg",
        view.say("sheet.control"),
        view.say("sheet.control.note"),
        log_columns,
        empty,
    )


def _factors(view: View) -> Sheet:
    """The sheet that explains what gives 0, 1 and 2 points for each factor of the risk."""
    factors = list(view.content.risk.values())
    return Sheet(
        view.say("sheet.factors"), "Faktorar", view.say("sheet.factors"),
        view.say("sheet.factors.note"),
        (Column(view.say("column.factor"), 26), *(Column(view.say(f"column.points.{n}"),
        46) for n in range(3))),
        tuple((f.title[view.code], f.low[view.code], f.medium[view.code],
        f.high[view.code]) for f in factors),
    )  # fmt: skip


def this(table: str, column: str) -> str:
    """A reference to the cell of `column` in the same row, as Excel's file format writes it."""
    return f"{table}[[#This Row],[{column}]]"


def status_words(view: View) -> tuple[str, ...]:
    """The status words in the order of the drop-down, the same for every workbook."""
    return tuple(view.say(f"status.{status}") for status in STATUSES)


def _supporting(
    main: Sheet, groups: list[str], by: int, status: int, title: str, view: View
) -> tuple[Sheet, ...]:
    """The sheets that go with `main`: a summary per group, a description, and the status words.

    `by` and `status` are the positions of the columns with the group and the status."""
    return (
        _summary(main, groups, main.columns[by].title, main.columns[status].title, by, status,
        view),
        _about(title, view),
        Sheet(view.say("sheet.lists"), STATUS_TABLE, view.say("sheet.lists"),
        view.say("sheet.lists.note"),
              (Column(view.say("column.status"), 24),),
              tuple((word,) for word in status_words(view))),
    )  # fmt: skip


def _summary(
    main: Sheet, groups: list[str], group: str, status: str, by: int, at: int, view: View
) -> Sheet:
    """How many rows of `main` have each status, per group.

    The counts are formulas, so that they follow what is filled in. Each cell also stores its
    present value, for programs that show a workbook without calculating."""
    counted = Counter((row[by], row[at]) for row in main.rows)
    shown = [view.say(f"status.{word}") for word in _SHOWN]

    def count(extra: str = "") -> str:
        return f"COUNTIFS({main.table}[{group}],{this(SUMMARY_TABLE, group)}{extra})"

    def counts(word: str) -> str:
        told = count(f',{main.table}[{status}],"{word}"')
        # A row without a status counts as not started
        blank = count(f',{main.table}[{status}],""')
        return f"{told}+{blank}" if word == shown[2] else told

    columns = [
        Column(group, 34),
        Column(view.say("column.total"), 11, "formula", formula=count()),
        *(Column(word, 14, "formula", formula=counts(word)) for word in shown),
        Column(
            view.say("column.left"),
            12,
            "formula",
            formula="-".join(
                this(SUMMARY_TABLE, word) for word in (view.say("column.total"), shown[0], shown[3])
            ),
        ),
    ]
    rows: list[tuple[Cell, ...]] = []
    for name in groups:
        numbers = [counted[name, word] for word in shown]
        total = sum(n for (g, _), n in counted.items() if g == name)
        rows.append((name, total, *numbers, numbers[1] + numbers[2]))
    return Sheet(
        view.say("sheet.summary"),
        SUMMARY_TABLE,
        view.say("sheet.summary"),
        view.say("sheet.summary.note"),
        tuple(columns),
        tuple(rows),
    )


def _about(title: str, view: View) -> Sheet:
    facts: Iterable[tuple[str, str | None]] = (
        (view.say("about.title"), title),
        (view.say("about.edition"), view.say("about.edition.name")),
        (view.say("about.date"), "{date}"),
        (view.say("about.address"), "{address}"),
        (view.say("about.publisher"), "Strategisk mot a-krim"),
        (view.say("about.licence"), "CC BY 4.0"),
        (view.say("about.empty.key"), view.say("about.empty")),
        (view.say("about.body"), None),
    )
    columns = (Column(view.say("column.field"), 26), Column(view.say("column.value"), 70))
    return Sheet(
        view.say("sheet.about"),
        "Om",
        view.say("sheet.about"),
        view.say("site.disclaimer"),
        columns,
        tuple(facts),
    )
