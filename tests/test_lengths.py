"""How many pages a document has as it is downloaded, with its card, guidance and sources."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest

from macros.content import EDITIONS
from macros.documents import BY_ID

from .test_documents import file_of

PAGES = {"strategi": 3, "kapittel": 2, "kontrollskjema": 2}
"""The documents that have a limit, and the pages they may take."""
PRINTED = ("docx", "odt")
"""The formats whose pages are only known when a program has laid them out."""


@pytest.fixture(scope="module")
def printed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each format in PRINTED, with the documents as LibreOffice prints them."""
    out = tmp_path_factory.mktemp("printed")
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    for form in PRINTED:
        files = [file_of(site, BY_ID[name], code, form) for name in PAGES for code in EDITIONS]
        done = subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", out / form,
             *files],
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    return out


@pytest.mark.parametrize("form", [*PRINTED, "pdf"])
@pytest.mark.parametrize("code", EDITIONS)
@pytest.mark.parametrize("name", PAGES)
def test_a_document_is_no_longer_than_it_may_be(
    site: Path, printed: Path, name: str, code: str, form: str
) -> None:
    """A strategy that those who decide can read has three pages, a chapter two, and a control one
    sheet."""
    path = printed / form / f"{name}-{code}.pdf"
    if form == "pdf":
        path = file_of(site, BY_ID[name], code, form)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == PAGES[name]
