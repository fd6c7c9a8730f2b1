"""The macros that an author may call on a page, each with the values its argument may have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, get_args

from ..content import (
    Content,
    Measure,
    Part,
    Question,
    View,
    chapter_parts,
    duty_parts,
    find,
    phase_parts,
)
from ..content.dates import long_date
from ..content.law_records import LawPart, Regime
from ..documents.listing import BY_ID as DOCUMENT_IDS
from ..documents.listing import WORKED_SET
from .catalogue import catalogue, coverage
from .checklist import checklist, checkpoint_table, retired_table, whole_checklist
from .compare import comparison
from .form import Publication, example_form
from .kinds import kind_list
from .law import amount_table, consideration_table, duty_table, law_sections, repealed_table
from .links import chapter_link, example_link, law_link
from .markup import link
from .pictures import picture
from .registers import chapter_list, glossary, paper_table, source_link, source_table
from .sectors import sectors

Allowed = Callable[[Content], Iterable[str]]


class Files(Protocol):
    """Markdown about the files of the edition. The adapter makes them when a page first asks."""

    def offer(self, name: str) -> str: ...
    def offers(self) -> str: ...
    def archive(self) -> str: ...
    def worked_files(self) -> str: ...
    def worked_text(self, name: str) -> str: ...
    def worked_duties(self) -> str: ...
    def worked_standing(self) -> str: ...
    def data(self) -> str: ...


@dataclass(frozen=True)
class Context:
    """What a macro is given: the content and the files of its edition, and how it is published."""

    view: View
    files: Callable[[], Files]
    publication: Publication


Render = Callable[[Context, str], str]


@dataclass(frozen=True)
class Macro:
    """A macro. `render(context, argument)` returns Markdown.

    `allowed` lists the values of the argument, and is None for a macro without one. `default` is
    the argument if the author gives none."""

    name: str
    render: Render
    allowed: Allowed | None = None
    default: str | None = None


def _parts(_: Content) -> Iterable[str]:
    return get_args(LawPart)


def _regimes(_: Content) -> Iterable[str]:
    return get_args(Regime)


def _chapters(content: Content) -> Iterable[str]:
    return [*content.chapters, "sporsmal", "grep", "alt", "lovkrav"]


def _documents(_: Content) -> Iterable[str]:
    return DOCUMENT_IDS


def _worked(_: Content) -> Iterable[str]:
    return [document.id for document in WORKED_SET if "md" in document.formats]


def _points(x: Context, name: str) -> list[Part]:
    wholes: dict[str, Mapping[str, Question | Measure]] = {
        "sporsmal": x.view.content.questions,
        "grep": x.view.content.measures,
        "alt": x.view.content.chapters,
    }
    if name == "lovkrav":
        return duty_parts(x.view)
    if name in wholes:
        return chapter_parts(x.view, wholes[name].values())
    return phase_parts(x.view, find(x.view.content.chapters, name))


def _checklist(x: Context, name: str) -> str:
    """The checklist of one chapter, which is short, or of many, whose parts fold."""
    show = checklist if name in x.view.content.chapters else whole_checklist
    return show(x.view, _points(x, name))


MACROS: tuple[Macro, ...] = (
    Macro(
        "question",
        lambda x, a: chapter_link(find(x.view.content.questions, a), x.view),
        lambda c: c.questions,
    ),
    Macro(
        "measure",
        lambda x, a: chapter_link(find(x.view.content.measures, a), x.view),
        lambda c: c.measures,
    ),
    Macro(
        "question_list", lambda x, _: chapter_list(list(x.view.content.questions.values()), x.view)
    ),
    Macro(
        "measure_list", lambda x, _: chapter_list(list(x.view.content.measures.values()), x.view)
    ),
    Macro(
        "checkpoints",
        lambda x, a: checkpoint_table(x.view, find(x.view.content.chapters, a)),
        lambda c: c.chapters,
    ),
    Macro("checklist", _checklist, _chapters, default="alt"),
    Macro(
        "point_count",
        lambda x, a: str(sum(len(part.points) for part in _points(x, a))),
        _chapters,
        default="alt",
    ),
    Macro("kinds", lambda x, _: kind_list(x.view)),
    Macro("retired_points", lambda x, _: retired_table(x.view)),
    Macro("download", lambda x, a: x.files().offer(a), _documents),
    Macro("downloads", lambda x, _: x.files().offers()),
    Macro("download_all", lambda x, _: x.files().archive()),
    Macro("worked_files", lambda x, _: x.files().worked_files()),
    Macro("worked_text", lambda x, a: x.files().worked_text(a), _worked),
    Macro("worked_standing", lambda x, _: x.files().worked_standing()),
    Macro("worked_duties", lambda x, _: x.files().worked_duties()),
    Macro("data_files", lambda x, _: x.files().data()),
    Macro(
        "example",
        lambda x, a: example_link(find(x.view.content.examples, a), x.view),
        lambda c: c.examples,
    ),
    Macro("catalogue", lambda x, _: catalogue(x.view, x.publication.directory_urls)),
    Macro("coverage", lambda x, _: coverage(x.view)),
    Macro("comparison", lambda x, _: comparison(x.view, x.publication.directory_urls)),
    Macro("example_form", lambda x, _: example_form(x.view, x.publication)),
    Macro("cite", lambda _, a: f"[@{a}]", lambda c: c.citable),
    Macro(
        "amount",
        lambda x, a: find(x.view.content.amounts, a).words(x.view.code),
        lambda c: c.amounts,
    ),
    Macro(
        "source",
        lambda x, a: source_link(x.view, find(x.view.content.sources, a).id),
        lambda c: c.sources,
    ),
    Macro(
        "picture",
        lambda x, a: picture(x.view, find(x.view.content.pictures, a)),
        lambda c: c.pictures,
    ),
    Macro("papers", lambda x, _: paper_table(x.view)),
    Macro("source_table", lambda x, _: source_table(x.view)),
    Macro(
        "term",
        lambda x, a: link(find(x.view.content.terms, a)[x.view.code], "ordliste.md", a),
        lambda c: c.terms,
    ),
    Macro("glossary", lambda x, _: glossary(x.view)),
    Macro("law", lambda x, a: law_link(x.view, find(x.view.content.law, a).id), lambda c: c.law),
    Macro("law_sections", lambda x, a: law_sections(x.view, a), _parts),
    Macro("duty_table", lambda x, a: duty_table(x.view, a), _regimes),
    Macro("consideration_table", lambda x, _: consideration_table(x.view)),
    Macro("sectors", lambda x, _: sectors(x.view)),
    Macro("amount_table", lambda x, _: amount_table(x.view)),
    Macro("repealed_table", lambda x, _: repealed_table(x.view)),
    Macro("updated", lambda x, _: long_date(x.view.content.updated)),
)
