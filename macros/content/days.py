"""Refuse dates that cannot be right: past events that lie ahead, and years that are misspelled."""

from __future__ import annotations

import re
from datetime import date

from .dates import FIRST_YEAR, is_to_come
from .yaml_file import YamlFile, leaves

HAPPENED = ("added", "updated", "checked", "published", "read", "since", "compared")
"""The keys whose date tells of something that has already happened."""
PERIOD = {"valid_from": 5, "valid_to": 30}
"""How many years ahead a period may begin and end.

A strategy adopted now may start later, but a year further off is most likely a typing error."""
_PARTIAL = re.compile(r"\d{4}(-\d\d)?", re.ASCII)


def refuse_days(file: YamlFile, now: date) -> None:
    """Refuse every date in `file`, full or partial, that cannot be right when today is `now`."""
    for path, value in leaves(file.data):
        key = path[-1] if path else ""
        if key not in (*HAPPENED, *PERIOD):
            continue
        if (isinstance(value, date) or _PARTIAL.fullmatch(str(value))) and (
            wrong := _wrong(str(key), value, now)
        ):
            file.refuse(file.line(path), f"«{key}» er {value}{wrong} Rett datoen.")


def _wrong(key: str, value: date | str | int, now: date) -> str:
    """The rest of the sentence that says what is wrong with the date, or an empty string."""
    if key in HAPPENED and is_to_come(value if isinstance(value, date) else str(value), now):
        return ", som ikkje har vore enno."
    if isinstance(value, date) and value.year < FIRST_YEAR:
        return ". Årstalet er for lågt."
    if key in PERIOD and int(str(value)[:4]) > now.year + PERIOD[key]:
        return f", over {PERIOD[key]} år fram i tid."
    return ""


def has_ended(valid_to: date | str, now: date) -> bool:
    """Whether all of `valid_to` lies before `now`: of a partial date, the whole month or year."""
    text = valid_to.isoformat() if isinstance(valid_to, date) else valid_to
    return text < now.isoformat()[: len(text)]
