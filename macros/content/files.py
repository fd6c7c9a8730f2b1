"""List the files of the project that somebody put there on purpose, and only plain files.

All code that lists files does so through this module. It leaves out what editors and operating
systems leave behind, symbolic links, which could publish a file from anywhere on the machine, and
devices and pipes, which can be read for ever."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase, translate
from pathlib import Path

from .problems import Problem

_LEFT = (
    "*~", "~$*", "#*#", ".#*", "*.sw[opx]", "*.kate-swp", "4913", "*.orig", "*.rej", "*.bak",
    "*.tmp", "*.part",
    ".~lock.*", "._*", ".ds_store", ".localized", ".directory", ".trash*", ".nfs*", ".fuse_hidden*",
    ".git*", ".idea",
    ".vscode", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "__pycache__",
)  # fmt: skip
"""Names of what editors, merges, downloads, Windows, macOS and network disks leave in folders.

Any other hidden file was probably given a wrong name by a person, and is reported."""

_IS_LEFT = re.compile("|".join(map(translate, _LEFT)))


def is_left_behind(path: Path) -> bool:
    """Whether a program left the file or folder `path`. Only the last part of the path counts."""
    return bool(_IS_LEFT.match(path.name.lower()))


def project_files(folder: Path, pattern: str = "*") -> list[Path]:
    """The plain files in `folder` and below that match `pattern`, sorted.

    Files that a program left behind are not among them. Raises OSError for a folder that cannot be
    opened."""
    return sorted(
        path for path in _entries(folder) if fnmatchcase(path.name, pattern) and _is_plain(path)
    )


def entries(folder: Path) -> list[Path]:
    """Everything directly in `folder` that somebody put there, sorted: files, folders and links.

    An empty list if there is no such folder. Raises OSError for a folder that cannot be opened."""
    try:
        return sorted(path for path in folder.iterdir() if not is_left_behind(path))
    except (FileNotFoundError, NotADirectoryError):
        return []


def check_files(root: Path) -> list[Problem]:
    """Problems with the files themselves in the content of the project at `root`.

    These are entries that are neither plain files nor folders, and files and folders that cannot be
    opened. Call this before anything is read: reading a pipe, for instance, may never end."""
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        place = Path(error.filename).relative_to(root).as_posix()
        problems.append(
            Problem(place, 1, "Mappa kan ikkje opnast. Gi deg sjølv løyve til å lese mappa.")
        )

    for folder in ("docs", "examples"):
        for path in _entries(root / folder, unreadable):
            if folder == "examples":
                continue  # examples.py refuses these itself, with a message about examples
            if not _is_plain(path):
                told = "Her skal det berre liggje vanlege filer og mapper. Ta bort dette."
                problems.append(Problem(path.relative_to(root).as_posix(), 1, told))
            elif not os.access(path, os.R_OK):
                told = "Fila kan ikkje opnast. Gi deg sjølv løyve til å lese mappa."
                problems.append(Problem(path.relative_to(root).as_posix(), 1, told))
    return problems


def _entries(folder: Path, unreadable: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """All files in `folder` and below. A link to a folder is listed as a file, and not followed.

    A folder that does not exist is an empty one. For one that cannot be opened, `unreadable` is
    called, or the error is raised: to take it for an empty one would hide everything in it."""

    def tell(error: OSError) -> None:
        if isinstance(error, FileNotFoundError | NotADirectoryError):
            return
        if unreadable is None:
            raise error
        unreadable(error)

    for place, folders, files in os.walk(folder, onerror=tell):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [
            name for name in folders if name not in links and not is_left_behind(here / name)
        ]
        yield from (here / name for name in (*files, *links) if not is_left_behind(here / name))


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:  # the file was deleted after it was listed
        return False
