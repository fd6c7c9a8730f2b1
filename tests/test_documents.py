"""The contract of the downloads, held over every file of the built site, and read back by other
programs."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import pytest
from bs4 import BeautifulSoup
from lxml import etree

from macros.content import EDITIONS, Content, View, checkpoints
from macros.documents import DOCUMENTS, FORMATS, WORKED_SET, Document, Manuscript, manuscript
from macros.documents.archive import JOBS
from macros.documents.look import PALETTE
from macros.site.edition_files import _documents, edition_files

from .conftest import ROOT, copy_project

# openpyxl knows no print area of whole columns
pytestmark = pytest.mark.filterwarnings("ignore:Print area:UserWarning")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
ANSWERS = {
    "nn": ["Ja", "Delvis", "Nei", "Veit ikkje", "Ikkje aktuelt"],
    "nb": ["Ja", "Delvis", "Nei", "Vet ikke", "Ikke aktuelt"],
}
STATUS = {
    "nn": ["Ikkje starta", "I gang", "Gjort", "Ikkje aktuelt"],
    "nb": ["Ikke startet", "I gang", "Gjort", "Ikke aktuelt"],
}
CASES = [(document, edition) for document in DOCUMENTS for edition in EDITIONS]
ALTERNATING = [(document, list(EDITIONS)[n % 2]) for n, document in enumerate(DOCUMENTS)]
CHECKLISTS = [case for case in CASES if case[0].parts]


def cases(form: str) -> Any:
    """Every document that comes in the format, in both editions."""
    chosen = [case for case in CASES if form in case[0].formats]
    return pytest.mark.parametrize(
        ("document", "edition"), chosen, ids=[f"{d.id}-{e}" for d, e in chosen]
    )


def file_of(site: Path, document: Document, edition: str, form: str) -> Path:
    """Where the site has the file."""
    return (
        site / ("nb" if edition == "nb" else "") / "nedlasting" / f"{document.id}-{edition}.{form}"
    )


def expected(content: Content, document: Document, edition: str) -> dict[str, str]:
    """Id and text of every checkpoint the document should hold."""
    assert document.parts
    return {
        point.id: point.text[edition]
        for part in document.parts(View.of(content, edition))
        for point in part.points
    }


def title_of(pages: dict[str, BeautifulSoup], document: Document, edition: str) -> str:
    """The main heading of the document's page."""
    page = pages[("nb/" if edition == "nb" else "") + f"nedlasting/{document.id}/"]
    assert page.h1
    return page.h1.get_text().strip()


def xml(path: Path, part: str) -> Any:
    """A part of a zipped document, parsed."""
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


def words(element: Any) -> str:
    """All text of an element, with single spaces, without what only forbids a break."""
    pieces = ("-" if e.tag == f"{W}noBreakHyphen" else e.text or "" for e in element.iter())
    text = "".join(pieces) if element.tag.startswith(W) else "".join(element.itertext())
    return " ".join(re.sub("[\ufeff\u2060]", "", text).replace("\u2011", "-").split())


# --- Every file ---


def test_every_file_is_there_and_offered_with_its_real_size(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    """The link says type and size; the size is that of the file it leads to; the name says what
    it is."""
    for edition in EDITIONS:
        prefix = "nb/" if edition == "nb" else ""
        page = pages[f"{prefix}nedlasting/"]
        links = {
            str(a["href"]): " ".join(a.get_text().split())
            for a in page.select(".downloads a[download]")
        }
        for document in DOCUMENTS:
            for form in document.formats:
                file = file_of(site, document, edition, form)
                shown = links.pop(f"{document.id}-{edition}.{form}")
                size = f"{max(1, round(file.stat().st_size / 1000))} kB"
                # The first file is a button, «Last ned Word, 48 kB: title»; the others begin so
                assert re.search(rf", {size}(:|$)", shown), (shown, size)
                assert title_of(pages, document, edition) in shown
        assert list(links) == [f"strategisk-mot-akrim-{edition}.zip"]


def test_the_zip_holds_every_file(site: Path, content: Content) -> None:
    """Each file in the archive has the same bytes as the file that is offered by itself. It is in
    a folder by its job, under a name that says what it is, and a note tells where to begin."""
    assert {document.id for document in DOCUMENTS} <= {
        name for job in JOBS.values() for name in job
    }
    for edition in EDITIONS:
        folder = site / ("nb" if edition == "nb" else "") / "nedlasting"
        with zipfile.ZipFile(folder / f"strategisk-mot-akrim-{edition}.zip") as archive:
            held = {name: archive.read(name) for name in archive.namelist()}
        note = held.pop("Les meg først.txt").decode("utf-8-sig")
        offered = [
            (folder / f"{d.id}-{edition}.{form}").read_bytes()
            for d in (*DOCUMENTS, *WORKED_SET)
            for form in d.formats
        ]
        assert sorted(held.values()) == sorted(offered)
        assert held["2 Lage og vedta/Mal for strategi.docx"] in offered
        folders = {name.split("/")[0] for name in held}
        assert {line for line in note.split("\r\n") if re.match(r"\d ", line)} == folders
        for name in {name.split("/")[-1].rsplit(".", 1)[0] for name in held}:
            assert f"\r\n- {name}: " in note
        for mentioned in re.findall("«(\\d [^»]*)»", note):
            assert mentioned in folders


def test_each_document_has_its_text_on_a_page(
    pages: dict[str, BeautifulSoup], content: Content
) -> None:
    """The page is the master; the file is the alternative."""
    for document, edition in CASES:
        page = pages[("nb/" if edition == "nb" else "") + f"nedlasting/{document.id}/"]
        if document.parts:
            assert {box["id"] for box in page.select(".checkpoint input")} == set(
                expected(content, document, edition)
            )
        else:
            assert len(page.select("article :is(h2, h3)")) >= 3, document.id


def test_colours_have_contrast_enough() -> None:
    """4.5:1 for every pair of text and ground in the documents."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for pair in PALETTE:
        light, dark = sorted((luminance(colour) for colour in pair), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, pair


def test_every_file_comes_out_the_same_twice(site: Path, content: Content) -> None:
    """Made again now, without the cache, it has the bytes the site has. One edition of each is
    enough: the same writer makes the other."""
    differing = [
        f"{document.id}-{edition}.{form}"
        for document, edition in ALTERNATING
        for form in document.formats
        if FORMATS[form].write(manuscript(View.of(content, edition), ROOT, document))
        != file_of(site, document, edition, form).read_bytes()
    ]
    assert differing == []


def test_what_has_not_changed_is_not_made_again(
    site: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rebuild takes every file from the cache: no writer is called."""

    def refuse(source: Manuscript) -> bytes:
        raise AssertionError(f"{source.name} was made again")

    _documents.cache_clear()
    for form in FORMATS:
        monkeypatch.setitem(FORMATS, form, replace(FORMATS[form], writer=refuse))
    made = edition_files(ROOT, View.of(content, "nn"), "")
    assert (
        made.files["nedlasting/strategi-nn.docx"]
        == (site / "nedlasting/strategi-nn.docx").read_bytes()
    )
    _documents.cache_clear()


_MAKE_ONE = """
import sys
from pathlib import Path

from macros.content import View, load
from macros.site import edition_files

one = next(document for document in edition_files.DOCUMENTS if document.id == "arbeidsbok")
edition_files.DOCUMENTS, edition_files.WORKED_SET = (one,), ()
made = edition_files.edition_files(Path.cwd(), View.of(load(Path.cwd()), "nn"), "")
sys.stdout.buffer.write(made.files["nedlasting/arbeidsbok-nn.csv"])
"""


def test_a_change_of_our_code_makes_the_files_anew(tmp_path: Path) -> None:
    """Also where the content is the same: what an older writer made is not taken from the cache."""

    def made() -> str:
        command = [sys.executable, "-c", _MAKE_ONE]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    copy_project(tmp_path)
    before = made()
    assert ";" in before
    assert "|" not in before
    writer = tmp_path / "macros/documents/csv_table.py"
    assert "delimiter=delimiter" in writer.read_text()
    writer.write_text(writer.read_text().replace("delimiter=delimiter", 'delimiter="|"'))
    assert "|" in made()


# --- Word ---


@cases("docx")
def test_word(
    site: Path,
    pages: dict[str, BeautifulSoup],
    content: Content,
    document: Document,
    edition: str,
) -> None:
    """Title, language, heading order, header rows and captions; controls named and unlike each
    other; not protected."""
    path = file_of(site, document, edition, "docx")
    opened = docx.Document(str(path))
    assert opened.core_properties.title == title_of(pages, document, edition)
    assert opened.core_properties.language == f"{edition}-NO"
    styles = xml(path, "word/styles.xml")
    assert [lang.get(W + "val") for lang in styles.iter(W + "lang")] == [f"{edition}-NO"]
    settings = xml(path, "word/settings.xml")
    assert settings.find(W + "themeFontLang").get(W + "val") == f"{edition}-NO"
    assert settings.find(W + "documentProtection") is None
    levels = [
        int(p.style.name[-1])
        for p in opened.paragraphs
        if p.style and p.style.name.startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    body = xml(path, "word/document.xml")
    for table in body.iter(W + "tbl"):
        rows = table.findall(W + "tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        # Cells below may be empty: they are written in by hand, and signed
        assert all(words(cell) for cell in rows[0].iter(W + "tc")), "a column without a name"
    first = " ".join(words(p) for p in list(body.iter(W + "p"))[:3])
    assert re.search(r"\d{1,2}\. november 2026", first)
    assert {"nn": "nynorsk", "nb": "bokmål"}[edition] in first
    controls = list(body.iter(W + "sdt"))
    assert controls
    tags = [control.find(f"{W}sdtPr/{W}tag").get(W + "val") for control in controls]
    titles = [control.find(f"{W}sdtPr/{W}alias").get(W + "val") for control in controls]
    named = set(content.blanks)
    own = [(tag, title) for tag, title in zip(tags, titles, strict=True) if tag not in named]
    assert len({tag for tag, _ in own}) == len({title for _, title in own}) == len(own)
    assert all(0 < len(name) <= 64 for name in (*tags, *titles)), "Word keeps 64 characters"


def _tag(control: Any) -> str:
    return str(control.find(f"{W}sdtPr/{W}tag").get(W + "val"))


@pytest.mark.parametrize(
    ("document", "edition"), CHECKLISTS, ids=[f"{d.id}-{e}" for d, e in CHECKLISTS]
)
def test_checkpoints_are_the_same_everywhere(
    site: Path, content: Content, document: Document, edition: str
) -> None:
    """Id and text, in content order, in Word, OpenDocument, PDF, Excel, CSV, Markdown and JSON."""
    wanted = expected(content, document, edition)

    def path(form: str) -> Path:
        return file_of(site, document, edition, form)

    assert dict(_word_checkpoints(path("docx"))) == wanted
    assert dict(_sheet_checkpoints(path("xlsx"))) == wanted
    with path("csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row[-1]: row[4] for row in list(csv.reader(file, delimiter=";"))[1:]} == wanted
    assert {
        item["id"]: item["text"] for item in json.loads(path("json").read_text())["items"]
    } == wanted
    plain = {
        "odt": " ".join(
            words(p) for p in xml(path("odt"), "content.xml").iter(f"{{{ODF['text']}}}p")
        ),
        "md": " ".join(re.sub(r"\\(.)", r"\1", path("md").read_text()).split()),
    }
    for form, text in plain.items():
        places = [text.find(point) for point in wanted.values()]
        assert -1 not in places, (
            form,
            [p for p, at in zip(wanted.values(), places, strict=True) if at < 0],
        )
    # A reader has no use for the ids: in Word they are in the controls, in OpenDocument bookmarks
    assert all(name in plain["md"] for name in wanted)
    marks = xml(path("odt"), "content.xml").iter(f"{{{ODF['text']}}}bookmark")
    assert [mark.get(f"{{{ODF['text']}}}name") for mark in marks] == list(wanted)
    # Lines of a PDF break where they must, so its letters are compared without spaces and hyphens
    letters = _letters(_pdf_text(path("pdf")))
    assert all(_letters(text) in letters for text in wanted.values())


def _word_checkpoints(path: Path) -> Iterator[tuple[str, str]]:
    for paragraph in xml(path, "word/document.xml").iter(W + "p"):
        for control in paragraph.iter(W + "sdt"):
            box = control.find(f"{W}sdtPr/{W14}checkbox")
            if box is not None:
                title, text = (
                    control.find(f"{W}sdtPr/{W}alias").get(W + "val"),
                    words(paragraph).removeprefix("☐").strip(),
                )
                # The name is kept together where lines break, which is nothing that is read
                plain = title.replace("\xa0", " ").replace("\ufeff", "")
                assert text.startswith(re.sub(r" …( \d+)?$", "", plain)), (
                    "the name of the box is its text"
                )
                assert box.find(W14 + "checked").get(W14 + "val") == "0"
                yield _tag(control), text


def _sheet_checkpoints(path: Path) -> Iterator[tuple[str, str]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    for row in sheet.iter_rows(min_row=5, values_only=True):
        if row[0]:
            yield str(row[-1]), str(row[4])


def _pdf_text(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True, text=True
    )
    return done.stdout


def _letters(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


# --- OpenDocument ---


@cases("odt")
def test_opendocument(
    site: Path, pages: dict[str, BeautifulSoup], document: Document, edition: str
) -> None:
    """Type first and stored plain; title and language; language in the default style; headings
    and header rows."""
    path = file_of(site, document, edition, "odt")
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    meta = xml(path, "meta.xml")
    assert meta.findtext(".//dc:title", namespaces=ODF) == title_of(pages, document, edition)
    assert meta.findtext(".//dc:language", namespaces=ODF) == f"{edition}-NO"
    default = xml(path, "styles.xml").find(
        ".//style:default-style[@style:family='paragraph']/style:text-properties", ODF
    )
    assert (default.get(f"{{{ODF['fo']}}}language"), default.get(f"{{{ODF['fo']}}}country")) == (
        edition,
        "NO",
    )
    content = xml(path, "content.xml")
    levels = [
        int(h.get(f"{{{ODF['text']}}}outline-level")) for h in content.iter(f"{{{ODF['text']}}}h")
    ]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    for table in content.iter(f"{{{ODF['table']}}}table"):
        assert table.find("table:table-header-rows", ODF) is not None


# --- PDF ---


@cases("pdf")
def test_pdf(site: Path, pages: dict[str, BeautifulSoup], document: Document, edition: str) -> None:
    """Claims PDF/UA-1 and PDF/A-2a, and has what typst does not check: the language and headers
    in every table."""
    path = file_of(site, document, edition, "pdf")
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang).lower().startswith(edition)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        claims = pdf.open_metadata()
        assert str(claims.get("pdfuaid:part")) == "1"
        assert (str(claims.get("pdfaid:part")), str(claims.get("pdfaid:conformance"))) == ("2", "A")
        assert claims.get("dc:title") == title_of(pages, document, edition)
        assert pdf.Root.MarkInfo.Marked
        kinds = [str(element.S) for element in _elements(pdf.Root.StructTreeRoot)]
        headings = [kind for kind in kinds if kind.startswith("/H")]
        assert headings[0] == "/H1", "the title is the first heading"
        assert "/H1" not in headings[1:]
        assert "/H2" in headings
        for table in (e for e in _elements(pdf.Root.StructTreeRoot) if str(e.S) == "/Table"):
            assert any(str(e.S) == "/TH" for e in _elements(table))
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                descriptor = (
                    font.DescendantFonts[0].FontDescriptor
                    if "/DescendantFonts" in font
                    else font.FontDescriptor
                )
                assert any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _elements(node: Any) -> Iterator[Any]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


# --- Excel ---


@cases("xlsx")
def test_excel(
    site: Path, pages: dict[str, BeautifulSoup], document: Document, edition: str
) -> None:
    """One named table a sheet, title in A1, unique headings, no merges or macros, validations on
    exactly its rows."""
    path = file_of(site, document, edition, "xlsx")
    with zipfile.ZipFile(path) as archive:
        assert not [
            name for name in archive.namelist() if "vba" in name.lower() or "externalLink" in name
        ]
        assert (
            f"<dc:language>{edition}-NO</dc:language>" in archive.read("docProps/core.xml").decode()
        )
        sheets = [
            archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name
        ]
        workbook = archive.read("xl/workbook.xml").decode()
    printed = re.findall(r"Print_Area\"[^>]*>([^<]*)<", workbook)
    # Whole columns: rows that are added are printed too. What is hidden is not printed
    assert len(printed) == len(sheets) - workbook.count('state="hidden"')
    assert all(re.search(r"!\$A:\$[A-Z]$", area) for area in printed), printed
    # A row has a height to begin with, and grows when somebody writes more in it
    assert all(re.search(r"<row [^>]*\bht=", sheet) for sheet in sheets)
    assert not any("customHeight" in sheet for sheet in sheets)
    book = openpyxl.load_workbook(path)
    assert book.properties.title == title_of(pages, document, edition)
    assert book.worksheets[0]["A1"].value == title_of(pages, document, edition)
    assert re.search(r"\d{1,2}\. november 2026", str(book.worksheets[0]["A2"].value))
    names = [name for sheet in book.worksheets for name in sheet.tables]
    assert len(names) == len(set(names)) == len(book.worksheets)
    for sheet in book.worksheets:
        assert sheet["A1"].value
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == "A5"
        assert sheet.print_title_rows == "$4:$4"
        assert sheet.page_setup.paperSize == 9  # A4; what turns it is held where pages are counted
        (table,) = sheet.tables.values()
        first, last = (int(re.sub(r"\D", "", part)) for part in table.ref.split(":"))
        header = [cell.value for cell in sheet[first][: len(table.tableColumns)]]
        assert all(header)
        assert len(set(header)) == len(header)
        # Excel reads other signs in a reference to a column as something else
        assert all(re.fullmatch(r"[\w §–-]+", title) for title in header), header
        for rule in sheet.data_validations.dataValidation:
            (area,) = rule.sqref.ranges
            # A table that grows has its rules ready below it, since pasted rows bring none along
            assert area.min_row == first + 1
            assert area.max_row == last or (area.max_row == 2_004 and table.autoFilter)
            assert len(rule.promptTitle) <= 32
            assert rule.prompt
            assert rule.error
            if rule.type == "list":
                assert _choices(book, rule.formula1)
        formulas = [str(c.value) for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        assert not [formula for formula in formulas if re.search(r"\[\d+\]|https?:|#REF", formula)]


def _choices(book: Any, formula: str) -> list[str]:
    """The words of a drop-down, from its own list or from the sheet it points at."""
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    if "!" not in formula:
        formula = book.defined_names[formula].attr_text
        assert formula.startswith("OFFSET(")
        return [formula]
    sheet, area = formula.split("!")
    return [str(row[0].value) for row in book[sheet.strip("'=")][area.replace("$", "")]]


def test_the_status_words_are_the_same_everywhere(
    site: Path, pages: dict[str, BeautifulSoup]
) -> None:
    """One list for the points of checklists, which the pages have too, and one for actions."""
    found = 0
    for document, edition in CASES:
        if "xlsx" in document.formats:
            book = openpyxl.load_workbook(file_of(site, document, edition, "xlsx"))
            for sheet in book.worksheets:
                for rule in sheet.data_validations.dataValidation:
                    if rule.type == "list" and "!" in rule.formula1:
                        words = ANSWERS if document.parts else STATUS
                        assert _choices(book, rule.formula1) == words[edition]
                        found += 1
    others = [d for d, _ in CASES if "xlsx" in d.formats and d.id != "arbeidsbok"]
    assert found == len(others)


def test_the_chart_has_an_alternative_text(site: Path) -> None:
    """And the numbers stand in a table beside it."""
    for document, edition in CASES:
        if "xlsx" in document.formats:
            with zipfile.ZipFile(file_of(site, document, edition, "xlsx")) as archive:
                drawings = [
                    archive.read(n).decode()
                    for n in archive.namelist()
                    if n.startswith("xl/drawings/drawing")
                ]
            assert len(drawings) == 1
            assert re.search(r'descr="[^"]{20,}"', drawings[0])


# --- Opened by other programs ---


@pytest.fixture(scope="session")
def recalculated(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every docx, odt and xlsx opened by LibreOffice: as text, or recalculated and saved again."""
    out = tmp_path_factory.mktemp("libreoffice")
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    for form, target in (
        ("docx", "txt:Text (encoded):UTF8"),
        ("odt", "txt:Text (encoded):UTF8"),
        ("xlsx", "ods"),
    ):
        files = [str(file_of(site, d, e, form)) for d, e in CASES if form in d.formats]
        folder = out / form
        done = subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(folder),
            *files],
            capture_output=True, text=True, check=False, timeout=600,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    return {
        f"{path.stem}.{path.parent.name}": path
        for path in out.rglob("*")
        if path.suffix in (".txt", ".ods")
    }


def test_libreoffice_opens_every_file(recalculated: dict[str, Path], content: Content) -> None:
    """And reads as many boxes as there are checkpoints."""
    for document, edition in CASES:
        for form in {"docx", "odt", "xlsx"} & set(document.formats):
            assert f"{document.id}-{edition}.{form}" in recalculated
        if document.parts:
            for form in ("docx", "odt"):
                read = recalculated[f"{document.id}-{edition}.{form}"].read_text(
                    encoding="utf-8-sig"
                )
                assert read.count("☐") == len(expected(content, document, edition)), (
                    document.id,
                    form,
                )


def test_libreoffice_recalculates_without_errors(
    recalculated: dict[str, Path], content: Content
) -> None:
    """No cell is an error, and the summary counts every checkpoint as not answered."""
    for document, edition in CASES:
        if "xlsx" not in document.formats:
            continue
        tables = _ods_tables(recalculated[f"{document.id}-{edition}.xlsx"])
        flat = [cell for rows in tables.values() for row in rows for cell in row]
        assert not [cell for cell in flat if re.match(r"#|Err:", cell)]
        if document.parts:
            summary = tables["Oversikt"]
            counted = {row[0]: (row[1], row[7], row[8]) for row in summary[4:] if row and row[0]}
            parts = document.parts(View.of(content, edition))
            assert len(counted) >= len(parts)
            for part, (total, waiting, left) in zip(parts, counted.values(), strict=False):
                assert total == waiting == left == str(len(part.points))


def _ods_tables(path: Path) -> dict[str, list[list[str]]]:
    tables: dict[str, list[list[str]]] = {}
    for table in xml(path, "content.xml").iter(f"{{{ODF['table']}}}table"):
        rows = []
        for row in table.iter(f"{{{ODF['table']}}}table-row"):
            rows.append([words(cell) for cell in row.findall("table:table-cell", ODF)])
        tables[table.get(f"{{{ODF['table']}}}name")] = rows
    return tables


def test_csv_opens_in_a_norwegian_excel(site: Path) -> None:
    """Byte order mark, semicolons, one heading row, the same number of cells in every row."""
    for document, edition in CASES:
        if "csv" in document.formats:
            data = file_of(site, document, edition, "csv").read_bytes()
            assert data.startswith(b"\xef\xbb\xbf")
            rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
            assert len({len(row) for row in rows}) == 1
            assert len(rows[0]) >= 8


# --- Open data ---


def test_open_data_follows_its_schema(site: Path, content: Content) -> None:
    """Every JSON file has a schema and a CSV beside it, and holds all of it, in both målformer."""
    folder = site / "data"
    counts = {
        "questions": 6, "measures": 10, "glossary": len(content.terms),
        "sources": len(content.sources),
        "law": len(content.law), "repealed": len(content.repealed), "amounts": len(content.amounts),
        "duties": len(content.contracts),
        "checkpoints": len(checkpoints(content.chapters.values())),
    }  # fmt: skip
    for name, count in counts.items():
        records = json.loads((folder / f"{name}.json").read_text())
        schema = json.loads((folder / f"{name}.schema.json").read_text())
        assert schema["type"] == "array"
        assert len(records) == count
        with (folder / f"{name}.csv").open(newline="") as file:
            assert len(list(csv.DictReader(file))) == count
        for edition in ("nn", "nb"):
            assert (site / "nb" / "data" / f"{name}.json").read_bytes() == (
                folder / f"{name}.json"
            ).read_bytes()
            assert edition in json.dumps(records) or name == "sources"
