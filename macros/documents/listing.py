"""Which documents there are, in which formats, and how each manuscript is made from the content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..content import EDITIONS, Content, Edition, Measure, MissingLabelError, Problem, Question
from ..content.dates import long_date, published, short_date
from ..content.problems import unknown
from . import sheets
from .manuscript import Manuscript, Sheet, escape
from .template import (
    TEMPLATES,
    Template,
    TemplateFaultError,
    checklist_markdown,
    cited,
    read_template,
    render,
)

_CHECKLIST_FORMATS = ("docx", "odt", "pdf", "xlsx", "csv", "md", "json")
_TEXT_FORMATS = ("docx", "odt", "pdf", "md")


@dataclass(frozen=True)
class Document:
    """A document of the site. `owners` is None for one that is written as a template."""

    id: str
    formats: tuple[str, ...]
    owners: Callable[[Content], list[Question | Measure]] | None = None
    sheets: Callable[[Content, str, Edition], tuple[Sheet, ...]] | None = None

    @property
    def page(self) -> str:
        """Path of the document's own page in either edition."""
        return f"nedlasting/{self.id}.md"


def _checklist(name: str, owners: Callable[[Content], list[Question | Measure]]) -> Document:
    def made(content: Content, title: str, edition: Edition) -> tuple[Sheet, ...]:
        return sheets.checklist_sheets(content, owners(content), title, edition)

    return Document(name, _CHECKLIST_FORMATS, owners, made)


DOCUMENTS: tuple[Document, ...] = (
    Document("strategi", _TEXT_FORMATS),
    Document("kapittel", _TEXT_FORMATS),
    Document("saksframlegg", _TEXT_FORMATS),
    Document("handlingsplan", ("xlsx", "docx", "odt", "pdf", "csv"), sheets=sheets.plan_sheets),
    Document("kontroll", ("xlsx", "csv"), sheets=sheets.control_sheets),
    Document("rapport", _TEXT_FORMATS),
    _checklist("sjekkliste-sporsmal", lambda c: list(c.questions.values())),
    _checklist("sjekkliste-grep", lambda c: list(c.measures.values())),
    _checklist("sjekkliste-samla", lambda c: list(c.chapters.values())),
)
BY_ID = {document.id: document for document in DOCUMENTS}
_UNTEMPLATED = ("kontroll", "sjekkliste-sporsmal", "sjekkliste-grep", "sjekkliste-samla")


@dataclass(frozen=True)
class Presented:
    """What a page says of a document: its title, whom it is for, and when to use it."""

    title: str
    who: str
    when: str


def present(content: Content, root: Path, document: Document, edition: Edition) -> Presented:
    """From the template's top, or from the labels for what has no template."""
    if document.id in _UNTEMPLATED:
        title, who, when = (content.label(f"document.{document.id}.{key}", edition) for key in ("title", "who", "when"))
        return Presented(title, who, when)
    template = read_template(root, document.id, edition)
    return Presented(template.title, template.who, template.when)


def manuscript(content: Content, root: Path, document: Document, edition: Edition, site_url: str = "") -> Manuscript:
    """The document in one edition, ready for every writer. Raises TemplateFaultError."""
    say = partial(content.label, edition=edition)
    title = present(content, root, document, edition).title
    address = f"{site_url.rstrip('/')}/{'nb/' if edition == 'nb' else ''}nedlasting/{document.id}/" if site_url else ""
    made = document.sheets(content, title, edition) if document.sheets else ()
    markdown = _markdown(content, root, document, edition)
    words = _words(content, edition, address)
    return Manuscript(
        id=document.id,
        edition=edition,
        title=title,
        date=content.updated,
        address=address,
        colophon=_fill(say("colophon"), say, content, address, escaped=True),
        markdown=markdown,
        appendix=_sources(content, markdown, edition),
        cited=cited(content, markdown, edition),
        sheets=tuple(_about_filled(sheet, words) for sheet in made),
        records=tuple(_records(content, document, edition)),
        words=words,
    )


def check_templates(content: Content, root: Path) -> list[Problem]:
    """Every template that cannot be used, in both editions."""
    problems = []
    for document in (d for d in DOCUMENTS if d.id not in _UNTEMPLATED):
        for edition in EDITIONS:
            try:
                manuscript(content, root, document, edition)
            except TemplateFaultError as fault:
                problems.append(fault.problem)
            except MissingLabelError as missing:
                problems.append(missing.problem)
    return problems + list(_unused(root))


def _unused(root: Path) -> Iterator[Problem]:
    known = {f"{d.id}.{edition}.md" for d in DOCUMENTS if d.id not in _UNTEMPLATED for edition in EDITIONS}
    for path in sorted((root / TEMPLATES).glob("*")):
        if path.name not in known:
            yield Problem((TEMPLATES / path.name).as_posix(), 1, f"Malen {unknown(path.name, sorted(known))}")


def _markdown(content: Content, root: Path, document: Document, edition: Edition) -> str:
    if document.owners:
        return checklist_markdown(content, document.owners(content), edition)
    if document.id in _UNTEMPLATED:
        return ""
    template: Template = read_template(root, document.id, edition)
    return render(content, template, edition)


def _sources(content: Content, text: str, edition: Edition) -> str:
    """What the document cites, each with the day it was checked, as its last section."""
    names = dict.fromkeys(content.law[n].source if n in content.law else n for n in cited(content, text, edition))
    if not names:
        return ""
    undated = content.label("source.undated", edition)
    lines = ["", "", f"# {content.label('sources', edition)}", ""]
    for source in (content.sources[name] for name in names):
        title = escape(source.title)
        marked = title if source.language == edition else f"[{title}]{{lang={source.language}}}"
        checked = f"{content.label('source.checked', edition)} {short_date(source.checked)}"
        lines.append(
            f"::: detalj\n{marked}. {escape(source.publisher[edition])}, "
            f"{published(source.published, undated)} ({checked}). <{source.url}>\n:::\n"
        )
    return "\n".join(lines) + "\n"


def _fill(text: str, say: Callable[[str], str], content: Content, address: str, *, escaped: bool = False) -> str:
    shown = f"<{address}>" if escaped else address
    told = " " + say("colophon.address").replace("{address}", shown + ".") if address else ""
    return text.replace("{date}", long_date(content.updated)).replace("{address}", told)


def _words(content: Content, edition: Edition, address: str) -> dict[str, str]:
    """What a workbook says that is not in its tables."""
    say = partial(content.label, edition=edition)
    keys = ("chart.title", "chart.alt", "prompt.choice", "prompt.date", "error.choice", "error.date")
    return {
        **{key: say(f"sheet.{key}") for key in keys},
        "colophon": _fill(say("colophon.sheet"), say, content, address),
        "date": long_date(content.updated),
        "address": address or say("about.no-address"),
    }


def _about_filled(sheet: Sheet, words: dict[str, str]) -> Sheet:
    if sheet.table != "Om":
        return sheet
    rows = tuple((key, value.format(**words) if isinstance(value, str) else value) for key, value in sheet.rows)
    return Sheet(sheet.name, sheet.table, sheet.title, sheet.note, sheet.columns, rows)


def _records(content: Content, document: Document, edition: Edition) -> Iterator[dict[str, str]]:
    """The checkpoints as plain records, for JSON."""
    for owner in document.owners(content) if document.owners else ():
        for point in owner.checkpoints:
            yield {
                "id": point.id,
                "chapter": owner.id,
                "kind": point.kind,
                "kind_sign": content.label(f"kind.{point.kind}.sign", edition),
                "kind_word": content.label(f"kind.{point.kind}", edition),
                "section": content.section_name(point.section, edition) if point.section else "",
                "phase": point.phase,
                "text": point.text[edition],
                "evidence": point.evidence[edition],
            }
