"""What a day in the content may be: nothing has happened on a day to come, and no example is ancient."""

from __future__ import annotations

import re
from datetime import date

from .dates import FIRST_YEAR, is_to_come
from .yaml_source import YamlFile, leaves

HAPPENED = ("added", "updated", "checked", "published", "read", "since")
PERIOD = {"valid_from": 5, "valid_to": 30}
"""How many years ahead a period may begin and end: what is adopted now may start later, but not in another age."""
_PARTIAL = re.compile(r"\d{4}(-\d\d)?", re.ASCII)


def refuse_days(file: YamlFile, now: date) -> None:
    """Refuse every day, month or year in `file` that cannot be right when today is `now`."""
    for path, value in leaves(file.data):
        key = path[-1] if path else ""
        if key not in (*HAPPENED, *PERIOD):
            continue
        if (isinstance(value, date) or _PARTIAL.fullmatch(str(value))) and (wrong := _wrong(str(key), value, now)):
            file.refuse(file.line(path), f"«{key}» er {value}{wrong} Rett datoen.")


def _wrong(key: str, value: date | str | int, now: date) -> str:
    """What is wrong with the day, or nothing."""
    if key in HAPPENED and is_to_come(value if isinstance(value, date) else str(value), now):
        return ", som ikkje har vore enno."
    if isinstance(value, date) and value.year < FIRST_YEAR:
        return ". Årstalet er for lågt."
    if key in PERIOD and int(str(value)[:4]) > now.year + PERIOD[key]:
        return f", over {PERIOD[key]} år fram i tid."
    return ""


def has_ended(valid_to: date | str, now: date) -> bool:
    """Whether the whole of `valid_to`, a day or a partial date, lies before `now`."""
    text = valid_to.isoformat() if isinstance(valid_to, date) else valid_to
    return text < now.isoformat()[: len(text)]
