"""The note to those who lead the body: what is in place, what is not, and the five next actions.

The browser fills in the same note in `browser/status/note.js`; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ..content import Kind
from ..content.dates import long_date
from .model import Model
from .rules import FIRST, Action, Answers, Standing, drafted, next_five, standing

NONE = "–"
"""What stands where there is nothing: a row of an action that is not needed, or no section."""


def note(answers: Answers, model: Model, words: Mapping[str, Any], day: str) -> dict[str, str]:
    """What stands in the blanks of the note, by their ids; a day as 2027-03-01.

    An owner whom nobody has chosen is left out, so that the blank asks for one."""
    say = words["note"]
    law = standing(answers, model, "law")
    sections = {point.id: point.section for point in model.points}
    missing = dict.fromkeys(sections[name] for name in law.open)
    undone = {sections[name] for name in (*law.open, *law.unanswered)}
    in_place = dict.fromkeys(sections[name] for name in law.done if sections[name] not in undone)
    filled = {
        "dato.status": day,
        "status.lov": _counted(say, law, say["law"]),
        "status.plass": _listed(words, in_place) or NONE,
        "status.manglar": _listed(words, missing) or NONE,
    }
    in_draft = drafted(answers, model)
    rows: tuple[tuple[str, Kind], ...] = (("status.rad", "advice"), ("status.lenger", "further"))
    for name, kind in rows:
        rest = standing(answers, model, kind)
        count = sum(point in in_draft for point in (*rest.open, *rest.unanswered))
        filled[name] = _counted(say, rest, say["rest"], count)
    for number, action in enumerate([*next_five(answers, model), *[None] * FIRST][:FIRST], 1):
        filled |= _action(words, f"tiltak.{number}", action)
    return filled


def _action(words: Mapping[str, Any], name: str, action: Action | None) -> dict[str, str]:
    if action is None:
        return {name: NONE, f"{name}.ansvar": NONE, f"{name}.frist": NONE}
    day = date.fromisoformat(action.deadline) if action.deadline else None
    deadline = long_date(day).replace(" ", "\u00a0", 1) if day else ""
    cells = {
        name: words["points"][action.id]["todo"],
        f"{name}.ansvar": action.owner,
        f"{name}.frist": deadline or words["quarters"][str(action.quarter)],
    }
    return {key: value for key, value in cells.items() if value}


def _counted(say: Mapping[str, str], counts: Standing, text: str, in_draft: int = 0) -> str:
    """«9 av 12 på plass, 3 å rette», and what else there is to tell."""
    told = [
        text.replace("{done}", str(len(counts.done)))
        .replace("{all}", str(counts.all))
        .replace("{open}", str(len(counts.open)))
    ]
    for key, count in (("drafted", in_draft), ("unanswered", len(counts.unanswered))):
        if count:
            told.append(say[key].replace("{count}", str(count)))
    return ", ".join(told)


def _listed(words: Mapping[str, Any], sections: Iterable[str]) -> str:
    """The sections by law, as in «anskaffingslova §§ 5a, 5e og 5k; skatteforvaltingslova § 7-6».

    They come in the order of the register of law."""
    wanted, laws = set(sections), dict[str, list[str]]()
    for name, cited in words["sections"].items():
        if name in wanted:
            law, number = re.split(r" §\s", cited)
            laws.setdefault(law, []).append(number)
    return "; ".join(f"{law} {_numbers(words, found)}" for law, found in laws.items())


def _numbers(words: Mapping[str, Any], found: list[str]) -> str:
    if len(found) == 1:
        return f"§\u00a0{found[0]}"
    return f"§§\u00a0{', '.join(found[:-1])} {words['note']['and']} {found[-1]}"
