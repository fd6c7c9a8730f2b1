"""Complete lists for pages: the glossary, the sources, and the chapters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ..content import Checkpoint, Measure, Question, Term, View, others
from ..content.dates import long_date, published
from ..content.examples import norwegian_order
from ..content.letters import plain_letters
from .links import chapter_link, law_link
from .markup import heading, link, table, text


def glossary(view: View) -> str:
    """The terms that we explain, letter by letter, and the others with a link to where they belong.

    Words that only help the search are not shown."""
    terms = sorted(view.content.terms.values(), key=lambda term: norwegian_order(term[view.code]))
    told = [term for term in terms if term.definition]
    letters = [
        (letter, list(group))
        for letter, group in groupby(told, key=lambda term: term[view.code][0].upper())
    ]
    parts: list[str] = [_jumps(view, [letter for letter, _ in letters])]
    for letter, group in letters:
        parts += [f"## {letter}", *(_term(view, term) for term in group)]
    if rest := [term for term in terms if not term.definition]:
        parts.append(heading(2, view.say("term.elsewhere"), "andre-ord"))
        parts.append("\n".join(_elsewhere(view, term) for term in rest))
    return "\n\n".join(parts)


def _jumps(view: View, letters: list[str]) -> str:
    """A row of letters that lead to where each begins."""
    anchors: list[str] = []
    for letter in letters:
        plain = plain_letters(letter).lower()
        # Å and A are the same letter in an anchor; the table of contents tells them apart like this
        anchors.append(f"{plain}_1" if plain in anchors else plain)
    links = " ".join(
        f"[{letter}](#{anchor})" for letter, anchor in zip(letters, anchors, strict=True)
    )
    name = text(view.say("term.letters"))
    return f'<nav class="letters" aria-label="{name}" markdown>\n\n{links}\n\n</nav>'


def _term(view: View, term: Term) -> str:
    lines = [f"### {term[view.code]} {{: #{term.id} }}"]
    if term.definition:
        lines += ["", f"{term.definition[view.code]} [@{term.source}]"]
    if term.chapter:
        lines += ["", _more(view, term.chapter)]
    for other in others(view.code):
        if term[other.code] != term[view.code]:
            lines += ["", f'{other.name}: <span lang="{other.code}">{term[other.code]}</span>']
    return "\n".join(lines)


def _elsewhere(view: View, term: Term) -> str:
    """A word that we do not explain: it keeps its address, and leads to the chapter about it."""
    more = f": {_more(view, term.chapter)}" if term.chapter else ""
    return f'- <span id="{term.id}">{term[view.code]}</span>{more}'


def _more(view: View, chapter: str) -> str:
    return f"{view.say('term.chapter')}: {chapter_link(view.content.chapters[chapter], view)}"


def paper_table(view: View) -> str:
    """The papers that we have made ready, each with a link to the document and its sheet."""
    rows = [[view.say("papers.name"), view.say("papers.where")], ["---"] * 2]
    for paper in view.content.papers.values():
        if paper.document:
            where = link(view.say(f"document.{paper.document}"), f"nedlasting/{paper.document}.md")
            sheet = f", {view.say('papers.sheet')} «{view.say(paper.sheet)}»" if paper.sheet else ""
            rows.append([", ".join(name[view.code] for name in paper.names), where + sheet])
    return table(rows)


Places = Iterable[tuple[str, tuple[str, ...]]]
"""The documents that answer a duty, each with the headings or sheets where they do."""


def duty_places(view: View, found: Iterable[tuple[Checkpoint, Places]]) -> str:
    """A table of the duties, and where the documents of the made-up body answer each of them."""
    keys = ("worked.duty", "worked.duty.section", "worked.duty.where")
    rows = [[view.say(key) for key in keys], ["---"] * len(keys)]
    for point, places in found:
        where = "; ".join(
            f"{view.say(f'worked.in.{name}')}, {_quoted(headings)}" for name, headings in places
        )
        rows.append([point.text[view.code], law_link(view, point.section or ""), where])
    return table(rows)


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)


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
