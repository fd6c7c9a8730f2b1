"""Lists that pages show whole: the glossary, the sources, and the chapters."""

from __future__ import annotations

from itertools import groupby

from ..content import Content, Edition, Measure, Question
from ..content.dates import published, short_date
from ..content.examples import norwegian_order
from .links import chapter_link
from .markup import link, table


def glossary(content: Content, edition: Edition) -> str:
    """Every term in alphabetical order, with the words people use for it and its source."""
    terms = sorted(content.terms.values(), key=lambda term: norwegian_order(term[edition]))
    parts: list[str] = []
    for letter, group in groupby(terms, key=lambda term: term[edition][0].upper()):
        parts += [f"## {letter}", *(_term(content, term.id, edition) for term in group)]
    return "\n\n".join(parts)


def _term(content: Content, name: str, edition: Edition) -> str:
    term = content.terms[name]
    other: Edition = "nb" if edition == "nn" else "nn"
    lines = [f"### {term[edition]} {{: #{term.id} }}", ""]
    if term.definition and term.source:
        lines.append(f"{term.definition[edition]} [@{term.source}]")
    else:
        lines.append(content.label("term.undefined", edition))
    if term.chapter:
        more = chapter_link(content.chapters[term.chapter], edition)
        lines += ["", f"{content.label('term.chapter', edition)}: {more}"]
    here = [*term.aliases[edition], *term.aliases.both]
    there = ([term[other]] if term[other] != term[edition] else []) + term.aliases[other]
    if here:
        lines += ["", f"{content.label('term.also', edition)}: {', '.join(here)}"]
    if there:
        lines += ["", f'{content.label("term.other", edition)}: <span lang="{other}">{", ".join(there)}</span>']
    return "\n".join(lines)


def source_table(content: Content, edition: Edition) -> str:
    """Every source with publisher, date, date checked and how it was read."""
    keys = ("title", "publisher", "published", "checked", "level")
    rows = [[content.label(f"source.column.{key}", edition) for key in keys], ["---"] * len(keys)]
    undated = content.label("source.undated", edition)
    for source in sorted(content.sources.values(), key=lambda s: norwegian_order(s.title)):
        rows.append(
            [
                f'<span id="{source.id}">{source_link(content, source.id, edition)}</span>',
                source.publisher[edition],
                published(source.published, undated),
                short_date(source.checked),
                content.label(f"source.level.{source.level}", edition),
            ]
        )
    return table(rows)


def source_link(content: Content, name: str, edition: Edition) -> str:
    """A link to the source itself, with its title in its own language."""
    source = content.sources[name]
    title = source.title.replace("[", r"\[").replace("]", r"\]")
    lang = "" if source.language == edition else f'{{: lang="{source.language}" }}'
    return f"[{title}]({source.url}){lang}"


def chapter_list(owners: list[Question] | list[Measure], edition: Edition) -> str:
    """The chapters as a numbered list of cards: title, what the reader gets, number of checkpoints."""
    lines = []
    for owner in owners:
        title = owner.heading[edition] if isinstance(owner, Measure) else owner.title[edition]
        lead = (
            owner.summary[edition] if isinstance(owner, Measure) else f"{owner.ask[edition]} {owner.summary[edition]}"
        )
        lines.append(f"{owner.number}. {link(f'**{title}**', owner.page)}  \n    {lead}")
    return "\n".join(lines) + "\n{: .chapters }"


__all__ = ["chapter_list", "glossary", "source_link", "source_table"]
