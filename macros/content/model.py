"""Records of the content that is ours. Field names are the keys of the files in `docs/data/`.

What the law says is in `law_records.py`, and what public bodies do is in `example.py`."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from .dates import PartialDate
from .text import Line
from .texts import Aliases, Label, Named, Record, SameOrLabel, Text

Phase = Literal["strategi", "planlegging", "konkurranse", "oppfolging"]
PHASES: tuple[Phase, ...] = ("strategi", "planlegging", "konkurranse", "oppfolging")
Kind = Literal["law", "advice", "further"]
KINDS: tuple[Kind, ...] = ("law", "advice", "further")
"""How binding a statement is: the law demands it, we advise it to all, or it goes further still."""
Beyond = Literal["advice", "further"]
"""The two kinds that we decide ourselves, as opposed to the law."""
Download = Literal[
    "strategi",
    "kapittel",
    "anskaffingsstrategi",
    "saksframlegg",
    "rutine",
    "handlingsplan",
    "arbeidsbok",
    "kontrollskjema",
    "brev",
    "klausular",
    "lonsslipp",
    "rapport",
    "kortliste",
]
"""The documents that a chapter may send its readers to."""


class Wording(Record):
    """Proposed text for the strategy: for every body, and for bodies that want more than our
    advice."""

    advice: Text
    further: Text


class Practice(Record):
    """What to do in each phase of a procurement."""

    planlegging: Text
    konkurranse: Text
    oppfolging: Text


class Checkpoint(Record):
    """One item of a checklist. `id` is permanent: saved ticks and filled-in files refer to it.

    `section` is the id in `law.yml` of the section that demands it; only a point of the kind `law`
    has one.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)+$")
    phase: Phase
    kind: Kind
    section: str | None = None
    text: Label
    evidence: Label

    @model_validator(mode="after")
    def _law_names_its_section(self) -> Self:
        if self.kind == "law" and self.section is None:
            raise ValueError(
                "er eit lovkrav utan «section». Skriv id-en til paragrafen, til dømes section:"
                " loa-5a"
            )
        if self.kind != "law" and self.section is not None:
            raise ValueError(f"har «section: {self.section}», men er ikkje eit lovkrav. Skriv "
                             "kind: law, eller "
                             "ta bort section")  # fmt: skip
        return self


class _Chapter(Record):
    """What questions and measures have in common."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    number: int
    updated: date
    title: Label
    summary: Label
    law: list[str] = Field(min_length=1)
    downloads: list[Download] = Field(min_length=1)
    examples: list[str] = Field(default_factory=list, max_length=4)
    """The ids of the examples that we have chosen to show on the page."""

    @model_validator(mode="after")
    def _checkpoints_carry_my_id(self) -> Self:
        checkpoints: list[Checkpoint] = getattr(self, "checkpoints", [])
        strays = [c.id for c in checkpoints if not c.id.startswith(f"{self.id}-")]
        if strays:
            raise ValueError(
                f"har sjekkpunkt med ein id som ikkje byrjar med «{self.id}-»: {', '.join(strays)}"
            )
        return self


class Retired(Record):
    """What became of a checkpoint that is taken out: the one that has taken over, or why there
    is none."""

    to: str | None
    why: Label | None = None

    @model_validator(mode="after")
    def _leads_on_or_tells_why(self) -> Self:
        if self.to is None and self.why is None:
            raise ValueError("har verken «to» eller «why». Skriv id-en til punktet som har teke "
                             "over, eller kvifor "
                             "punktet er teke bort")  # fmt: skip
        return self


class Register(Record):
    """The ids of all checkpoints there have been, and what became of those that are taken out."""

    used: list[str]
    retired: dict[str, Retired]


class Question(_Chapter):
    """One of the six questions a strategy answers (DFØ 2023)."""

    ask: Label
    why: Text
    law_minimum: Text
    advice: Text
    further: Text
    small: Text
    wording: Wording
    checkpoints: list[Checkpoint] = Field(min_length=4)
    measures: list[str] = Field(min_length=1)

    @property
    def page(self) -> str:
        """Path of the page in either edition."""
        return f"sporsmal/{self.id}.md"

    def numbered(self, code: str) -> str:
        """The number and the title, as in «4. Kapasitet»."""
        return f"{self.number}. {self.title[code]}"


class Measure(_Chapter):
    """One of SMSØ's ten strategic measures (2016). Only `heading.nb` is SMSØ's own wording."""

    slug: str
    heading: Label
    brief: Text
    law_minimum: Text
    advice: Text
    further: Text
    practice: Practice
    commitment: Wording
    checkpoints: list[Checkpoint] = Field(min_length=3)
    questions: list[str] = Field(min_length=1)
    law: list[str]

    @property
    def page(self) -> str:
        """Path of the page in either edition."""
        return f"grep/{self.slug}.md"

    def numbered(self, code: str) -> str:
        """The number and the title, as in «Grep 4. Avgrens kontraktskjeda»."""
        return f"Grep {self.number}. {self.title[code]}"


class Indicator(Record):
    """Something the yearly report measures."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: Beyond
    chapter: str
    title: Label
    how: Label


class Action(Record):
    """A proposed action of the action plan, in the quarter it belongs to."""

    id: str = Field(pattern=r"^plan-[a-z0-9-]+$")
    quarter: Literal[1, 2, 3, 4]
    chapter: str
    action: Label
    owner: Label
    evidence: Label


class RiskFactor(Record):
    """A column of the risk assessment: what gives 0, 1 and 2 points."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: Label
    low: Label
    medium: Label
    high: Label


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise ValueError(
            f"er «{value[:60]}». Lenkja må byrje med https:// og kan ikkje ha mellomrom, < eller >"
        )
    return value


WebAddress = Annotated[str, AfterValidator(_web_address)]


class Source(Record):
    """A source in the register. `checked` is the day its content was last held against what we
    say."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: Line
    language: Literal["nn", "nb", "en"]
    publisher: SameOrLabel
    url: WebAddress
    published: PartialDate | None
    checked: date
    level: Literal["A", "B"]
    short: Label


class Sector(Record):
    """A trade that public bodies buy from: the rules of its own, the risk, and what to look for.

    `rules` is what the law demands there besides the duties of every contract; `look` and `ask`
    are our advice. `risk` is what sources say, and may be None. `checkpoints` weigh most there.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    title: Label
    rules: Text
    risk: Text | None
    look: Text
    ask: Text
    checkpoints: list[str] = Field(min_length=1)


class Term(Named):
    """A glossary entry. Without a source there is no definition, only the words people use.

    `chapter` is the id of the question or measure that is about it, where there is one.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    aliases: Aliases
    definition: Label | None
    source: str | None
    chapter: str | None = None

    @model_validator(mode="after")
    def _defined_by_a_source(self) -> Self:
        if (self.definition is None) != (self.source is None):
            raise ValueError("må ha både «definition» og «source», eller null i begge")
        return self
