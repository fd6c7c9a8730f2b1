"""Where pandoc is, and the files it brings."""

from __future__ import annotations

import subprocess
from functools import lru_cache

import pypandoc


@lru_cache(maxsize=1)
def program() -> str:
    """Path of the pandoc that came with the Python package."""
    return str(pypandoc.get_pandoc_path())


def default_file(name: str) -> bytes:
    """One of pandoc's own data files, for instance reference.docx."""
    return subprocess.run([program(), "--print-default-data-file", name], capture_output=True, check=True).stdout
