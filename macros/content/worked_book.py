"""The contracts of the made-up body, with all that its workbook has about each of them.

Everything about a contract stands in one record: how it is assessed, when it is to be controlled,
what the controls found, and what became of it. So no figure is written twice.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from .problems import near, unknown
from .texts import Record, SameOrLabel

if TYPE_CHECKING:
    from .reader import Reader

BOOK, PEOPLE, STEPS = "oving-kontraktar", "oving-folk", "oving-plan"
TICKS, MET = "oving-kontroll", "oving-besok"
STANDING = "oving-svar"
"""The names of the files, without their ending."""
Way = Literal["paper", "site", "both"]
Level = Literal["low", "medium", "high"]
Standing = Literal["yes", "partly", "no", "unknown", "not"]


class WorkedControl(Record):
    """A planned control. Without `done` it was not made, and has no finding, archive or hours."""

    way: Way
    what: SameOrLabel
    deadline: date
    done: date | None = None
    finding: SameOrLabel | None = None
    archive: str | None = None
    hours: int | None = None

    @model_validator(mode="after")
    def _a_control_that_was_made_is_documented(self) -> Self:
        told = (self.finding, self.archive, self.hours)
        if self.done and None in told:
            raise ValueError("er gjennomført. Skriv «finding», «archive» og «hours»")
        if not self.done and any(told):
            raise ValueError("har eit resultat, men ingen dato. Skriv «done»")
        return self


class WorkedDeviation(Record):
    """A deviation, from the day the supplier was told; open as long as it is not `closed`."""

    what: SameOrLabel
    told: date
    deadline: date
    closed: date | None = None
    sanctioned: bool
    response: SameOrLabel


class WorkedContract(Record):
    """A contract of the made-up body, with its assessment, controls and deviations.

    `area` tells whether it is in one of the areas that the strategy gives priority. `factors` are
    the levels of the factors in `risk.yml`, in the same order."""

    id: str = Field(pattern=r"^kontrakt-\d\d$")
    name: SameOrLabel
    supplier: str
    value: int
    ends: date
    area: bool
    archive: str
    assessed: date
    factors: list[Level]
    reason: SameOrLabel
    controls: list[WorkedControl] = Field(default_factory=list)
    deviations: list[WorkedDeviation] = Field(default_factory=list)


class WorkedPerson(Record):
    """Somebody in the made-up body who buys or follows up contracts, by role and not by name.

    `controls` tells whether the person can control a contract."""

    id: str = Field(pattern=r"^person-\d\d$")
    role: SameOrLabel
    unit: SameOrLabel
    informed: date
    trained: date
    controls: bool


class WorkedAction(Record):
    """What became of an action of the plan, which has the same id.

    `role` is the blank with the role that is responsible."""

    id: str = Field(pattern=r"^plan-[a-z-]+$")
    role: str
    deadline: date
    status: Literal["gjort", "i-gang", "ikkje-starta", "ikkje-aktuelt"] = "gjort"
    note: SameOrLabel | None = None


class WorkedTick(Record):
    """The answer to a point of the form for one control, which has the same id."""

    id: str = Field(pattern=r"^(papir|besok)-[a-z]+$")
    answer: Literal["yes", "no", "neither"]


class WorkedStanding(Record):
    """The answers to a checkpoint, which has the same id: on the day of the decision, and in the
    yearly report."""

    id: str
    value: Standing
    report: Standing


class WorkedVisit(Record):
    """Somebody met at the workplace: by number and not by name, as in the form."""

    id: str = Field(pattern=r"^besok-\d$")
    employer: str
    work: SameOrLabel
    card: bool
    valid: bool
    listed: bool


def check_standing(reader: Reader) -> None:
    """Refuse answers that lack one of the checkpoints, or have one that there is not."""
    source = reader.file(f"{STANDING}.yml")
    if source is None or not isinstance(source.data, list) or reader.chapter_ids() is None:
        return
    given = [data.get("id") if isinstance(data, dict) else None for data in source.data]
    for missing in [name for name in reader.checkpoints if name not in given]:
        source.refuse(1, f"Sjekkpunktet «{missing}» manglar. Skriv kva kommunen svarar.")
    for index, name in enumerate(given):
        if isinstance(name, str) and name not in reader.checkpoints:
            told = f"Sjekkpunktet {unknown(name, near(name, reader.checkpoints))}"
            source.refuse(source.line((index, "id")), told)


def check_actions(reader: Reader, planned: Collection[str], answered: Collection[str]) -> None:
    """Refuse a worked plan that lacks one of the actions `planned`, or has one that is not there.

    `answered` are the blanks that the made-up body has an answer for, which a role is one of."""
    source = reader.file(f"{STEPS}.yml")
    if source is None or not isinstance(source.data, list):
        return
    found = [data for data in source.data if isinstance(data, dict)]
    for name in planned:
        if name not in {data.get("id") for data in found}:
            source.refuse(1, f"Tiltaket «{name}» i plan.yml manglar. Legg det til.")
    for index, data in enumerate(source.data):
        for key, known in (("id", planned), ("role", answered)):
            given = data.get(key) if isinstance(data, dict) else None
            if isinstance(given, str) and given not in known:
                told = f"«{key}»: {unknown(given, near(given, sorted(known)))}"
                source.refuse(source.line((index, key)), told)


def check_book(reader: Reader, factors: int) -> None:
    """Refuse contracts that have not one level for each of the `factors` of the risk."""
    source = reader.file(f"{BOOK}.yml")
    if source is None or not isinstance(source.data, list):
        return
    for index, data in enumerate(source.data):
        levels = data.get("factors") if isinstance(data, dict) else None
        if isinstance(levels, list) and len(levels) != factors:
            source.refuse(
                source.line((index, "factors")),
                f"«factors» har {len(levels)} nivå, og risk.yml har {factors}. Skriv eitt nivå for"
                " kvar faktor.",
            )
