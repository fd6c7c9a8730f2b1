"""The macros an author may call on a page, each with what its argument may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..content import Content, Edition, Measure, Question, find
from .chapters import chapter_link, law_link
from .checklist import checklist, checkpoint_table
from .markup import link, long_date
from .registers import chapter_list, glossary, law_table, source_link, source_table

Allowed = Callable[[Content], Iterable[str]]
Render = Callable[[Content, Edition, str], str]


@dataclass(frozen=True)
class Macro:
    """`render(content, edition, argument)` gives Markdown. `allowed` is None where there is no argument;
    `default` is the argument when the author gives none."""

    name: str
    render: Render
    allowed: Allowed | None = None
    default: str | None = None


def _acts(content: Content) -> Iterable[str]:
    return dict.fromkeys(section.source for section in content.law.values())


def _chapters(content: Content) -> Iterable[str]:
    return [*content.chapters, "sporsmal", "grep", "alt"]


def _checklist(content: Content, edition: Edition, name: str) -> str:
    wholes: dict[str, Mapping[str, Question | Measure]] = {
        "sporsmal": content.questions,
        "grep": content.measures,
        "alt": content.chapters,
    }
    owners = list(wholes[name].values()) if name in wholes else [find(content.chapters, name)]
    return checklist(content, owners, edition)


MACROS: tuple[Macro, ...] = (
    Macro("question", lambda c, e, a: chapter_link(find(c.questions, a), e), lambda c: c.questions),
    Macro("measure", lambda c, e, a: chapter_link(find(c.measures, a), e), lambda c: c.measures),
    Macro("question_list", lambda c, e, _: chapter_list(c, list(c.questions.values()), e)),
    Macro("measure_list", lambda c, e, _: chapter_list(c, list(c.measures.values()), e)),
    Macro("checkpoints", lambda c, e, a: checkpoint_table(c, find(c.chapters, a), e), lambda c: c.chapters),
    Macro("checklist", _checklist, _chapters, default="alt"),
    Macro("cite", lambda c, e, a: f"[@{a}]", lambda c: [*c.sources, *c.law]),
    Macro("source", lambda c, e, a: source_link(c, find(c.sources, a).id, e), lambda c: c.sources),
    Macro("source_table", lambda c, e, _: source_table(c, e)),
    Macro("term", lambda c, e, a: link(find(c.terms, a)[e], "ordliste.md", a), lambda c: c.terms),
    Macro("glossary", lambda c, e, _: glossary(c, e)),
    Macro("law", lambda c, e, a: law_link(c, find(c.law, a).id, e), lambda c: c.law),
    Macro("law_table", lambda c, e, a: law_table(c, a, e), _acts),
    Macro("updated", lambda c, e, _: long_date(c.updated)),
)
