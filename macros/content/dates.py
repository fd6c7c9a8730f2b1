"""Dates as the data files write them, and as Norwegians do, which is the same in both målformer."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema

FIRST_YEAR, LAST_YEAR = 1900, 2100
GRACE = timedelta(days=1)
"""How far into the future the date of something past may lie.

A contributor may write around midnight, or from another time zone."""
MONTHS = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
]


def _partial_date(value: Any) -> date | str:
    """A day as a date; a month or a year as text. YAML reads a bare 2016 as a number."""
    if isinstance(value, date):
        return value
    text = str(value)
    if (
        re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text, re.ASCII)
        and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR
    ):
        return text
    raise ValueError(
        "skal vere ein dato, ein månad eller eit år: 2026-11-24, 2026-11 eller 2026, utan"
        " hermeteikn"
    )


PartialDate = Annotated[
    date | str,
    PlainValidator(_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
"""A day, a month or a year: as much of the date as the source states."""


def today() -> date:
    """Today's date in Norway, whatever time zone the machine is in."""
    return datetime.now(ZoneInfo("Europe/Oslo")).date()


def is_to_come(day: date | str, now: date) -> bool:
    """Whether `day`, a full or partial date, is too late for anything to have happened on it yet.

    The day after `now` is accepted, see GRACE. A partial date is compared at its own precision."""
    text = day.isoformat() if isinstance(day, date) else day
    return text > (now + GRACE).isoformat()[: len(text)]


def long_date(day: date) -> str:
    """The date with the month in words, the same in either edition: 24. november 2026."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def published(value: date | str | None, undated: str) -> str:
    """The date of a source, as precise as it is known, or the words `undated` when it has none."""
    if value is None:
        return undated
    if isinstance(value, date):
        return long_date(value)
    year, *month = value.split("-")
    return f"{MONTHS[int(month[0]) - 1]} {year}" if month else year
