"""How the documents look and are put together, in what shows only when they are opened."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from itertools import chain, pairwise, product
from pathlib import Path
from posixpath import normpath
from typing import Any

import pikepdf
import pytest
from lxml import etree

from macros.content import Content, View
from macros.documents import BY_ID, COVER, FORMATS, Manuscript, convert, manuscript
from macros.documents.fitted import _Setting, fitted_pdf
from macros.documents.pandoc import typst_source, write_html
from macros.documents.unbroken import SHOWN, boxed, unbroken

from .conftest import ROOT
from .test_documents import (
    CHECKLISTS,
    ODF,
    W,
    _elements,
    _pdf_text,
    cases,
    expected,
    file_of,
    title_of,
    words,
    xml,
)

CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
LABELS = {"nn": "Frå Strategisk mot a-krim, versjon ", "nb": "Fra Strategisk mot a-krim, versjon "}


def parts(path: Path) -> dict[str, Any]:
    """Every part of a zipped document that is XML, parsed."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


@cases("docx")
def test_word_opens_the_file_as_its_own(site: Path, document: Any, edition: str) -> None:
    """Not in compatibility mode, with Norwegian separators, no author of ours, and nothing empty
    or undefined in it."""
    read = parts(file_of(site, document, edition, "docx"))
    settings = read["word/settings.xml"]
    (mode,) = settings.iter(W + "compatSetting")
    assert (mode.get(W + "name"), mode.get(W + "val")) == ("compatibilityMode", "15")
    assert settings.find(W + "decimalSymbol").get(W + "val") == ","
    assert settings.find(W + "listSeparator").get(W + "val") == ";"
    assert "creator" not in etree.tostring(read["docProps/core.xml"]).decode()
    assert not {"word/comments.xml", "docProps/custom.xml"} & set(read)
    named = {
        element.get("PartName") or normpath(f"/word/{element.get('Target')}")
        for name in ("[Content_Types].xml", "word/_rels/document.xml.rels")
        for element in read[name]
        if element.get("TargetMode") != "External" and not element.get("Extension")
    }
    assert {name.lstrip("/") for name in named} <= set(read)
    defined = {style.get(W + "styleId") for style in read["word/styles.xml"].iter(W + "style")}
    used = {
        element.get(W + "val")
        for tree in read.values()
        for element in tree.iter(
            *(W + tag for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
        )
    }
    assert used <= defined


@cases("docx")
def test_word_keeps_together_what_belongs_together(site: Path, document: Any, edition: str) -> None:
    """Guidance and a checkpoint are never left alone at the end of a page."""
    styles = xml(file_of(site, document, edition, "docx"), "word/styles.xml")
    for name in ("Rettleiing", "Sjekkpunkt", "TableCaption", "Innleiing", "Heading1", "Heading2"):
        (style,) = (s for s in styles.iter(W + "style") if s.get(W + "styleId") == name)
        assert style.find(f"{W}pPr/{W}keepNext") is not None, name


def test_a_box_in_a_form_can_be_ticked_with_a_pen(site: Path) -> None:
    """Sixteen points are five millimetres: the forms are used on paper too."""
    word = xml(site / "nedlasting/kontrollskjema-nn.docx", "word/document.xml")
    boxes = [run for run in word.iter(W + "r") if words(run) == "☐"]
    assert boxes
    assert {run.find(f"{W}rPr/{W}sz").get(W + "val") for run in boxes} == {"32"}
    writer = xml(site / "nedlasting/kontrollskjema-nn.odt", "content.xml")
    spans = [e for e in writer.iter(f"{{{ODF['text']}}}span") if words(e) == "☐"]
    assert len(spans) == len(boxes)
    assert {span.get(f"{{{ODF['text']}}}style-name") for span in spans} == {"Avkryssing"}


def marked(text: str, form: str) -> str:
    """The text with what a format has where a line is not to break."""
    return boxed(unbroken(text).translate(str.maketrans(dict(SHOWN[form]))))


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
def test_a_letter_or_a_unit_does_not_stand_alone(form: str) -> None:
    """«a-krim» and «50 G» are on one line, and an address is as it was."""
    number = "#box[19-2]" if form == "pdf" else "19\u20112"
    assert marked("Etter § 19-2", form) == f"Etter §\u00a0{number}"
    written = marked("Om a-krimsenteret, inntil 50 G (sjå https://a.no/a-krim og e-post)", form)
    assert "50\u00a0G" in written
    assert "https://a.no/a-krim " in written
    assert " a-krimsenteret" not in written
    assert " e-post" not in written


def test_what_is_read_on_a_screen_is_as_it_was_written() -> None:
    """No mark is left in plain Markdown, and no sign that somebody would stumble over."""
    text = "§§ 5e–5h, § 19-2, nr. 73 og 500 000 kr i a-krimsenteret, 50 G"
    assert unbroken(text) != text
    assert marked(text, "md") == text


@cases("docx")
def test_a_list_is_not_parted_from_the_words_before_it_in_word(
    site: Path, document: Any, edition: str
) -> None:
    """«Framlegget kjem frå rådmannen:» stays on the page where the list begins."""
    paragraphs = list(
        xml(file_of(site, document, edition, "docx"), "word/document.xml").iter(W + "p")
    )
    for before, after in pairwise(paragraphs):
        if words(before).rstrip().endswith(":") and after.find(f"{W}pPr/{W}numPr") is not None:
            style = before.find(f"{W}pPr/{W}pStyle")
            assert style is not None and style.get(W + "val") == "Innleiing", words(before)


@cases("odt")
def test_a_list_is_not_parted_from_the_words_before_it_in_writer(
    site: Path, document: Any, edition: str
) -> None:
    """The same in OpenDocument. What the law demands has no section, which would part the heading
    from it: Writer keeps nothing together over the beginning of a section."""
    content = xml(file_of(site, document, edition, "odt"), "content.xml")
    style = f"{{{ODF['text']}}}style-name"
    for bullets in content.iter(f"{{{ODF['text']}}}list"):
        before = bullets.getprevious()
        if before is not None and words(before).rstrip().endswith(":"):
            assert before.get(style) == "Innleiing", words(before)
    names = [s.get(f"{{{ODF['text']}}}name") for s in content.iter(f"{{{ODF['text']}}}section")]
    assert not [name for name in names if name.startswith("Lovkrav")]


@cases("docx")
def test_the_top_and_foot_of_word_pages(
    site: Path, pages: Any, document: Any, edition: str
) -> None:
    """The organisation at the top of each page, the title from page two, and at the foot where the
    file is from, with «Side 1 av 2»."""
    read = parts(file_of(site, document, edition, "docx"))
    (section,) = read["word/document.xml"].iter(W + "sectPr")
    assert section.find(W + "titlePg") is not None
    targets = {r.get("Id"): r.get("Target") for r in read["word/_rels/document.xml.rels"]}
    shown = {}
    for reference in chain(
        section.iter(W + "headerReference"), section.iter(W + "footerReference")
    ):
        place = etree.QName(reference).localname.removesuffix("Reference")
        (target,) = (reference.get(key) for key in reference.attrib if key.endswith("}id"))
        shown[place, reference.get(W + "type")] = read[f"word/{targets[target]}"]
    assert title_of(pages, document, edition) in words(shown["header", "default"])
    assert title_of(pages, document, edition) not in words(shown["header", "first"])
    named = any(c.get(W + "val") == "verksemd" for c in read["word/document.xml"].iter(W + "tag"))
    assert named or document.id not in ("strategi", "kapittel", "saksframlegg")
    prompts = {n.get(W + "val") for n in read["word/glossary/document.xml"].iter(W + "name")}
    for kind in ("default", "first"):
        owners = [c.get(W + "val") for c in shown["header", kind].iter(W + "tag")]
        assert owners == ["verksemd"] * named
        part = [p.get(W + "val") for p in shown["header", kind].iter(W + "docPart")]
        assert set(part) <= prompts, "the prompt comes back when the name is taken away"
        foot = shown["footer", kind]
        assert words(foot).startswith(LABELS[edition])
        assert words(foot).endswith("CC BY 4.0Side 1 av 1")
        fields = [field.get(W + "instr").strip() for field in foot.iter(W + "fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]


@cases("odt")
def test_opendocument_is_put_together_right(
    site: Path, pages: Any, document: Any, edition: str
) -> None:
    """Media types, styles that are there, no author of ours, and the same top and foot as Word."""
    read = parts(file_of(site, document, edition, "odt"))
    manifest = etree.tostring(read["META-INF/manifest.xml"]).decode()
    assert manifest.count('media-type="text/xml"') == 3
    assert "application/xml" not in manifest
    assert "creator" not in etree.tostring(read["meta.xml"]).decode()
    trees = (read["styles.xml"], read["content.xml"])
    styles = [s for tree in trees for s in tree.iter(f"{{{ODF['style']}}}style")]
    name, parent = f"{{{ODF['style']}}}name", f"{{{ODF['style']}}}parent-style-name"
    defined = {style.get(name) for style in styles}
    assert {style.get(parent) for style in styles} - {None} <= defined
    used = {
        value
        for element in read["content.xml"].iter()
        for key, value in element.attrib.items()
        if key == f"{{{ODF['text']}}}style-name"
    }
    lists = {s.get(name) for tree in trees for s in tree.iter(f"{{{ODF['text']}}}list-style")}
    assert used <= defined | lists
    (page,) = read["styles.xml"].iter(f"{{{ODF['style']}}}master-page")
    for place in ("footer", "footer-first"):
        foot = words(page.find(f"style:{place}", ODF))
        assert foot.startswith(LABELS[edition])
        assert re.search(r"CC BY 4\.0Side 1 av 1$", foot)
        assert "@" not in foot
    assert page.find("style:header/text:p/text:title", ODF) is not None
    assert title_of(pages, document, edition) not in words(page.find("style:header-first", ODF))
    for place in ("header", "header-first"):
        owners = list(page.find(f"style:{place}", ODF).iter(f"{{{ODF['text']}}}user-field-get"))
        named = any(d.get(f"{{{ODF['text']}}}name") == "verksemd" for d in read["content.xml"].iter(
            f"{{{ODF['text']}}}user-field-decl"
        ))  # fmt: skip
        assert [o.get(f"{{{ODF['text']}}}name") for o in owners] == ["verksemd"] * named


def test_a_section_sign_is_never_parted_from_its_number(content: Content) -> None:
    """Nor is a range parted after its dash, or a day from its month. Seen in the text that each
    format is made of."""
    text = "Etter (§§ 5e–5h) og § 9-5 i 2027–2030, 100 000 kroner, kl. 12 den 31. desember."
    made = {form: FORMATS[form].write(short(content, text)) for form in ("docx", "odt", "pdf")}
    for form, joiner in (("docx", "\ufeff"), ("odt", "\u2060")):
        part = {"docx": "word/document.xml", "odt": "content.xml"}[form]
        with zipfile.ZipFile(io.BytesIO(made[form])) as archive:
            source = archive.read(part).replace(b"<w:noBreakHyphen/>", "\u2011".encode())
        read = "".join(etree.fromstring(source).itertext())
        assert (
            f"Etter (§§\u00a05e–{joiner}5h) og §\u00a09\u20115 i 2027–{joiner}2030,"
            " 100\u00a0000\u00a0kroner, kl.\u00a012 den 31.\u00a0desember." in read
        )


def short(content: Content, markdown: str) -> Manuscript:
    """A document that says `markdown`, otherwise like any other."""
    view = View.of(content, "nn")
    whole = manuscript(view, ROOT, BY_ID["kapittel"])
    return replace(whole, markdown=f"# Del\n\n{markdown}", prompts=(), marked=None)


@cases("pdf")
def test_a_pdf_says_what_can_be_done_with_a_pdf(site: Path, document: Any, edition: str) -> None:
    """The box about the document does not ask for itself to be deleted, as it does in Word."""
    told = {"nn": "Slett denne ruta", "nb": "Slett denne ruten"}[edition]
    assert told not in " ".join(_pdf_text(file_of(site, document, edition, "pdf")).split())
    if "docx" in document.formats:
        body = xml(file_of(site, document, edition, "docx"), "word/document.xml")
        assert told in words(body)


@pytest.mark.parametrize(("document", "edition"), CHECKLISTS)
def test_a_checklist_on_paper_is_a_list(
    site: Path, content: Content, document: Any, edition: str
) -> None:
    """Each point is an item, with three boxes of 5 mm that say what they are, and lines for a name
    and a date."""
    count = len(expected(content, document, edition))
    alts = {
        "nn": ["Avkryssingsboks, tom: " + word for word in ("Ja", "Nei", "Ikkje aktuelt")],
        "nb": ["Avkryssingsboks, tom: " + word for word in ("Ja", "Nei", "Ikke aktuelt")],
    }[edition]
    with pikepdf.open(file_of(site, document, edition, "pdf")) as pdf:
        items = [e for e in _elements(pdf.Root.StructTreeRoot) if str(e.S) == "/LI"]
        assert len(items) == count
        for item in items:
            label, body = item.K
            assert (str(label.S), str(body.S)) == ("/Lbl", "/LBody")
            figures = [e for e in _elements(label) if str(e.S) == "/Figure"]
            assert [str(figure.Alt) for figure in figures] == alts
            (box,) = (kind.BBox for kind in figures[0].A if "/BBox" in kind)
            left, bottom, right, top = map(float, box)
            assert abs(right - left - 14.17) < 0.1 > abs(top - bottom - 14.17), "5 mm"
    body = xml(file_of(site, document, edition, "docx"), "word/document.xml")
    styles = [style.get(W + "val") for style in body.iter(W + "pStyle")]
    assert styles.count("Sjekklistepunkt") == count
    with zipfile.ZipFile(file_of(site, document, edition, "docx")) as archive:
        assert b'<w:pStyle w:val="Sjekklistepunkt"' in archive.read("word/numbering.xml")
    items = list(
        xml(file_of(site, document, edition, "odt"), "content.xml").iter(
            f"{{{ODF['text']}}}list-item"
        )
    )
    assert len(items) == count


def test_tables_with_the_same_headings_have_the_same_columns(content: Content) -> None:
    """And the widest is the one with most to write, whatever the hint in it is."""
    table = "| Tiltak | Ansvarleg | Frist |\n|---|---|---|\n| {} | [rolle] | [dato] |\n\n: T\n"
    text = table.format("[tiltak]") + "\n\n" + table.format("Eit mykje lengre tiltak " * 5)
    made = FORMATS["docx"].write(short(content, text))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    first, second = (
        [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
        for table in body.iter(W + "tbl")
    )
    assert first == second
    assert first[0] > first[1] > first[2]


def test_a_signature_has_room(content: Content) -> None:
    """A row to sign is at least 14 mm high, in Word and OpenDocument too, also with nothing in
    it."""
    head = "| Rolle | Dato | Underskrift |\n|---|---|---|\n"
    for sign, (form, part, room) in product(("[underskrift]", ""), (
        ("docx", "word/document.xml", f'w:trHeight w:val="{round(14 / 25.4 * 1440)}"'),
        ("odt", "content.xml", 'table:style-name="RadUnderskrift"'),
    )):  # fmt: skip
        made = FORMATS[form].write(short(content, f"{head}| Leiar | [dato] | {sign} |\n"))
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert room in archive.read(part).decode()


def test_a_short_table_stays_on_one_page(content: Content) -> None:
    """Every row but the last is kept with the next; a long table may be divided between rows."""
    head, row = "| A | B |\n|---|---|\n", "| a | b |\n"
    for rows, kept in ((5, 5), (20, 0)):
        made = FORMATS["docx"].write(short(content, head + row * rows))
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            (table,) = etree.fromstring(archive.read("word/document.xml")).iter(W + "tbl")
        held = [r for r in table.iter(W + "tr") if r.find(f".//{W}keepNext") is not None]
        assert len(held) == kept
        made = FORMATS["odt"].write(short(content, head + row * rows))
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            whole = b'may-break-between-rows="false"' in archive.read("content.xml")
        assert whole == bool(kept)


def test_a_heading_can_start_a_new_page(content: Content) -> None:
    """`{.nyside}` after it, in each format."""
    source = short(content, "Tekst.\n\n# Neste {.nyside}\n\nMeir.")
    with zipfile.ZipFile(io.BytesIO(FORMATS["docx"].write(source))) as archive:
        body = archive.read("word/document.xml").decode()
    assert re.search(r"<w:pageBreakBefore ?/></w:pPr><w:r><w:t[^>]*>Neste<", body)
    with zipfile.ZipFile(io.BytesIO(FORMATS["odt"].write(source))) as archive:
        assert b'"Heading_20_1_20_ny_20_side"' in archive.read("content.xml")
    with pikepdf.open(io.BytesIO(FORMATS["pdf"].write(source))) as pdf:
        assert len(pdf.pages) == 2
    assert b"nyside" not in FORMATS["md"].write(source)


def test_a_last_page_with_almost_nothing_on_it_is_saved(content: Content) -> None:
    """The PDF is set a little tighter then, and only then."""
    line = "Ei linje om kontrollen.\n\n"
    settings = []
    for count in range(24, 44, 2):
        source = short(content, line * count)
        body = typst_source(source).encode()
        with pikepdf.open(io.BytesIO(fitted_pdf(body, source.date))) as pdf:
            settings.append((_Setting(body, source.date, 0).end(), len(pdf.pages)))
    saved = [end for end, pages in settings if pages < end.page]
    assert saved
    assert all(end.lonely for end in saved)
    assert all(pages == end.page for end, pages in settings if not end.lonely)


def test_a_day_first_in_a_cell_is_no_list(content: Content) -> None:
    """Typst would take «31. desember» for the thirty-first item of one."""
    source = short(content, "| A | B |\n|---|---|\n| Frist | 31. desember |\n")
    with pikepdf.open(io.BytesIO(FORMATS["pdf"].write(replace(source, appendix="")))) as pdf:
        assert "/L" not in [str(element.S) for element in _elements(pdf.Root.StructTreeRoot)]


def test_a_text_is_read_once_for_its_pdf_and_its_picture(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pandoc takes as long for the picture as for the PDF. Another text is read anew."""
    texts: list[str] = []

    def counted(jobs: list[convert.Job]) -> list[bytes]:
        texts.extend(job.text for job in jobs)
        return done(jobs)

    done = convert.convert
    monkeypatch.setattr(convert, "convert", counted)
    for text in ("Ein tekst som ingen annan test har.", "Og ein til."):
        source = short(content, text)
        assert FORMATS["pdf"].write(source).startswith(b"%PDF")
        assert COVER.write(replace(source)).startswith(b"\x89PNG")
    assert len(texts) == 2


@pytest.mark.parametrize(("form", "part", "sign"), [
    ("docx", "word/document.xml", '<w:jc w:val="right" ?/>'),
    ("odt", "content.xml", 'fo:text-align="(end|right)"'),
])  # fmt: skip
def test_amounts_stand_to_the_right(content: Content, form: str, part: str, sign: str) -> None:
    """Where the table says so, and only there; in a PDF too, and as a class on a page."""
    text = "| Post | Kroner |\n|---|{}|\n| Brutto | 16 800 |\n"
    found = []
    for dashes in ("---", "--:"):
        source = short(content, text.format(dashes))
        with zipfile.ZipFile(io.BytesIO(FORMATS[form].write(source))) as archive:
            found.append(bool(re.search(sign, archive.read(part).decode())))
        assert ("right" in re.findall(r"align: \((.*?)\)", typst_source(source))[-1]) == found[-1]
        assert (b'<td class="number">16' in write_html(source)) == found[-1]
    assert found == [False, True]
