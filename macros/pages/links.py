"""Links to pages of the site, each with the name that is used for the page everywhere."""

from __future__ import annotations

from ..content import Example, Measure, Question, View
from .contributed import inline, lang
from .markup import link


def chapter_link(owner: Question | Measure, view: View) -> str:
    """A link to the page of a question or a measure."""
    return link(chapter_name(owner, view), owner.page)


def chapter_name(owner: Question | Measure, view: View) -> str:
    """The title of a question or a measure, with the number of a measure."""
    title = owner.title[view.code]
    return f"Grep {owner.number}: {title}" if isinstance(owner, Measure) else title


def law_link(view: View, name: str) -> str:
    """A link to a section on the page about the law, such as «anskaffelsesloven § 5k»."""
    section = view.content.law[name]
    act = view.content.sources[section.source].short[view.code]
    return link(f"{act} {section.number}", "regelverk.md", name)


def example_link(example: Example, view: View) -> str:
    """A link to the page of an example, with the names of the public body and the document."""
    return link(marked_name(example, view), example.page)


def marked_name(example: Example, view: View) -> str:
    """The names of the public body and the document as Markdown.

    They are marked with their language, and as names that a browser should not translate."""
    words = example.told_in(view.code)
    return f'<span translate="no"{lang(words.title_language, view)}>{inline(words.name)}</span>'
