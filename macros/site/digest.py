"""One short text that changes whenever anything in a set of files and folders changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from ..content.files import project_files


def digest(paths: Iterable[Path]) -> str:
    """A digest of the names and bytes of all files in `paths`, which may be files and folders.

    Compiled Python (`.pyc`) is left out: it changes without any change to the source."""
    found = hashlib.sha256()
    for top in paths:
        for path in project_files(top) if top.is_dir() else [top]:
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                found.update(
                    f"{path.relative_to(top.parent).as_posix()} {len(data)}\n".encode() + data
                )
    return found.hexdigest()
