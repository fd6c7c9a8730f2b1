"""The record of an example strategy.

It is the only kind of record that anybody may send in, so every text is plain and has a limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from .dates import PartialDate
from .text import INVISIBLE, check_line, check_prose
from .texts import Record

Language = Literal["nn", "nb"]
"""The målform an example is written in. A third edition of the site would not add a value here."""
Group = Literal["dedicated", "procurement-strategy"]
ExampleKind = Literal["strategy", "model", "decision", "agreement", "measure"]
Body = Literal["kommune", "fylkeskommune", "stat", "helse", "selskap", "samarbeid"]
Status = Literal["in-force", "replaced", "ended", "dissolved", "unknown"]
Evidence = Literal["read", "reported"]
County = Literal[
    "agder", "akershus", "buskerud", "finnmark", "innlandet", "more-og-romsdal", "nordland", "oslo",
    "ostfold",
    "rogaland", "telemark", "troms", "trondelag", "vestfold", "vestland",
]  # fmt: skip

MAX_ID = 80
MAX_SHORT_LINE = 160
MAX_TEXT = 700
MAX_URL = 300
# Windows cannot store a file with a device's name, such as con.yml. The last two names are the
# addresses of the catalogue and of the comparison below /eksempel/.
RESERVED = {"con", "prn", "aux", "nul", "index", "samanlikn"} | {
    f"{p}{n}" for p in ("com", "lpt") for n in range(10)
}
SOURCE_MARK = re.compile(r"\[([0-9]{1,3})\]")
"""«[2]» in a text points to the second of the example's sources."""


# Host names in Norway use letters beyond ASCII, øygarden.kommune.no and kárášjohka.no, so every
# Latin letter is allowed. The form in the browser gets the same pattern as data.
_HOST = "[a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0292\u1e00-\u1eff-]+"
WEB = re.compile(rf"https://{_HOST}(\.{_HOST})+(:\d+)?([/?#][^\s<>\"`\\{{}}^]*)?", re.IGNORECASE)


def _check_id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > MAX_ID:
        raise ValueError(
            f"er «{value[:60]}». Bruk høgst {MAX_ID} små bokstavar a–z, siffer og bindestrek, "
            "til dømes bo-kommune-innkjopsstrategi"
        )
    if value in RESERVED:
        raise ValueError(f"kan ikkje vere «{value}», som er eit namn med eiga tyding. Vel eit anna")
    return value


def _check_url(value: str) -> str:
    if not value.startswith("https://"):
        raise ValueError(f"er «{value[:60]}». Lenkja må byrje med https://")
    if len(value) > MAX_URL:
        raise ValueError(f"er på {len(value)} teikn. Høgst {MAX_URL}")
    if not WEB.fullmatch(value):
        raise ValueError(
            f"er «{value[:60]}», som ikkje er ei gyldig nettadresse. Kopier adressa frå nettlesaren"
        )
    if found := INVISIBLE.search(value):
        raise ValueError(f"har eit usynleg teikn (U+{ord(found[0]):04X}). Slett det")
    return value


Id = Annotated[
    str,
    AfterValidator(_check_id),
    WithJsonSchema({"type": "string", "maxLength": MAX_ID, "pattern": "^[a-z0-9-]+$"}),
]
Url = Annotated[
    str,
    AfterValidator(_check_url),
    WithJsonSchema({"type": "string", "pattern": "^https://", "maxLength": MAX_URL}),
]
ShortLine = Annotated[str, Field(max_length=MAX_SHORT_LINE), AfterValidator(check_line)]
ShortText = Annotated[str, Field(max_length=MAX_TEXT), AfterValidator(check_prose)]
"""Paragraphs and lists with «-». Plain text: nothing in it is run or read as Markdown."""


class ExampleSource(Record):
    """Where the example is described. «[1]» in a text is the first of these."""

    norwegian: ClassVar[dict[str, str]] = {
        "tittel": "title", "namn": "title", "navn": "title", "utgivar": "publisher",
        "utgiver": "publisher",
        "lenkje": "url", "lenke": "url", "adresse": "url", "dato": "published",
        "utgitt": "published",
    }  # fmt: skip

    title: ShortLine
    publisher: ShortLine
    url: Url
    published: PartialDate | None = None


@dataclass(frozen=True)
class Told:
    """The texts of an example as they are shown in one edition.

    `language` is the language of the texts. `title_language` is that of the title, which keeps the
    language of the public body unless we made the title up. A text that is missing is empty."""

    language: str
    title: str
    title_language: str
    publisher: str
    use: str
    about: str
    questions: dict[str, str]
    measures: dict[str, str]
    lesson: str
    setback: str

    @property
    def name(self) -> str:
        """The public body and the title: «Bø kommune: Innkjøpsstrategi»."""
        return f"{self.publisher}: {self.title}"

    @property
    def chapters(self) -> dict[str, str]:
        """The texts by the id of the question or measure they are about."""
        return {**self.questions, **self.measures}


class Translation(Record):
    """The same texts in the other målform, added by an editor. `title` only where it is ours."""

    norwegian: ClassVar[dict[str, str]] = {
        "tittel": "title", "bruk": "use", "om": "about", "omtale": "about", "spørsmål": "questions",
        "grep": "measures", "lærdom": "lesson",
    }  # fmt: skip

    title: ShortLine | None = None
    use: ShortLine | None = None
    about: ShortText
    questions: dict[str, ShortText] = Field(default_factory=dict)
    measures: dict[str, ShortText] = Field(default_factory=dict)
    lesson: ShortText
    setback: ShortText | None = None


class Example(Record):
    """What one public body does, in our words. Texts are in `language`, and in the other målform
    where an editor has added `translation`. `use` tells what the example is good for."""

    norwegian: ClassVar[dict[str, str]] = {
        "målform": "language", "maalform": "language", "malform": "language", "språk": "language",
        "tittel": "title", "namn": "title", "navn": "title",
        "verksemd": "publisher", "virksomhet": "publisher", "utgivar": "publisher",
        "utgiver": "publisher",
        "fylke": "county", "gruppe": "group", "slag": "kind", "type": "kind", "lenkje": "url",
        "lenke": "url",
        "kjelder": "sources", "kilder": "sources", "lærdom": "lesson", "om": "about",
        "omtale": "about",
        "spørsmål": "questions", "grep": "measures", "frå": "valid_from", "fra": "valid_from",
        "til": "valid_to",
        "grunnlag": "evidence", "sjekka": "checked", "sjekket": "checked", "dato": "checked",
        "bruk": "use", "omsetjing": "translation", "oversettelse": "translation",
        "utgitt": "published", "utgitt_dato": "published", "lagt_til": "added", "endra": "updated",
        "strategi": "strategy", "modell": "model", "vedtak": "decision", "avtale": "agreement",
        "tiltak": "measure",
        "instruks": "model", "rutine": "measure", "nynorsk": "nn", "bokmål": "nb", "lese": "read",
        "lest": "read",
        "omtalt": "reported", "i kraft": "in-force", "gjeld": "in-force", "gjelder": "in-force",
        "gjeldande": "in-force", "gjeldende": "in-force",
        "erstatta": "replaced", "erstattet": "replaced", "avslutta": "ended", "avsluttet": "ended",
        "oppløyst": "dissolved", "oppløst": "dissolved", "ukjend": "unknown", "ukjent": "unknown",
        "eigen": "dedicated", "egen": "dedicated", "innkjøpsstrategi": "procurement-strategy",
        "anskaffelsesstrategi": "procurement-strategy",
        "anskaffingsstrategi": "procurement-strategy",
        "kommunal": "kommune", "statleg": "stat", "statlig": "stat", "sjukehus": "helse",
        "sykehus": "helse",
    }  # fmt: skip
    """The Norwegian words that contributors use for keys and values, to suggest «Meinte du …?»."""

    id: Id
    publisher: ShortLine
    body: Body
    county: County | None = None
    title: ShortLine
    title_ours: bool = False
    group: Group
    kind: ExampleKind
    language: Language
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    status: Status
    url: Url | None = None
    evidence: Evidence
    use: ShortLine | None = None
    about: ShortText
    questions: dict[str, ShortText] = Field(default_factory=dict)
    measures: dict[str, ShortText] = Field(default_factory=dict)
    lesson: ShortText
    setback: ShortText | None = None
    translation: Translation | None = None
    sources: list[ExampleSource] = Field(min_length=1, max_length=12)
    added: date
    updated: date | None = None
    checked: date

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.questions and not self.measures:
            raise ValueError(
                "må seie noko under minst eitt spørsmål (questions) eller grep (measures)"
            )
        return self

    def told_in(self, code: str) -> Told:
        """The texts of the example for the edition `code`: translated if possible, else as written.

        A translation is always into the other målform, so a third edition shows the original."""
        other = self.translation if code != self.language and code in get_args(Language) else None
        texts = other or self
        return Told(
            language=code if other else self.language,
            title=(other and other.title) or self.title,
            title_language=code if other and other.title else self.language,
            publisher=self.publisher,
            use=texts.use or "",
            about=texts.about,
            questions=texts.questions,
            measures=texts.measures,
            lesson=texts.lesson,
            setback=texts.setback or "",
        )

    @property
    def page(self) -> str:
        """Path of the page in either edition."""
        return f"eksempel/{self.id}.md"

    @property
    def name(self) -> str:
        """The public body and the title. No two examples have the same."""
        return f"{self.publisher}: {self.title}"

    @property
    def chapters(self) -> dict[str, str]:
        """The texts by the id of the question or measure they are about."""
        return {**self.questions, **self.measures}

    @property
    def changed(self) -> date:
        """The day its content last changed."""
        return self.updated or self.added


def full_date(value: date | str | None, *, last: bool = False) -> str:
    """A partial date as a full date in text, so that two dates can be compared as strings.

    A month or year becomes its first day, or with `last` its last; a month always ends on the 31st,
    which no comparison minds. None becomes an empty string."""
    text = "" if value is None else value.isoformat() if isinstance(value, date) else value
    return (text + ("-12-31" if last else "-01-01")[len(text) - 4 :]) if text else ""
