"""The formulas of the indicators, by the ids in `docs/data/indicators.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from ..manuscript import Formula
from .refs import (
    CONTRACTS,
    DEVIATIONS,
    FROM,
    LOG,
    OTHER_HOURS,
    PLAN,
    RISK,
    SET_ASIDE,
    TO,
    TRAINING,
    Refs,
)


@dataclass(frozen=True)
class Figure:
    """One row: what is counted, of how many, and how it is counted in words.

    `title` is empty when the row has the title of the indicator."""

    count: Formula
    of: Formula | None
    how: str
    title: str = ""


def figures(refs: Refs) -> dict[str, list[Figure]]:
    """The rows of each indicator, by its id."""
    return {
        "risikovurderte-kontraktar": [_assessed(refs)],
        "kontrollerte-kontraktar": [_controlled(refs)],
        "dokumenterte-kontrollar": [_documented(refs)],
        "avvik": _deviations(refs),
        "informerte": [_informed(refs)],
        "kontroll-pa-staden": [_on_site(refs)],
        "tid-til-retting": [_days(refs)],
        "brukte-timar": [_hours(refs)],
    }


def _assessed(refs: Refs) -> Figure:
    names, terms = (refs.all(CONTRACTS, key) for key in ("book.contract", "book.terms"))
    at, day, score = (
        refs.all(RISK, key) for key in ("book.contract", "book.assessed", "book.score")
    )
    due = f'({names}<>"")*({terms}="{refs.view.say("answer.yes")}")'
    assessed = f'(COUNTIFS({at},"="&{names},{day},">0",{score},">=0")>0)'
    return Figure(
        Formula(f"SUMPRODUCT({due}*{assessed})"),
        Formula(f"SUMPRODUCT({due})"),
        refs.view.say("book.how.assessed"),
    )


def _controlled(refs: Refs) -> Figure:
    names, planned = refs.all(CONTRACTS, "book.contract"), refs.all(PLAN, "book.contract")
    due = f'{planned},"="&{names},{refs.in_year(PLAN, "book.deadline")}'
    done = f'{due},{refs.all(PLAN, "book.controlled")},"{refs.view.say("answer.yes")}"'
    in_plan = f'({names}<>"")*(COUNTIFS({due})>0)'
    return Figure(
        Formula(f"SUMPRODUCT({in_plan}*(COUNTIFS({due})=COUNTIFS({done})))"),
        Formula(f"SUMPRODUCT({in_plan})"),
        refs.view.say("book.how.controlled"),
    )


def _documented(refs: Refs) -> Figure:
    done = refs.in_year(LOG, "book.done")
    form, finding = refs.all(LOG, "book.archive"), refs.all(LOG, "book.finding")
    return Figure(
        Formula(f'COUNTIFS({done},{form},"<>",{finding},"<>")'),
        Formula(f"COUNTIFS({done})"),
        refs.view.say("book.how.documented"),
    )


def _deviations(refs: Refs) -> list[Figure]:
    say = refs.view.say
    told = refs.in_year(DEVIATIONS, "book.told")
    state, sanction = (refs.all(DEVIATIONS, key) for key in ("book.state", "book.sanctioned"))
    found = Formula(f"COUNTIFS({told})")
    closed = Formula(f'COUNTIFS({told},{state},"{say("book.state.closed")}")')
    used = Formula(f'COUNTIFS({told},{sanction},"{say("answer.yes")}")')
    return [
        Figure(found, None, say("book.how.found"), say("book.title.found")),
        Figure(closed, found, say("book.how.closed"), say("book.title.closed")),
        Figure(used, None, say("book.how.sanctioned"), say("book.title.sanctioned")),
    ]


def _informed(refs: Refs) -> Figure:
    buys = f'{refs.all(TRAINING, "book.buys")},"{refs.view.say("answer.yes")}"'
    return Figure(
        Formula(f"COUNTIFS({buys},{refs.in_year(TRAINING, 'book.informed')})"),
        Formula(f"COUNTIFS({buys})"),
        refs.view.say("book.how.informed"),
    )


def _on_site(refs: Refs) -> Figure:
    say = refs.view.say
    names, area, risk = (
        refs.all(CONTRACTS, key) for key in ("book.contract", "book.area", "book.risk")
    )
    risky = f'({names}<>"")*((({area}="{say("answer.yes")}")+({risk}="{say("risk.high")}"))>0)'
    same = f'{refs.all(LOG, "book.contract")},"="&{names},{refs.in_year(LOG, "book.done")}'
    visits = refs.count(same, refs.all(LOG, "book.way"), "book.way.site", "book.way.both")
    return Figure(
        Formula(f"SUMPRODUCT({risky}*(({visits})>0))"),
        Formula(f"SUMPRODUCT({risky})"),
        say("book.how.on-site"),
    )


def _days(refs: Refs) -> Figure:
    """The median of the days it took to close what was closed in the year."""
    closed, days = refs.all(DEVIATIONS, "book.closed"), refs.all(DEVIATIONS, "book.days")
    chosen = f"IF(ISNUMBER({days}),IF({closed}>={FROM},IF({closed}<={TO},{days})))"
    return Figure(
        Formula(f'IFERROR(MEDIAN({chosen}),"–")', "–", array=True),
        None,
        refs.view.say("book.how.days"),
    )


def _hours(refs: Refs) -> Figure:
    spent = f"SUMIFS({refs.all(LOG, 'book.hours')},{refs.in_year(LOG, 'book.done')})"
    return Figure(
        Formula(f"{spent}+N({OTHER_HOURS})"),
        Formula(f"N({SET_ASIDE})"),
        refs.view.say("book.how.hours"),
    )
