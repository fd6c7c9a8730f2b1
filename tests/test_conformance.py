"""Every page is HTML as W3C's own checker reads it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from .conftest import ROOT

CHECKER = ROOT / "tests/node/node_modules/vnu-jar/build/dist/vnu.jar"


def faults(folder: Path) -> list[str]:
    """What the checker calls an error in any HTML file under `folder`: file, line, message and
    where."""
    assert CHECKER.is_file(), "the checker is missing: make tests/node/node_modules/ready"
    done = subprocess.run(
        [
            "java",
            "-jar",
            str(CHECKER),
            "--errors-only",
            "--skip-non-html",
            "--format",
            "json",
            str(folder),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        f"{message['url'].removeprefix(f'file:{folder}')}:{message.get('lastLine')}:"
        f" {message['message']} {message.get('extract', '')}"
        for message in json.loads(done.stderr)["messages"]
    ]


def test_no_page_has_an_error(site: Path) -> None:
    """Both editions, the pages for unknown addresses and those that lead on; one run for all of
    them."""
    assert len(list(site.rglob("*.html"))) > 150
    assert faults(site) == []


def test_an_error_would_be_told(tmp_path: Path) -> None:
    """So that silence means something."""
    wrong = {
        "a": '<input type="checkbox" autocomplete="off">',
        "b": '<p id="x"></p><p id="x"></p>',
        "c": "<ul><p>Nei</p></ul>",
    }
    for name, body in wrong.items():
        head = '<!doctype html><html lang="nn"><head><meta charset="utf-8"><title>A</title></head>'
        (tmp_path / f"{name}.html").write_text(f"{head}<body>{body}</body></html>")
    assert {fault.split(".")[0] for fault in faults(tmp_path)} == {"/a", "/b", "/c"}
