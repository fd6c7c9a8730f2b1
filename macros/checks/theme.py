"""Check that every label the theme's templates use exists: the build stops at a missing one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..content import Content, Problem
from ..content.files import project_files
from ..content.problems import near

THEME = Path("docs/theme")
_LABEL = re.compile(r"""\blabel\(\s*["']([^"']+)["']\s*\)""")


def check_theme(root: Path, content: Content) -> Iterator[Problem]:
    """A problem for every label that a template uses and nobody has written."""
    for path in project_files(root / THEME, "*.html"):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        for number, line in enumerate(lines, 1):
            for name in _LABEL.findall(line):
                if name not in content.labels:
                    yield Problem(path.relative_to(root).as_posix(), number, _told(name, content))


def _told(name: str, content: Content) -> str:
    close = ", ".join(near(name, sorted(content.labels)))
    return (
        f"Malen bruker teksten «{name}», som ikkje finst i docs/data/labels/. "
        f"Liknande namn: {close}."
    )
