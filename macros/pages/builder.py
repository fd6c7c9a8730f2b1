"""The page of «Lag strategien»: the start, and every step with its questions as plain HTML.

Without a script it is a list of questions to read and print. The script in `browser/builder/` shows
one step at a time, and gives the buttons that only it can answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..content import Ask, Step, View
from ..content.dates import long_date
from .builder_choices import actions, drafts, editions, indicators, measures, questions, sectors
from .builder_controls import field, fieldset, role_table
from .builder_rules import rules, words
from .markup import front_matter, heading, paragraphs, text

PAGE = "lag.md"
MADE = ("resultat", "flett")
"""The steps that the script makes: the finished documents, and where two files differ."""


def builder_pages(view: View) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of the page; nothing in a project without steps."""
    if view.content.steps:
        yield PAGE, builder_page(view).encode()


def builder_page(view: View) -> str:
    """The whole page, as Markdown."""
    start, *steps = view.content.steps.values()
    title = start.title[view.code]
    lead, _, more = start.lead[view.code].partition("\n\n")
    return front_matter(
        title=title,
        description=view.say("builder.description"),
        updated=view.content.updated,
        source="docs/data/builder.yml",
    ) + paragraphs(
        heading(1, title),
        lead,
        _begin(view, steps[0]),
        more,
        heading(2, view.say("builder.law.title")),
        _law(view),
        _form(view, title, steps),
    )


def _begin(view: View, first: Step) -> str:
    """The primary button of the page. Without a script it leads down to the first question."""
    return (
        '<p class="buttons"><a class="button button--primary" data-do="begin"'
        f' href="#steg/{first.id}">{text(view.say("builder.begin"))}</a></p>'
    )


def _law(view: View) -> str:
    """The day the law was read: the earliest of all the sections, so as not to promise too much."""
    read = min(section.read for section in view.content.law.values() if section.part == "lov")
    return view.say("builder.law").replace("{day}", long_date(read))


def _form(view: View, title: str, steps: list[Step]) -> str:
    """The part of the page that the script knows. It has no blank line, so that it stays as it is.

    The button that sends a form gets that type from the script: without one, Enter does nothing.
    """
    data = "".join(
        f' data-{name}="{text(value)}"'
        for name, value in {
            "page": title,
            "words": words(view),
            "rules": rules(view),
        }.items()
    )
    return "\n".join(
        [
            f'<form class="builder" data-builder novalidate{data}>',
            f'<noscript><p class="builder__note">{text(view.say("builder.no-script"))}</p>'
            "</noscript>",
            _start(view, steps),
            '<div class="builder__faults" data-faults tabindex="-1" role="alert" hidden></div>',
            *(_step(view, step) for step in steps),
            *(
                f'<div class="step" data-step="{made}" id="steg/{made}" hidden></div>'
                for made in MADE
            ),
            _foot(view),
            _tools(view),
            "</form>",
        ]
    )


def _start(view: View, steps: list[Step]) -> str:
    """The other ways to begin, and the list of steps. Its links work without a script too."""
    rows = "".join(
        f'<li class="tasks__row"><a href="#steg/{step.id}">{text(step.title[view.code])}</a>'
        f'<span class="tasks__status" data-status="{step.id}"></span></li>'
        for step in steps
    )
    return (
        '<section class="builder__begin" data-step="start">'
        f'<h2 id="steg">{text(view.say("builder.tasks"))}</h2><ol class="tasks">{rows}</ol>'
        f'<p class="buttons">{_open(view)}{_button(view, "print")}</p></section>'
    )


def _open(view: View) -> str:
    """The field that opens a file. It is hidden until the script can read one."""
    return (
        '<span class="builder__open" data-script hidden>'
        f'<label class="button" for="open">{text(view.say("builder.open"))}</label>'
        '<input class="visually-hidden" type="file" id="open" data-do="open"'
        ' accept=".json,.docx" aria-describedby="open-hint">'
        f'<span class="builder__hint" id="open-hint">{text(view.say("builder.open.hint"))}</span>'
        "</span>"
    )


def _button(view: View, do: str, style: str = "") -> str:
    return (
        f'<button type="button" class="button{style}" data-do="{do}" data-script hidden>'
        f"{text(view.say(f'builder.{do}'))}</button>"
    )


def _step(view: View, step: Step) -> str:
    lead = text(" ".join(step.lead[view.code].split()))
    return "".join(
        [
            f'<section class="step" data-step="{step.id}" id="steg/{step.id}"'
            f' data-title="{text(step.title[view.code])}">',
            '<p class="step__where" data-where></p>',
            f'<h2 tabindex="-1">{text(step.title[view.code])}</h2>',
            f'<p class="step__lead">{lead}</p>' if lead else "",
            *(_ask(view, ask) for ask in step.asks),
            "</section>",
        ]
    )


def _ask(view: View, ask: Ask) -> str:
    """One question, with what the script needs to know of when it is asked."""
    when = f' data-documents="{" ".join(ask.documents)}"' if ask.documents else ""
    shown = _PARTS[ask.part](view, ask) if ask.part else _fields(view, ask)
    return f'<div class="ask"{when}>{shown}</div>'


def _fields(view: View, ask: Ask) -> str:
    blanks = [view.content.blanks[name] for name in ask.fields]
    if ask.table:
        shown = role_table(view, ask, blanks)
    else:
        shown = "".join(
            field(view, blank, required=ask.required, unknown=bool(ask.plan)) for blank in blanks
        )
    return fieldset(view, ask, shown) if ask.title else shown


def _foot(view: View) -> str:
    """The way on and the way back, the same on every step."""
    return (
        '<div class="builder__foot" data-foot hidden>'
        f'<button type="button" class="button" data-do="next">'
        f"{text(view.say('builder.next'))}</button>"
        f'<a class="button" data-do="back" href="#">{text(view.say("builder.back"))}</a>'
        f'<a class="button button--link" data-do="skip" href="#">'
        f"{text(view.say('builder.skip'))}</a>"
        f'<a class="button button--link" data-do="overview" href="#steg">'
        f"{text(view.say('builder.overview'))}</a></div>"
    )


def _tools(view: View) -> str:
    """What keeps and erases the answers. It stands on every step."""
    buttons = "".join(_button(view, do, " button--link") for do in ("save", "remember", "erase"))
    return (
        f'<div class="builder__tools" data-script hidden role="group"'
        f' aria-label="{text(view.say("builder.tools"))}">'
        f'<p role="status" data-told></p><p class="buttons">{buttons}</p></div>'
    )


def _hours(view: View, ask: Ask) -> str:
    return '<p class="hours"><output data-hours></output></p>'


def _summary(view: View, ask: Ask) -> str:
    return "<div data-summary></div>"


_PARTS = {
    "document": drafts,
    "edition": editions,
    "sectors": sectors,
    "hours": _hours,
    "questions": questions,
    "measures": measures,
    "indicators": indicators,
    "actions": actions,
    "summary": _summary,
}
