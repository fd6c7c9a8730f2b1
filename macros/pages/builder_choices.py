"""What «Lag strategien» lets the reader choose: documents, sectors, sentences, figures, actions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content import (
    BLANK,
    DRAFTS,
    EDITIONS,
    Ask,
    Measure,
    Question,
    View,
    blanks_in,
)
from ..content.model import Checkpoint, Wording
from .builder_controls import choice_cards, field, fieldset, hint
from .kinds import kind_mark, point_mark
from .markup import text
from .tool import more_link

OWN_ACTIONS = 3


def drafts(view: View, ask: Ask) -> str:
    """Which document to make."""
    choices = [(draft, view.say(f"builder.document.{draft}"), "") for draft in DRAFTS]
    return choice_cards("document", *_told(view, ask), choices)


def editions(view: View, ask: Ask) -> str:
    """Which language the documents have."""
    choices = [(row.code, row.name, "") for row in EDITIONS.values()]
    return choice_cards("edition", *_told(view, ask), choices)


def sectors(view: View, ask: Ask) -> str:
    """Which sectors the body buys from."""
    choices = [(row.id, row.title[view.code], "") for row in view.content.sectors.values()]
    return choice_cards("sectors", *_told(view, ask), choices, several=True)


def indicators(view: View, ask: Ask) -> str:
    """Which figures the yearly report shows, each with the kind of statement it is."""
    choices = [
        (row.id, row.title[view.code], kind_mark(view, row.kind))
        for row in view.content.indicators.values()
    ]
    return choice_cards("indicators", *_told(view, ask), choices, several=True)


def _told(view: View, ask: Ask) -> tuple[str, str]:
    """The title and the hint of a question, each empty if there is none."""
    return (
        ask.title[view.code] if ask.title else "",
        ask.hint[view.code] if ask.hint else "",
    )


def questions(view: View, ask: Ask) -> str:
    """The six questions, each with the sentences to choose between."""
    return "".join(
        _chapter(view, owner, "sporsmal", owner.ask[view.code], owner.wording)
        for owner in view.content.questions.values()
    )


def measures(view: View, ask: Ask) -> str:
    """The ten measures, each with the sentences to choose between, or none."""
    return "".join(
        _chapter(view, owner, "grep", "", owner.commitment)
        for owner in view.content.measures.values()
    )


def _chapter(view: View, owner: Question | Measure, step: str, told: str, wording: Wording) -> str:
    """A question or a measure: what the law demands in any case, and what there is to choose.

    The script shows one at a time, so each has an address."""
    name = owner.id
    cards = [_law_card(view, name)] if isinstance(owner, Measure) else []
    cards += [
        _sentence_card(view, name, "advice", wording.advice[view.code]),
        _sentence_card(
            view, name, "further", wording.further[view.code],
            reason=isinstance(owner, Measure),
        ),
        _own_card(view, name),
    ]  # fmt: skip
    return "".join(
        [
            f'<section class="chapter" data-chapter="{name}" id="steg/{step}/{name}">',
            f'<h3 tabindex="-1">{owner.number}. {text(owner.title[view.code])}</h3>',
            f"<p>{text(told)}</p>" if told else "",
            "".join(_duties(view, owner)),
            f'<fieldset class="ask__group" data-field="level.{name}"><legend>'
            f'{text(view.say("builder.choose"))}<span class="visually-hidden">:'
            f" {text(owner.title[view.code])}</span></legend>{''.join(cards)}</fieldset>",
            f"<p>{more_link(view, owner)}</p></section>",
        ]
    )


def _duties(view: View, owner: Question | Measure) -> Iterator[str]:
    """What the law demands, which is never a choice.

    Each duty names the sectors and the types of bodies it is for. What we advise to do about it is
    not told here: the law does not demand that."""
    points = [point for point in owner.checkpoints if point.kind == "law"]
    if points:
        items = "".join(_duty(view, point) for point in points)
        yield (
            f'<div class="always"><p>{text(view.say("builder.law.always"))}</p>'
            f"<ul>{items}</ul></div>"
        )


def _duty(view: View, point: Checkpoint) -> str:
    todo = view.content.todos[point.id]
    only = "".join(
        f' data-only-{kind}="{" ".join(names)}"'
        for kind, names in (("sectors", todo.sectors), ("bodies", todo.bodies))
        if names
    )
    return f"<li{only}>{point_mark(view, point)} {text(point.text[view.code])}</li>"


def _card(name: str, level: str, label: str, inner: str) -> str:
    ident = f"l-{name}-{level}"
    return (
        f'<div class="choice-card"><input type="radio" id="{ident}" name="level.{name}"'
        f' value="{level}" aria-describedby="{ident}-text"><label for="{ident}">{label}</label>'
        f"{inner}</div>"
    )


def _law_card(view: View, name: str) -> str:
    means = text(view.say("builder.level.law.means"))
    inner = f'<div class="choice-card__text" id="l-{name}-law-text"><p>{means}</p></div>'
    return _card(name, "law", text(view.say("builder.level.law")), inner)


def _sentence_card(view: View, name: str, level: str, words: str, *, reason: bool = False) -> str:
    """A card with the very sentences of the document, and the fields that no step asks for."""
    ident = f"l-{name}-{level}"
    also = hint(view.say("builder.further.also")) if level == "further" else ""
    inner = (
        f'<div class="choice-card__text" id="{ident}-text" data-sentence="{name}.{level}">'
        f"{also}{_sentences(view, words)}</div>"
    )
    asked = "".join(
        field(view, view.content.blanks[blank], at=f"{name}-{level}-")
        for blank in unasked(view, words)
    )
    if reason:
        asked += _long(view, f"grunn.{name}", "builder.reason", "builder.reason.hint")
    if asked:
        inner += f'<div class="choice-card__fields" data-fields="{name}.{level}">{asked}</div>'
    sign, word = (text(view.say(f"kind.{level}{part}")) for part in (".sign", ""))
    return _card(name, level, f'<span aria-hidden="true">{sign}</span> {word}', inner)


def unasked(view: View, words: str) -> list[str]:
    """The fields in `words` that no step asks for, each once, in order."""
    asked = {
        name for step in view.content.steps.values() for ask in step.asks for name in ask.fields
    } | {"tal.timar"}
    return [name for name in dict.fromkeys(blanks_in(words)) if name not in asked]


def _sentences(view: View, words: str) -> str:
    """Proposed text as paragraphs, with each field as an element that the script fills in."""

    def shown(match: re.Match[str]) -> str:
        label = text(view.content.blanks[match[1]].label[view.code])
        return f'<span class="blank" data-shows="{match[1]}">[{label}]</span>'

    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", words.strip()))
    return "".join(f"<p>{BLANK.sub(shown, text(part))}</p>" for part in parts)


def _own_card(view: View, name: str) -> str:
    ident = f"l-{name}-own"
    inner = (
        f'<div class="choice-card__fields" data-fields="{name}.own" id="{ident}-text">'
        f"{_long(view, f'tekst.{name}', 'builder.level.own.label')}</div>"
    )
    return _card(name, "own", text(view.say("builder.level.own")), inner)


def _long(view: View, name: str, label: str, help_: str = "") -> str:
    """A text of several lines that belongs to a question or a measure."""
    ident = f"f-{name}"
    told = hint(view.say(help_), f"{ident}-hint") if help_ else ""
    described = f' aria-describedby="{ident}-hint"' if help_ else ""
    return (
        f'<div class="field" data-field="{name}"><label for="{ident}">{text(view.say(label))}'
        f'</label>{told}<textarea rows="4" id="{ident}" name="{name}"{described}></textarea></div>'
    )


def actions(view: View, ask: Ask) -> str:
    """The proposed actions by quarter, and room for some of the body's own."""
    rows = []
    for row in view.content.plan.values():
        quarter = view.say("builder.quarter").replace("{number}", str(row.quarter))
        tick = (
            f'<span class="tick"><input type="checkbox" id="a-{row.id}" name="action"'
            f' value="{row.id}"><label for="a-{row.id}"><span class="action__when">{text(quarter)}'
            f"</span> {text(row.action[view.code])}</label></span>"
        )
        rows.append(_action(view, row.id, row.action[view.code], tick))
    for number in range(1, OWN_ACTIONS + 1):
        title = view.say("builder.action.own").replace("{number}", str(number))
        name = f"eige-{number}"
        typed = _line(f"action.{name}.text", view.say("builder.action.text"))
        rows.append(_action(view, name, title, f'<p class="action__own">{text(title)}</p>{typed}'))
    return fieldset(view, ask, "".join(rows))


def _action(view: View, name: str, title: str, top: str) -> str:
    owner = _line(f"action.{name}.owner", view.say("builder.action.owner"))
    deadline = _line(f"action.{name}.deadline", view.say("builder.action.deadline"))
    return (
        f'<div class="action" role="group" data-action="{name}"'
        f' aria-label="{text(title)}">{top}'
        f'<div class="action__fields">{owner}{deadline}</div></div>'
    )


def _line(name: str, label: str) -> str:
    ident = f"f-{name}"
    return (
        f'<div class="field" data-field="{name}"><label for="{ident}">{text(label)}</label>'
        f'<input type="text" id="{ident}" name="{name}" autocomplete="off"></div>'
    )
