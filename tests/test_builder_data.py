"""The steps of «Lag strategien» in `docs/data/builder.yml`: each fault is told of on its line."""

from __future__ import annotations

import pytest

from macros.content import Content

from .conftest import Broken

FILE = "docs/data/builder.yml"
STEP = """\
- id: om
  title: {nn: Om dykk, nb: Om dere}
  lead: {nn: Kven er de?, nb: Hvem er dere?}
  asks:
"""
NOT_IN_MENU = "Sida «lag.md» står ikkje i menyen"
"""What is told too where the steps can be read, since the small project has no such page."""
FAULTS = {
    "unknown field": (
        "    - fields: [verksemt]\n",
        f"{FILE}:5: «fields»: «verksemt» finst ikkje. Meinte du «verksemd»? Lovlege verdiar:"
        " rolle.kontroll, slag, verksemd.",
    ),
    "unknown part": (
        "    - part: sektorar\n",
        f"{FILE}:5: «asks.1.part» kan ikkje vere «sektorar». Meinte du «sectors»? Lovlege verdiar:",
    ),
    "nothing to ask": (
        "    - required: true\n",
        f"{FILE}:5: «asks.1» må ha anten «fields» eller «part», og ikkje begge.",
    ),
    "two kinds of thing": (
        "    - {fields: [verksemd], part: hours}\n",
        f"{FILE}:5: «asks.1» må ha anten «fields» eller «part», og ikkje begge.",
    ),
    "field asked for twice": (
        "    - fields: [verksemd]\n    - fields: [slag, verksemd]\n",
        f"{FILE}:6: Feltet «verksemd» er allereie spurt om i eit steg. Slett det eine.",
    ),
    "words for a choice that does not exist": (
        "    - fields: [slag]\n      sets:\n"
        "        - {choice: komune, field: verksemd, words: rådet}\n",
        f"{FILE}:7: Valet «komune» finst ikkje. Meinte du «kommune»? Lovlege verdiar: kommune.",
    ),
    "words into an unknown field": (
        "    - fields: [slag]\n      sets:\n"
        "        - {choice: kommune, field: organ, words: rådet}\n",
        f"{FILE}:7: «field»: «organ» finst ikkje.",
    ),
    "owner from an unknown action": (
        "    - part: actions\n      owners: [{plan: plan-x, field: verksemd}]\n",
        f"{FILE}:6: «plan»: «plan-x» finst ikkje.",
    ),
    "misspelled key": (
        "    - {fields: [verksemd], requird: true}\n",
        f"{FILE}:5: Nøkkelen «requird» finst ikkje. Meinte du «required»? Lovlege nøklar:",
    ),
}


@pytest.mark.parametrize(("asks", "told"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_gives_its_line(broken: Broken, asks: str, told: str) -> None:
    """One line for each, which says what is wrong and what would be right."""
    problems = [line for line in broken(FILE, None, STEP + asks) if NOT_IN_MENU not in line]
    assert len(problems) == 1, problems
    assert problems[0].startswith(told), problems


def test_right_steps_are_taken(broken: Broken) -> None:
    """The faults above are not told of for want of anything else."""
    asks = "    - fields: [verksemd, slag]\n      required: true\n    - part: hours\n"
    assert [line for line in broken(FILE, None, STEP + asks) if NOT_IN_MENU not in line] == []


def test_each_step_asks_for_something_and_each_field_once(content: Content) -> None:
    """All steps but the start, which only tells what the tool is."""
    start, *steps = content.steps.values()
    assert start.asks == []
    assert all(step.asks for step in steps)
    names = [name for step in steps for ask in step.asks for name in ask.fields]
    assert len(names) == len(set(names))


def test_every_kind_of_body_says_who_decides_and_who_leads(content: Content) -> None:
    """And what its budget and its yearly report are called: nobody types what follows."""
    choices = {choice.id for choice in content.blanks["verksemdstype"].choices}
    asks = [ask for step in content.steps.values() for ask in step.asks]
    given = {(words.choice, words.field) for ask in asks if ask.fields for words in ask.sets}
    follows = ("organ.vedtak", "rolle.leiar", "ord.budsjett", "ord.arsmelding")
    assert given == {(body, name) for body in choices for name in follows}


def test_every_action_of_the_plan_has_an_owner(content: Content) -> None:
    """Its field is one that a step asks for."""
    asks = [ask for step in content.steps.values() for ask in step.asks]
    owners = {owner.plan: owner.field for ask in asks for owner in ask.owners}
    assert set(owners) == set(content.plan)
    assert set(owners.values()) <= {name for ask in asks for name in ask.fields}
