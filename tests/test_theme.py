"""What we inherit from Material. When it changes, ours must be looked at."""

from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from bs4 import BeautifulSoup

from tools.theme import SUMS, checksum, recorded, theirs

from .conftest import ROOT

WHAT_TO_DO = """
{name} has changed upstream, and docs/theme/ stands on it. It was last looked at in
    {stood}
Compare the two releases (pip download --no-deps, unzip, diff), take what our template needs,
look at the pages in a
browser, and then write down that it has been done:
    python -m tools.theme
"""


@pytest.mark.parametrize("name", theirs())
def test_a_template_we_inherit_is_as_we_last_saw_it(name: str) -> None:
    """Else a mended fault or a new hook of theirs would pass us by."""
    stood = SUMS.read_text().splitlines()[0].removeprefix("# ")
    assert checksum(theirs()[name]) == recorded().get(name), WHAT_TO_DO.format(
        name=name, stood=stood
    )


def test_every_template_we_inherit_is_recorded() -> None:
    """And nothing that ours no longer ask for."""
    assert recorded().keys() == theirs().keys()
    assert {"base.html", ".icons/material/magnify.svg"} <= theirs().keys()


def test_no_page_has_what_only_a_script_of_material_would_use(site: Path) -> None:
    """Its switches, its dialog, its hooks for scripts, and its guard against one of them."""
    paths = sorted(site.rglob("*.html"))
    assert len(paths) > 100
    for path in paths:
        dead = re.findall(
            r"__md_|md-toggle|md-overlay|md-dialog|data-md-|no-js|\"alternate \"", path.read_text()
        )
        assert dead == [], path


def test_a_release_alone_is_no_change(tmp_path: Path) -> None:
    """Version and hashes of its files aside; a changed attribute is a change."""
    file = tmp_path / "base.html"
    sums = []
    for text in (
        '<a class="x">mkdocs-material-9.8.1 main.57a0d79d.min.css',
        '<a class="x">mkdocs-material-9.9.0 main.0a1b2c3d.min.css',
        '<a class="y">mkdocs-material-9.8.1 main.57a0d79d.min.css',
    ):
        file.write_text(text)
        sums.append(checksum(file))
    assert sums[0] == sums[1] != sums[2]


def test_no_style_of_theirs_that_a_page_uses_is_left_out(pages: dict[str, BeautifulSoup]) -> None:
    """Else browser/styles.js has not found where a page gets a class from."""
    sheet = next(Path(material.__file__).parent.glob("templates/assets/stylesheets/main.*.css"))
    used = {
        name
        for page in pages.values()
        for tag in page.find_all(class_=True)
        for name in tag["class"]
    }
    left_out = _selectors(sheet) - _selectors(ROOT / "docs/theme/assets/styles.css")
    assert len(left_out) > 100
    assert [classes for classes in left_out if classes <= used] == []


def _selectors(sheet: Path) -> set[frozenset[str]]:
    """The classes of each selector."""
    text = re.sub(r"url\([^)]*\)", "", sheet.read_text(encoding="utf-8"))
    selectors = (
        selector for start in re.findall(r"([^{}]+)\{", text) for selector in start.split(",")
    )
    return {frozenset(re.findall(r"\.(-?[A-Za-z_][\w-]*)", selector)) for selector in selectors}
