"""Dates as the files have them, and as Norwegians write them, the same in both målformer."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema

FIRST_YEAR, LAST_YEAR = 1900, 2100
GRACE = timedelta(days=1)
"""How far ahead a day may be of what has happened: some write at midnight, or in another time zone."""
MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()  # noqa: SIM905


def _partial_date(value: Any) -> date | str:
    """A day, or a month or a year as text: YAML reads a bare 2016 as a number."""
    if isinstance(value, date):
        return value
    text = str(value)
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text, re.ASCII) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        return text
    raise ValueError("skal vere ein dato, ein månad eller eit år: 2026-11-24, 2026-11 eller 2026, utan hermeteikn")


PartialDate = Annotated[
    date | str,
    PlainValidator(_partial_date),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
"""A day, a month or a year: as much as is known."""


def today() -> date:
    """The day it is in Norway, wherever the machine stands."""
    return datetime.now(ZoneInfo("Europe/Oslo")).date()


def is_to_come(day: date | str, now: date) -> bool:
    """Whether `day`, a day or a partial date, is so late that nothing can have happened on it yet.

    The day after `now` passes: who writes at midnight, or in another time zone, may be a day ahead of us."""
    text = day.isoformat() if isinstance(day, date) else day
    return text > (now + GRACE).isoformat()[: len(text)]


def short_date(day: date) -> str:
    """24.11.2026, as Norwegians write it."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def long_date(day: date) -> str:
    """24. november 2026, in either edition."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def published(value: date | str | None, undated: str) -> str:
    """The date of a source as far as it is known: a day, a month, a year, or `undated`."""
    if value is None:
        return undated
    if isinstance(value, date):
        return short_date(value)
    return ".".join(reversed(value.split("-")))
