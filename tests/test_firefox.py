"""The main tasks in another browser than all other tests use."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any

import pytest

from bench.search.quality import NODE
from macros import ROOT

from .conftest import CAPACITY


@pytest.fixture(scope="module")
def walk(address: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Firefox saw on a walk through the site, and what it complained of."""
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    assert firefox, "Firefox is missing: run tests/debian-packages.sh"
    folder = tmp_path_factory.mktemp("firefox")
    done = subprocess.run(
        [NODE, "tests/node/firefox.mjs", firefox, address, str(folder)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_the_main_tasks_are_done_in_firefox(walk: dict[str, Any]) -> None:
    """The front page is read, a hit of the search is followed, a point is ticked, the catalogue
    is narrowed down, a template comes as a Word file, the form tells of a link that is none, a
    chapter is made in the browser, and a plan of what the law demands and is missing."""
    seen = walk["seen"]
    assert seen["home"]
    assert seen["search"] == "9. Gjennomfør kontrollar"
    assert seen["checklist"] == f"1 av {CAPACITY} gjort"
    assert 0 < seen["catalogue"] < 20
    assert seen["download"] == ["strategi-nn.docx"]
    assert seen["form"] == 1
    assert seen["status"] == {
        "told": "Lovkrava: 0 av 25 på plass, 1 å rette. Ikkje svart: 24.",
        "files": 1,
    }
    assert seen["builder"] == {"kept": "Bø kommune", "named": True, "files": 1}


def test_firefox_complains_of_nothing(walk: dict[str, Any]) -> None:
    """No error, no warning, and nothing that the policy has to refuse: Firefox fetches what a
    page says is next."""
    assert walk["errors"] == []
