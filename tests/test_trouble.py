"""A full disk, a closed folder and a wrong setting are one Norwegian line, and leave nothing
half made."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.trouble import SettingError, given_moment, told

from .conftest import MINI


@pytest.mark.parametrize(
    "value", ["abc", "-1", "1.5", " 1", "1e9", "٣", "99999999999999", "9" * 5000]
)
def test_a_moment_that_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    """What it is, and what it can be."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(SettingError, match="Skriv talet på sekund sidan 1970"):
        given_moment()
    if main(["--root", str(MINI), "check"]) == 0:
        assert main(["--root", str(MINI), "check", "--due"]) == 1
        assert "SOURCE_DATE_EPOCH er «" in capsys.readouterr().err


@pytest.mark.parametrize(("value", "moment"), [("", None), ("0", datetime(1970, 1, 1, tzinfo=UTC))])
def test_a_moment_is_read(
    monkeypatch: pytest.MonkeyPatch, value: str, moment: datetime | None
) -> None:
    """Empty is as good as not set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert given_moment() == moment


def _fails(project: Path, site: Path, largest: int | None = None, **environment: str) -> str:
    """What a build that must fail says last."""

    def limit() -> None:
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(
        command,
        cwd=project,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    return done.stdout.strip().splitlines()[-1]


def test_a_build_that_cannot_go_on_says_why_and_leaves_nothing(
    small_project: Path, tmp_path: Path
) -> None:
    """No room for a file of the site, and a moment that is none."""
    site = tmp_path / "out" / "site"
    assert "Fila blir større enn disken tillèt." in _fails(small_project, site, largest=4_000)
    assert "SOURCE_DATE_EPOCH er «abc»." in _fails(small_project, site, SOURCE_DATE_EPOCH="abc")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    "command", [["write", "/proc/x"], ["write", "/dev/null/x"], ["zip", "/proc/x/y.zip"]]
)
def test_a_command_that_cannot_write_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """Where it is, what is wrong, and nothing more."""

    def refuse(*_: object) -> int:
        Path(command[1]).mkdir(parents=True)
        return 0

    monkeypatch.setattr("macros.__main__._write", refuse)
    monkeypatch.setattr("macros.__main__._zip", refuse)
    assert main(command) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_label_that_a_command_lacks_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The small project has no words for the form."""
    assert main(["--root", str(shutil.copytree(MINI, tmp_path / "project")), "forms"]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert "Ein tekst som nettstaden bruker, manglar: «issue.intro» finst ikkje." in line


def test_every_fault_of_a_machine_has_a_line() -> None:
    """Also one nobody has thought of."""
    assert (
        told(OSError(28, "No space left on device", "site/x"))
        == "site/x: Disken er full. Frigjer plass."
    )
    assert (
        told(OSError(113, "No route to host"))
        == "Maskina melder feil EHOSTUNREACH ved lesing eller skriving."
    )
    assert "TimeoutError" in told(TimeoutError())
