"""Blanks to fill in, each named by what it means, and the mark `[[id]]` that puts one into a text.

A blank stands once in `fields.yml`. Whoever fills it in types the value once, wherever and however
often the mark stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from .editions import EDITIONS
from .problems import UnknownNameError, near, unknown
from .texts import Label, Named, Record, SameOrLabel
from .yaml_file import KeyPath, YamlFile, strings

if TYPE_CHECKING:
    from .view import View

BLANK = re.compile(r"(?<!\\)\[\[([^\[\]\n]*)\]\]")
"""The mark of a blank in a text. The group is its id."""
BlankKind = Literal["text", "long", "number", "date", "choice"]
"""What may be typed: a line, several lines, a number, a day, or one of the choices."""
Goes = Literal["sentence", "joined"]
"""What goes from a text: the whole sentence, or what is joined to the blank before it."""
BlankForm = Literal["year", "percent", "whole"]
"""What a text or a number must be, more closely: a year, a share from 0 to 100, or a count."""
MARKED_IN = ("wording", "commitment")
"""The keys whose texts may have blanks: those that are proposed for the body's own documents."""
WORD = "ord."
"""What begins the id of a word that follows from the kind of body. Nobody is asked for it."""
_NUMBER = re.compile(r"\d+(,\d+)?")
_FORMS = {
    "year": (re.compile(r"(19|20)\d\d"), "eit årstal. Skriv fire siffer, til dømes 2027"),
    "percent": (re.compile(r"(\d{1,2}(,\d+)?|100)"), "ein prosent. Skriv eit tal frå 0 til 100"),
    "whole": (re.compile(r"\d+"), "eit heilt tal. Skriv talet utan komma, til dømes 12"),
}
"""What each form looks like, and what it is called. `browser/builder/values.js` has the same."""


class Blank(Record):
    """A blank to fill in.

    `label` is its name, `hint` what to write, and `form` what a text or a number must be. The id of
    `default` for a choice is one of `choices`. `none` is what goes from a document when the answer
    says that there is none: the sentences with a number that is 0, or a text that is left empty
    together with the «og» before it."""

    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)*$")
    kind: BlankKind
    label: Label
    hint: Label
    form: BlankForm | None = None
    choices: list[Named] = Field(default_factory=list)
    default: SameOrLabel | None = None
    none: Goes | None = None

    @model_validator(mode="after")
    def _choices_belong_to_a_choice(self) -> Self:
        names = [choice.id for choice in self.choices]
        if self.kind != "choice" and names:
            raise ValueError("har «choices», men er ikkje eit val. Skriv kind: choice, eller ta "
                             "bort choices")  # fmt: skip
        if self.kind == "choice" and len(names) < 2:
            raise ValueError("er eit val. Skriv minst to verdiar under «choices»")
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValueError(f"har verdien «{twice}» to gonger under «choices». Slett den eine")
        return self

    @model_validator(mode="after")
    def _what_goes_fits_the_kind(self) -> Self:
        fits = ("text",) if self.none == "joined" else ("number", "text")
        if self.none and self.kind not in fits:
            raise ValueError(
                f"har none: {self.none}. Det går berre med kind: {' eller '.join(fits)}"
            )
        return self

    @model_validator(mode="after")
    def _form_fits_the_kind(self) -> Self:
        wanted = "text" if self.form == "year" else "number"
        if self.form and self.kind != wanted:
            raise ValueError(f"har form: {self.form}. Det går berre med kind: {wanted}")
        return self

    @property
    def is_asked(self) -> bool:
        """Whether documents ask for it at their top."""
        return not self.id.startswith(WORD)

    @model_validator(mode="after")
    def _a_word_stands_there_from_the_start(self) -> Self:
        if not self.is_asked and self.default is None:
            raise ValueError("er eit ord som ingen blir spurd om, så det treng ein «default»")
        return self

    @model_validator(mode="after")
    def _default_fits_the_kind(self) -> Self:
        for code in EDITIONS if self.default else ():
            if wrong := self.fault(self.default[code] if self.default else ""):
                raise ValueError(f"har ein «default» som ikkje går: {wrong}")
        return self

    def fault(self, value: str) -> str:
        """What is wrong with `value` as an answer, in Norwegian; an empty string if nothing is."""
        if self.kind == "choice" and value not in (names := [c.id for c in self.choices]):
            return f"«{value}» er ikkje i lista. Lovlege verdiar: {', '.join(names)}"
        if self.kind == "number" and not _NUMBER.fullmatch(value):
            return f"«{value}» er ikkje eit tal. Bruk siffer, og komma framfor desimalar"
        if self.kind == "date" and not _is_day(value):
            return f"«{value}» er ikkje ein dato. Skriv år, månad og dag, til dømes 2026-11-24"
        if self.kind != "long" and "\n" in value:
            return "verdien skal stå på éi linje"
        if self.form and not _FORMS[self.form][0].fullmatch(value):
            return f"«{value}» er ikkje {_FORMS[self.form][1]}"
        return ""


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def blanks_in(text: str) -> Iterator[str]:
    """The id of each blank in `text`, in order, as often as it stands there."""
    return (match[1] for match in BLANK.finditer(text))


def with_blanks(view: View, text: str, shown: Callable[[Blank], str]) -> str:
    """`text` with what `shown` gives in the place of each mark. Raises UnknownNameError."""

    def written(match: re.Match[str]) -> str:
        if match[1] not in view.content.blanks:
            raise UnknownNameError(match[1], view.content.blanks)
        return shown(view.content.blanks[match[1]])

    return BLANK.sub(written, text)


def refuse_marks(source: YamlFile, known: Collection[str] | None) -> None:
    """Refuse marks in `source` of blanks that do not exist, that stand where no document takes its
    text from, or that only one edition of a text has.

    `known` are the ids of all blanks, or None when they could not be read."""
    used: dict[KeyPath, dict[str, set[str]]] = {}
    texts = list(strings(source.data))
    if not any("[[" in value for _, value in texts):
        return  # most files have no blank, and are not looked through text by text
    for path, value in texts:
        for match in BLANK.finditer(value):
            line = source.line_within(path, value, match.start())
            if not set(path) & set(MARKED_IN):
                source.refuse(
                    line, f"Feltet «{match[1]}» kan berre stå i {' og '.join(MARKED_IN)}."
                )
            elif known is not None and match[1] not in known:
                source.refuse(line, f"Feltet {unknown(match[1], near(match[1], sorted(known)))}")
        if path and path[-1] in EDITIONS:
            used.setdefault(path[:-1], {})[str(path[-1])] = set(blanks_in(value))
    for path, editions in used.items():
        for code, names in editions.items():
            for name in sorted(set().union(*editions.values()) - names):
                source.refuse(
                    source.line((*path, code)),
                    f"Feltet «{name}» står ikkje her, men i den andre målforma. Bruk dei same felta"
                    " i begge.",
                )
