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
from .tool import (
    FAULTS,
    begin,
    button,
    foot,
    made_steps,
    opener,
    shown_step,
    task_list,
    tool_form,
    tools,
)

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
        begin(view, steps[0].id),
        more,
        heading(2, view.say("builder.law.title")),
        _law(view),
        _form(view, title, steps),
    )


def _law(view: View) -> str:
    """The day the law was read: the earliest of all the sections, so as not to promise too much."""
    read = min(section.read for section in view.content.law.values() if section.part == "lov")
    return view.say("builder.law").replace("{day}", long_date(read))


def _form(view: View, title: str, steps: list[Step]) -> str:
    data = {"page": title, "words": words(view), "rules": rules(view)}
    without = f'<p class="builder__note">{text(view.say("builder.no-script"))}</p>'
    return tool_form(
        "builder",
        data,
        [
            f"<noscript>{without}</noscript>",
            _start(view, steps),
            FAULTS,
            *(_step(view, step) for step in steps),
            *made_steps(MADE),
            foot(view),
            tools(view),
        ],
    )


def _start(view: View, steps: list[Step]) -> str:
    """The other ways to begin, and the list of steps."""
    tasks = task_list((step.id, step.title[view.code]) for step in steps)
    return (
        '<section class="builder__begin" data-step="start">'
        f'<h2 id="steg">{text(view.say("builder.tasks"))}</h2>{tasks}'
        f'<p class="buttons">{opener(view)}{button(view, "print")}</p></section>'
    )


def _step(view: View, step: Step) -> str:
    lead = " ".join(step.lead[view.code].split())
    return shown_step(step.id, step.title[view.code], lead, (_ask(view, ask) for ask in step.asks))


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
