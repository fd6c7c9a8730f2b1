"""The controls of «Lag strategien»: each has a label, a hint, and the id of its field as name."""

from __future__ import annotations

from collections.abc import Iterable

from ..content import Ask, Blank, View
from .markup import text


def fieldset(view: View, ask: Ask, inner: str) -> str:
    """`inner` in a group with the title and the hint of `ask`."""
    title = text(ask.title[view.code]) if ask.title else ""
    told = hint(ask.hint[view.code]) if ask.hint else ""
    return f'<fieldset class="ask__group"><legend>{title}</legend>{told}{inner}</fieldset>'


def hint(words: str, ident: str = "") -> str:
    """A line of help; with `ident` a control can refer to it."""
    name = f' id="{ident}"' if ident else ""
    return f'<p class="builder__hint"{name}>{text(words)}</p>'


def field(
    view: View, blank: Blank, *, required: bool = False, unknown: bool = False, at: str = ""
) -> str:
    """The label, the hint and the control of a field.

    `at` tells apart the ids of a field that stands in more than one place. With `unknown`, there is
    a box for «I do not know»."""
    if blank.kind == "choice":
        return choice_cards(
            blank.id,
            blank.label[view.code],
            blank.hint[view.code],
            [(choice.id, choice[view.code][:1].upper() + choice[view.code][1:], "")
             for choice in blank.choices],
        )  # fmt: skip
    ident = f"f-{at}{blank.id}"
    day = f" {view.say('builder.day')}" if blank.kind == "date" else ""
    return (
        f'<div class="field" data-field="{blank.id}">'
        f'<label for="{ident}">{text(blank.label[view.code])}</label>'
        f"{hint(blank.hint[view.code] + day, f'{ident}-hint')}"
        f"{_control(view, blank, ident, required)}{_unknown(view, blank) if unknown else ''}</div>"
    )


def _control(view: View, blank: Blank, ident: str, required: bool) -> str:
    told = f'id="{ident}" name="{blank.id}" aria-describedby="{ident}-hint" autocomplete="off"'
    told += " required" if required else ""
    if blank.kind == "long":
        return f'<textarea rows="3" {told}></textarea>'
    typed = ' inputmode="decimal" class="field__number"' if blank.kind == "number" else ""
    value = f' value="{text(blank.default[view.code])}"' if blank.default else ""
    return f'<input type="text" {told}{typed}{value}>'


def _unknown(view: View, blank: Blank) -> str:
    ident = f"u-{blank.id}"
    return (
        f'<span class="tick"><input type="checkbox" id="{ident}" name="unknown" value="{blank.id}">'
        f'<label for="{ident}">{text(view.say("builder.unknown"))}'
        f'<span class="visually-hidden">: {text(blank.label[view.code])}</span></label></span>'
    )


def choice_cards(
    name: str, title: str, help_: str, choices: Iterable[tuple[str, str, str]], *,
    several: bool = False,
) -> str:  # fmt: skip
    """A group of cards to choose one of, or several. A choice is its value, its words and more."""
    kind = "checkbox" if several else "radio"
    cards = "".join(
        f'<div class="choice-card"><input type="{kind}" id="c-{name}-{value}" name="{name}"'
        f' value="{value}"><label for="c-{name}-{value}">{text(words)}</label>{more}</div>'
        for value, words, more in choices
    )
    return (
        f'<fieldset class="ask__group" data-field="{name}"><legend>{text(title)}</legend>'
        f"{hint(help_) if help_ else ''}{cards}</fieldset>"
    )


def role_table(view: View, ask: Ask, blanks: list[Blank]) -> str:
    """The roles as rows of one table. The head of a row is the label of its field."""
    rows = "".join(
        f'<tr><th scope="row"><label for="f-{blank.id}">{text(blank.label[view.code])}</label>'
        f"{hint(blank.hint[view.code], f'f-{blank.id}-hint')}</th>"
        f'<td data-field="{blank.id}">{_control(view, blank, f"f-{blank.id}", False)}</td></tr>'
        for blank in blanks
    )
    heads = "".join(
        f'<th scope="col">{text(view.say(f"builder.role.{key}"))}</th>' for key in ("column", "who")
    )
    told = '<p class="builder__warning" role="status" data-same-person></p>'
    return (
        f'<table class="roles"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{told}'
    )
