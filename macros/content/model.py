"""The content as frozen records. Field names are the keys of the YAML files in `docs/data/`."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, model_validator

from .dates import PartialDate
from .editions import edition
from .text import Line
from .texts import Aliases, Label, Named, Record, SameOrLabel, Text

Phase = Literal["strategi", "planlegging", "konkurranse", "oppfolging"]
PHASES: tuple[Phase, ...] = ("strategi", "planlegging", "konkurranse", "oppfolging")
Kind = Literal["law", "advice", "further"]
KINDS: tuple[Kind, ...] = ("law", "advice", "further")
"""How binding a statement is: the law demands it, we advise it to all, or it goes further still."""
Beyond = Literal["advice", "further"]
"""The two kinds that we decide ourselves, as opposed to the law."""
Strength = Literal["shall", "should", "may", "none"]
"""What a section of the law gives a public body: a duty, a recommendation, a right, or nothing."""
LawPart = Literal["lov", "forsyning", "forskrift", "avvising", "andre"]
"""The part of the page about the law where a section stands."""


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
    downloads: list[
        Literal["strategi", "kapittel", "saksframlegg", "handlingsplan", "kontroll", "rapport"]
    ] = Field(min_length=1)
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


class LawSection(Record):
    """A section of an act or a regulation, paraphrased. `source` is the act's id in the register.

    `strength` is the main thing it says; where it says more, the text tells. `official` is its
    address with the publisher of the law, `read` the day its text was last read, `proof` our advice
    on how to show it is followed.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    part: LawPart
    source: str
    section: Line
    title: Label
    strength: Strength
    official: WebAddress
    read: date
    who: Text
    demands: Text
    proof: Text | None = None

    @property
    def number(self) -> str:
        """The section as running text has it, without a line break after the sign of «§ 5k»."""
        return unbroken(self.section)


class RepealedSection(Record):
    """A section, or a whole regulation, that no longer holds: who repealed it (`by`, a source),
    and what holds now."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    source: str
    section: SameOrLabel
    title: Label
    since: date
    by: str
    law: list[str] = Field(min_length=1)

    def number(self, code: str) -> str:
        """The section as running text has it, without a line break after the sign."""
        return unbroken(self.section[code])


def unbroken(section: str) -> str:
    """`section` with a no-break space after the sign, so that no line ends with «§» or «§§»."""
    return section.replace("§ ", "§\u00a0")


class Amount(Record):
    """A sum in Norwegian kroner that a rule names. `law` is the section, `since` the day the
    text with it took effect (None where we have not seen the day), `checked` the day it was last
    held against the text."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    sum: int = Field(gt=0)
    what: Label
    law: str
    since: date | None
    checked: date

    def words(self, code: str) -> str:
        """The sum in words, as in «500 000 kroner» and «1,3 millionar kroner».

        The spaces inside and after the number are no-break spaces."""
        if self.sum < _MILLION:
            return f"{self.sum:,} kroner".replace(",", "\u00a0")
        number = f"{self.sum / _MILLION:g}".replace(".", ",")
        many = edition(code).millions
        return f"{number}\u00a0{'million' if self.sum == _MILLION else many} kroner"


_MILLION = 1_000_000


Regime = Literal["vanleg", "forsyning"]
"""The rules for a contract: the ordinary ones, or those for utilities and concessions."""
Band = Literal["alltid", "lov", "kunngjering", "eos", "forsyning", "forsyning-ledd"]
"""The value from which a duty applies. The words for each are the labels `duty.band.…`."""
BANDS: tuple[Band, ...] = get_args(Band)


class Duty(Record):
    """A duty a contract brings: the section of the law, from which value, and on what further
    condition."""

    law: str
    band: Band
    when: Label | None = None


class ContractKind(Record):
    """A kind of contract, with every duty it brings."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    regime: Regime
    title: Label
    note: Label | None = None
    duties: list[Duty] = Field(min_length=1)


class Consideration(Record):
    """One of the considerations of §§ 5b–5p as a strategy meets it; `law` is the id of the section.

    `goal` and `owner` are examples of ours. `depth` tells whether the site goes into it, or the
    reader needs sources of her own.
    """

    id: str = Field(pattern=r"^omsyn-[a-z0-9]+$")
    law: str
    depth: bool
    says: Label
    relevant: Label
    goal: Label
    owner: Label


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
