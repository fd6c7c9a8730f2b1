"""The page of one example: what it is, what it says, what to learn, and where that stands written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from ..content import Content, Edition, Example
from ..content.dates import published, short_date
from ..content.example import Told, full_date
from .contributed import SOURCE_ANCHOR, inline, lang, opening, told
from .links import chapter_link, law_link, marked_name
from .markup import front_matter, heading, link, paragraphs, text

DUTY = "2026-07-01"  # anskaffelsesloven § 5a in force
DESCRIPTION = 160


def example_pages(
    content: Content, edition: Edition, repo_url: str = "", only: Collection[str] | None = None
) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of the page of every example, or of those with an id in `only`."""
    for example in (e for e in content.examples.values() if only is None or e.id in only):
        yield example.page, example_page(content, example, edition, repo_url).encode()


def example_page(content: Content, example: Example, edition: Edition, repo_url: str = "") -> str:
    """The whole page of `example`. `repo_url` gives the link to mend it."""
    say = partial(content.label, edition=edition)
    words = example.told_in(edition)
    return front_matter(
        title=words.name,
        description=opening(words.about, DESCRIPTION),
        updated=example.changed,
        source=f"examples/{example.id}.yml",
        section="eksempel",
        language="" if words.language == edition else words.language,
    ) + paragraphs(
        heading(1, marked_name(example, edition)),
        *([f"**{inline(words.use)}**\n{{: .use }}"] if words.use else []),
        heading(2, say("example.about")),
        told(words, words.about, edition, say("example.source")),
        *_chapters(content, words, edition),
        heading(2, say("example.lesson"), "laerdom"),
        told(words, words.lesson, edition, say("example.source")),
        f"{say('example.lesson.note')}\n{{: .note }}",
        *_setback(content, words, edition),
        _facts(content, example, edition),
        _old(content, example, edition),
        heading(2, say("sources"), "kjelder"),
        _sources(content, example, edition),
        heading(2, say("next")),
        _next(content, example, edition, repo_url),
    )


def period(content: Content, example: Example, edition: Edition) -> str:
    """«2022–2025», «frå 04.05.2023», or that it is not known."""
    say = partial(content.label, edition=edition)
    start, end = (published(value, "") for value in (example.valid_from, example.valid_to))
    if start and end:
        return f"{start}–{end}" if len(start) == len(end) == 4 else f"{start} {say('example.until')} {end}"
    if start or end:
        return f"{say('example.from' if start else 'example.until')} {start or end}"
    return say("example.period.unknown")


def facts(content: Content, example: Example, edition: Edition) -> dict[str, str]:
    """What is known of the document, label and words, as plain text."""
    say = partial(content.label, edition=edition)
    return {
        say("example.fact.body"): f"{example.publisher} ({say(f'example.body.{example.body}').lower()})",
        say("example.fact.county"): say(f"example.county.{example.county or 'none'}"),
        say("example.fact.kind"): say(f"example.kind.{example.kind}"),
        say("example.fact.group"): say(f"example.group.{example.group}"),
        say("example.fact.language"): say(f"example.language.{example.language}"),
        say("example.fact.period"): period(content, example, edition),
        say("example.fact.status"): say(f"example.status.{example.status}"),
        say("example.fact.evidence"): (
            f"{say(f'example.evidence.{example.evidence}')}. {say(f'example.evidence.{example.evidence}.note')}"
        ),
        say("example.fact.checked"): short_date(example.checked),
    }


def _old(content: Content, example: Example, edition: Edition) -> str:
    """A warning where the document is older than the duty to have one, or of unknown age."""
    if full_date(example.valid_from) >= DUTY:
        return ""
    return f"{content.label('example.old', edition)} {law_link(content, 'loa-5a', edition)}.\n{{: .note .age }}"


def _facts(content: Content, example: Example, edition: Edition) -> str:
    say = partial(content.label, edition=edition)
    rows = {label: text(words) for label, words in facts(content, example, edition).items()}
    rows[say("example.fact.document")] = (
        f'<a href="{text(example.url)}">{text(say("example.open"))}</a>' if example.url else text(say("example.no-url"))
    )
    listed = "".join(f"<div><dt>{text(label)}</dt><dd>{words}</dd></div>" for label, words in rows.items())
    ours = f'<p class="note">{text(say("example.title-ours"))}</p>' if example.title_ours else ""
    return paragraphs(heading(2, say("example.facts")), f'<dl class="facts">{listed}</dl>\n{ours}')


def _chapters(content: Content, words: Told, edition: Edition) -> list[str]:
    """Each question and measure it speaks of, under its own heading."""
    parts: list[str] = []
    for key, texts, owners in (
        ("questions", words.questions, content.questions),
        ("measures", words.measures, content.measures),
    ):
        if texts:
            parts.append(heading(2, content.label(f"example.{key}", edition), f"om-{key}"))
        for name, owner in owners.items():
            if name in texts:
                parts.append(heading(3, chapter_link(owner, edition), name))
                parts.append(told(words, texts[name], edition, content.label("example.source", edition)))
    return parts


def _setback(content: Content, words: Told, edition: Edition) -> list[str]:
    if not words.setback:
        return []
    source = content.label("example.source", edition)
    return [
        heading(2, content.label("example.setback", edition), "tilbakeslag"),
        told(words, words.setback, edition, source),
    ]


def _sources(content: Content, example: Example, edition: Edition) -> str:
    """A numbered list, each entry as at the foot of other pages."""
    say = partial(content.label, edition=edition)
    how = say("source.level.A" if example.evidence == "read" else "source.level.B")
    items = [
        f'<li id="{SOURCE_ANCHOR}{number}"><a href="{text(source.url)}"{lang(example.language, edition)}>'
        f"{text(source.title)}</a>. {text(source.publisher)}, {published(source.published, say('source.undated'))} "
        f"({text(say('source.checked'))} {short_date(example.checked)}, {text(how)}).</li>"
        for number, source in enumerate(example.sources, 1)
    ]
    return "\n".join(['<ol class="sources">', *items, "</ol>"])


def _next(content: Content, example: Example, edition: Edition, repo_url: str) -> str:
    say = partial(content.label, edition=edition)
    lines = [
        link(say("example.compare"), f"eksempel/samanlikn.md?d={example.id}"),
        link(say("example.all"), "eksempel/index.md"),
        link(say("example.contribute"), "bidra.md"),
    ]
    if repo_url:
        lines.insert(2, f"[{say('example.mend')}]({repo_url}/edit/main/examples/{example.id}.yml)")
    return "\n".join(f"- {line}" for line in lines)
