"""What editors and systems leave behind is not there; what is no plain file is refused before it
is read."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.checks import check_project
from macros.checks.theme import check_theme
from macros.content import files, load
from macros.content.files import check_files, entries, is_left_behind, project_files
from macros.content.yaml_file import YamlFile
from macros.content.yaml_source import read_bytes
from macros.lawwatch.watch import citing
from macros.link_check import external_links
from macros.site.bundles import sources, watched

from .conftest import MINI, ROOT, build

LEFT = (
    ".om.md.swp", ".DS_Store", ".#om.md", "#om.md#", "om.md~", "4913", "om.md.orig", "om.md.bak",
    ".~lock.om.md#",
    "~$om.docx", "Thumbs.db", "desktop.ini", "Icon\r", "om.md.tmp", "om.swo", "om.md.rej",
)  # fmt: skip
FOLDERS = (
    "docs/nn",
    "docs/nb/sporsmal",
    "docs/data",
    "docs/data/questions",
    "docs/templates",
    "examples",
)
BAD = "Her skal det berre liggje vanlege filer og mapper. Ta bort dette."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project, to be filled with what should not be there."""
    return shutil.copytree(MINI, tmp_path / "project")


def _checked(project: Path) -> list[str]:
    load.cache_clear()
    return [str(problem) for problem in check_project(project)[1]]


def test_what_is_left_behind_changes_nothing(project: Path) -> None:
    """In any folder, with anything in it; a lock of Emacs is a link that leads nowhere."""
    before = _checked(project)
    for folder in FOLDERS:
        (project / folder).mkdir(parents=True, exist_ok=True)
        for name in LEFT:
            (project / folder / name).write_bytes(b"\xff: [")
        (project / folder / ".#index.md").symlink_to("somebody@somewhere.1234")
        (project / folder / ".git").mkdir()
    shutil.rmtree(project / "docs/templates")
    assert _checked(project) == before
    assert not [name for name in LEFT if not is_left_behind(Path(name))]
    meant = ("om.md", "bo-kommune.yml", "README.md", "tmp.md", "a#b.md")
    assert not [name for name in meant if is_left_behind(Path(name))]


def test_what_is_left_behind_is_not_published(small_project: Path, tmp_path: Path) -> None:
    """Nor does it stop a build."""
    assert build(small_project, tmp_path / "before").returncode == 0
    for name in LEFT:
        (small_project / "docs/nn" / name).write_bytes(b"\xff: [")
    done = build(small_project, tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert _names(tmp_path / "site") == _names(tmp_path / "before")


def test_whoever_lists_files_leaves_out_what_is_left_behind(project: Path) -> None:
    """The list of links, the places that cite a section, the bundles, and the templates."""
    shutil.copytree(ROOT / "docs/theme", project / "docs/theme")
    (project / "browser/site").mkdir(parents=True)
    (project / "browser/site/menu.js").touch()

    def listed() -> list[object]:
        return [
            external_links(project),
            citing(project, "loa-5i"),
            sorted(sources(project)),
            sorted(watched(project)),
            entries(project / "examples"),
            list(check_theme(project, load(project))),
        ]

    before = listed()
    assert all(before[:4])
    for folder in (*FOLDERS, "docs/theme", "browser", "browser/site"):
        for name in (*LEFT, ".#x.html", ".#x.yml"):
            (project / folder).mkdir(parents=True, exist_ok=True)
            (project / folder / name).write_bytes(b"\xff https://example.no loa-5i label('x')")
    assert listed() == before


# Who runs the tests as root may open everything, unless the system takes that from a process
_COMMANDS = """
import sys
from macros.__main__ import main
for command in sys.argv[2:]:
    print(command, main(["--root", sys.argv[1], *command.split()]), file=sys.stderr)
"""


def _as_anybody() -> None:
    """Give up the right of root to open every file (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH)."""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability)  # PR_CAPBSET_DROP


def _run(project: Path, *commands: str) -> list[str]:
    """What the commands say of what is wrong, in order, with the exit status of each."""
    done = subprocess.run(
        [sys.executable, "-c", _COMMANDS, str(project), *commands],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=_as_anybody,
    )
    return done.stderr.replace(f"{project}/", "").splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights than these")
def test_a_closed_folder_is_one_line_of_every_command(project: Path) -> None:
    """It is never taken for an empty one. Nor may a command that cannot write say nothing."""
    closed = project / "examples"
    closed.chmod(0)
    told = "examples: Løyve manglar. Gi deg sjølv løyve, eller vel ei anna mappe."
    try:
        assert _run(project, "check", "links", "forms", "law check x") == [
            "examples:1: Mappa kan ikkje opnast. Gi deg sjølv løyve til å lese mappa.",
            "1 feil.",
            "check 1",
            *(
                line
                for command in ("links", "forms", "law check x")
                for line in (told, f"{command} 1")
            ),
        ]
        closed.chmod(0o755)
        (project / "docs/data").chmod(0o555)
        told = told.replace("examples", "docs/data/law-compared.yml")
        assert _run(project, "law record x")[-2:] == [told, "law record x 1"]
    finally:
        closed.chmod(0o755)
        (project / "docs/data").chmod(0o755)


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def _link_out(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _link_to_folder(path: Path) -> None:
    path.symlink_to("/etc")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


STRANGE = (_link_out, _link_to_folder, _link_to_itself, _endless, os.mkfifo)


@pytest.mark.parametrize("make", STRANGE)
@pytest.mark.parametrize(
    "place",
    ["docs/nn/x.txt", "docs/nb/x.md", "docs/data/x.yml", "docs/data/questions/x.yml",
    "docs/theme/x.html",
     "docs/templates/strategi.nn.md", "examples/x.yml"],
)  # fmt: skip
def test_what_is_no_plain_file_is_refused(
    project: Path, make: Callable[[Path], None], place: str
) -> None:
    """Wherever it lies, in one line, without being opened."""
    (project / place).parent.mkdir(parents=True, exist_ok=True)
    make(project / place)
    told = (
        BAD.replace(" og mapper.", ", ei for kvart døme.") if place.startswith("examples") else BAD
    )
    assert _checked(project) == [f"{place}:1: {told}"]


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    """Whoever reads a single file is safe too."""
    os.mkfifo(tmp_path / "x.yml")
    file = YamlFile("x.yml")
    assert read_bytes(tmp_path / "x.yml", file) is None
    assert len(file.problems) == 1


def test_what_nobody_may_read_is_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be opened is not an empty one."""
    monkeypatch.setattr(files.os, "access", lambda path, mode: path.name != "om.md")
    (project / "docs/nn/om.md").write_text("x", encoding="utf-8")
    assert [str(fault) for fault in check_files(project)] == [
        "docs/nn/om.md:1: Fila kan ikkje opnast. Gi deg sjølv løyve til å lese mappa."
    ]
    walk, closed = os.walk, project / "docs/nn"

    def refusing(top: Path, onerror: Callable[[OSError], None]) -> object:
        if top == project / "docs":
            onerror(PermissionError(13, "Permission denied", str(closed)))
        return walk(top, onerror=onerror)

    monkeypatch.setattr(files.os, "walk", refusing)
    assert "docs/nn:1: Mappa kan ikkje opnast. Gi deg sjølv løyve til å lese mappa." in map(
        str, check_files(project)
    )


def test_files_are_listed_in_order_and_below(tmp_path: Path) -> None:
    """Plain files whose names fit."""
    for name in ("b.md", "a/c.md", "a.txt", "a/.git/d.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert project_files(tmp_path, "*.md") == [tmp_path / "a/c.md", tmp_path / "b.md"]
    assert project_files(tmp_path / "missing") == []
    assert main(["--root", str(MINI), "check"]) in (0, 1)
