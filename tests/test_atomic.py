"""A build that is killed leaves a whole site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.site import output
from macros.site.output import Output

from .conftest import MINI, ROOT

HOOKS = """
from macros.site import hooks
from macros.site.hooks import on_config, on_env, on_post_build, on_post_page, on_post_template, on_startup

hooks.check_templates = lambda *_: []  # documents have no part in this, and take most of the time
"""
NAV = "nav:\n  - index.md\n  - Om: [om.md]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with our theme, our settings and our hooks."""
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "theme", tmp_path / "docs" / "theme")
    labels = (ROOT / "docs/data/labels.yml").read_text()
    (tmp_path / "docs/data/labels.yml").write_text(re.sub(r" ?\[@[\w-]+\]", "", labels))  # their sources are not here
    (tmp_path / "hooks.py").write_text(HOOKS)
    for name in ("mkdocs.yml", "mkdocs.nb.yml"):
        settings = (ROOT / name).read_text().split("nav:\n")[0] + NAV
        for old, new in (("macros/site/hooks.py", "hooks.py"), ("module_name: macros", ""), ("docs, macros,", "docs,")):
            settings = settings.replace(old, new)
        (tmp_path / name).write_text(settings)
    for edition in ("nn", "nb"):
        page = "---\ntitle: {}\ndescription: Ei side.\ndate: 2026-11-24\n---\n# Overskrift\n\nEi plikt [@loa-5i].\n"
        for name in ("index", "om"):
            (tmp_path / "docs" / edition / f"{name}.md").write_text(page.format(name))
    return tmp_path


def test_fifty_killed_builds_leave_fifty_whole_sites(project: Path) -> None:
    """SIGKILL at random moments, many of them where the new site takes the place of the old."""
    command = [sys.executable, str(ROOT / "tests" / "killed_builds.py"), str(project), "50"]
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
