"""The page of «Kvar står de?»: the start, and every point of the checklist with its answers.

The points the law demands come first. Without a script it is a list to read and print. The script
in `browser/status/` shows one part at a time, and makes the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..content import Checkpoint, Content, Measure, Question, View
from ..content.dates import long_date
from ..status import model_of
from ..status import words as status_words
from .builder import PAGE as BUILDER_PAGE
from .builder_controls import choice_cards, field
from .builder_rules import as_json
from .markup import front_matter, heading, link, paragraphs, text
from .status_points import Chapter, chapter
from .status_rules import rules, words
from .tool import (
    FAULTS,
    begin,
    button,
    file_field,
    foot,
    made_steps,
    opener,
    shown_step,
    task_list,
    tool_form,
    tools,
)

PAGE = "status.md"
STEPS = ("om", "lovkrav", "sporsmal", "grep")
MADE = ("resultat", "i-fjor", "fleire", "flett")
"""The steps that the script makes: what the answers say, last year beside this year, several bodies
beside each other, and where two files differ."""
ASKED = ("verksemd", "verksemdstype")
"""The fields of «Lag strategien» that this page asks for too."""


def status_pages(view: View) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of the page; nothing where there is nothing to
    answer."""
    if has_page(view.content):
        yield PAGE, status_page(view).encode()


def has_page(content: Content) -> bool:
    """Whether the project says what to do about its points: there is something to answer then."""
    return bool(content.todos) and all(name in content.blanks for name in ASKED)


def status_page(view: View) -> str:
    """The whole page, as Markdown."""
    title = view.say("assess.title")
    return front_matter(
        title=title,
        description=view.say("assess.description"),
        updated=view.content.updated,
        source="docs/data/todo.yml",
    ) + paragraphs(
        heading(1, title),
        f"{view.say('assess.lead')}\n{{: .lead }}",
        begin(view, STEPS[0]),
        heading(2, view.say("assess.get")),
        "\n".join(
            f"- {view.say(f'assess.get.{got}')}" for got in ("duties", "next", "files", "answers")
        ),
        heading(2, view.say("assess.private")),
        view.say("assess.private.text"),
        _shared(view),
        heading(2, view.say("builder.law.title")),
        _law(view),
        _form(view, title),
    )


def _shared(view: View) -> str:
    """Where else the answers are."""
    return (
        view.say("assess.shared")
        .replace("{builder}", link(view.say("assess.builder"), BUILDER_PAGE))
        .replace("{checklists}", link(view.say("assess.checklists"), "sjekklister.md"))
    )


def _law(view: View) -> str:
    """The day the law was read: the earliest of the sections that the points are about."""
    sections = {point.section for _, points in _parts(view, _is_law) for point in points}
    read = min(section.read for name, section in view.content.law.items() if name in sections)
    return view.say("assess.law").replace("{day}", long_date(read))


def _form(view: View, title: str) -> str:
    data = {
        "page": title,
        "words": words(view),
        "rules": rules(view, STEPS),
        "model": as_json(model_of(view.content).plain()),
        "content": as_json(status_words(view)),
    }
    return tool_form(
        "status-tool",
        data,
        [
            _no_script(view),
            _start(view),
            FAULTS,
            _step(view, "om", _about(view)),
            _step(view, "lovkrav", _chapters(view, "lovkrav", _is_law)),
            _step(view, "sporsmal", _chapters(view, "sporsmal", _is_ours(Question))),
            _step(view, "grep", _chapters(view, "grep", _is_ours(Measure))),
            *made_steps(MADE),
            _links(view),
            foot(view, _to_result(view)),
            tools(view, _part_buttons(view)),
        ],
    )


def _no_script(view: View) -> str:
    return (
        f'<noscript><p class="builder__note">{text(view.say("assess.no-script"))}'
        f' <a href="/nedlasting/sjekkliste-samla.md">{text(view.say("assess.no-script.excel"))}</a>'
        "</p></noscript>"
    )


def _start(view: View) -> str:
    """The list of steps, and the other ways to begin."""
    tasks = task_list((step, view.say(f"assess.step.{step}")) for step in STEPS)
    blank = button(view, "print-blank", label="assess.print-blank")
    open_, hint = view.say("assess.several.open"), view.say("assess.several.hint")
    many = file_field("open-many", open_, hint, several=True)
    return (
        '<section class="builder__begin" data-step="start">'
        f'<h2 id="steg">{text(view.say("builder.tasks"))}</h2>{tasks}'
        f'<p class="buttons">{opener(view)}{blank}</p><div data-script hidden>'
        f'<h2 id="fleire">{text(view.say("assess.several"))}</h2>'
        f"<p>{text(view.say('assess.several.text'))}</p>"
        f'<p class="buttons">{many}</p></div></section>'
    )


def _step(view: View, step: str, inner: str) -> str:
    label = f"assess.step.{step}"
    return shown_step(step, view.say(label), view.say(f"{label}.lead"), [inner])


def _about(view: View) -> str:
    fields = "".join(field(view, view.content.blanks[name]) for name in ASKED)
    sectors = choice_cards(
        "sectors",
        view.say("assess.sectors"),
        view.say("assess.sectors.hint"),
        [(row.id, row.title[view.code], "") for row in view.content.sectors.values()],
        several=True,
    )
    return f'<div class="ask">{fields}</div><div class="ask">{sectors}</div>'


Wanted = Callable[[Chapter, Checkpoint], bool]


def _is_law(owner: Chapter, point: Checkpoint) -> bool:
    return point.kind == "law"


def _is_ours(kind: type[Chapter]) -> Wanted:
    return lambda owner, point: isinstance(owner, kind) and point.kind != "law"


def _parts(view: View, wanted: Wanted) -> Iterator[tuple[Chapter, list[Checkpoint]]]:
    """The questions and measures with wanted points, each with those."""
    for owner in view.content.chapters.values():
        if points := [point for point in owner.checkpoints if wanted(owner, point)]:
            yield owner, points


def _chapters(view: View, step: str, wanted: Wanted) -> str:
    return "".join(chapter(view, step, owner, points) for owner, points in _parts(view, wanted))


def _to_result(view: View) -> str:
    return (
        '<a class="button" data-do="result" href="#steg/resultat">'
        f"{text(view.say('assess.to-result'))}</a>"
    )


def _links(view: View) -> str:
    """Links that the script copies, so that they lead right wherever the page is opened."""
    documents = {point.document: None for point in model_of(view.content).points}
    helps = "".join(
        f'<a data-document="{name}" href="/nedlasting/{name}.md">'
        f"{text(view.say(f'standing.document.{name}'))}</a>"
        for name in documents
    )
    builder = f'<a class="button" href="/lag.md">{text(view.say("assess.builder"))}</a>'
    return f"<div hidden>{helps}<span data-onward>{builder}</span></div>"


def _part_buttons(view: View) -> str:
    return "".join(
        button(view, do, " button--link", label=f"assess.{do}")
        for do in ("save-part", "print-part")
    )
