"""Check that every label the theme's templates use exists: the build stops at a missing one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..content import Content, Problem
from ..content.problems import near

THEME = Path("docs/theme")
_LABEL = re.compile(r"""\blabel\(\s*["']([^"']+)["']\s*\)""")


def check_theme(root: Path, content: Content) -> Iterator[Problem]:
    """A problem for every label that a template uses and nobody has written."""
    for path in sorted((root / THEME).rglob("*.html")):
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), 1
        ):
            for name in (
                match[1] for match in _LABEL.finditer(line) if match[1] not in content.labels
            ):
                close = ", ".join(near(name, sorted(content.labels)))
                yield Problem(
                    path.relative_to(root).as_posix(), number,
                    f"Malen bruker teksten «{name}», som ikkje finst i docs/data/labels/. "
                    f"Liknande namn: {close}.",
                )  # fmt: skip
