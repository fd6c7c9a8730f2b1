"""Where the made-up body stands, as the page of the worked set shows it."""

from __future__ import annotations

from collections.abc import Iterable

from ..content import Kind, View
from ..status import words
from .markup import table

COLUMNS = ("kind", "all", "before", "now", "better", "worse")


def year_moved(view: View, rows: Iterable[tuple[Kind, tuple[int, ...]]]) -> str:
    """A table with a row for each kind of statement, and how far the body has come."""
    head = [view.say(f"worked.standing.{name}") for name in COLUMNS]
    told = [[view.say(f"kind.{kind}"), *map(str, counts)] for kind, counts in rows]
    return table([head, ["---"] * len(head), *told])


def first_actions(view: View, actions: Iterable[tuple[str, str, str]]) -> str:
    """A numbered list of actions: the id, who has it, and the key of why it comes now."""
    said = words(view)
    items = [
        f"{number}. {said['points'][name]['todo']} *({said['because'][because]};"
        f" {view.say('column.owner').lower()}: {owner})*"
        for number, (name, owner, because) in enumerate(actions, 1)
    ]
    return "\n".join([view.say("worked.standing.next"), "", *items])
