"""The corpus of bad contributions, `tests/bad/`: each file has one fault, and beside it stands what is told of it.

A new case is two files: the bad one, and the expected lines in a .txt with the same name. A bad example lies in
`examples/` under its own name; `data/sources.x.yml` takes the place of `sources.yml`, a page that of the front page,
and a template that of the chapter's, each in a copy of the small project in `tests/mini/`.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.content import load
from macros.documents import DOCUMENTS

from .conftest import MINI, ROOT

BAD = ROOT / "tests/bad"
EXAMPLE = MINI / "examples/bo-kommune-strategi.yml"
TOP = "---\ntitle: Mal\nwho: Alle\nwhen: No\n---\n\n# Mal\n"


def _cases(kind: str) -> list[Path]:
    return sorted(path for path in (BAD / kind).iterdir() if path.suffix != ".txt")


def _place(project: Path, case: Path) -> Path:
    """Where in the project the file of `case` belongs."""
    kind, name = case.parent.name, case.name.split(".")[0]
    if kind == "data":
        return next((project / "docs/data").rglob(f"{name}.yml"))
    places = {"pages": "docs/nn/index.md", "templates": "docs/templates/kapittel.nn.md"}
    return project / places.get(kind, f"examples/{case.name}")


def _told(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """Status of `check`, and its lines but the last, which counts them."""
    load.cache_clear()
    status = main(["--root", str(project), "check"])
    *lines, count = capsys.readouterr().err.splitlines() or ["0 feil."]
    assert count == f"{len(lines)} feil."
    return status, lines


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, to break."""
    return shutil.copytree(MINI, tmp_path / "project")


@pytest.fixture
def templated(project: Path) -> Path:
    """The small project with a template for every document, and all the words they use."""
    labels = (ROOT / "docs/data/labels.yml").read_text()
    (project / "docs/data/labels.yml").write_text(re.sub(r"\[@[a-z0-9-]+\]", "[@loa]", labels))
    (project / "docs/templates").mkdir()
    for name in (ROOT / "docs/templates").iterdir():
        (project / "docs/templates" / name.name).write_text(TOP)
    return project


@pytest.mark.parametrize("case", [*_cases("examples"), *_cases("data"), *_cases("pages")], ids=lambda case: case.stem)
def test_a_bad_file_gives_its_lines(project: Path, capsys: pytest.CaptureFixture[str], case: Path) -> None:
    """File, line, what is wrong and how to mend it, nothing else, and status 1."""
    shutil.copy(case, _place(project, case))
    assert _told(project, capsys) == (1, case.with_suffix(".txt").read_text().splitlines())
