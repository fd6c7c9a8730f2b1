"""The list of documents with their formats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..content import Part, View, chapter_parts, duty_parts
from . import sheets
from .manuscript import Event, Sheet
from .status_sheets import status_matrix, status_plan
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
UNTEMPLATED = (
    "statusplan",
    "statusmatrise",
    "arbeidsbok",
    "sjekkliste-lovkrav",
    "sjekkliste-sporsmal",
    "sjekkliste-grep",
    "sjekkliste-samla",
)
"""The documents whose text comes from no template."""
