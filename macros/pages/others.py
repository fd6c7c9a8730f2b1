"""The section «how others do it» on the page of a question or a measure, with chosen examples."""

from __future__ import annotations

from ..content import Measure, Question, View
from .catalogue import LIST_ANCHOR, chapter_query
from .contributed import told
from .example import period
from .links import example_link
from .markup import heading, link, paragraphs

ANCHOR = "andre"


def others(view: View, owner: Question | Measure) -> str:
    """The section with its heading. If there is no example, it says so and asks for one."""
    shown = view.shown(owner.id)
    if not shown:
        return paragraphs(
            heading(2, view.say("example.others"), ANCHOR),
            f"{view.say('example.others.none')}"
            f" {link(view.say('example.contribute'), 'bidra.md')}.",
        )
    parts: list[str] = []
    for example in (view.content.examples[name] for name in owner.examples):
        words = example.told_in(view.code)
        known = f"{view.say(f'example.kind.{example.kind}')}, {period(view, example)}"
        parts += [
            heading(3, example_link(example, view)),
            f"{known}. {view.say(f'example.status.{example.status}')}.\n{{: .card__facts }}",
            told(words, words.chapters[owner.id], view),
        ]
    all_of_them = view.say("example.others.all").replace("{count}", str(len(shown)))
    return paragraphs(
        heading(2, view.say("example.others"), ANCHOR),
        *parts,
        f"{view.say('example.others.note')} "
        f"{link(all_of_them, f'eksempel/index.md?{chapter_query(owner)}', LIST_ANCHOR)}.",
    )
