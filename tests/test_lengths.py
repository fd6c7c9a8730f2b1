"""How many pages a document has as it is downloaded, with its card, guidance and sources; how much
stands on the last of them; and that no line is broken within a range of numbers."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from macros.content import EDITIONS, Content, View
from macros.documents import BY_ID, DOCUMENTS, FORMATS, manuscript

from .conftest import ROOT
from .test_document_look import short
from .test_documents import file_of

PAGES = {"strategi": 3, "kapittel": 2, "kontrollskjema": 2, "saksframlegg": 4, "rutine": 4}
"""The documents that have a limit, and the pages they may take."""
EXACT = ("strategi", "kapittel", "kontrollskjema")
"""Those that are to have just so many."""
PRINTED = ("docx", "odt")
"""The formats whose pages are only known when a program has laid them out."""
LEAST = 0.15
"""How far down the last page its text is to reach, as a share of the height of the page, below the
top margin. Less looks as if the page was left by mistake."""
TOP, BOTTOM = 0.085, 0.925
"""Between these shares of the height of a page stands its text, without header and footer."""
HINT = 32
"""The letters that a line of the card has room for."""
LINES = 40
"""Lines of a text with ranges, each a letter longer than the one before."""
WRITTEN = [d for d in DOCUMENTS if "docx" in d.formats]


@pytest.fixture(scope="module")
def printed(site: Path, content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each format in PRINTED, with the documents as LibreOffice prints them, and
    `ranges`, a text with a range near the end of every line."""
    out = tmp_path_factory.mktemp("printed")
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    lines = (f"{'x' * (60 + n)} Etter §§ 5e–5h, 2027–2030 og sjå." for n in range(LINES))
    text = "\n\n".join(lines)
    for form in PRINTED:
        ranges = out / f"ranges.{form}"
        ranges.write_bytes(FORMATS[form].write(short(content, text)))
        files = [file_of(site, document, code, form) for document in WRITTEN for code in EDITIONS]
        done = subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out / form,
             *files, ranges],
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    return out


def pages_of(site: Path, printed: Path, name: str, code: str, form: str) -> list[float]:
    """How far down the text reaches on each page, as a share of the room for it."""
    path = printed / form / f"{name}-{code}.pdf"
    if form == "pdf":
        path = file_of(site, BY_ID[name], code, form)
    read = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    pages = read.stdout.decode().split("<page ")[1:]
    return [_end(page) for page in pages]


def _end(page: str) -> float:
    """How far down the last word above the footer stands."""
    height = float(re.findall(r'height="([\d.]+)"', page)[0])
    places = (float(y) / height for y in re.findall(r'yMax="([\d.]+)"', page))
    return max((y - TOP) / (BOTTOM - TOP) for y in places if y < BOTTOM)


@pytest.mark.parametrize("form", [*PRINTED, "pdf"])
@pytest.mark.parametrize("code", EDITIONS)
@pytest.mark.parametrize("name", PAGES)
def test_a_document_is_no_longer_than_it_may_be(
    site: Path, printed: Path, name: str, code: str, form: str
) -> None:
    """A strategy that those who decide can read has three pages, a chapter two, and a control one
    sheet. A case paper and a routine have at most four pages."""
    pages = len(pages_of(site, printed, name, code, form))
    assert pages <= PAGES[name]
    assert pages == PAGES[name] or name not in EXACT


@pytest.mark.parametrize("form", [*PRINTED, "pdf"])
@pytest.mark.parametrize("code", EDITIONS)
def test_no_last_page_is_nearly_empty(site: Path, printed: Path, code: str, form: str) -> None:
    """The list of those whose last page is, with how far down the text reaches on it."""
    ends = {d.id: pages_of(site, printed, d.id, code, form)[-1] for d in WRITTEN}
    assert {name: end for name, end in ends.items() if end < LEAST} == {}


@pytest.mark.parametrize("code", EDITIONS)
def test_the_card_of_the_chapter_has_one_line_for_each_hint(content: Content, code: str) -> None:
    """Counted, so that whoever makes a hint longer is told before any document is laid out."""
    source = manuscript(View.of(content, code), ROOT, BY_ID["kapittel"])
    asked = [prompt for prompt in source.prompts if prompt.is_asked]
    assert asked
    assert not [p.id for p in asked if max(len(p.label), len(p.hint)) > HINT]


@pytest.mark.parametrize("form", PRINTED)
def test_no_line_ends_within_a_range(printed: Path, form: str) -> None:
    """«§§ 5e–» at the end of a line and «5h» on the next read as two things."""
    path = printed / form / "ranges.pdf"
    read = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    text = re.sub("[\ufeff\u2060]", "", read.stdout.decode())
    assert text.count("5e–5h") == text.count("2027–2030") == LINES
