"""What folders hold, as one short text, to see whether anything in them has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from ..content.files import project_files


def digest(paths: Iterable[Path]) -> str:
    """Changes with the name or the bytes of any file among `paths`, or in the folders among them."""
    found = hashlib.sha256()
    for top in paths:
        for path in project_files(top) if top.is_dir() else [top]:
            if path.is_file() and path.suffix != ".pyc":
                data = path.read_bytes()
                found.update(f"{path.relative_to(top.parent).as_posix()} {len(data)}\n".encode() + data)
    return found.hexdigest()
