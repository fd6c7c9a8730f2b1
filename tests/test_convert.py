"""pandoc makes many files in one process, and they are as if it had made each of them alone."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.content import Content, View
from macros.documents import BY_ID, FORMATS, Manuscript, convert, manuscript, together
from macros.documents.convert import Job, converted
from macros.documents.manuscript import DocumentError
from macros.documents.repack import finish_odt
from macros.site import edition_files

from .conftest import ROOT

JOB = Job("strategi-nn", "# Mål\n\n*Ja*", "markdown", "html", date(2026, 1, 1), "{}")


@pytest.fixture
def source(content: Content) -> Manuscript:
    """A document whose file in each format is written from its own text, and a short one."""
    return manuscript(View.of(content, "nn"), ROOT, BY_ID["lonsslipp"])


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What has been started: one for each time pandoc converts anything."""
    found: list[object] = []

    def counted(command: list[str], **options: object) -> object:
        if "lua" in command:
            found.append(command)
        return run(command, **options)  # type: ignore[call-overload]

    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", counted)
    return found


def test_the_files_of_a_document_take_one_process(
    source: Manuscript, started: list[object]
) -> None:
    """They have the same bytes as those that are made one by one."""
    forms = ("docx", "odt", "pdf", "md")
    with together(source, forms):
        made = {form: FORMATS[form].write(source) for form in forms}
    assert len(started) == 1
    different = replace(source, words={**source.words, "unused": "x"})  # else the PDF is remembered
    assert made == {form: FORMATS[form].write(different) for form in forms}
    assert len(started) == 5


def test_a_build_writes_a_document_in_one_process(
    source: Manuscript, started: list[object], tmp_path: Path
) -> None:
    """And in none when all is kept from before; what alone is gone is made again."""
    forms = ("docx", "odt", "md", "page")
    made = edition_files._made(tmp_path, source, "key", forms)
    assert len(started) == 1
    assert edition_files._made(tmp_path, source, "key", forms) == made
    assert len(started) == 1
    (tmp_path / edition_files.CACHE / edition_files._key("key", "odt")).unlink()
    assert edition_files._made(tmp_path, source, "key", forms) == made
    assert len(started) == 2


def test_a_text_that_fails_spoils_no_other(started: list[object]) -> None:
    """The fault comes to whoever asks for that text, with pandoc's words and the file's name."""
    bad = replace(JOB, name="brev-nn", reader="ukjent")
    with convert.together([JOB, bad]):
        assert "Mål" in converted(JOB).decode()
        with pytest.raises(convert.DocumentError, match=r"(?s)^brev-nn: .*ukjent"):
            converted(bad)
    assert len(started) == 3


def test_each_file_starts_from_the_text_alone() -> None:
    """A text is read once, but nothing that was told of one file is known of the next."""
    named, bare = (
        replace(JOB, template="$title$|$body$", metadata=told) for told in ('{"title": "A"}', "{}")
    )
    assert [made[:2] for made in convert.convert([named, bare, named])] == [b"A|", b"|<", b"A|"]


def test_what_is_only_for_one_format_is_in_no_other() -> None:
    """The text is the same for all, and so is the card, which tells how to fill in each of them."""
    text = (
        "::: {.only form=docx}\nKlikk.\n:::\n\n::: {.only form=pdf}\nSkriv.\n:::\n\nTil\ue004slutt"
    )
    job = replace(JOB, text=text, target="plain", shown='{"\\ue004": " "}')
    made = convert.convert([replace(job, form=form) for form in ("docx", "pdf", "md")])
    assert [text.split() for text in made] == [
        [b"Klikk.", b"Til", b"slutt"], [b"Skriv.", b"Til", b"slutt"], [b"Til", b"slutt"]
    ]  # fmt: skip


def test_a_mark_leaves_the_words_beside_it_as_they_were() -> None:
    """Else «31. desember» would begin a list in Markdown, and Word would get empty texts."""
    shown = '{"\\ue004": " ", "\\ue002": ""}'
    marked = replace(JOB, text="31.\ue004desember \ue002*5*", target="markdown", shown=shown)
    assert convert.convert([marked]) == [b"31\\. desember *5*\n"]
    native = replace(marked, target="native")
    assert b'Str ""' not in convert.convert([native])[0]


def test_a_file_without_our_styles_is_refused(source: Manuscript) -> None:
    """It would be kept, and published until somebody looked at the foot of its pages."""
    bare = converted(replace(JOB, target="odt"))
    with pytest.raises(DocumentError, match="brukte ikkje stilane våre"):
        finish_odt(bare, source)
