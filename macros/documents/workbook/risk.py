"""The risk assessment that § 5i asks for: six factors, a score, a level, and the reason."""

from __future__ import annotations

from ...content import View
from ..manuscript import Column, Marks, Sheet
from .refs import CONTRACT_LIST, HIDDEN_BELOW_ZERO, RISK, SCORING, Refs, empty, register
from .registers import risk_marks

_EMPTY, _UNFINISHED, _UNKNOWN = -3, -2, -1
"""Scores of what cannot be scored: they sort below every score, unknown words first."""


def risk(view: View) -> Sheet:
    """The assessment of each contract. A word that is not known never counts as low risk."""
    refs, say = Refs(view), view.say
    factors = [factor.title[view.code] for factor in view.content.risk.values()]
    levels = tuple(say(f"risk.{level}") for level in ("low", "medium", "high"))
    typed = (
        Column(say("book.contract"), 18, "choice", source=CONTRACT_LIST),
        Column(say("book.assessed"), 10, "date"),
        *(Column(factor, max(9, len(factor.split()[0])), "choice", levels)
          for factor in factors),
        Column(say("book.reason"), 12),
        Column(say("book.assessor"), 13),
        Column(say("book.next"), 10, "date"),
    )  # fmt: skip
    split = len(factors) + 2
    columns = (*typed[:split], *_result(refs, typed, factors), *typed[split:],
               _alert(refs, typed))  # fmt: skip
    return register(view, "book.sheet.risk", "book.note.risk", RISK, columns)


def _result(refs: Refs, typed: tuple[Column, ...], factors: list[str]) -> tuple[Column, ...]:
    """The columns for the score and the level."""
    say = refs.view.say
    return (
        Column(
            say("book.score"),
            6,
            "formula",
            formula=_score(refs, typed, factors),
            shown=HIDDEN_BELOW_ZERO,
        ),
        Column(
            say("book.risk"),
            12,
            "formula",
            formula=_level(refs, factors),
            marks=risk_marks(refs),
        ),
    )


def _score(refs: Refs, typed: tuple[Column, ...], factors: list[str]) -> str:
    cells = f"{RISK}[[#This Row],[{factors[0]}]:[{factors[-1]}]]"

    def having(level: str) -> str:
        return "+".join(f'COUNTIF({cells},"{word}")' for word in refs.words(level))

    high, medium, low = (having(f"risk.{level}") for level in ("high", "medium", "low"))
    known = f"({high}+{medium}+{low})"
    return (
        f"IF({empty(typed, RISK)},{_EMPTY},IF(COUNTA({cells})>{known},{_UNKNOWN},"
        f"IF({known}<{len(factors)},{_UNFINISHED},2*({high})+{medium})))"
    )


def _level(refs: Refs, factors: list[str]) -> str:
    """The level: high from half of all points; medium from a quarter, or one high factor."""
    say = refs.view.say
    score = refs.here(RISK, "book.score")
    cells = f"{RISK}[[#This Row],[{factors[0]}]:[{factors[-1]}]]"
    some = "+".join(f'COUNTIF({cells},"{word}")' for word in refs.words("risk.high"))
    half, quarter = limits(len(factors))
    scored = (
        f'IF({score}>={half},"{say("risk.high")}",'
        f'IF(OR({score}>={quarter},{some}>0),"{say("risk.medium")}","{say("risk.low")}"))'
    )
    return (
        f'IF({score}={_EMPTY},"",IF({score}={_UNKNOWN},"{say("alert.words")}",'
        f'IF({score}={_UNFINISHED},"{say("book.risk.partly")}",{scored})))'
    )


def limits(factors: int) -> tuple[int, int]:
    """How many points give high risk, and how many give medium: half of all points, and a quarter.

    Each factor gives at most two points, so half of them is as many as there are factors."""
    return factors, (factors + 1) // 2


def _alert(refs: Refs, typed: tuple[Column, ...]) -> Column:
    say = refs.view.say
    contract, following = refs.here(RISK, "book.contract"), refs.here(RISK, "book.next")
    names = refs.all(RISK, "book.contract")
    formula = (
        f'IF({empty(typed, RISK)},"",IF({contract}="","{say("book.alert.nameless")}",'
        f'IF({refs.unknown(contract)},"{say("book.alert.unknown")}",'
        f'IF(COUNTIFS({names},"="&{contract})>1,"{say("book.alert.twice")}",'
        f'IF({refs.late(following)},"{say("alert.late")}","")))))'
    )
    words = ("book.alert.nameless", "book.alert.unknown", "book.alert.twice", "alert.late")
    marks: Marks = tuple((say(word), "alarm") for word in words)
    return Column(say("book.alert"), 14, "formula", formula=formula, marks=marks)


def scoring(view: View) -> Sheet:
    """The sheet that explains what gives 0, 1 and 2 points for each factor of the risk."""
    say, factors = view.say, view.content.risk.values()
    high, medium = limits(len(factors))
    note = say("sheet.factors.note").replace("{high}", str(high))
    return Sheet(
        say("sheet.factors"),
        SCORING,
        say("sheet.factors"),
        note.replace("{medium}", str(medium)),
        (
            Column(say("column.factor"), 18),
            *(Column(say(f"column.points.{points}"), 42) for points in range(3)),
        ),
        tuple(
            (
                factor.title[view.code],
                factor.low[view.code],
                factor.medium[view.code],
                factor.high[view.code],
            )
            for factor in factors
        ),
    )
