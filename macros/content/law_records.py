"""Records of what the law says: sections, amounts, and the duties of each kind of contract."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from pydantic import Field

from .editions import edition
from .model import WebAddress
from .text import Line
from .texts import Label, Record, SameOrLabel, Text

Strength = Literal["shall", "should", "may", "none"]
"""What a section of the law gives a public body: a duty, a recommendation, a right, or nothing."""
LawPart = Literal["lov", "forsyning", "forskrift", "avvising", "andre"]
"""The part of the page about the law where a section stands."""


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
