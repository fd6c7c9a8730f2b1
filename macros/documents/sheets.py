"""The sheets of the workbooks, made from the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from ..content import Content, Edition, Measure, Question
from .manuscript import STATUS_TABLE, SUMMARY_TABLE, Cell, Column, Sheet

STATUSES = ("ikkje-starta", "i-gang", "gjort", "ikkje-aktuelt")
# The order in which the summary and its picture show them: what is done first
_SHOWN = ("gjort", "i-gang", "ikkje-starta", "ikkje-aktuelt")
_BLANK_CONTRACTS = 60
_OWN_ACTIONS = 10
Say = Callable[[str], str]


def checklist_sheets(
    content: Content, owners: Sequence[Question | Measure], title: str, edition: Edition
) -> tuple[Sheet, ...]:
    """The checkpoints with status, owner, deadline and note; and how each question and measure stands."""
    say = partial(content.label, edition=edition)
    statuses = status_words(say)
    columns = (
        Column(say("column.part"), 20),
        Column(say("column.kind"), 13),
        Column(say("column.section"), 19),
        Column(say("column.phase"), 13),
        Column(say("column.checkpoint"), 48),
        Column(say("column.evidence"), 26),
        Column(say("column.status"), 15, "choice", statuses),
        Column(say("column.owner"), 15),
        Column(say("column.deadline"), 12, "date"),
        Column(say("column.note"), 30),
        Column(say("column.id"), 22, "id"),
    )
    rows = tuple(
        (part_name(say, owner, edition), f"{say(f'kind.{point.kind}.sign')} {say(f'kind.{point.kind}')}",
         content.section_name(point.section, edition) if point.section else None, say(f"phase.{point.phase}"),
         point.text[edition], point.evidence[edition], statuses[0], None, None, None, point.id)
        for owner in owners
        for point in owner.checkpoints
    )  # fmt: skip
    main = Sheet(say("sheet.checklist"), "Sjekkliste", title, say("sheet.checklist.note"), columns, rows)
    return (main, *_supporting(main, [part_name(say, owner, edition) for owner in owners], 0, 6, title, say))


def plan_sheets(content: Content, title: str, edition: Edition) -> tuple[Sheet, ...]:
    """The action plan and year wheel, with room for own actions."""
    say = partial(content.label, edition=edition)
    statuses = status_words(say)
    columns = (
        Column(say("column.quarter"), 11),
        Column(say("column.action"), 56),
        Column(say("column.chapter"), 30),
        Column(say("column.owner"), 24),
        Column(say("column.deadline"), 13, "date"),
        Column(say("column.status"), 15, "choice", statuses),
        Column(say("column.evidence"), 34),
        Column(say("column.note"), 30),
    )
    proposed = tuple(
        (f"{action.quarter}", action.action[edition], part_name(say, content.chapters[action.chapter], edition),
         action.owner[edition], None, statuses[0], action.evidence[edition], None)
        for action in content.plan.values()
    )  # fmt: skip
    own: tuple[tuple[Cell, ...], ...] = ((None,) * len(columns),) * _OWN_ACTIONS
    main = Sheet(say("sheet.plan"), "Handlingsplan", title, say("sheet.plan.note"), columns, proposed + own)
    return (main, *_supporting(main, ["1", "2", "3", "4"], 0, 5, title, say))


def control_sheets(content: Content, title: str, edition: Edition) -> tuple[Sheet, ...]:
    """The yearly risk assessment and the control log that § 5i asks to be documented."""
    say = partial(content.label, edition=edition)
    statuses = status_words(say)
    factors = list(content.risk.values())
    low, medium, high = (say(f"risk.{level}") for level in ("low", "medium", "high"))
    contract = say("column.contract")
    table = "Risikovurdering"
    points = "+".join(
        f'({this(table, f.title[edition])}="{medium}")+2*({this(table, f.title[edition])}="{high}")' for f in factors
    )
    # No risk before the whole row is assessed: half an answer must not read as «low»
    unanswered = ",".join(f'{this(table, title)}=""' for title in (contract, *(f.title[edition] for f in factors)))
    score = f'IF(OR({unanswered}),"",{points})'
    # Half of all points is high; a quarter, or one factor that is high alone, is at least medium
    half, quarter, reached = len(factors), (len(factors) + 1) // 2, this(table, say("column.score"))
    some = "+".join(f'({this(table, f.title[edition])}="{high}")' for f in factors)
    level = (
        f'IF({reached}="","",IF({reached}>={half},"{high}",IF(OR({reached}>={quarter},{some}>0),"{medium}","{low}")))'
    )
    columns = (
        Column(contract, 30),
        Column(say("column.supplier"), 24),
        Column(say("column.assessed"), 13, "date"),
        *(Column(f.title[edition], 15, "choice", (low, medium, high)) for f in factors),
        Column(say("column.score"), 9, "formula", formula=score),
        Column(say("column.risk"), 11, "formula", formula=level),
        Column(say("column.planned"), 34),
        Column(say("column.owner"), 18),
        Column(say("column.deadline"), 13, "date"),
        Column(say("column.status"), 15, "choice", statuses),
    )
    blank: tuple[tuple[Cell, ...], ...] = ((None,) * len(columns),) * _BLANK_CONTRACTS
    risk = Sheet(say("sheet.risk"), table, title, say("sheet.risk.note"), columns, blank)
    log_columns = (
        Column(contract, 30),
        Column(say("column.supplier"), 24),
        Column(say("column.done"), 14, "date"),
        Column(say("column.owner"), 18),
        Column(say("column.how"), 40),
        Column(say("column.finding"), 40),
        Column(say("column.sanction"), 30),
        Column(say("column.mend"), 14, "date"),
        Column(say("column.closed"), 14, "date"),
        Column(say("column.hours"), 9),
        Column(say("column.archive"), 18),
    )
    empty: tuple[tuple[Cell, ...], ...] = ((None,) * len(log_columns),) * _BLANK_CONTRACTS
    log = Sheet(
        say("sheet.control"), "Kontrollogg", say("sheet.control"), say("sheet.control.note"), log_columns, empty
    )
    explained = Sheet(
        say("sheet.factors"), "Faktorar", say("sheet.factors"), say("sheet.factors.note"),
        (Column(say("column.factor"), 26), *(Column(say(f"column.points.{n}"), 46) for n in range(3))),
        tuple((f.title[edition], f.low[edition], f.medium[edition], f.high[edition]) for f in factors),
    )  # fmt: skip
    groups = [high, medium, low]
    by, status = len(factors) + 4, len(columns) - 1
    return (risk, log, explained, *_supporting(risk, groups, by, status, title, say))


def this(table: str, column: str) -> str:
    """The cell of `column` in the same row, as Excel's file format writes it."""
    return f"{table}[[#This Row],[{column}]]"


def status_words(say: Say) -> tuple[str, ...]:
    """The one list of status words, the same on page, in Word and in Excel."""
    return tuple(say(f"status.{status}") for status in STATUSES)


def part_name(say: Say, owner: Question | Measure, edition: Edition) -> str:
    """«Grep 4: Avgrens kontraktskjeda»."""
    kind = say("measure") if isinstance(owner, Measure) else say("question")
    return f"{kind} {owner.number}: {owner.title[edition]}"


def _supporting(main: Sheet, groups: list[str], by: int, status: int, title: str, say: Say) -> tuple[Sheet, ...]:
    """The summary of `main` per group, what the file is, and the words of its status list."""
    return (
        _summary(main, groups, main.columns[by].title, main.columns[status].title, by, status, say),
        _about(title, say),
        Sheet(say("sheet.lists"), STATUS_TABLE, say("sheet.lists"), say("sheet.lists.note"),
              (Column(say("column.status"), 24),), tuple((word,) for word in status_words(say))),
    )  # fmt: skip


def _summary(main: Sheet, groups: list[str], group: str, status: str, by: int, at: int, say: Say) -> Sheet:
    counted = Counter((row[by], row[at]) for row in main.rows)
    shown = [say(f"status.{word}") for word in _SHOWN]

    def count(extra: str = "") -> str:
        return f"COUNTIFS({main.table}[{group}],{this(SUMMARY_TABLE, group)}{extra})"

    def counts(word: str) -> str:
        told = count(f',{main.table}[{status}],"{word}"')
        # A status nobody has chosen is one of the not started
        blank = count(f',{main.table}[{status}],""')
        return f"{told}+{blank}" if word == shown[2] else told

    columns = [
        Column(group, 34),
        Column(say("column.total"), 11, "formula", formula=count()),
        *(Column(word, 14, "formula", formula=counts(word)) for word in shown),
        Column(
            say("column.left"),
            12,
            "formula",
            formula="-".join(this(SUMMARY_TABLE, word) for word in (say("column.total"), shown[0], shown[3])),
        ),
    ]
    rows: list[tuple[Cell, ...]] = []
    for name in groups:
        numbers = [counted[name, word] for word in shown]
        total = sum(n for (g, _), n in counted.items() if g == name)
        rows.append((name, total, *numbers, numbers[1] + numbers[2]))
    return Sheet(
        say("sheet.summary"),
        SUMMARY_TABLE,
        say("sheet.summary"),
        say("sheet.summary.note"),
        tuple(columns),
        tuple(rows),
    )


def _about(title: str, say: Say) -> Sheet:
    facts: Iterable[tuple[str, str | None]] = (
        (say("about.title"), title),
        (say("about.edition"), say("about.edition.name")),
        (say("about.date"), "{date}"),
        (say("about.address"), "{address}"),
        (say("about.publisher"), "Strategisk mot a-krim"),
        (say("about.licence"), "CC BY 4.0"),
        (say("about.empty.key"), say("about.empty")),
        (say("about.body"), None),
    )
    columns = (Column(say("column.field"), 26), Column(say("column.value"), 70))
    return Sheet(say("sheet.about"), "Om", say("sheet.about"), say("site.disclaimer"), columns, tuple(facts))
