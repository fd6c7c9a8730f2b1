"""What is typed stands in the file as text, in every format, and in the place that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from macros.builder import Filling, Parts, assemble
from macros.content import Content, View
from macros.documents import BY_ID, manuscript
from macros.documents.taken_apart import parts_of
from macros.documents.word_answers import NAMESPACE

from .conftest import ROOT
from .test_documents import ODF, W

TYPED = 'A & B <b>"«i»" $& 😀'
LINES = "Første & <linje>\n- andre   linje\n1. tredje"
SHOWN = {"verksemd": TYPED, "dato.rapport": "1. mars 2028", "tekst.kapasitet": LINES}
STORED = {"verksemd": TYPED, "dato.rapport": "2028-03-01", "tekst.kapasitet": LINES}
KEEP = {"kapasitet.own": True, "grep-02.further": True}
FILLING = Filling(SHOWN, STORED, KEEP, '{"a": "<&>\ufffe"}')


@pytest.fixture(scope="module")
def parts(content: Content) -> Mapping[str, Parts]:
    """The chapter in every format."""
    source = manuscript(View.of(content, "nn"), ROOT, BY_ID["kapittel"])
    return {form: parts_of(source, form) for form in source.built}


@pytest.fixture(scope="module")
def word(parts: Mapping[str, Parts]) -> dict[str, Any]:
    """The parts of the filled Word file that are XML, parsed."""
    made = assemble(parts["docx"], "docx", FILLING)
    return {name: etree.fromstring(text.encode()) for name, text in made}


def controls(tree: Any, tag: str) -> list[Any]:
    """The controls with a tag."""
    found = tree.iter(W + "sdt")
    return [c for c in found if c.find(f"{W}sdtPr/{W}tag").get(W + "val") == tag]


def test_a_filled_control_is_no_prompt_any_more(word: dict[str, Any]) -> None:
    """Or Word would take the value for one. The control and its prompt stay, at the top of the
    pages too."""
    found = [
        control
        for name in ("word/document.xml", "word/header1.xml", "word/header2.xml")
        for tag in SHOWN
        for control in controls(word[name], tag)
    ]
    assert len(found) > 5
    for control in found:
        properties = control.find(W + "sdtPr")
        assert properties.find(W + "showingPlcHdr") is None
        assert properties.find(W + "placeholder") is not None
        assert properties.find(W + "dataBinding") is not None
        assert not list(control.iter(W + "rStyle"))
    empty = controls(word["word/document.xml"], "rolle.ansvarleg")
    assert empty and all(c.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for c in empty)


def test_word_shows_what_is_typed(word: dict[str, Any]) -> None:
    """Lines as lines; a day in the calendar too."""
    document = word["word/document.xml"]
    (own,) = controls(document, "tekst.kapasitet")
    assert [e.text for e in own.iter(W + "t")] == LINES.split("\n")
    assert len(list(own.iter(W + "br"))) == 2
    assert "".join(controls(document, "verksemd")[0].itertext()) == TYPED
    assert {e.get(W + "fullDate") for e in document.iter(W + "date")} == {"2028-03-01T00:00:00Z"}


def test_the_answers_are_kept_in_the_file(word: dict[str, Any]) -> None:
    """The fields of the sentences that were chosen, and not of the others; and the answer file."""
    typed, file = word["customXml/item1.xml"]
    values = {etree.QName(element).localname: element.text for element in typed}
    assert {name: values[name] for name in STORED} == STORED
    assert "tekst.grep-02" not in values and "tekst.rapportering" not in values
    assert (file.tag, file.text) == (f"{{{NAMESPACE}}}fil", '{"a": "<&>\\ufffe"}')


def test_prompts_follow_the_fields(word: dict[str, Any]) -> None:
    """A field that is emptied in Word gets its prompt back."""
    names = {e.get(W + "val") for e in word["word/glossary/document.xml"].iter(W + "name")}
    used = {
        e.find(W + "docPart").get(W + "val")
        for e in word["word/document.xml"].iter(W + "placeholder")
    }
    assert used and used <= names


def test_opendocument_shows_and_declares_it(parts: Mapping[str, Parts]) -> None:
    """A field in one line by its declaration; several lines as a text."""
    made = dict(assemble(parts["odt"], "odt", FILLING))
    tree = etree.fromstring(made["content.xml"].encode())
    space = ODF["text"]
    declared = {
        e.get(f"{{{space}}}name"): e.get(f"{{{ODF['office']}}}string-value")
        for e in tree.iter(f"{{{space}}}user-field-decl")
    }
    assert declared["verksemd"] == TYPED and declared["tekst.kapasitet"] == LINES
    assert "tekst.rapportering" not in declared
    used = {e.get(f"{{{space}}}name") for e in tree.iter(f"{{{space}}}user-field-get")}
    assert used <= set(declared) and "tekst.kapasitet" not in used
    assert [e.text for e in tree.iter(f"{{{space}}}user-field-get")].count(TYPED) == 1
    (own,) = [p for p in tree.iter(f"{{{space}}}p") if (p.text or "").startswith("Første")]
    assert len(list(own.iter(f"{{{space}}}line-break"))) == 2
    assert TYPED in etree.fromstring(made["styles.xml"].encode()).xpath(
        "string(//@*[.=$t])", t=TYPED
    )


def test_markdown_has_no_markup_of_what_is_typed(parts: Mapping[str, Parts]) -> None:
    """Neither a list, a link nor HTML."""
    ((_, text),) = assemble(parts["md"], "md", FILLING)
    assert 'A \\& B \\<b\\>"«i»" \\$\\& 😀' in text
    assert "Første \\& \\<linje\\><br>- andre   linje<br>1. tredje" in text
    assert " innan 1. mars 2028" in text
    for typed, shown in (
        ("- a", "\\- a"),
        ("1) a", "1\\) a"),
        ("= a", "\\= a"),
        ("a - b", "a - b"),
    ):
        listed = Filling({"tekst.kapasitet": typed}, {}, KEEP)
        assert f"\n{shown}\n" in assemble(parts["md"], "md", listed)[0][1]


def test_the_preview_has_names_and_no_markup_of_what_is_typed(parts: Mapping[str, Parts]) -> None:
    """Each field and each region can be found; headings begin below the page's own."""
    ((_, text),) = assemble(parts["html"], "html", FILLING)
    page = BeautifulSoup(text, "html.parser")
    (filled,) = {e.get_text() for e in page.select('.filled[data-field="verksemd"]')}
    assert filled == TYPED
    own = page.select_one('[data-region="kapasitet"] > [data-region="kapasitet.own"]')
    assert own and own.get_text().strip() == LINES.replace("\n", "")
    assert not page.select('[data-region="kapasitet.further"]') and not page.select(
        "h1, b, [style]"
    )
    assert page.select('.blank[data-field="rolle.ansvarleg"]')
    assert text.count("<div") == text.count("</div>") and "<!--" not in unescape(text)
