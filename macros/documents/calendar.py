"""Write a calendar of days that come round every year, as iCalendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from .manuscript import Event, Manuscript, printable

_FOLD = 75
"""How many bytes of a line the standard allows, without its end."""


def write_ics(manuscript: Manuscript) -> bytes:
    """The events of the manuscript as all-day events, every year from its first whole year on.

    The first year is the one after the date of the content, so that the same content gives the
    same bytes, and nothing is put into a year that has mostly passed."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Strategisk mot a-krim//Handlingsplan//NN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(manuscript.title)}",
        f"X-WR-CALDESC:{_text(_described(manuscript))}",
    ]
    for event in manuscript.events:
        lines += _event(manuscript, event)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _described(manuscript: Manuscript) -> str:
    year = str(_first_year(manuscript))
    return f"{manuscript.words['calendar'].replace('{year}', year)} {manuscript.words['colophon']}"


def _first_year(manuscript: Manuscript) -> int:
    return manuscript.date.year + 1


def _event(manuscript: Manuscript, event: Event) -> list[str]:
    day = date(_first_year(manuscript), event.month, event.day)
    # The same event keeps its id from one version to the next, so that a calendar replaces it
    name = f"strategisk-mot-akrim/{manuscript.name}/{event.id}"
    address = [f"URL:{manuscript.address}"] if manuscript.address else []
    return [
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, name)}",
        f"DTSTAMP:{manuscript.date:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        "RRULE:FREQ=YEARLY",
        "TRANSP:TRANSPARENT",
        f"SUMMARY;LANGUAGE={manuscript.language}:{_text(event.title)}",
        f"DESCRIPTION;LANGUAGE={manuscript.language}:{_text(event.text)}",
        *address,
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    """A text as the standard writes it, on one line."""
    for sign in ("\\", ";", ","):
        value = value.replace(sign, f"\\{sign}")
    return "\\n".join(printable(line).strip() for line in value.splitlines())


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 bytes. A part that goes on begins with a space."""
    part = ""
    for letter in line:
        if len(f"{part}{letter}".encode()) > _FOLD:
            yield part
            part = " "
        part += letter
    yield part
