"""Dates as Norwegians write them, the same in both målformer."""

from __future__ import annotations

from datetime import date

MONTHS = "januar februar mars april mai juni juli august september oktober november desember".split()  # noqa: SIM905


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
