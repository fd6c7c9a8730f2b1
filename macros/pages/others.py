"""How others do it: a few chosen examples on the page of a question or a measure, and the way to all of them."""

from __future__ import annotations

from functools import partial

from ..content import Content, Edition, Measure, Question
from .catalogue import LIST_ANCHOR, chapter_query
from .contributed import told
from .example import period
from .links import example_link
from .markup import heading, link, paragraphs

ANCHOR = "andre"


def others(content: Content, owner: Question | Measure, edition: Edition) -> str:
    """The section with its heading. Without any example, a sentence that says so and asks for one."""
    say = partial(content.label, edition=edition)
    shown = content.shown(owner.id)
    if not shown:
        return paragraphs(
            heading(2, say("example.others"), ANCHOR),
            f"{say('example.others.none')} {link(say('example.contribute'), 'bidra.md')}.",
        )
    parts: list[str] = []
    for example in (content.examples[name] for name in owner.examples):
        words = example.told_in(edition)
        known = f"{say(f'example.kind.{example.kind}')}, {period(content, example, edition)}"
        parts += [
            heading(3, example_link(example, edition)),
            f"{known}. {say(f'example.status.{example.status}')}.\n{{: .card__facts }}",
            told(words, words.chapters[owner.id], edition),
        ]
    all_of_them = say("example.others.all").replace("{count}", str(len(shown)))
    return paragraphs(
        heading(2, say("example.others"), ANCHOR),
        *parts,
        f"{say('example.others.note')} {link(all_of_them, f'eksempel/index.md?{chapter_query(owner)}', LIST_ANCHOR)}.",
    )
