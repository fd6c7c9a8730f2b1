"""What holds for «Lag strategien» and «Kvar står de?» alike."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

SCRIPTS = {"lag": "builder.js", "status": "status-tool.js"}
"""The script of each tool, by the address of its page."""


@pytest.mark.parametrize(("page", "script"), SCRIPTS.items())
def test_nothing_of_it_is_on_other_pages(site: Path, page: str, script: str) -> None:
    """The script is loaded where it is used, and the parts when somebody makes a file."""
    pages = [
        path
        for path in site.rglob("index.html")
        if f"scripts/{script}" in path.read_text(encoding="utf-8")
    ]
    assert {path.parent.relative_to(site).as_posix() for path in pages} == {page, f"nb/{page}"}


@pytest.mark.parametrize("script", SCRIPTS.values())
def test_the_script_is_small(site: Path, script: str) -> None:
    """25 kB is what a page may cost before anything is made, with what the tools share."""
    assert len(gzip.compress((site / "assets/scripts" / script).read_bytes())) <= 25_000
