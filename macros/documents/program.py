"""The path of pandoc, and the data files that come with it."""

from __future__ import annotations

import subprocess
from functools import lru_cache

import pypandoc


@lru_cache(maxsize=1)
def program() -> str:
    """The path of the pandoc that came with the Python package, whose version is locked."""
    return str(pypandoc.get_pandoc_path())


def default_file(name: str) -> bytes:
    """One of the data files that come with pandoc, such as reference.docx."""
    return subprocess.run(
        [program(), "--print-default-data-file", name], capture_output=True, check=True
    ).stdout
