"""Make a copy of the site that can be opened from a disk, a shared folder or an attachment."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from ..documents.zipped import zipped


def write_zip(root: Path, target: Path) -> None:
    """Build the site with links to files instead of folders, and pack it as `target`.

    A browser does not open the index of a folder on a disk by itself, so links must name files. The
    same site gives the same bytes. Raises CalledProcessError if the build fails; MkDocs has then
    printed why."""
    # First, so that nobody waits for a whole build to be told that the copy cannot be written
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        subprocess.run(command, cwd=root, env={**os.environ, "DIRECTORY_URLS": "false"}, check=True)
        files = {
            path.relative_to(site).as_posix(): path.read_bytes()
            for path in site.rglob("*")
            if path.is_file()
        }
    target.write_bytes(zipped({f"{target.stem}/{name}": data for name, data in files.items()}))
