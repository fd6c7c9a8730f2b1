"""Links to the pages of the site, each with the name the page is known by."""

from __future__ import annotations

from ..content import Content, Edition, Example, Measure, Question
from .contributed import inline, lang
from .markup import link


def chapter_link(owner: Question | Measure, edition: Edition) -> str:
    """A link to the page of a question or a measure."""
    return link(chapter_name(owner, edition), owner.page)


def chapter_name(owner: Question | Measure, edition: Edition) -> str:
    """The title, and for a measure its number."""
    title = owner.title[edition]
    return f"Grep {owner.number}: {title}" if isinstance(owner, Measure) else title


def law_link(content: Content, name: str, edition: Edition) -> str:
    """A link to the row of a section on the page about the law, «anskaffelsesloven § 5k»."""
    section = content.law[name]
    act = content.sources[section.source].short[edition]
    return link(f"{act} {section.number}", "regelverk.md", name)


def example_link(example: Example, edition: Edition) -> str:
    """A link with body and title."""
    return link(marked_name(example, edition), example.page)


def marked_name(example: Example, edition: Edition) -> str:
    """Body and title as Markdown: a name nobody should translate, in the example's own language."""
    words = example.told_in(edition)
    return f'<span translate="no"{lang(words.title_language, edition)}>{inline(words.name)}</span>'
