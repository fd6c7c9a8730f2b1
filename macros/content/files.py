"""Which files of the project are meant: not what editors and systems leave behind, and nothing but plain files.

Everything that lists files of the project does it here. A link could publish a file from anywhere on the machine, and a
device or a pipe can be read for ever."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from .problems import Problem

_LEFT = (
    "*~", "~$*", "#*#", ".#*", "*.sw[opx]", "*.kate-swp", "4913", "*.orig", "*.rej", "*.bak", "*.tmp", "*.part",
    ".~lock.*", "._*", ".ds_store", ".localized", ".directory", ".trash*", ".nfs*", ".fuse_hidden*", ".git*", ".idea",
    ".vscode", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "__pycache__",
)  # fmt: skip
"""Editors, merges, half a download, and what Windows, macOS and network disks put into folders. Another hidden file is
one that somebody has given a wrong name, and is told of as such."""


def is_left_behind(path: Path) -> bool:
    """Whether nobody has meant the file or folder `path` to be there; of its place only the last name counts."""
    return any(fnmatchcase(path.name.lower(), pattern) for pattern in _LEFT)


def project_files(folder: Path, pattern: str = "*") -> list[Path]:
    """The plain files in `folder` and below that somebody has meant, whose names fit `pattern`, in order."""
    return sorted(path for path in _entries(folder) if fnmatchcase(path.name, pattern) and _is_plain(path))


def check_files(root: Path) -> list[Problem]:
    """Everything in the content of the project at `root` that is no plain file, and every folder nobody may read.

    To be asked before anything is read: of what is told here, no one knows what it leads to, or when it ends."""
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        place = Path(error.filename).relative_to(root).as_posix()
        problems.append(Problem(place, 1, "Mappa kan ikkje opnast. Gi deg sjølv løyve til å lese henne."))

    for folder in ("docs", "examples"):
        for path in _entries(root / folder, unreadable):
            if folder == "examples":
                continue  # each is looked at, and never followed, where examples are read
            if not _is_plain(path):
                told = "Her skal det berre liggje vanlege filer og mapper. Ta bort dette."
                problems.append(Problem(path.relative_to(root).as_posix(), 1, told))
            elif not os.access(path, os.R_OK):
                told = "Fila kan ikkje opnast. Gi deg sjølv løyve til å lese henne."
                problems.append(Problem(path.relative_to(root).as_posix(), 1, told))
    return problems


def _entries(folder: Path, unreadable: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """All in `folder` and below but folders; a link to a folder is an entry, and not followed."""
    for place, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in links and not is_left_behind(here / name)]
        yield from (here / name for name in (*files, *links) if not is_left_behind(here / name))


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # gone since it was listed
        return False
