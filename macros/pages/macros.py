"""The macros an author may call on a page, each with what its argument may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, get_args

from ..content import Content, Edition, Measure, Question, find
from ..content.dates import long_date
from ..content.model import LawPart, Regime
from ..documents.listing import BY_ID as DOCUMENT_IDS
from .catalogue import catalogue, coverage
from .checklist import checklist, checkpoint_table
from .compare import comparison
from .form import Publication, example_form
from .law import amount_table, duty_table, law_sections, repealed_table
from .links import chapter_link, example_link, law_link
from .markup import link
from .registers import chapter_list, glossary, source_link, source_table

Allowed = Callable[[Content], Iterable[str]]


class Files(Protocol):
    """The files a page can offer. Made by the adapter when a page first asks for them."""

    def offer(self, name: str) -> str: ...
    def offers(self) -> str: ...
    def archive(self) -> str: ...
    def data(self) -> str: ...


@dataclass(frozen=True)
class Context:
    """What a macro may draw on: the content, the edition of the page, the files of that edition, and where it is."""

    content: Content
    edition: Edition
    files: Callable[[], Files]
    publication: Publication


Render = Callable[[Context, str], str]


@dataclass(frozen=True)
class Macro:
    """`render(context, argument)` gives Markdown. `allowed` is None where there is no argument;
    `default` is the argument when the author gives none."""

    name: str
    render: Render
    allowed: Allowed | None = None
    default: str | None = None


def _parts(_: Content) -> Iterable[str]:
    return get_args(LawPart)


def _regimes(_: Content) -> Iterable[str]:
    return get_args(Regime)


def _chapters(content: Content) -> Iterable[str]:
    return [*content.chapters, "sporsmal", "grep", "alt"]


def _documents(_: Content) -> Iterable[str]:
    return DOCUMENT_IDS


def _checklist(x: Context, name: str) -> str:
    wholes: dict[str, Mapping[str, Question | Measure]] = {
        "sporsmal": x.content.questions,
        "grep": x.content.measures,
        "alt": x.content.chapters,
    }
    owners = list(wholes[name].values()) if name in wholes else [find(x.content.chapters, name)]
    return checklist(x.content, owners, x.edition)


MACROS: tuple[Macro, ...] = (
    Macro("question", lambda x, a: chapter_link(find(x.content.questions, a), x.edition), lambda c: c.questions),
    Macro("measure", lambda x, a: chapter_link(find(x.content.measures, a), x.edition), lambda c: c.measures),
    Macro("question_list", lambda x, _: chapter_list(list(x.content.questions.values()), x.edition)),
    Macro("measure_list", lambda x, _: chapter_list(list(x.content.measures.values()), x.edition)),
    Macro(
        "checkpoints",
        lambda x, a: checkpoint_table(x.content, find(x.content.chapters, a), x.edition),
        lambda c: c.chapters,
    ),
    Macro("checklist", _checklist, _chapters, default="alt"),
    Macro("download", lambda x, a: x.files().offer(a), _documents),
    Macro("downloads", lambda x, _: x.files().offers()),
    Macro("download_all", lambda x, _: x.files().archive()),
    Macro("data_files", lambda x, _: x.files().data()),
    Macro("example", lambda x, a: example_link(find(x.content.examples, a), x.edition), lambda c: c.examples),
    Macro("catalogue", lambda x, _: catalogue(x.content, x.edition, x.publication.directory_urls)),
    Macro("coverage", lambda x, _: coverage(x.content, x.edition)),
    Macro("comparison", lambda x, _: comparison(x.content, x.edition, x.publication.directory_urls)),
    Macro("example_form", lambda x, _: example_form(x.content, x.edition, x.publication)),
    Macro("cite", lambda _, a: f"[@{a}]", lambda c: c.citable),
    Macro("amount", lambda x, a: find(x.content.amounts, a).words(x.edition), lambda c: c.amounts),
    Macro(
        "source",
        lambda x, a: source_link(x.content, find(x.content.sources, a).id, x.edition),
        lambda c: c.sources,
    ),
    Macro("source_table", lambda x, _: source_table(x.content, x.edition)),
    Macro("term", lambda x, a: link(find(x.content.terms, a)[x.edition], "ordliste.md", a), lambda c: c.terms),
    Macro("glossary", lambda x, _: glossary(x.content, x.edition)),
    Macro("law", lambda x, a: law_link(x.content, find(x.content.law, a).id, x.edition), lambda c: c.law),
    Macro("law_sections", lambda x, a: law_sections(x.content, a, x.edition), _parts),
    Macro("duty_table", lambda x, a: duty_table(x.content, a, x.edition), _regimes),
    Macro("amount_table", lambda x, _: amount_table(x.content, x.edition)),
    Macro("repealed_table", lambda x, _: repealed_table(x.content, x.edition)),
    Macro("updated", lambda x, _: long_date(x.content.updated)),
)
