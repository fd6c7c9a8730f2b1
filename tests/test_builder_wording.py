"""What the documents that are made from answers say: nothing twice, and nothing that is nothing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from macros.builder import Filling, assemble
from macros.content import EDITIONS, Content, View
from macros.content.blanks import blanks_in
from macros.documents import BY_ID, manuscript
from macros.documents.said import said_once
from macros.documents.some import only, with_some
from macros.site.edition_files import EditionFiles

from .conftest import ROOT
from .test_builder import made
from .test_builder_files import chosen, headings, word

__all__ = ["made"]  # fixture

FORMS = ("docx", "odt", "md", "html")
FEET = ("word/footer1.xml", "word/footer2.xml", "styles.xml")
_SENTENCE = re.compile(r"(?<=[.!?:]) (?=[A-ZÆØÅ*\[{])")
_ROLE = re.compile(r'(?:\[\[|(?:field|answer)\(")(rolle\.[a-z]+)')


def plain(text: str) -> str:
    """The words of a part, without its markup."""
    return " ".join(re.sub(r"<[^>]*>", "", text).split())


def proposed(content: Content, code: str) -> dict[str, str]:
    """Every text that is proposed for a document, and every template."""
    texts = {
        f"{chapter.id}.{level}": getattr(wording, level)[code]
        for chapter, wording in [
            *((q, q.wording) for q in content.questions.values()),
            *((m, m.commitment) for m in content.measures.values()),
        ]
        for level in ("advice", "further")
    }
    templates = (ROOT / "docs/templates").glob(f"*.{code}.md")
    return texts | {path.name: path.read_text() for path in templates}


@pytest.mark.parametrize("code", EDITIONS)
def test_a_sentence_has_one_role(content: Content, code: str) -> None:
    """One person may have them all, and «the adviser and the adviser» is no sentence."""
    for name, text in proposed(content, code).items():
        for line in text.splitlines():
            for sentence in [] if line.startswith("|") else _SENTENCE.split(line):
                assert len(_ROLE.findall(sentence)) < 2, (name, sentence)


@pytest.mark.parametrize("code", EDITIONS)
def test_two_areas_are_told_apart(content: Content, code: str) -> None:
    """«Renhold og bygg og anlegg» is one area, two or three; «om renhold og om bygg og anlegg» is
    two."""
    for name, text in proposed(content, code).items():
        for before in re.findall(r'(\S+ \S+) (?:\[\[|\{\{ field\(")omrade\.2', text):
            assert before == "og om", name


def test_every_blank_is_used(content: Content) -> None:
    """By a document or by a step of the tool; any other would only be in the way."""
    used = {name for text in proposed(content, "nn").values() for name in blanks_in(text)}
    used |= {name for step in content.steps.values() for ask in step.asks for name in ask.fields}
    for document in BY_ID.values():
        made = manuscript(View.of(content, "nn"), Path(ROOT), document)
        used |= {prompt.id for prompt in (made.marked or made).prompts}
    assert set(content.blanks) == used


@pytest.mark.parametrize("form", FORMS)
def test_what_there_is_none_of_is_not_told(made: dict[str, EditionFiles], form: str) -> None:
    """«Kjøp av hjelp kostar 0 kroner» goes as a sentence, and a second area with its «og om»."""
    answers = {"tal.kroner": "00000", "omrade.1": "AAA", "omrade.2": "BBB"}
    none = {"some:tal.kroner": False, "some:omrade.2": False}
    for files in made.values():
        file = files.parts["saksframlegg"][form]
        for keep in ({}, none):
            told = plain("".join(t for n, t in assemble(file, form, Filling(answers, keep=keep))
                                 if n in ("word/document.xml", "content.xml", form)))  # fmt: skip
            assert ("AAA og om BBB" in told) is not bool(keep)
            assert bool(re.search(r"AAA (følg|skal|tett)", told)) is bool(keep)
            assert told.count("00000 kroner") == (0 if keep else 2)
            assert not re.search(r"[.] ?[.]|  | [.]", told)


@pytest.mark.parametrize("form", FORMS)
def test_what_is_for_others_is_not_told(made: dict[str, EditionFiles], form: str) -> None:
    """An agency has no internal control by the act on municipalities, and who buys neither
    construction nor cleaning has no limit to the chain: rows and sentences go, with their sources.
    """
    agency = ("kommune", "fylkeskommune", "bygg-og-anlegg", "reinhald")
    told_by_keep = {True: {}, False: {f"only:{name}": False for name in agency}}
    for code, files in made.items():
        file = files.parts["rutine"][form]
        rows = {}
        for is_all, keep in told_by_keep.items():
            parts = assemble(file, form, Filling(keep=keep))
            (told,) = [t for n, t in parts if n in ("word/document.xml", "content.xml", form)]
            rows[is_all] = len(re.findall(r"(?m)</w:tr>|</table:table-row>|</tr>|^\|", told))
            told = plain(told)
            for words in ("kommunelov", r"§\s5f", r"§\s5g", r"§\s5k", "byggherref"):
                assert bool(re.search(words, told)) is is_all, (code, words)
            assert re.search(r"§\s5i", told)
            assert re.search("bemanningsf", told)
        assert rows[True] - rows[False] == 5


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_document_of_the_body_has_not_our_version(
    made: dict[str, EditionFiles], form: str
) -> None:
    """The foot of the template says which one it is; that of the body's own document does not."""
    for files in made.values():
        for document in ("kapittel", "strategi", "saksframlegg", "rutine"):
            file = files.parts[document][form]
            feet = [
                "".join(t for n, t in assemble(file, form, Filling(keep=keep)) if n in FEET)
                for keep in ({}, {"rettleiing": False})
            ]
            assert ["CC BY" in foot for foot in feet] == [True, False]
            assert all(re.search("NUMPAGES|page-count", foot) for foot in feet)


def test_a_passage_that_goes_takes_its_space(content: Content) -> None:
    """A sentence that is a whole paragraph stays: nothing would be left of the paragraph."""
    kroner, second = ('[k]{.blank tag="tal.kroner"}', '[b]{.blank tag="omrade.2"}')
    blanks = content.blanks
    assert with_some(f"Det går {kroner} kroner.", blanks) == f"Det går {kroner} kroner."
    assert with_some(f"A. Det går {kroner}. Slutt.", blanks) == (
        f'A.[Det går {kroner}.]{{.some name="some:tal.kroner"}} Slutt.'
    )
    assert with_some(f"a og {second} følgjer", blanks) == (
        f'a[og {second}]{{.some name="some:omrade.2"}} følgjer'
    )
    mark = '[]{.only name="only:kommune,stat"}'
    assert only(["kommune", "stat"]) == mark
    assert with_some(f"A. {mark}B gjeld. C.", blanks) == (
        'A.[B gjeld.]{.some name="only:kommune,stat"} C.'
    )
    assert with_some(f"| {mark}A. B | c |", blanks) == f"| {mark}A. B | c |"


@pytest.mark.parametrize("document", ["kapittel", "strategi"])
def test_the_stand_is_taken_once(
    content: Content, made: dict[str, EditionFiles], document: str
) -> None:
    """Also when both the ambition and the first measure say it on their own pages."""
    for code, files in made.items():
        keep = chosen(content)
        told = plain(assemble(files.parts[document]["html"], "html", Filling(keep=keep))[0][1])
        stand = {"nn": "Vi godtek ikkje", "nb": "Vi godtar ikke"}[code]
        assert told.count(stand) == 1
        assert all(
            stand in proposed(content, code)[name]
            for name in ("grep-01.advice", "ambisjonsniva.advice")
        )


def test_only_what_always_stands_is_left_out() -> None:
    """A sentence that two regions have stays in both: perhaps only one of them is chosen."""
    region = '::: {{.region name="grep-0{}.advice"}}\n{}\n:::'
    text = "\n".join(["Vi står fast.", region.format(1, "Vi står fast. Og meir. Likt.")])
    text += "\n" + region.format(2, "Likt. Ulikt.")
    assert said_once(text) == text.replace("Vi står fast. Og", "Og")


def test_goals_have_numbers_and_days(made: dict[str, EditionFiles]) -> None:
    """As fields of the document that is made, and as they always were in the template."""
    names = ("mal.kontroll", "tal.prosent", "dato.mal", "mal.opplaring", "dato.opplaring")
    for files in made.values():
        for document in ("kapittel", "strategi"):
            file = files.parts[document]["docx"]
            keep = {"standard": False, "mal": True}
            tags = Counter(t.get(t.tag[:-3] + "val") for t in word(file, Filling(keep=keep)).iter()
                           if t.tag.endswith("}tag"))  # fmt: skip
            assert all(tags[name] for name in names), document
            assert not tags["mal.eige"]
            assert not word(file, Filling()).xpath("//*[@*='mal.kontroll']")
            assert headings(word(file, Filling(keep=keep)))
