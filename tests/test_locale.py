"""Nothing passes through the machine's locale or clock zone: not files, not programs, not the
screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.content import Content, View
from macros.documents import BY_ID, FORMATS, manuscript
from tools.killed_builds import whole

from .conftest import MINI, ROOT, build

LEGACY = {
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "TZ": "Pacific/Kiritimati",
}
"""A machine that knows only ASCII, where it is tomorrow already."""


@pytest.mark.parametrize("form", ["docx", "odt", "pdf", "md"])
def test_a_document_is_the_same_under_any_locale(
    content: Content, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """Titles with Norwegian letters reach pandoc as they are."""
    source = manuscript(View.of(content, "nn"), ROOT, BY_ID["handlingsplan"])
    assert "å" in source.title
    made = FORMATS[form].write(source)
    for name, value in LEGACY.items():
        monkeypatch.setenv(name, value)
    assert FORMATS[form].write(source) == made


def test_a_site_is_the_same_under_any_locale(small_project: Path, tmp_path: Path) -> None:
    """Byte for byte; and a fault is told in letters, not in question marks."""
    assert build(small_project, tmp_path / "site").returncode == 0
    assert build(small_project, tmp_path / "legacy", **LEGACY).returncode == 0
    assert whole(tmp_path / "legacy") == whole(tmp_path / "site")
    (small_project / "docs/nb/om.md").unlink()
    done = build(small_project, tmp_path / "legacy", **LEGACY, PYTHONIOENCODING="latin-1")
    assert "Alle målformer skal ha alle sider." in done.stdout


@pytest.mark.parametrize("encoding", ["", "latin-1", "ascii"])
def test_what_is_printed_is_utf8(encoding: str) -> None:
    """Whatever the terminal is said to hold."""
    done = subprocess.run(
        [sys.executable, "-m", "macros", "--root", str(MINI), "check"],
        env={**os.environ, **LEGACY, "PYTHONIOENCODING": encoding},
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert "døme." in done.stdout.decode()
