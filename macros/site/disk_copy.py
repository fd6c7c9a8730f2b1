"""A copy of the site that opens from a disk: an intranet share, a memory stick, an attachment."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from ..documents.zipped import zipped


def write_zip(root: Path, target: Path) -> None:
    """Build the site with links to files instead of folders, and pack it as `target`. The same site gives the same
    bytes. Raises CalledProcessError when it cannot be built; what was wrong has been printed."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        subprocess.run(command, cwd=root, env={**os.environ, "DIRECTORY_URLS": "false"}, check=True)
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(zipped({f"{target.stem}/{name}": data for name, data in files.items()}))
