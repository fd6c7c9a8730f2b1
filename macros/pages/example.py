"""The page of an example: what the document says, what to learn from it, facts, and sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..content import Example, View
from ..content.dates import long_date, published
from ..content.example import Told, full_date
from .contributed import SOURCE_ANCHOR, inline, lang, opening, told
from .links import chapter_link, law_link, marked_name
from .markup import front_matter, heading, link, paragraphs, text

DUTY = "2026-07-01"  # anskaffelsesloven § 5a in force
DESCRIPTION = 160


def example_pages(
    view: View, repo_url: str = "", only: Collection[str] | None = None
) -> Iterator[tuple[str, bytes]]:
    """`(path within the edition, content)` of the examples' pages, or of those in `only`."""
    for example in (e for e in view.content.examples.values() if only is None or e.id in only):
        yield example.page, example_page(view, example, repo_url).encode()


def example_page(view: View, example: Example, repo_url: str = "") -> str:
    """The whole page of `example`. With `repo_url` there is a link to edit the file on GitHub."""
    words = example.told_in(view.code)
    return front_matter(
        title=words.name,
        description=opening(words.about, DESCRIPTION),
        updated=example.changed,
        source=f"examples/{example.id}.yml",
        section="eksempel",
        language="" if words.language == view.code else words.language,
    ) + paragraphs(
        heading(1, marked_name(example, view)),
        *([f"**{inline(words.use)}**\n{{: .use }}"] if words.use else []),
        heading(2, view.say("example.about")),
        told(words, words.about, view, view.say("example.source")),
        *_chapters(view, words),
        heading(2, view.say("example.lesson"), "laerdom"),
        told(words, words.lesson, view, view.say("example.source")),
        f"{view.say('example.lesson.note')}\n{{: .note }}",
        *_setback(view, words),
        _facts(view, example),
        _old(view, example),
        heading(2, view.say("sources"), "kjelder"),
        _sources(view, example),
        heading(2, view.say("next"), "neste-steg"),
        _next(view, example, repo_url),
    )


def period(view: View, example: Example) -> str:
    """The period of the example, as in «2022–2025» and «frå 4. mai 2023», or that it is unknown."""
    start, end = (published(value, "") for value in (example.valid_from, example.valid_to))
    if start and end:
        return (
            f"{start}–{end}"
            if len(start) == len(end) == 4
            else f"{start} {view.say('example.until')} {end}"
        )
    if start or end:
        return f"{view.say('example.from' if start else 'example.until')} {start or end}"
    return view.say("example.period.unknown")


def facts(view: View, example: Example) -> dict[str, str]:
    """The facts about the document in plain text, by their labels."""
    return {
        view.say(
            "example.fact.body"
        ): f"{example.publisher} ({view.say(f'example.body.{example.body}').lower()})",
        view.say("example.fact.county"): view.say(f"example.county.{example.county or 'none'}"),
        view.say("example.fact.kind"): view.say(f"example.kind.{example.kind}"),
        view.say("example.fact.group"): view.say(f"example.group.{example.group}"),
        view.say("example.fact.language"): view.say(f"example.language.{example.language}"),
        view.say("example.fact.period"): period(view, example),
        view.say("example.fact.status"): view.say(f"example.status.{example.status}"),
        view.say("example.fact.evidence"): (
            f"{view.say(f'example.evidence.{example.evidence}')}. "
            f"{view.say(f'example.evidence.{example.evidence}.note')}"
        ),
        view.say("example.fact.checked"): long_date(example.checked),
    }


def _old(view: View, example: Example) -> str:
    """A warning if the document is older than the duty to have one, or its age is unknown."""
    if full_date(example.valid_from) >= DUTY:
        return ""
    return f"{view.say('example.old')} {law_link(view, 'loa-5a')}.\n{{: .note .age }}"


def _facts(view: View, example: Example) -> str:
    rows = {label: text(words) for label, words in facts(view, example).items()}
    rows[view.say("example.fact.document")] = (
        f'<a href="{text(example.url)}">{text(view.say("example.open"))}</a>'
        if example.url
        else text(view.say("example.no-url"))
    )
    listed = "".join(
        f"<div><dt>{text(label)}</dt><dd>{words}</dd></div>" for label, words in rows.items()
    )
    ours = (
        f'<p class="note">{text(view.say("example.title-ours"))}</p>' if example.title_ours else ""
    )
    return paragraphs(
        heading(2, view.say("example.facts")), f'<dl class="facts">{listed}</dl>\n{ours}'
    )


def _chapters(view: View, words: Told) -> list[str]:
    """The text about each question and measure, under a heading of its own."""
    parts: list[str] = []
    for key, texts, owners in (
        ("questions", words.questions, view.content.questions),
        ("measures", words.measures, view.content.measures),
    ):
        if texts:
            parts.append(heading(2, view.say(f"example.{key}"), f"om-{key}"))
        for name, owner in owners.items():
            if name in texts:
                parts.append(heading(3, chapter_link(owner, view), name))
                parts.append(told(words, texts[name], view, view.say("example.source")))
    return parts


def _setback(view: View, words: Told) -> list[str]:
    if not words.setback:
        return []
    source = view.say("example.source")
    return [
        heading(2, view.say("example.setback"), "tilbakeslag"),
        told(words, words.setback, view, source),
    ]


def _sources(view: View, example: Example) -> str:
    """The sources as a numbered list. The entries look like those at the end of other pages."""
    how = view.say("source.level.A" if example.evidence == "read" else "source.level.B")
    items = [
        f'<li id="{SOURCE_ANCHOR}{number}"><a'
        f' href="{text(source.url)}"{lang(example.language, view)}>'
        f"{text(source.title)}</a>{'' if source.title.endswith(('?', '!')) else '.'}"
        f" {text(source.publisher)}, "
        f"{published(source.published, view.say('source.undated'))}. {text(how)}."
        f" {text(view.say('source.checked'))} {long_date(example.checked)}.</li>"
        for number, source in enumerate(example.sources, 1)
    ]
    return "\n".join(['<ol class="sources">', *items, "</ol>"])


def _next(view: View, example: Example, repo_url: str) -> str:
    lines = [
        link(view.say("example.compare"), f"eksempel/samanlikn.md?d={example.id}"),
        link(view.say("example.all"), "eksempel/index.md"),
        link(view.say("example.contribute"), "bidra.md"),
    ]
    if repo_url:
        lines.insert(
            2, f"[{view.say('example.mend')}]({repo_url}/edit/main/examples/{example.id}.yml)"
        )
    return "\n".join(f"- {line}" for line in lines)
