"""The year wheel of the action plan: what comes round every year, for a calendar."""

from __future__ import annotations

from ..content import LAW_DATES, View
from .manuscript import Event

_QUARTERS = ((1, "first"), (2, "second"), (3, "third"), (4, "fourth"))


def year_wheel(view: View) -> tuple[Event, ...]:
    """A day at the start of each quarter, with its actions, and the dates that the law sets.

    Nothing here is a deadline of our own: when an action is due, the body decides itself."""
    say = view.say
    quarters = []
    for number, name in _QUARTERS:
        actions = [a for a in view.content.plan.values() if a.quarter == number]
        lines = [f"– {a.action[view.code]} ({a.owner[view.code]})" for a in actions]
        text = "\n".join([say("calendar.quarter"), *lines])
        title = say(f"calendar.{name}")
        quarters.append(Event(f"kvartal-{number}", 3 * number - 2, 1, title, text))

    set_by_law = (
        Event(day.id, day.month, day.day, day.title(view), day.text(view)) for day in LAW_DATES
    )
    return (*quarters, *set_by_law)
