"""What whole pages say, held against the text in `tests/golden/`, which `page_text.py` makes."""

from __future__ import annotations

import difflib

import pytest
from bs4 import BeautifulSoup

from macros.content import EDITIONS

from .page_text import FOLDER, RENEW, page_text

# One page of each kind. The example is older than the duty to have a strategy, has a setback, and
# speaks of both questions and measures.
PAGES = {
    "question": "sporsmal/kapasitet/",
    "measure": "grep/04-kontraktskjede/",
    "example": "eksempel/fredrikstad-kommune-fredrikstadmodellen/",
    "law": "regelverk/",
    "glossary": "ordliste/",
    "catalogue": "eksempel/",
    "download": "nedlasting/strategi/",
}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_says_what_it_said(
    kind: str, edition: str, pages: dict[str, BeautifulSoup], request: pytest.FixtureRequest
) -> None:
    """Word for word, with its links, ids and what it tells assistive technology."""
    file = FOLDER / edition / f"{kind}.txt"
    found = page_text(pages[("nb/" if edition == "nb" else "") + PAGES[kind]])
    if request.config.getoption("--renew-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found, encoding="utf-8")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    if found != kept:
        before, now = kept.splitlines(), found.splitlines()
        diff = difflib.unified_diff(
            before, now, f"tests/golden/{edition}/{kind}.txt", "the built page", lineterm=""
        )
        renew = f"If this change is meant, renew what is kept:  {RENEW}"
        pytest.fail("\n".join([*diff, "", renew]), pytrace=False)


def test_nothing_is_kept_that_is_not_compared() -> None:
    """A golden page that no test reads would look as if it held something."""
    kept = {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*") if file.is_file()}
    assert kept == {f"{edition}/{kind}.txt" for edition in EDITIONS for kind in PAGES}
