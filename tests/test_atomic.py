"""A build that is killed leaves a whole site."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.site import output
from macros.site.output import Output

from .conftest import ROOT


def test_fifty_killed_builds_leave_fifty_whole_sites(small_project: Path) -> None:
    """SIGKILL at random moments, many of them where the new site takes the place of the old."""
    command = [sys.executable, str(ROOT / "tests" / "killed_builds.py"), str(small_project), "50"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    seen, killed = done.stdout.split()[-2:]
    assert len(seen) == 50 and set(seen) <= {"a", "b"}, seen
    assert int(killed) >= 25, "too many builds were over before they were killed"


def _site(folder: Path, words: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(words)
    return folder


@pytest.mark.parametrize("able", [True, False])
def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, able: bool) -> None:
    """Also where two folders cannot change names in one step. Nothing is left beside it."""
    if not able:
        monkeypatch.setattr(output, "_exchange", lambda *_: False)
    place = Output(_site(tmp_path / "site", "gammal"))
    (place.begin() / "index.html").write_text("ny")
    assert (tmp_path / "site" / "index.html").read_text() == "gammal"
    place.finish()
    assert (tmp_path / "site" / "index.html").read_text() == "ny"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_lost_between_two_renames_is_put_back(tmp_path: Path) -> None:
    """By the next build, before it begins."""
    _site(tmp_path / "site.old", "gammal")
    Output(tmp_path / "site").begin()
    assert (tmp_path / "site" / "index.html").read_text() == "gammal"


def test_names_are_exchanged_in_one_step_on_linux(tmp_path: Path) -> None:
    """On the systems that publish the site there is no moment without one; what cannot be exchanged is left alone."""
    one, other = _site(tmp_path / "one", "1"), _site(tmp_path / "other", "2")
    if sys.platform in ("linux", "darwin"):
        assert output._exchange(one, other)
        assert (one / "index.html").read_text() == "2"
    assert not output._exchange(one, tmp_path / "missing")
