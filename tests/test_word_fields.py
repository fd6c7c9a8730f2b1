"""What is typed into a document: once, in a card at the top, and it stands wherever it belongs."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from macros.content import EDITIONS, Blank, Content, View
from macros.documents import BY_ID, FORMATS, Manuscript, manuscript
from macros.documents.pandoc import typst_source, write_page
from macros.documents.prompts import prompts
from macros.documents.template import fields
from macros.documents.template_marks import wrong_blocks
from macros.documents.word_answers import NAMESPACE, STORE

from .conftest import ROOT
from .test_documents import DOCUMENTS, ODF, W, words, xml

TEXT = """# Prøve

::: rettleiing
Dette er rettleiing.
:::

::: lovkrav
[[verksemd]] skal kontrollere. Ansvarleg er [[rolle.kontroll]].

- eit punkt
:::

::: rad
Vi set av [[tal.timar]] timar. Rapporten kjem [[dato.rapport]].
:::

::: lenger
Målet er [[medverknad]], for ein [[verksemdstype]] som [[rolle.kontroll]] kjenner.

| A | B |
|---|---|
| [[rolle.kontroll]] | [noko anna] |

: Tabell
:::
"""
USED = ("verksemd", "rolle.kontroll", "tal.timar", "dato.rapport", "medverknad", "verksemdstype")


def trial(content: Content, code: str = "nn", **defaults: str) -> Manuscript:
    """A document with a blank of each kind and a block of each level. `defaults` are values for
    blanks, with `_` for the point in their ids."""
    blanks = dict(content.blanks)
    for name, value in defaults.items():
        blank = blanks[name.replace("_", ".")].model_dump()
        blanks[blank["id"]] = Blank.model_validate({**blank, "default": value})
    view = View.of(replace(content, blanks=blanks), code)
    markdown = fields(view, TEXT)
    plain = manuscript(view, ROOT, BY_ID["kapittel"])
    return replace(
        plain, id="prove", markdown=markdown, prompts=prompts(view, markdown), marked=None
    )


@pytest.fixture(scope="module")
def made(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`made("docx")`: the file of the trial document."""
    folder = tmp_path_factory.mktemp("prove")
    source = trial(content)

    def make(form: str) -> Path:
        path = folder / f"prove.{form}"
        if not path.exists():
            path.write_bytes(FORMATS[form].write(source))
        return path

    return make


def controls(tree: Any) -> list[tuple[str, Any]]:
    """Every content control, with its tag."""
    found = tree.iter(W + "sdt")
    return [(c.find(f"{W}sdtPr/{W}tag").get(W + "val"), c) for c in found]


@pytest.mark.parametrize("code", EDITIONS)
def test_every_control_of_a_blank_leads_to_the_same_place(content: Content, code: str) -> None:
    """In a part of our own that the file really has, and never to a property of the file."""
    data = Path("prove.docx")
    source = trial(content, code)
    with zipfile.ZipFile(_file(source, "docx")) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    answers = etree.fromstring(parts["customXml/item1.xml"].encode())
    assert (answers.get("dokument"), answers.get("malform")) == (data.stem, code)
    felt, fil = answers
    assert [etree.QName(e).localname for e in felt] == list(USED)
    assert fil.tag == f"{{{NAMESPACE}}}fil"
    assert STORE in parts["customXml/itemProps1.xml"]
    assert 'Target="../customXml/item1.xml"' in parts["word/_rels/document.xml.rels"]
    assert "Company" not in "".join(parts.values())
    named = [
        (tag, control)
        for tag, control in controls(etree.fromstring(parts["word/document.xml"].encode()))
        if tag in content.blanks
    ]
    assert [tag for tag, _ in named[: len(USED)]] == list(USED), "the card, in order of use"
    assert [tag for tag, _ in named[len(USED) :]].count("rolle.kontroll") == 3
    for tag, control in named:
        properties = control.find(W + "sdtPr")
        assert properties.find(W + "alias").get(W + "val") == content.blanks[tag].label[code]
        binding = properties.find(W + "dataBinding")
        assert binding.get(W + "storeItemID") == STORE
        path, space = binding.get(W + "xpath"), binding.get(W + "prefixMappings")
        assert space == f"xmlns:s='{NAMESPACE}'"
        assert answers.xpath(path, namespaces={"s": NAMESPACE}) == [felt[USED.index(tag)]]
        assert properties.find(W + "showingPlcHdr") is not None


def _file(source: Manuscript, form: str) -> Any:
    return io.BytesIO(FORMATS[form].write(source))


def test_each_kind_of_blank_has_its_kind_of_control(made: Callable[[str], Path]) -> None:
    """A line, several lines, a calendar in Norwegian, and a list to choose from."""
    kinds = {
        tag: etree.tostring(control.find(W + "sdtPr")).decode()
        for tag, control in controls(xml(made("docx"), "word/document.xml"))
    }
    assert "<w:text/>" in kinds["verksemd"]
    assert 'w:multiLine="1"' in kinds["medverknad"]
    assert 'w:dateFormat w:val="d. MMMM yyyy"' in kinds["dato.rapport"]
    assert 'w:lid w:val="nn-NO"' in kinds["dato.rapport"]
    assert 'w:displayText="fylkeskommune" w:value="fylkeskommune"' in kinds["verksemdstype"]
    assert 'w:displayText="statleg verksemd" w:value="stat"' in kinds["verksemdstype"]


def test_prompts_come_back(made: Callable[[str], Path]) -> None:
    """What an emptied field shows is in the glossary of the file, word for word."""
    glossary = xml(made("docx"), "word/glossary/document.xml")
    kept = {
        part.find(f"{W}docPartPr/{W}name").get(W + "val"): words(part.find(W + "docPartBody"))
        for part in glossary.iter(W + "docPart")
    }
    for tag, control in controls(xml(made("docx"), "word/document.xml")):
        if tag.startswith("niva:"):
            continue
        name = control.find(f"{W}sdtPr/{W}placeholder/{W}docPart").get(W + "val")
        assert kept[name] == words(control.find(W + "sdtContent")), tag
    assert "[skriv eit tal]" in kept.values()
    links = xml(made("docx"), "word/_rels/document.xml.rels")
    assert "glossary/document.xml" in {link.get("Target") for link in links}


def test_a_default_is_filled_in(content: Content) -> None:
    """It stands in the text and in the part, in the form that each of them has it."""
    source = trial(
        content, verksemdstype="stat", dato_rapport="2027-02-01", rolle_kontroll="A & B «i»"
    )
    file = _file(source, "docx")
    with zipfile.ZipFile(file) as archive:
        answers = etree.fromstring(archive.read("customXml/item1.xml"))
        body = etree.fromstring(archive.read("word/document.xml"))
    values = {etree.QName(e).localname: e.text for e in answers[0]}
    assert values["verksemdstype"] == "stat"
    assert values["dato.rapport"] == "2027-02-01"
    assert values["rolle.kontroll"] == "A & B «i»"
    shown = {tag: words(control.find(W + "sdtContent")) for tag, control in controls(body)}
    assert shown["verksemdstype"] == "statleg verksemd"
    assert shown["dato.rapport"] == "1. februar 2027"
    assert shown["rolle.kontroll"] == "A & B «i»"
    filled = [c for tag, c in controls(body) if tag in ("verksemdstype", "dato.rapport")]
    assert all(c.find(f"{W}sdtPr/{W}showingPlcHdr") is None for c in filled)
    assert all(c.find(f"{W}sdtPr/{W}placeholder") is not None for c in filled)
    (day,) = {c.get(W + "fullDate") for c in body.iter(W + "date")}
    assert day == "2027-02-01T00:00:00Z"
    told = FORMATS["md"].write(source).decode()
    assert "Rapporten kjem 1. februar 2027" in told
    assert "statleg verksemd" in words(
        etree.fromstring(zipfile.ZipFile(_file(source, "odt")).read("content.xml"))
    )


def test_typed_once_it_stands_everywhere(made: Callable[[str], Path], tmp_path: Path) -> None:
    """LibreOffice shows a value that is put in one place of the file wherever it is used."""
    value = "kontrollør «Å» & søner"
    changes = {
        "docx": (
            "customXml/item1.xml",
            "<rolle.kontroll></rolle.kontroll>",
            "<rolle.kontroll>kontrollør «Å» &amp; søner</rolle.kontroll>",
        ),
        "odt": (
            "content.xml",
            'office:string-value="[Ansvarleg for kontrollen]"',
            'office:string-value="kontrollør «Å» &amp; søner"',
        ),
    }
    for form, (part, old, new) in changes.items():
        with (
            zipfile.ZipFile(made(form)) as source,
            zipfile.ZipFile(tmp_path / f"{form}.{form}", "w") as target,
        ):
            for item in source.infolist():
                data = source.read(item)
                if item.filename == part:
                    assert data.decode().count(old) == 1
                    data = data.decode().replace(old, new).encode()
                target.writestr(item, data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir",
         str(tmp_path), *(str(tmp_path / f"{form}.{form}") for form in changes)],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for form in changes:
        read = (tmp_path / f"{form}.txt").read_text(encoding="utf-8-sig")
        assert read.count(value) == 4, form
        assert "[Ansvarleg for kontrollen]" not in read, form


def test_the_card_is_the_first_table(made: Callable[[str], Path]) -> None:
    """Each blank once, in the order of use, in Word, OpenDocument and Markdown."""
    labels = ["Namnet på verksemda", "Ansvarleg for kontrollen", "Timar i året",
              "Dato for årsrapporten", "Medverknad", "Slag verksemd"]  # fmt: skip
    word = next(xml(made("docx"), "word/document.xml").iter(W + "tbl"))
    office = next(xml(made("odt"), "content.xml").iter(f"{{{ODF['table']}}}table"))
    rows = {
        "docx": [words(row) for row in word.iter(W + "tr")],
        "odt": [words(row) for row in office.iter(f"{{{ODF['table']}}}table-row")],
        "md": [line[2:].replace("**", "") for line in _text(made("md")) if line.startswith("|")],
    }
    for form, read in rows.items():
        found = [row for row in read if not re.match(r"Felt|-", row)][: len(labels)]
        for row, label in zip(found, labels, strict=True):
            assert row.startswith(label), (form, row)
    with pikepdf.open(made("pdf")) as opened:
        assert len(opened.pages) == 2


def test_a_long_card_stands_in_two_columns(content: Content) -> None:
    """Two blanks in a row, so that the document begins on the first page. An answer of several
    lines, or with boxes to tick, has the row to itself."""
    source = manuscript(View.of(content, "nn"), ROOT, BY_ID["brev"])
    blanks = {p.id: p for p in source.prompts}
    with zipfile.ZipFile(_file(source, "docx")) as archive:
        word = etree.fromstring(archive.read("word/document.xml"))
    with zipfile.ZipFile(_file(source, "odt")) as archive:
        office = etree.fromstring(archive.read("content.xml"))
    table, field = f"{{{ODF['table']}}}", f"{{{ODF['text']}}}user-field-input"
    rows = {
        "docx": [[t.get(W + "val") for t in row.iter(W + "tag")]
                 for row in next(word.iter(W + "tbl")).iter(W + "tr")],
        "odt": [[f.get(f"{{{ODF['text']}}}name") for f in row.iter(field)]
                for row in next(office.iter(f"{table}table")).iter(f"{table}table-row")],
    }  # fmt: skip
    for form, (head, *read) in rows.items():
        assert head == []
        assert [name for row in read for name in row] == list(blanks), form
        pairs = [row for row in read if len(row) == 2]
        assert len(pairs) > len(blanks) / 3
        wide = {name for name, prompt in blanks.items() if prompt.kind in ("long", "choice")}
        assert wide and not wide & {name for pair in pairs for name in pair}
    assert words(next(word.iter(W + "tr"))) == "FeltSvarFeltSvar"
    assert "colspan: 3" in typst_source(source)


def test_paper_has_one_place_to_write_each_answer(content: Content) -> None:
    """The card has it. Where the blank is used, there is its name and no line or room beside."""
    made = typst_source(manuscript(View.of(content, "nn"), ROOT, BY_ID["strategi"]))
    assert made.count("#skriv(") == 20
    assert "#vist[" in made
    assert "#felt[" not in made
    assert "#rom(8mm)" not in made


def _text(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_levels_are_regions_that_can_be_taken_away(made: Callable[[str], Path]) -> None:
    """Each is one control around whole paragraphs and tables; only what the law demands is
    locked, and says so."""
    body = xml(made("docx"), "word/document.xml").find(W + "body")
    regions = [
        (tag, control)
        for tag, control in controls(body)
        if tag.startswith("niva:") and control.getparent() is body
    ]
    assert [tag for tag, _ in regions] == ["niva:lovkrav:1", "niva:rad:1", "niva:lenger:1"]
    law, advice, further = (control for _, control in regions)
    assert law.find(f"{W}sdtPr/{W}lock").get(W + "val") == "sdtLocked"
    assert all(c.find(f"{W}sdtPr/{W}lock") is None for c in (advice, further))
    titles = [c.find(f"{W}sdtPr/{W}alias").get(W + "val") for c in (law, advice, further)]
    assert titles == [
        "Lovkrav 1, kan ikkje slettast",
        "Råd 1, kan slettast",
        "Går lenger 1, kan slettast",
    ]
    assert words(law).startswith("● Lovkrav")
    assert words(law).endswith("eit punkt")
    assert words(advice).startswith("○ Råd")
    assert next(further.iter(W + "tbl")) is not None
    mark = next(law.iter(W + "pStyle")).get(W + "val")
    assert mark == "Rettleiing", "the mark goes away with the guidance"
    sections = xml(made("odt"), "content.xml").iter(f"{{{ODF['text']}}}section")
    named = {s.get(f"{{{ODF['text']}}}name"): words(s) for s in sections}
    assert list(named) == ["Råd 1", "Går lenger 1"], "what the law demands is not to be taken away"
    assert named["Råd 1"].startswith("○ Råd Vi set av")


def test_the_document_tells_how_to_take_guidance_away(made: Callable[[str], Path]) -> None:
    """One sentence in each format where it can be done, and none of it on paper."""
    word = words(xml(made("docx"), "word/document.xml"))
    assert "«Merk all tekst med liknande formatering»" in word
    assert "Rammer med Lovkrav kan ikkje slettast" in word
    assert "avsnittsstilen Rettleiing" in words(xml(made("odt"), "content.xml"))


def test_a_page_shows_levels_and_labels(content: Content) -> None:
    """With the marks that other pages have, and no card."""
    page = write_page(trial(content)).decode()
    assert '<span class="kind kind--law"><span aria-hidden="true">●</span> Lovkrav</span>' in page
    assert '<span class="blank">[Ansvarleg for kontrollen]</span>' in page
    assert '<span class="blank">[noko anna]</span>' in page
    assert "skriv her" not in page


BLOCK_FAULTS = {
    "::: rad\ntekst\n": [(1, "Blokka «rad» er ikkje lukka. Skriv ::: på ei eiga linje der ho ")],
    "tekst\n:::\n": [(2, "Her sluttar ei blokk som ikkje er opna. Slett linja, eller opne ")],
    "::: raad\n:::\n": [(1, "Blokka «raad» finst ikkje. Meinte du «rad»? Lovlege verdiar: ")],
    "::: rad\n::: lovkrav\n:::\n:::\n": [(2, "Blokka «lovkrav» står inne i «rad». Lukk den ")],
    "::: lovkrav\n::: rettleiing\n:::\n:::\n": [],
    "::: {.rad}\n:::\n": [(1, "Blokka «{.rad}» finst ikkje.")],
    "A ::: b\n": [],
}


@pytest.mark.parametrize(("text", "expected"), BLOCK_FAULTS.items())
def test_a_block_that_is_not_closed(text: str, expected: list[tuple[int, str]]) -> None:
    """Each fault has its line."""
    found = list(wrong_blocks(text))
    assert [line for line, _ in found] == [line for line, _ in expected]
    for (_, told), (_, start) in zip(found, expected, strict=True):
        assert told.startswith(start), told


MOST = {"strategi": 20, "kapittel": 15, "saksframlegg": 25}
"""The highest number of different things to fill in: what a busy adviser can be asked to answer."""


def test_how_much_there_is_to_fill_in(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Blanks by name, and other texts in brackets, each counted once a document."""
    for document in DOCUMENTS:
        counts = {}
        for code in EDITIONS:
            made = manuscript(View.of(content, code), ROOT, document)
            loose = set(re.findall(r"\[([^\]]+)\]\{\.field\}", made.markdown))
            counts[code] = len([p for p in made.prompts if p.is_asked]) + len(
                {text.lower() for text in loose}
            )
        with capsys.disabled():
            print(f"\n{document.id}: {counts} ", end="")
        assert max(counts.values()) <= MOST.get(document.id, 1000), document.id


def test_open_data_tells_which_documents_have_a_blank(site: Path) -> None:
    """Worked out from the documents, so that nobody keeps a list."""
    rows = {row["id"]: row for row in json.loads((site / "data/fields.json").read_text())}
    assert {"strategi", "kapittel", "saksframlegg"} <= set(rows["verksemd"]["documents"])
    assert "strategi" not in rows["tips.etat"]["documents"]
    schema = json.loads((site / "data/fields.schema.json").read_text())
    assert "documents" in json.dumps(schema)
