"""What is planned to be controlled, what was controlled, and what was found."""

from __future__ import annotations

from ...content import View
from ..manuscript import Column, Marks, Sheet
from .refs import CONTRACT_LIST, CONTRACTS, DEVIATIONS, LOG, PLAN, Refs, empty, register
from .registers import risk_marks

WAYS = ("book.way.paper", "book.way.site", "book.way.both")


def control_plan(view: View) -> Sheet:
    """The plan: each control with how, when and by whom, and whether the log has it."""
    refs, say = Refs(view), view.say
    typed = (
        _contract(refs, 24),
        Column(say("book.way"), 13, "choice", _ways(refs)),
        Column(say("book.plan.what"), 34),
        Column(say("book.deadline"), 11, "date"),
        Column(say("book.owner"), 14),
    )
    contract = refs.here(PLAN, "book.contract")
    columns = (
        typed[0],
        Column(
            say("book.risk"),
            13,
            "formula",
            formula=_looked_up(refs, contract, "book.risk"),
            marks=risk_marks(refs),
        ),
        *typed[1:],
        Column(
            say("book.controlled"),
            12,
            "formula",
            formula=_controlled(refs),
            marks=((say("answer.yes"), "done"), (say("book.dateless"), "warning")),
        ),
        _alert(refs, PLAN, typed, (_late_plan(refs), say("alert.late"))),
    )
    return register(view, "book.sheet.plan", "book.note.plan", PLAN, columns)


def log(view: View) -> Sheet:
    """The log that § 5i asks for: who controlled what and when, and what was found."""
    refs, say = Refs(view), view.say
    typed = (
        _contract(refs, 22),
        Column(say("book.done"), 11, "date"),
        Column(say("book.controller"), 13),
        Column(say("book.way"), 12, "choice", _ways(refs)),
        Column(say("book.checked"), 20),
        Column(say("book.finding"), 22),
        Column(say("book.archive"), 16),
        Column(say("book.hours"), 7, "number"),
    )
    done = refs.here(LOG, "book.done")
    last = (f"NOT(ISNUMBER({done}))", say("book.dateless"))
    columns = (typed[0], _supplier(refs, LOG), *typed[1:], _alert(refs, LOG, typed, last))
    return register(view, "book.sheet.log", "book.note.log", LOG, columns, exported=True)


def deviations(view: View) -> Sheet:
    """The list of deviations, from the day the supplier was told to the day each was closed."""
    refs, say = Refs(view), view.say
    answers = (say("answer.yes"), say("answer.no"))
    typed = (
        _contract(refs, 20),
        Column(say("book.deviation"), 26),
        Column(say("book.told"), 11, "date"),
        Column(say("book.deadline"), 11, "date"),
        Column(say("book.closed"), 11, "date"),
        Column(say("book.sanctioned"), 10, "choice", answers),
        Column(say("book.response"), 17),
        Column(say("book.owner"), 11),
    )
    told, closed = (refs.here(DEVIATIONS, key) for key in ("book.told", "book.closed"))
    days = f'IF(AND(ISNUMBER({told}),ISNUMBER({closed})),{closed}-{told},"")'
    columns = (
        typed[0],
        _supplier(refs, DEVIATIONS),
        *typed[1:],
        Column(say("book.days"), 7, "formula", formula=days, shown="0"),
        Column(
            say("book.state"),
            14,
            "formula",
            formula=_state(refs, typed),
            marks=((say("alert.late"), "alarm"), (say("book.state.open"), "warning"),
                   (say("book.alert.nameless"), "alarm"), (say("book.alert.unknown"), "alarm"),
                   (say("book.dateless"), "alarm"), (say("book.state.closed"), "done")),
        ),
    )  # fmt: skip
    return register(view, "book.sheet.deviations", "book.note.deviations", DEVIATIONS, columns)


def _contract(refs: Refs, width: int) -> Column:
    return Column(refs.view.say("book.contract"), width, "choice", source=CONTRACT_LIST)


def _supplier(refs: Refs, table: str) -> Column:
    formula = _looked_up(refs, refs.here(table, "book.contract"), "book.supplier")
    return Column(refs.view.say("book.supplier"), 15, "formula", formula=formula)


def _looked_up(refs: Refs, contract: str, key: str) -> str:
    """What the sheet of contracts has in a column for the contract of this row."""
    names, wanted = refs.all(CONTRACTS, "book.contract"), refs.all(CONTRACTS, key)
    return f'IF({contract}="","",IFERROR(INDEX({wanted},MATCH({contract},{names},0))&"",""))'


def _ways(refs: Refs) -> tuple[str, ...]:
    return tuple(refs.view.say(way) for way in WAYS)


def _controlled(refs: Refs) -> str:
    """Whether the log has the control, made the way that was planned, in the year it is due."""
    say = refs.view.say
    contract, way, due = (
        refs.here(PLAN, key) for key in ("book.contract", "book.way", "book.deadline")
    )
    done = refs.all(LOG, "book.done")
    same = (
        f'{refs.all(LOG, "book.contract")},"="&{contract},{done},">="&DATE(YEAR({due}),1,1),'
        f'{done},"<="&DATE(YEAR({due}),12,31)'
    )
    ways = refs.all(LOG, "book.way")

    def missing(way_needed: str) -> str:
        needed = refs.is_any(way, way_needed, "book.way.both")
        return f"AND({needed},{refs.count(same, ways, way_needed, 'book.way.both')}=0)"

    some = f"COUNTIFS({same})=0"
    lacks = f"OR({some},{missing('book.way.paper')},{missing('book.way.site')})"
    return (
        f'IF({contract}="","",IF(NOT(ISNUMBER({due})),"{say("book.dateless")}",'
        f'IF({lacks},"{say("answer.no")}","{say("answer.yes")}")))'
    )


def _late_plan(refs: Refs) -> str:
    """Whether a planned control is not made although its deadline has passed."""
    controlled = refs.here(PLAN, "book.controlled")
    late = refs.late(refs.here(PLAN, "book.deadline"))
    return f'AND({controlled}="{refs.view.say("answer.no")}",{late})'


def _alert(refs: Refs, table: str, typed: tuple[Column, ...], last: tuple[str, str]) -> Column:
    """The column that says what is wrong in a row: the name, the words, or at last `last`."""
    say = refs.view.say
    contract, way = refs.here(table, "book.contract"), refs.here(table, "book.way")
    formula = (
        f'IF({empty(typed, table)},"",IF({contract}="","{say("book.alert.nameless")}",'
        f'IF({refs.unknown(contract)},"{say("book.alert.unknown")}",'
        f'IF(NOT(OR({way}="",{refs.is_any(way, *WAYS)})),"{say("alert.words")}",'
        f'IF({last[0]},"{last[1]}","")))))'
    )
    words = (say("book.alert.nameless"), say("book.alert.unknown"), say("alert.words"), last[1])
    marks: Marks = tuple((word, "alarm") for word in words)
    return Column(say("book.alert"), 14, "formula", formula=formula, marks=marks)


def _state(refs: Refs, typed: tuple[Column, ...]) -> str:
    """Where a deviation stands. Every row with anything in it has a state."""
    say = refs.view.say
    contract, told, due, closed = (
        refs.here(DEVIATIONS, key)
        for key in ("book.contract", "book.told", "book.deadline", "book.closed")
    )
    ended = (
        f'IF(NOT(ISNUMBER({due})),"{say("book.state.no-deadline")}",'
        f'IF({closed}<={due},"{say("book.state.closed")}","{say("book.state.closed-late")}"))'
    )
    running = f'IF({refs.late(due)},"{say("alert.late")}","{say("book.state.open")}")'
    return (
        f'IF({empty(typed, DEVIATIONS)},"",IF({contract}="","{say("book.alert.nameless")}",'
        f'IF({refs.unknown(contract)},"{say("book.alert.unknown")}",'
        f'IF(NOT(ISNUMBER({told})),"{say("book.dateless")}",'
        f"IF(ISNUMBER({closed}),{ended},{running})))))"
    )
