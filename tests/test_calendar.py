"""The year wheel as a calendar file, read back by another program."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import icalendar
import pytest

from macros.content import EDITIONS, Content, View
from macros.documents import BY_ID, FORMATS, Manuscript, manuscript
from macros.documents.manuscript import Event

from .conftest import ROOT


def _source(content: Content, edition: str) -> Manuscript:
    return manuscript(View.of(content, edition), ROOT, BY_ID["handlingsplan"])


def _read(source: Manuscript) -> Any:
    return icalendar.Calendar.from_ical(FORMATS["ics"].write(source))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_calendar_has_the_quarters_and_the_dates_of_the_law(
    content: Content, edition: str
) -> None:
    """All-day events that come round every year, from the first whole year after the content."""
    source = _source(content, edition)
    events = _read(source).walk("VEVENT")
    year = source.date.year + 1
    assert [event.decoded("dtstart") for event in events] == [
        *(date(year, month, 1) for month in (1, 4, 7, 10)),
        date(year, 3, 31),
        date(year, 6, 30),
        date(year, 12, 31),
    ]
    assert all(event["rrule"]["FREQ"] == ["YEARLY"] for event in events)
    assert len({event["uid"] for event in events}) == len(events)
    assert str(year) in _read(source)["x-wr-caldesc"]
    told = "\n".join(str(event["description"]) for event in events[:4])
    assert all(action.action[edition] in told for action in content.plan.values())
    assert all(event["summary"].params["LANGUAGE"] == f"{edition}-NO" for event in events)


def test_the_calendar_keeps_its_ids_when_the_words_change(content: Content) -> None:
    """So that a calendar replaces an event it has, and does not get it twice."""
    source = _source(content, "nn")
    changed = replace(source, events=tuple(replace(e, title="Anna") for e in source.events))
    ids = [[event["uid"] for event in _read(one).walk("VEVENT")] for one in (source, changed)]
    assert ids[0] == ids[1]


def test_signs_and_long_lines_come_through(content: Content) -> None:
    """Commas, semicolons, slashes, line breaks and letters of more than one byte."""
    text = "Éi, to; tre\\n: «å»\n" + "æøå – " * 60
    event = Event("a", 1, 1, "BEGIN:VEVENT\r\nX", text)
    source = replace(_source(content, "nn"), events=(event,))
    data = FORMATS["ics"].write(source)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    (read,) = _read(source).walk("VEVENT")
    assert str(read["description"]) == text.strip()
    assert str(read["summary"]).split() == ["BEGIN:VEVENT", "X"]
