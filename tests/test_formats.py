"""A format of the documents is one row and its writer; what goes wrong in it is one line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content import Content, View
from macros.documents import (
    BY_ID,
    FORMATS,
    DocumentError,
    Format,
    Manuscript,
    listing,
    manuscript,
    pandoc,
)
from macros.pages.downloads import file_links
from macros.site import edition_files

from .conftest import ROOT


class Shelf:
    """A file of 12 kB under every name."""

    def size(self, path: str) -> int:
        return 12_000

    def source(self, path: str) -> str:
        return path


def test_a_new_format_needs_its_row_and_its_writer(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fields and boxes get plain signs where the format has none of its own, and the page names
    it."""

    def write_html(source: Manuscript) -> bytes:
        return pandoc._pandoc(source, "html")

    monkeypatch.setitem(FORMATS, "html", Format("html", "HTML", "text", write_html))
    made = (
        FORMATS["html"].write(manuscript(View.of(content, "nn"), ROOT, BY_ID["strategi"])).decode()
    )
    assert "<h1" in made and "[Namnet på verksemda]" in made
    listed = (
        FORMATS["html"]
        .write(manuscript(View.of(content, "nn"), ROOT, BY_ID["sjekkliste-sporsmal"]))
        .decode()
    )
    assert listed.count("☐") == sum(
        len(question.checkpoints) for question in content.questions.values()
    )
    assert "HTML, 12 kB" in file_links("Strategi", ["nedlasting/strategi-nn.html"], Shelf())


@pytest.mark.parametrize(
    "raised", [DocumentError("to\nlinjer"), AttributeError("to\nlinjer"), KeyError("to")]
)
def test_a_fault_in_a_writer_is_one_line(
    raised: Exception, content: Content, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:  # fmt: skip
    """Told by `macros write`, with the name of the file and no traceback."""

    def refuse(source: Manuscript) -> bytes:
        raise raised

    monkeypatch.setitem(FORMATS, "docx", replace(FORMATS["docx"], writer=refuse))
    monkeypatch.setattr(
        edition_files, "_cached", lambda root, source, key, form: FORMATS["docx"].write(source)
    )
    edition_files._documents.cache_clear()
    assert main(["write", str(tmp_path)]) == 1
    edition_files._documents.cache_clear()
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert re.match(r"[\w-]+-nn\.docx: Fila kan ikkje lagast\. '?to", said[0])


def test_every_document_has_formats_with_a_row() -> None:
    """Else its page could not name them."""
    assert {form for document in listing.DOCUMENTS for form in document.formats} <= FORMATS.keys()


def test_tables_stand_to_the_left_in_the_pdf(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    """pandoc centres them. Our change of its text must still hit each of them when pandoc is
    renewed."""
    given: list[bytes] = []

    def compile_(source: bytes, _: object) -> bytes:
        given.append(source)
        return b""

    monkeypatch.setattr(pandoc, "fitted_pdf", compile_)
    FORMATS["pdf"].write(manuscript(View.of(content, "nn"), ROOT, BY_ID["handlingsplan"]))
    text = given[0].decode()
    assert text.count("#table(") == text.count("align(left)[#table(") >= 1
