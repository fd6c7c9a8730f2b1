"""Complete lists for pages: the glossary, the sources, and the chapters."""

from __future__ import annotations

from itertools import groupby

from ..content import Measure, Question, View, others
from ..content.dates import long_date, published
from ..content.examples import norwegian_order
from .links import chapter_link
from .markup import link, table


def glossary(view: View) -> str:
    """Every term in alphabetical order, with its definition, its source, and other words for it."""
    terms = sorted(view.content.terms.values(), key=lambda term: norwegian_order(term[view.code]))
    parts: list[str] = []
    for letter, group in groupby(terms, key=lambda term: term[view.code][0].upper()):
        parts += [f"## {letter}", *(_term(view, term.id) for term in group)]
    return "\n\n".join(parts)


def _term(view: View, name: str) -> str:
    term = view.content.terms[name]
    lines = [f"### {term[view.code]} {{: #{term.id} }}"]
    if term.definition and term.source:
        lines += ["", f"{term.definition[view.code]} [@{term.source}]"]
    if term.chapter:
        more = chapter_link(view.content.chapters[term.chapter], view)
        lines += ["", f"{view.say('term.chapter')}: {more}"]
    here = [*term.aliases[view.code], *term.aliases.both]
    if here:
        lines += ["", f"{view.say('term.also')}: {', '.join(here)}"]
    for other in others(view.code):
        there = ([term[other.code]] if term[other.code] != term[view.code] else []) + term.aliases[
            other.code
        ]
        if there:
            lines += ["", f'{other.name}: <span lang="{other.code}">{", ".join(there)}</span>']
    return "\n".join(lines)


def paper_table(view: View) -> str:
    """The papers that we have made ready, each with a link to the document and its sheet."""
    rows = [[view.say("papers.name"), view.say("papers.where")], ["---"] * 2]
    for paper in view.content.papers.values():
        if paper.document:
            where = link(view.say(f"document.{paper.document}"), f"nedlasting/{paper.document}.md")
            sheet = f", {view.say('papers.sheet')} «{view.say(paper.sheet)}»" if paper.sheet else ""
            rows.append([", ".join(name[view.code] for name in paper.names), where + sheet])
    return table(rows)


def source_table(view: View) -> str:
    """A table of every source, with its publisher, its date, the day we checked it, and how."""
    keys = ("title", "publisher", "published", "checked", "level")
    rows = [[view.say(f"source.column.{key}") for key in keys], ["---"] * len(keys)]
    undated = view.say("source.undated")
    for source in sorted(view.content.sources.values(), key=lambda s: norwegian_order(s.title)):
        rows.append(
            [
                f'<span id="{source.id}">{source_link(view, source.id)}</span>',
                source.publisher[view.code],
                published(source.published, undated),
                long_date(source.checked),
                view.say(f"source.level.{source.level}"),
            ]
        )
    return table(rows)


def source_link(view: View, name: str) -> str:
    """A link to the source itself, with its title marked with its language."""
    source = view.content.sources[name]
    title = source.title.replace("[", r"\[").replace("]", r"\]")
    lang = "" if source.language == view.code else f'{{: lang="{source.language}" }}'
    return f"[{title}]({source.url}){lang}"


def chapter_list(owners: list[Question] | list[Measure], view: View) -> str:
    """The chapters as a numbered list, each with its title and what the reader gets from it."""
    lines = []
    for owner in owners:
        title = owner.heading[view.code] if isinstance(owner, Measure) else owner.title[view.code]
        lead = (
            owner.summary[view.code]
            if isinstance(owner, Measure)
            else f"{owner.ask[view.code]} {owner.summary[view.code]}"
        )
        lines.append(f"{owner.number}. {link(f'**{title}**', owner.page)}  \n    {lead}")
    return "\n".join(lines) + "\n{: .chapters }"


__all__ = ["chapter_list", "glossary", "source_link", "source_table"]
