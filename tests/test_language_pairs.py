"""Both editions say the same: numbers, links and denials exactly, and every sentence nearly."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup

from macros.content import Content

from .conftest import ROOT
from .language import pairs
from .language.gate import Reading
from .language.limits import limits
from .language.pairs import Pair, alone, compared, numbers, site_pairs, unknown_to_apertium
from .language.passages import Passage
from .language.rules import Hit
from .language.spelling import compounds, known, unknown_to_hunspell

WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]{2,}(?:-[A-Za-zÀ-ÖØ-öø-ÿ]+)*")


def pair(nn: str, nb: str, *links: str) -> Pair:
    """A nynorsk and a bokmål passage, the first with `links`."""
    return (
        Passage("grep/", "nn", "p", nn, links=links),
        Passage("nb/grep/", "nb", "p", nb),
    )


def found(*both: Pair) -> list[Hit]:
    """What differs between the passages."""
    return compared(both)


@pytest.fixture(scope="module")
def reading(pages: dict[str, BeautifulSoup]) -> Reading:
    """The built site and the data as the gate reads them."""
    return Reading(ROOT, pages)


def test_the_editions_say_the_same(reading: Reading) -> None:
    """Every page and every text of the data, passage by passage and sentence by sentence."""
    both = list(site_pairs(reading.pages))
    hits = compared(x for x in (*both, *reading.records) if not isinstance(x, Passage))
    allowed = limits()
    hits += alone(x for x in both if isinstance(x, Passage))
    counted = allowed.counted(hits)
    broken = allowed.broken(Counter(hit.kind for hit in counted))
    shown = "\n".join(f"[{hit.kind}] {hit}" for hit in counted if hit.kind in broken)
    assert broken == {}, f"\n{shown}"
    assert allowed.unused(hits, pairs.KINDS) == []


def test_a_word_that_no_dictionary_has_is_on_our_list(reading: Reading, content: Content) -> None:
    """Nynorsk words that neither Apertium nor hunspell has, nor our list and `terms.yml`."""
    listed = {
        word.lower()
        for choice in content.word_choices.values()
        for word in WORD.findall(choice.use["nn"])
    } | {word.lower() for word in known("nn")}
    words = {
        word
        for nn, _ in reading.records
        if nn.page.split(":")[0] not in NAMES
        for word in WORD.findall(_OTHERS.sub("", nn.text))
    }
    unknown = unknown_to_hunspell(unknown_to_apertium(words), "nn")
    left = {word for word in unknown & words if word.lower() not in listed}
    assert sorted(left - compounds(left, "nn")) == []


# Buttons of other programs in quotation marks, names to fill in, addresses, and names of formats
_OTHERS = re.compile(r"«[^»]*»|\{[^}]*\}|\[[^\]]*\]|\S+@\S+|https?:\S+|\b(?:HTML|Outlook|nn-NO)\b")
# Titles and publishers are names, in whatever language they have
NAMES = ("docs/data/sources.yml",)


@pytest.mark.parametrize(
    ("nn", "nb", "kind"),
    [
        ("Fristen er 3 månader.", "Fristen er 4 måneder.", "numbers"),
        ("Kravet står i § 5k.", "Kravet står i § 5h.", "numbers"),
        ("Møtet er 1. juli 2026.", "Møtet er 1. juli 2025.", "numbers"),
        ("De godtek to ledd.", "Dere godtar tre ledd.", "numbers"),
        ("Grensa er 1,3 millionar kroner.", "Grensen er 1,5 millioner kroner.", "numbers"),
        ("De skal ikkje etterforske saka.", "Dere skal etterforske saken.", "negation"),
        ("De skal etterforske utan hjelp.", "Dere skal etterforske med hjelp.", "negation"),
        ("Leverandøren har sendt inn rekneskapen.", "Byggherren må ringe kommunen i dag.", "far"),
        ("Les lova. Spør ein jurist om rammeavtalar.", "Les loven.", "alone"),
        ("Les lova.", "Les loven. Spør en jurist om rammeavtaler.", "alone"),
        ("Les lova.", "", "alone"),
    ],
)
def test_what_differs_is_found(nn: str, nb: str, kind: str) -> None:
    """One kind of difference, told once, with both sentences."""
    hits = found(pair(nn, nb))
    assert [hit.kind for hit in hits] == [kind]
    assert hits[0].page == "grep/"


@pytest.mark.parametrize(
    ("nn", "nb"),
    [
        ("Byrjar arbeidet før de har svart?", "Begynner arbeidet før dere har svart?"),
        ("De må ikkje søkje om løyve.", "Dere må ikke søke om løyve."),
        ("Lova krev to ting frå 1. juli 2026.", "Loven krever to ting fra 1. juli 2026."),
        ("Skriv ned kva de gjorde. Arkiver det.", "Skriv ned hva dere gjorde, og arkiver det."),
        ("Fila er 21 kB.", "Filen er 22 kB."),
        ("Det er sju dagar.", "Det er syv dager."),
    ],
)  # fmt: skip
def test_what_is_the_same_is_let_through(nn: str, nb: str) -> None:
    """Other words for the same, and a sentence cut in two, are no difference."""
    assert found(pair(nn, nb)) == []


def test_links_lead_to_the_same() -> None:
    """A link that only one edition has is told of."""
    assert [hit.kind for hit in found(pair("Les lova.", "Les loven.", "/regelverk"))] == ["links"]


def test_a_passage_that_one_page_lacks() -> None:
    """It is told alone, and those around it are still held against each other."""
    first, second = pair("Les lova.", "Les loven.")
    more = Passage("grep/", "nn", "li", "Spør ein jurist.")
    both = list(site_pairs({"grep/": [first, more], "nb/grep/": [second]}))
    assert both == [(first, second), more]
    assert [hit.kind for hit in alone([more])] == ["alone"]


def test_apertium_makes_the_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sentences that say the same in other letters are near each other only when translated."""
    both = pair("Kven eig føretaket, og kvifor?", "Hvem eier foretaket, og hvorfor?")
    assert found(both) == []
    monkeypatch.setattr(pairs, "translated", list)
    assert [hit.kind for hit in found(both)] == ["far"]


def test_numbers_in_figures_and_letters() -> None:
    """Spaces inside a sum are no part of it, and a letter after a section is."""
    assert numbers("tre av 500 000 kroner, § 5k og E24s 1,3") == {
        "3": 1, "500000": 1, "5k": 1, "24": 1, "1,3": 1,
    }  # fmt: skip


def test_words_apertium_does_not_know() -> None:
    """Compounds of words it has are known."""
    assert unknown_to_apertium(["leverandøroppfølging", "kven", "kvemsom"]) == {"kvemsom"}
