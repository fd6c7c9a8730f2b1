"""Templates that cannot be used, and text that looks like code: one line, or shown as text."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from macros.__main__ import main
from macros.content import EDITIONS
from macros.documents import COVER, FORMATS, Manuscript
from macros.documents.colophon import PAPER
from macros.documents.fonts import covered
from macros.documents.manuscript import Column, Sheet, escape, printable
from macros.documents.pandoc import write_page
from macros.documents.program import program
from macros.documents.template import TemplateFaultError, checkbox_line, read_template

from .conftest import ROOT
from .test_documents import W, xml

TEMPLATE = "docs/templates/kapittel.nn.md"
TEMPLATE_FAULTS = {
    "unknown variable": (
        "{{ ambisjon }}",
        "«ambisjon» finst ikkje. Lovlege verdiar: ",
    ),
    "unknown field": (
        '{{ field("verksmed") }}',
        ("«verksmed» finst ikkje. Meinte du «verksemd»? Nokre av dei lovlege verdiane: verksemd"),
    ),
    "unknown field in the text": (
        "Ansvarleg er [[rolle.kontrol]].",
        ("Feltet «rolle.kontrol» finst ikkje. Meinte du «rolle.kontroll»? Lovlege "),
    ),
    "field without a name": (
        "{% set a = ['x', 'y'] %}Ansvarleg er [ansvarleg for kontroll].",
        '«[ansvarleg for kontroll]» er eit felt utan namn. Skriv {{ field("rolle.kontroll") }},',
    ),
    "checkpoint that does not exist": (
        '{{ checkpoint("kapasitet-timer").text }}',
        "«kapasitet-timer» finst ikkje. Meinte du «kapasitet-timar»? Nokre av dei ",
    ),
    "measure that does not exist": (
        '{{ measure("grep-11").title }}',
        "«grep-11» finst ikkje. Meinte du «grep-10»? Lovlege verdiar: grep-01, ",
    ),
    "attribute that does not exist": (
        '{{ question("kapasitet").titel }}',
        "«titel» finst ikkje. Meinte du «title»? Lovlege verdiar: id, ",
    ),
    "open brace": (
        '{{ field("verksemd" }}',
        "Malen lèt seg ikkje lese: ",
    ),
    "loop that is not closed": (
        "{% for q in questions %}",
        "Malen lèt seg ikkje lese: ",
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's content, to break."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("theme"))
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for name in ("mkdocs.yml", "mkdocs.nb.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(("fault", "message"), TEMPLATE_FAULTS.values(), ids=TEMPLATE_FAULTS.keys())
def test_a_faulty_template_gives_its_line(
    project: Path, capsys: pytest.CaptureFixture[str], fault: str, message: str
) -> None:
    """File and line of the fault, what is wrong, and the nearest name."""
    template = project / TEMPLATE
    lines = template.read_text().splitlines()
    lines[20:20] = ["", fault, ""]
    template.write_text("\n".join(lines) + "\n")
    assert main(["--root", str(project), "check"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    # Jinja knows that a loop is open only at the end of the file, where its last tag ends
    is_open = "loop" in fault or "{% for" in fault
    last_tag = max(n for n, line in enumerate(lines, 1) if re.search(r"[}%]}", line))
    found = (last_tag, last_tag + 1, len(lines)) if is_open else (22,)
    assert told[0].startswith(tuple(f"{TEMPLATE}:{line}: {message}" for line in found)), told[0]


def test_a_template_that_only_one_edition_has(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both editions have every template."""
    (project / "docs/templates/rapport.nb.md").unlink()
    assert main(["--root", str(project), "check"]) == 1
    told = capsys.readouterr().err.splitlines()[0]
    assert told == "docs/templates/rapport.nb.md:1: Malen manglar. Begge målformer skal ha han."


def test_a_template_without_a_top(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Title, who it is for, when to use it and the day it changed are shown on the page."""
    template = project / TEMPLATE
    template.write_text(template.read_text().replace("who:", "kven:", 1))
    assert main(["--root", str(project), "check"]) == 1
    told = capsys.readouterr().err.splitlines()[0]
    assert (
        told == f"{TEMPLATE}:1: Toppen av malen manglar «who». Skriv title, who, when og updated."
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "Toppen av malen manglar «updated», dagen teksten sist vart endra: 2026-11-24."),
        ("updated: 2999-01-01", "«updated» er 2999-01-01, som ikkje har vore enno. Rett datoen."),
        ("updated: 0026-11-24", "«updated» er 0026-11-24. Årstalet er for lågt."),
        ("updated: i går", "«updated» skal vere ein dato utan hermeteikn, til dømes 2026-11-24."),
        ("updated: '2026-11-24'", "«updated» skal vere ein dato utan hermeteikn, til dømes "),
        ("updated: 2026-11-24 10:00:00", "«updated» skal vere ein dato utan hermeteikn, til "),
    ],
)
def test_a_template_with_a_date_that_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, told: str
) -> None:
    """One line, at the date or at the top."""
    text = re.sub(r"(?m)^updated: .*\n", f"{written}\n", (ROOT / TEMPLATE).read_text(), count=1)
    (tmp_path / "docs/templates").mkdir(parents=True)
    (tmp_path / TEMPLATE).write_text(text)
    with pytest.raises(TemplateFaultError) as fault:
        read_template(tmp_path, "kapittel", "nn")
    line = 5 if "updated:" in written else 1
    assert str(fault.value).startswith(f"{TEMPLATE}:{line}: {told}")


NASTY = {
    "jinja": "{{ 7 * 7 }} {% raw %}",
    "markdown": "# *a* [b](c) `d` ::: | ^e^ ~f~ <https://x> \\ $g$",
    "html": "<script>alert(1)</script> &amp; <!-- -->",
    "citation": "[@loa-5a] @loa-5a",
    "raw format": "`<w:br/>`{=openxml} `#panic()`{=typst}",
    "typst": '#panic("x") $ x $ @ref <label> // kommentar /* x */',
    "formula": '=HYPERLINK("http://example.no","x")',
    "function": "@SUM(1+1)*cmd|' /C calc'!A0",
    "plus and minus": "+1-2",
    "direction": "abc \u202edef\u202c \u200fghi",
    "control characters": "a\x00b\x07c\x1bd",
    "emoji": "Ja 😀 nei 👩‍👩‍👧 ☐ ☑",
    "ten thousand characters": "lang tekst " * 909 + "s",
    "quotes and fields": "\"a\" 'b' [felt]{.field} {.field}",
}


def nasty_manuscript(text: str) -> Manuscript:
    """A checklist whose one checkpoint, title and note are `text`."""
    shown = escape(text)
    table = f"| A | B |\n|---|---|\n| {shown} | x |\n"
    columns = (Column("Id", 10), Column("Tekst", 40))
    return Manuscript(
        id="test", edition=EDITIONS["nn"], title=printable(" ".join(text.split()))[:120],
        date=date(2026, 11, 24), address="",
        colophon="Prøve", markdown=f"# Del\n\n{checkbox_line('test-a', shown)}\n\n{table}",
        sheets=(Sheet("Ark", "Ark", "Prøve", "", columns, (("test-a", text),)),),
        records=({"id": "test-a", "text": text},),
        words={
            "colophon": "Prøve",
            "version": "1",
            "calendar": "Kalender",
            "page": "Side {page} av {pages}",
            **{f"paper.{key}": key for key in PAPER},
        },
    )  # fmt: skip


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_text_is_shown_as_text(text: str) -> None:
    """In every format, whatever it looks like, and none of it lost."""
    manuscript = nasty_manuscript(text)
    made = {form: row.write(manuscript) for form, row in FORMATS.items()}
    wanted = " ".join(printable(text).split())

    for form, part, tag in (("docx", "word/document.xml", f"{W}p"), ("odt", "content.xml", _ODF_P)):
        path = io.BytesIO(made[form])
        paragraphs = [
            " ".join("".join(p.itertext()).split())
            for p in xml(path, part).iter(tag)  # type: ignore[arg-type]
        ]
        assert sum(wanted in p for p in paragraphs) >= 2, (form, paragraphs)
    # Text that turns direction is read in another order, so letters are counted, not compared
    visible = Counter(
        character for character in covered(wanted) if character.isprintable() and character != " "
    )
    assert not visible - Counter(_pdf(made["pdf"]))
    cell = openpyxl.load_workbook(io.BytesIO(made["xlsx"])).worksheets[0]["B5"]
    assert cell.data_type == "s"
    assert str(cell.value) == printable(text)
    assert json.loads(made["json"])["items"][0]["text"] == text
    row = list(csv.reader(io.StringIO(made["csv"].decode("utf-8-sig")), delimiter=";"))[1]
    assert row[1].removeprefix("'") == printable(text)
    assert not row[1].startswith(("=", "+", "-", "@"))
    texts = {"md": made["md"], "page": write_page(manuscript)}
    for form, data in texts.items():
        command = [program(), "--from", "commonmark", "--to", "plain", "--wrap", "none"]
        done = subprocess.run(command, input=data, capture_output=True, check=True)
        assert wanted in " ".join(done.stdout.decode().split()), form


def test_a_picture_of_a_workbook_can_hold_any_text() -> None:
    """Nothing in it is run, and nothing stops the build. That of a text is held by its PDF."""
    for text in NASTY.values():
        source = replace(nasty_manuscript(text), markdown="")
        assert COVER.write(source).startswith(b"\x89PNG")


_ODF_P = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"


def _pdf(data: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-raw", "-", "-"],
        input=data,
        capture_output=True,
        check=True,
    )
    return " ".join(done.stdout.decode(errors="replace").split())


def test_the_xml_of_nasty_text_is_well_formed() -> None:
    """Every part of both kinds of office file parses."""
    for text in NASTY.values():
        manuscript = nasty_manuscript(text)
        for form in ("docx", "odt", "xlsx"):
            with zipfile.ZipFile(io.BytesIO(FORMATS[form].write(manuscript))) as archive:
                for name in archive.namelist():
                    if name.endswith((".xml", ".rels")):
                        etree.fromstring(archive.read(name))
