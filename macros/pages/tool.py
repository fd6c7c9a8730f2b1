"""What the pages of «Lag strategien» and «Kvar står de?» share: the list of steps, and the buttons.

Both are a list of questions without a script. The scripts in `browser/tool/` show one step at a
time, and give the buttons that only they can answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..content import Measure, Question, View
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


def tool_form(name: str, data: Mapping[str, str], parts: Iterable[str]) -> str:
    """The part of a page that the script knows by `name`, which is told `data`.

    It has no blank line, so that it stays as it is. The button that sends a form gets that type
    from the script: without one, Enter does nothing."""
    told = "".join(f' data-{key}="{text(value)}"' for key, value in data.items())
    return "\n".join([f'<form class="builder" data-{name} novalidate{told}>', *parts, "</form>"])


def shown_step(name: str, title: str, lead: str, inner: Iterable[str]) -> str:
    """A step with its questions. Without a script, all steps stand below each other."""
    told = f'<p class="step__lead">{text(lead)}</p>' if lead else ""
    return (
        f'<section class="step" data-step="{name}" id="steg/{name}" data-title="{text(title)}">'
        f'<p class="step__where" data-where></p><h2 tabindex="-1">{text(title)}</h2>{told}'
        f"{''.join(inner)}</section>"
    )


def made_steps(steps: Iterable[str]) -> Iterator[str]:
    """The places of the steps that the script makes."""
    for made in steps:
        yield f'<div class="step" data-step="{made}" id="steg/{made}" hidden></div>'


def opener(view: View) -> str:
    """The field that opens a file. It is hidden until the script can read one."""
    return file_field(
        "open", view.say("builder.open"), view.say("builder.open.hint"), " data-script hidden"
    )


def file_field(do: str, label: str, hint: str, state: str = "", *, several: bool = False) -> str:
    """A field that opens answer files, one or `several`, drawn as a button with `label`.

    `state` are further attributes of the whole."""
    return (
        f'<span class="builder__open"{state}>'
        f'<label class="button" for="{do}">{text(label)}</label>'
        f'<input class="visually-hidden" type="file" id="{do}" data-do="{do}"'
        f'{" multiple" if several else ""} accept=".json,.docx" aria-describedby="{do}-hint">'
        f'<span class="builder__hint" id="{do}-hint">{text(hint)}</span></span>'
    )


def more_link(view: View, owner: Question | Measure) -> str:
    """A link to the page of a question or a measure, for whoever wants to read more."""
    return (
        f'<a href="/{owner.page}">{text(view.say("builder.more"))}'
        f'<span class="visually-hidden">: {text(owner.title[view.code])}</span></a>'
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
