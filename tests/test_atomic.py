"""Builds that are killed, fail, or run side by side leave a whole site, and nothing beside it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.site import output
from macros.site.output import Output, OutputError
from tools.killed_builds import whole

from .conftest import ROOT, build


def test_fifty_killed_builds_leave_fifty_whole_sites(small_project: Path) -> None:
    """SIGKILL at random moments, many of them where the new site takes the place of the old."""
    command = [sys.executable, "-m", "tools.killed_builds", str(small_project), "50"]
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
def test_the_new_site_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, able: bool
) -> None:
    """Also where two folders cannot change names in one step. Nothing is left beside it."""
    if not able:
        monkeypatch.setattr(output, "_exchange", lambda *_: False)
    place = Output(_site(tmp_path / "site", "gammal"))
    (place.begin() / "index.html").write_text("ny")
    assert (tmp_path / "site" / "index.html").read_text() == "gammal"
    place.finish([])
    assert (tmp_path / "site" / "index.html").read_text() == "ny"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_lost_between_two_renames_is_put_back(tmp_path: Path) -> None:
    """By the next build, before it begins."""
    _site(tmp_path / "site.old", "gammal")
    Output(tmp_path / "site").begin()
    assert (tmp_path / "site" / "index.html").read_text() == "gammal"


def test_names_are_exchanged_in_one_step_on_linux(tmp_path: Path) -> None:
    """On the systems that publish the site there is no moment without one; what cannot be
    exchanged is left alone."""
    one, other = _site(tmp_path / "one", "1"), _site(tmp_path / "other", "2")
    if sys.platform in ("linux", "darwin"):
        assert output._exchange(one, other)
        assert (one / "index.html").read_text() == "2"
    assert not output._exchange(one, tmp_path / "missing")


def test_builds_side_by_side_all_leave_a_whole_site(small_project: Path, tmp_path: Path) -> None:
    """Whenever one of them looks, the site is whole and the same; in the end nothing lies beside
    it."""
    assert build(small_project, tmp_path / "site").returncode == 0
    alone = whole(tmp_path / "site")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    running = []
    for _ in range(3):
        running.append(subprocess.Popen(command, cwd=small_project, stderr=subprocess.PIPE))
        time.sleep(0.2)
    while any(one.poll() is None for one in running):
        assert (tmp_path / "site" / "nb" / "index.html").exists()
    assert [one.communicate()[1] and one.returncode for one in running] == [0, 0, 0]
    assert whole(tmp_path / "site") == alone
    assert _beside(tmp_path) == []


def _beside(folder: Path) -> list[str]:
    """What lies in `folder` besides the site and the project."""
    return sorted(path.name for path in folder.iterdir() if path.name not in ("site", "small"))


def test_a_folder_that_is_in_use_is_left_alone_and_a_dead_one_is_cleared_away(
    tmp_path: Path,
) -> None:
    """A build that is killed says nothing; the next one sees that nobody holds its folder any
    more."""
    for name in ("site.new", "site.new.dead", "site.news"):
        (tmp_path / name).mkdir()
    one, other = Output(tmp_path / "site"), Output(tmp_path / "site")
    first, second = one.begin(), other.begin()
    assert {path.name for path in tmp_path.iterdir()} == {first.name, second.name, "site.news"}
    del one
    assert not first.exists() and second.exists()


def test_a_site_with_a_file_gone_is_never_put_in_place(tmp_path: Path) -> None:
    """Whoever took it away: somebody who cleans the disk, or another program."""
    place = Output(_site(tmp_path / "site", "gammal"))
    folder = place.begin()
    (folder / "index.html").write_text("ny")
    with pytest.raises(OutputError, match=r"om\.html vart borte medan nettstaden vart bygd"):
        place.finish([folder / "index.html", folder / "om.html"])
    assert (tmp_path / "site" / "index.html").read_text() == "gammal"


@pytest.mark.parametrize(
    "fault", ["logging.getLogger('mkdocs').warning('x')", "raise OSError(28, '')"]
)
def test_a_build_that_fails_changes_nothing(
    small_project: Path, tmp_path: Path, fault: str
) -> None:
    """A warning, after which MkDocs stops at the very end, and what stops it midway: the old
    site stands as it was, and nothing lies beside it."""
    assert build(small_project, tmp_path / "site").returncode == 0
    before = whole(tmp_path / "site")
    page = small_project / "docs" / "nn" / "om.md"
    page.write_text(page.read_text() + "\nNy tekst.\n")
    with (small_project / "hooks.py").open("a", encoding="utf-8") as hooks:
        hooks.write(f"import logging\ndef on_pre_build(config):\n    {fault}\n")
    done = build(small_project, tmp_path / "site")
    assert done.returncode == 1
    assert whole(tmp_path / "site") == before
    assert _beside(tmp_path) == []


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    """The site is written where it points, also when there is nothing there yet."""
    (tmp_path / "site").symlink_to("elsewhere/www")
    for words in ("ein", "to"):
        place = Output(tmp_path / "site")
        (place.begin() / "index.html").write_text(words)
        place.finish([])
        assert (tmp_path / "site").is_symlink()
        assert (tmp_path / "elsewhere" / "www" / "index.html").read_text() == words
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["www"]


def test_what_cannot_be_the_site_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file, a link to itself, a mounted disk, and a place where nothing can be written."""
    file, circle = tmp_path / "file", tmp_path / "circle"
    file.write_text("mi fil")
    circle.symlink_to(circle)
    mounted = _site(tmp_path / "mounted", "x")
    monkeypatch.setattr(output.os.path, "ismount", lambda path: path == mounted)
    for site, told in (
        (file, "Her ligg ei fil"),
        (circle, "Lenkja viser til seg sjølv"),
        (mounted, "monteringspunkt"),
        (file / "site", "Mappa kan ikkje skrivast"),
        (Path("/proc/site"), "Mappa kan ikkje skrivast"),
    ):
        with pytest.raises(OutputError, match=told) as error:
            Output(site).begin()
        assert "\n" not in str(error.value) and str(site) in str(error.value)
    assert file.read_text() == "mi fil"
