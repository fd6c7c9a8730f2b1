"""The list of documents with their formats, and how the manuscript of each is made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from ..content import (
    EDITIONS,
    Content,
    Measure,
    MissingLabelError,
    Part,
    Problem,
    Question,
    View,
    answer,
    chapter_parts,
    duty_parts,
)
from ..content.dates import long_date, published
from ..content.files import project_files
from ..content.problems import unknown
from . import sheets
from .checklist import checklist_markdown
from .dated import called, latest
from .filled_in import filled_in, ticks_in, unanswered, unticked
from .manuscript import Event, Manuscript, Marked, Sheet, escape
from .prompts import level_words, prompts
from .regions import SOURCE, SOURCES, needs, public_text
from .said import said_once
from .some import with_some
from .status_sheets import status_matrix, status_plan
from .template import (
    TEMPLATES,
    Template,
    TemplateFaultError,
    cited,
    read_template,
    render,
)
from .word_frame import OWNER
from .workbook import workbook_sheets
from .workbook.worked import worked_sheets
from .worked_plan import worked_plan
from .year_wheel import year_wheel

_CHECKLIST_FORMATS = ("docx", "odt", "pdf", "xlsx", "csv", "md", "json")
_TEXT_FORMATS = ("docx", "odt", "pdf", "md")
_BUILT = ("docx", "odt", "md", "html")
STATUS = "status"
"""The tool that asks where the body stands."""


@dataclass(frozen=True)
class Document:
    """A document of the site. `parts` is None for a document that is not a checklist.

    `script` names the tool whose script has the parts; it is empty for «Lag strategien».

    `sheets` makes the tables of its workbook, and is None for a document without one. `events`
    are the days of its calendar. `built` are the formats in which it can be made from answers in
    the browser; html is the preview there. `former` has names that its files had before: the files
    are there under those too, since a file cannot say where it went. `fills` is the id of the
    document whose template this one has filled in, and empty for all but the worked set."""

    id: str
    formats: tuple[str, ...]
    parts: Callable[[View], list[Part]] | None = None
    sheets: Callable[[View, str], tuple[Sheet, ...]] | None = None
    events: Callable[[View], tuple[Event, ...]] | None = None
    built: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    fills: str = ""
    script: str = ""

    @property
    def page(self) -> str:
        """Path of the document's own page in either edition. The worked set has one together."""
        return "oving.md" if self.fills else f"nedlasting/{self.id}.md"

    @property
    def template(self) -> str:
        """The name of the template that the text comes from."""
        return self.fills or self.id

    @property
    def is_report(self) -> bool:
        """Whether the document looks back on a year, and so has other figures than the others."""
        return self.template == "rapport"


def _checklist(name: str, parts: Callable[[View], list[Part]]) -> Document:
    def made(view: View, title: str) -> tuple[Sheet, ...]:
        return sheets.checklist_sheets(view, parts(view), title)

    return Document(name, _CHECKLIST_FORMATS, parts, made)


DOCUMENTS: tuple[Document, ...] = (
    Document("strategi", _TEXT_FORMATS, built=_BUILT),
    Document("kapittel", _TEXT_FORMATS, built=_BUILT),
    Document("anskaffingsstrategi", _TEXT_FORMATS),
    Document("saksframlegg", _TEXT_FORMATS, built=_BUILT),
    Document("rutine", _TEXT_FORMATS, built=_BUILT),
    Document(
        "handlingsplan",
        ("xlsx", "docx", "odt", "pdf", "csv", "ics"),
        sheets=sheets.plan_sheets,
        events=year_wheel,
        built=("xlsx",),
    ),
    Document(
        "arbeidsbok", ("xlsx", "csv"), sheets=workbook_sheets, former=("kontroll",), built=("xlsx",)
    ),
    Document("kontrollskjema", _TEXT_FORMATS),
    Document("brev", _TEXT_FORMATS),
    Document("klausular", _TEXT_FORMATS),
    Document("lonsslipp", _TEXT_FORMATS),
    Document("rapport", _TEXT_FORMATS),
    Document("kortliste", _TEXT_FORMATS),
    Document("leiarnotat", _TEXT_FORMATS, built=("docx", "odt", "md"), script=STATUS),
    _checklist("sjekkliste-lovkrav", duty_parts),
    _checklist(
        "sjekkliste-sporsmal", lambda view: chapter_parts(view, view.content.questions.values())
    ),
    _checklist("sjekkliste-grep", lambda view: chapter_parts(view, view.content.measures.values())),
    _checklist(
        "sjekkliste-samla", lambda view: chapter_parts(view, view.content.chapters.values())
    ),
)
_PAPER = ("yes", "no", "not", "point", "owner", "date", "box")
"""What stands above the columns of a checklist on paper, and what a box is called."""
BY_ID = {document.id: document for document in DOCUMENTS}
WORKED_SET: tuple[Document, ...] = (
    *(
        Document(f"oving-{name}", ("docx", "pdf", "md"), fills=name)
        for name in (
            "strategi",
            "saksframlegg",
            "rutine",
            "kontrollskjema",
            "rapport",
            "leiarnotat",
        )
    ),
    Document("oving-handlingsplan", ("xlsx",), sheets=worked_plan, fills="handlingsplan"),
    Document("oving-arbeidsbok", ("xlsx",), sheets=worked_sheets, fills="arbeidsbok"),
)
"""Templates filled in for a made-up body. They are no documents to fill in, so not in the list."""
ANSWERED: tuple[Document, ...] = (
    Document("statusplan", (), sheets=status_plan, built=("xlsx",), script=STATUS),
    Document("statusmatrise", (), sheets=status_matrix, built=("xlsx",), script=STATUS),
)
"""Workbooks that are only made from answers. Nothing of them is published but their parts."""
_FORM = "kontrollskjema"
"""The document whose points the made-up body ticks."""
_UNTEMPLATED = (
    "statusplan",
    "statusmatrise",
    "arbeidsbok",
    "sjekkliste-lovkrav",
    "sjekkliste-sporsmal",
    "sjekkliste-grep",
    "sjekkliste-samla",
)


@dataclass(frozen=True)
class Presented:
    """The description of a document: its title, whom it is for, and when to use it."""

    title: str
    who: str
    when: str


def present(view: View, root: Path, document: Document) -> Presented:
    """The description at the top of the document's template, or in the labels if it has none.

    Raises TemplateFaultError."""
    return _presented(view, document, _template(view, root, document))


def _template(view: View, root: Path, document: Document) -> Template | None:
    """The template that the text comes from, if the text comes from one."""
    if document.template in _UNTEMPLATED:
        return None
    return read_template(root, document.template, view.code)


def _presented(view: View, document: Document, template: Template | None) -> Presented:
    own = template or Presented(
        *(view.say(f"document.{document.template}.{key}") for key in ("title", "who", "when"))
    )
    if document.fills:
        title = view.say("worked.title").replace("{title}", own.title)
        return Presented(title, view.say("worked.who"), view.say("worked.when"))
    return Presented(own.title, own.who, own.when)


def manuscript(view: View, root: Path, document: Document, site_url: str = "") -> Manuscript:
    """The document in one edition, with all that any writer needs. Raises TemplateFaultError."""
    return _made(view, document, _template(view, root, document), site_url)


@lru_cache(maxsize=128)
def _made(view: View, document: Document, template: Template | None, site_url: str) -> Manuscript:
    """The manuscript of what the template says now.

    The check of templates, the check of links and the build all need it, and it takes long."""
    title = _presented(view, document, template).title
    page = document.page.removesuffix(".md")
    address = f"{site_url.rstrip('/')}/{view.edition.prefix}{page}/" if site_url else ""
    made = document.sheets(view, title) if document.sheets else ()
    whole = said_once(_markdown(view, document, template))
    markdown = public_text(whole)
    own = template.updated if template else None
    day = latest(view.content, _held(view, document, template), markdown, own)
    words = _words(view, document, address, day)
    return Manuscript(
        id=document.id,
        edition=view.edition,
        title=title,
        date=day,
        address=address,
        colophon=_colophon(view, document, address, day),
        markdown=markdown,
        prompts=prompts(view, markdown),
        appendix=_appendix(view, _cited_sources(view, markdown)),
        cited=cited(view, whole),
        sheets=tuple(_about_filled(sheet, words) for sheet in made),
        records=tuple(_records(view, document)),
        events=document.events(view) if document.events else (),
        words=words,
        built=document.built,
        marked=_marked(view, whole, markdown) if document.built and whole else None,
    )


def _marked(view: View, whole: str, public: str) -> Marked:
    """The whole text with the marks of its regions.

    What the public text has comes first, so that the order there is the same in both."""
    found = needs(whole, lambda name: _source_of(view, name))
    names = dict.fromkeys([*_cited_sources(view, public), *_cited_sources(view, whole)])
    extra = [name for name in names if name not in _cited_sources(view, public)]
    groups = found.groups | ({SOURCES: [f"{SOURCE}{name}" for name in names]} if names else {})
    first = [prompt.id for prompt in prompts(view, public)]
    asked = {prompt.id: prompt for text in (public, whole) for prompt in prompts(view, text)}
    return Marked(
        markdown=with_some(whole, view.content.blanks),
        prompts=tuple(asked.values()),
        appendix=_appendix(view, names, marked=True),
        extra=tuple(name for name in asked if name not in first),
        links=tuple((view.content.sources[name].url, name) for name in extra),
        places=tuple((path, tuple(used)) for path, used in found.uses.items()),
        groups=tuple((name, tuple(parts)) for name, parts in groups.items()),
    )


def _held(view: View, document: Document, template: Template | None) -> list[Question | Measure]:
    """The chapters that the document has text from, which its date depends on."""
    if document.parts:
        shown = {point.id for part in document.parts(view) for point in part.points}
        chapters = view.content.chapters.values()
        return [
            owner for owner in chapters if any(point.id in shown for point in owner.checkpoints)
        ]
    planned = document.sheets is sheets.plan_sheets
    actions = (
        [view.content.chapters[action.chapter] for action in view.content.plan.values()]
        if planned
        else []
    )
    return actions + (called(view.content, public_text(template.text)) if template else [])


def check_templates(content: Content, root: Path) -> list[Problem]:
    """The faults of the templates in every edition, and files that are not templates."""
    problems = []
    for document in (d for d in DOCUMENTS if d.id not in _UNTEMPLATED):
        used: dict[str, list[str]] = {}
        for edition in EDITIONS.values():
            try:
                made = manuscript(View(content, edition), root, document)
                used[edition.code] = [prompt.id for prompt in made.prompts]
            except TemplateFaultError as fault:
                problems.append(fault.problem)
            except MissingLabelError as missing:
                problems.append(missing.problem)
        problems += _unlike(document, used)
    return problems + list(_unused(root)) + list(_unanswered(content, root))


def _unanswered(content: Content, root: Path) -> Iterator[Problem]:
    """A fault for each blank that the worked set has no answer for."""
    view = View(content, EDITIONS["nn"])  # both editions of a template have the same blanks
    for document in (d for d in WORKED_SET if d.template not in _UNTEMPLATED):
        try:
            template = read_template(root, document.template, view.code)
            text = public_text(render(view, template))
        except TemplateFaultError:  # already reported for the template itself
            continue
        if document.fills == _FORM:
            yield from unticked(view, ticks_in(text), template.file)
        asked = [prompt.id for prompt in prompts(view, text)]
        yield from unanswered(view, asked, template.file, report=document.is_report)


def _unlike(document: Document, used: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """A fault for each blank that only some editions of a template have."""
    for code, names in used.items():
        file = (TEMPLATES / f"{document.id}.{code}.md").as_posix()
        for name in dict.fromkeys(name for others in used.values() for name in others):
            if name not in names:
                yield Problem(
                    file, 1, f"Malen manglar feltet «{name}», som den andre målforma har. Bruk dei"
                    " same felta i begge."
                )  # fmt: skip


def _unused(root: Path) -> Iterator[Problem]:
    known = {
        f"{d.id}.{code}.md" for d in DOCUMENTS if d.id not in _UNTEMPLATED for code in EDITIONS
    }
    for path in project_files(root / TEMPLATES):
        if path.name not in known:
            yield Problem(
                (TEMPLATES / path.name).as_posix(), 1, f"Malen {unknown(path.name, sorted(known))}"
            )


def _markdown(view: View, document: Document, template: Template | None) -> str:
    if document.parts:
        return checklist_markdown(view, document.parts(view))
    if template is None:
        return ""
    made = render(view, template)
    if document.fills:
        return filled_in(view, public_text(made), report=document.is_report)
    return made


def _source_of(view: View, name: str) -> str:
    """The source of the citation `name`, which may be a section of the law."""
    return view.content.law[name].source if name in view.content.law else name


def _cited_sources(view: View, text: str) -> dict[str, None]:
    """The ids of the sources that `text` cites, each once, in order."""
    return dict.fromkeys(_source_of(view, name) for name in cited(view, text))


def _appendix(view: View, names: Collection[str], *, marked: bool = False) -> str:
    """The last section of the document: its sources, each with the day it was checked.

    With `marked`, the section and each source in it is a region."""
    if not names:
        return ""
    made = "\n".join(_region(f"{SOURCE}{name}", _source(view, name), marked) for name in names)
    return _region(SOURCES, f"\n\n# {view.say('sources')}\n\n{made}\n", marked)


def _region(name: str, text: str, marked: bool) -> str:
    return f'::: {{.region name="{name}"}}\n{text}\n:::\n' if marked else text


def _source(view: View, name: str) -> str:
    """The Markdown of a source in the list."""
    source = view.content.sources[name]
    undated = view.say("source.undated")
    title = escape(source.title)
    spoken = title if source.language == view.code else f"[{title}]{{lang={source.language}}}"
    checked = f"{view.say('source.checked')} {long_date(source.checked)}"
    stop = "" if source.title.endswith(("?", "!")) else "."
    return (
        f"::: kjelde\n{spoken}{stop} {escape(source.publisher[view.code])}, "
        f"{published(source.published, undated)}. {checked}. <{source.url}>\n:::\n"
    )


def _colophon(view: View, document: Document, address: str, day: date) -> str:
    """The words above the text: where it is from, and of the worked set that it is made up."""
    if not document.fills:
        return _fill(view.say("colophon"), view, address, day, escaped=True)
    named = answer(view.content.worked, OWNER, report=False)
    told = view.say("worked.colophon").replace("{body}", escape(named[view.code] if named else ""))
    return _fill(told, view, address, day, escaped=True)


def _sheet_colophon(view: View, document: Document, address: str, day: date) -> str:
    """The words above each sheet of a workbook, in plain text."""
    if document.fills:
        return _colophon(view, document, address, day).replace("**", "").replace("\\", "")
    return _fill(view.say("colophon.sheet"), view, address, day)


def _fill(text: str, view: View, address: str, day: date, *, escaped: bool = False) -> str:
    shown = f"<{address}>" if escaped else address
    told = " " + view.say("colophon.address").replace("{address}", shown + ".") if address else ""
    return text.replace("{date}", long_date(day)).replace("{address}", told)


def _words(view: View, document: Document, address: str, day: date) -> dict[str, str]:
    """The words of a workbook that are not in its tables, such as the title of the chart."""
    keys = (
        "prompt.choice",
        "prompt.date",
        "prompt.number",
        "error.choice",
        "error.date",
        "error.number",
    )
    return {
        **{key: view.say(f"sheet.{key}") for key in keys},
        "colophon": _sheet_colophon(view, document, address, day),
        **{f"paper.{key}": view.say(f"paper.{key}") for key in _PAPER},
        **dict(level_words(view)),
        "page": view.say("page.number"),
        "version": view.say("worked.version" if document.fills else "page.version").replace(
            "{date}", long_date(day)
        ),
        "calendar": view.say("calendar.about"),
        "date": long_date(day),
        "address": address or view.say("about.no-address"),
    }


def _about_filled(sheet: Sheet, words: dict[str, str]) -> Sheet:
    if sheet.table != "Om":
        return sheet
    rows = tuple(
        (key, value.format(**words) if isinstance(value, str) else value)
        for key, value in sheet.rows
    )
    return replace(sheet, rows=rows)


def _records(view: View, document: Document) -> Iterator[dict[str, str]]:
    """The checkpoints of the document as plain records, for JSON."""
    chapters = {
        point.id: owner.id
        for owner in view.content.chapters.values()
        for point in owner.checkpoints
    }
    for part in document.parts(view) if document.parts else ():
        for point in part.points:
            yield {
                "id": point.id,
                "chapter": chapters[point.id],
                "kind": point.kind,
                "kind_sign": view.say(f"kind.{point.kind}.sign"),
                "kind_word": view.say(f"kind.{point.kind}"),
                "section": view.section_name(point.section) if point.section else "",
                "phase": point.phase,
                "text": point.text[view.code],
                "evidence": point.evidence[view.code],
            }
