"""What the pages of «Lag strategien» and «Kvar står de?» share: the list of steps, and the buttons.

Both are a list of questions without a script. The scripts in `browser/tool/` show one step at a
time, and give the buttons that only they can answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..content import View
from .markup import text

FAULTS = '<div class="builder__faults" data-faults tabindex="-1" role="alert" hidden></div>'
"""Where the script tells what is wrong with the answers of a step."""


def task_list(steps: Iterable[tuple[str, str]]) -> str:
    """The steps, each an id and a title. The links work without a script too."""
    rows = "".join(
        f'<li class="tasks__row"><a href="#steg/{step}">{text(title)}</a>'
        f'<span class="tasks__status" data-status="{step}"></span></li>'
        for step, title in steps
    )
    return f'<ol class="tasks">{rows}</ol>'


def begin(view: View, first: str) -> str:
    """The primary button of the page. Without a script it leads down to the first question."""
    return (
        '<p class="buttons"><a class="button button--primary" data-do="begin"'
        f' href="#steg/{first}">{text(view.say("builder.begin"))}</a></p>'
    )


def made_steps(steps: Iterable[str]) -> Iterator[str]:
    """The places of the steps that the script makes."""
    for made in steps:
        yield f'<div class="step" data-step="{made}" id="steg/{made}" hidden></div>'


def opener(view: View) -> str:
    """The field that opens a file. It is hidden until the script can read one."""
    return (
        '<span class="builder__open" data-script hidden>'
        f'<label class="button" for="open">{text(view.say("builder.open"))}</label>'
        '<input class="visually-hidden" type="file" id="open" data-do="open"'
        ' accept=".json,.docx" aria-describedby="open-hint">'
        f'<span class="builder__hint" id="open-hint">{text(view.say("builder.open.hint"))}</span>'
        "</span>"
    )


def button(view: View, do: str, style: str = "", *, label: str = "") -> str:
    """The button for the action `do`, with the words of `label`. The script shows it."""
    return (
        f'<button type="button" class="button{style}" data-do="{do}" data-script hidden>'
        f"{text(view.say(label or f'builder.{do}'))}</button>"
    )


def foot(view: View, more: str = "") -> str:
    """The way on and the way back, the same on every step, with `more` after them."""
    return (
        '<div class="builder__foot" data-foot hidden>'
        f'<button type="button" class="button" data-do="next">'
        f"{text(view.say('builder.next'))}</button>"
        f'<a class="button" data-do="back" href="#">{text(view.say("builder.back"))}</a>'
        f'<a class="button button--link" data-do="skip" href="#">'
        f"{text(view.say('builder.skip'))}</a>"
        f'<a class="button button--link" data-do="overview" href="#steg">'
        f"{text(view.say('builder.overview'))}</a>{more}</div>"
    )


def tools(view: View, more: str = "") -> str:
    """What keeps and erases the answers, with `more` after it. It stands on every step."""
    buttons = "".join(button(view, do, " button--link") for do in ("save", "remember", "erase"))
    return (
        f'<div class="builder__tools" data-script hidden role="group"'
        f' aria-label="{text(view.say("builder.tools"))}">'
        f'<p role="status" data-told></p><p class="buttons">{buttons}{more}</p></div>'
    )
