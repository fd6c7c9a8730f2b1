"""Blanks named by meaning: defined once, checked, and shown by their label where nobody fills
them in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content import Content, View
from macros.content.nameless import nameless_in
from macros.pages.blanks import blanks_shown

from .conftest import Broken, parsed

FIELDS = "docs/data/fields.yml"
QUESTION = "docs/data/questions/kapasitet.yml"
ADVICE = 'nn: "Vi set av tid.", nb: "Vi setter av tid."'
LABEL = "label: {nn: Ansvarleg for kontrollen, nb: Ansvarlig for kontrollen}"
KNOWN = "verksemd, rolle.kontroll, slag"

FAULTS = {
    "unknown field": (
        (QUESTION, ADVICE, 'nn: "Det er [[rolle.kontrol]].", nb: "Det er [[rolle.kontrol]]."'),
        [
            f"{QUESTION}:14: Feltet «rolle.kontrol» finst ikkje. Meinte du «rolle.kontroll»?"
            " Lovlege verdiar: rolle.kontroll."
        ],
    ),
    "field in one edition of a text": (
        (QUESTION, ADVICE, 'nn: "Det er [[rolle.kontroll]].", nb: "Det er rollen."'),
        [
            f"{QUESTION}:14: Feltet «rolle.kontroll» står ikkje her, men i den andre målforma."
            " Bruk dei same felta i begge."
        ],
    ),
    "field where no document takes its text": (
        (
            QUESTION,
            "ask: {nn: Kven har tid?, nb: Hvem har tid?}",
            'ask: {nn: "[[slag]]", nb: "[[slag]]"}',
        ),
        [f"{QUESTION}:5: Feltet «slag» kan berre stå i wording og commitment."],
    ),
    "blank without a name, near one that has": (
        (QUESTION, ADVICE, 'nn: "[Rolle] svarar.", nb: "Vi spør [ansvarlig for kontroll]."'),
        [
            f"{QUESTION}:14: «[Rolle]» er eit felt utan namn. Skriv [[rolle.kontroll]], eller eit"
            " anna felt frå fields.yml. Legg til feltet der dersom det manglar.",
            f"{QUESTION}:14: «[ansvarlig for kontroll]» er eit felt utan namn. Skriv"
            " [[rolle.kontroll]], eller eit anna felt frå fields.yml. Legg til feltet der dersom"
            " det manglar.",
        ],
    ),
    "blank without a name, near none": (
        (QUESTION, ADVICE, 'nn: "Vi set av [tal] timar.", nb: "Vi setter av tid."'),
        [
            f"{QUESTION}:14: «[tal]» er eit felt utan namn. Skriv eit felt frå fields.yml. Legg til"
            " feltet der dersom det manglar."
        ],
    ),
    "blank without a name outside the proposed texts": (
        (
            QUESTION,
            "ask: {nn: Kven har tid?, nb: Hvem har tid?}",
            'ask: {nn: "Har [rolle] tid?", nb: "Hvem har tid?"}',
        ),
        [
            f"{QUESTION}:5: «[rolle]» er eit felt utan namn. Skriv [[rolle.kontroll]], eller eit"
            " anna felt frå fields.yml. Legg til feltet der dersom det manglar."
        ],
    ),
    "label without one edition": (
        (FIELDS, LABEL, "label: {nn: Ansvarleg for kontrollen}"),
        [f"{FIELDS}:7: «label.nb» manglar. Legg til linja «nb: …»."],
    ),
    "unknown kind": (
        (FIELDS, "kind: choice", "kind: choise"),
        [
            f"{FIELDS}:10: «kind» kan ikkje vere «choise». Meinte du «choice»? Lovlege verdiar:"
            " text, long, number, date, choice."
        ],
    ),
    "choices of something else": (
        (FIELDS, "kind: choice", "kind: text"),
        [
            f"{FIELDS}:9: Oppføringa har «choices», men er ikkje eit val. Skriv kind: choice, eller"
            " ta bort choices."
        ],
    ),
    "same choice twice": (
        (FIELDS, "{id: stat,", "{id: kommune,"),
        [
            f"{FIELDS}:9: Oppføringa har verdien «kommune» to gonger under «choices». Slett den"
            " eine."
        ],
    ),
    "default outside the choices": (
        (FIELDS, "kind: choice", "kind: choice\n  default: fylke"),
        [
            f"{FIELDS}:9: Oppføringa har ein «default» som ikkje går: «fylke» er ikkje i lista."
            " Lovlege verdiar: kommune, stat."
        ],
    ),
    "default that is no date": (
        (FIELDS, "kind: text", 'kind: date\n  default: "31.12.2026"'),
        [
            f"{FIELDS}:1: Oppføringa har ein «default» som ikkje går: «31.12.2026» er ikkje ein"
            " dato. Skriv år, månad og dag, til dømes 2026-11-24."
        ],
    ),
    "default that is no number": (
        (FIELDS, "kind: text", "kind: number\n  default: mange"),
        [
            f"{FIELDS}:1: Oppføringa har ein «default» som ikkje går: «mange» er ikkje eit tal."
            " Bruk siffer, og komma framfor desimalar."
        ],
    ),
    "a form of another kind": (
        (FIELDS, "kind: text", "kind: text\n  form: percent"),
        [f"{FIELDS}:1: Oppføringa har form: percent. Det går berre med kind: number."],
    ),
    "default that is no share": (
        (FIELDS, "kind: text", 'kind: number\n  form: percent\n  default: "150"'),
        [
            f"{FIELDS}:1: Oppføringa har ein «default» som ikkje går: «150» er ikkje ein prosent."
            " Skriv eit tal frå 0 til 100."
        ],
    ),
    "same id twice": (
        (FIELDS, "- id: slag", "- id: verksemd"),
        [f"{FIELDS}:9: Id «verksemd» er allereie brukt i {FIELDS}:1. Vel ein annan."],
    ),
}


@pytest.mark.parametrize(("change", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_gives_its_line(
    broken: Broken, change: tuple[str, str, str], expected: list[str]
) -> None:
    """The exact lines, and no others."""
    assert broken(*change) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sjå [grunngivinga](/regelverk/).",
        "Sjå [grunngivinga][1], [1] og [^a].",
        "Kravet gjeld [@loa-5a], frå [#terskel] og for [[rolle.kontroll]].",
        "![Bilete](bilete/a.png) og [ord]{.klasse}",
        "Skriv \\[rolle] slik.",
        "[ ] Kryss av. [x] Ferdig.",
        "[lenke]: https://www.dfo.no",
    ],
)
def test_other_brackets_are_no_blanks(text: str) -> None:
    """Links, notes, citations, amounts, named blanks, attributes, escapes and boxes stand."""
    assert list(nameless_in(text)) == []


@pytest.mark.parametrize("text", ["[Rolle]: ja", "kvart [tal]. år", "([år]–[år])", "**[a b]**"])
def test_brackets_around_words_are_blanks(text: str) -> None:
    """Whatever stands beside them."""
    assert list(nameless_in(text))


@pytest.mark.parametrize(
    "change",
    [
        ("kind: choice", "kind: choice\n  default: stat"),
        ("kind: text", 'kind: date\n  default: "2026-12-31"'),
        ("kind: text", "kind: number\n  default: '1250,5'"),
        ("kind: text", "kind: text\n  default: {nn: vi, nb: oss}"),
    ],
)
def test_a_default_that_fits_is_taken(broken: Broken, change: tuple[str, str]) -> None:
    """A default may be a choice, a date, a number, or different words in each edition."""
    assert broken(FIELDS, *change) == []


@pytest.mark.parametrize("code", ["nn", "nb"])
def test_a_page_shows_the_label_in_brackets(content: Content, code: str) -> None:
    """The mark of a blank never reaches a reader."""
    shown = blanks_shown(View.of(content, code), "Vi spør [[rolle.kontroll]].")
    label = {"nn": "Ansvarleg for kontrollen", "nb": "Ansvarlig for kontrollen"}[code]
    assert shown == f'Vi spør <span class="blank">[{label}]</span>.'


def test_no_mark_is_left_in_a_page(site: Path) -> None:
    """Neither the mark of a blank nor the markup that Word's fields are made of."""
    for file in site.rglob("*.html"):
        text = parsed(file).get_text()
        for code in parsed(file)("code"):
            text = text.replace(code.get_text(), "", 1)
        assert not re.search(r"\[\[|\{\.field|:::", text), file
