"""Where in the project a sentence of a page is written."""

from __future__ import annotations

import re
from pathlib import Path

_MARKS = re.compile(r"\[@[^\]]+\]|[*_`]|\]\([^)]*\)(?:\{[^}]*\})?|[\[\]«»\"]")
_PROBE = 40


class Origins:
    """The lines of every page, template and text of the project, without their marks."""

    def __init__(self, root: Path) -> None:
        files = [
            path
            for folder in ("docs/nn", "docs/nb", "docs/templates", "docs/data", "examples")
            for path in sorted((root / folder).rglob("*"))
            if path.suffix in (".md", ".yml") and path.name != "terms.yml"
        ]
        self.lines = [
            (f"{path.relative_to(root).as_posix()}:{number}", _bare(line))
            for path in files
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        ]

    def of(self, sentence: str) -> str:
        """File and line of the first place that has the beginning of `sentence`, or nothing.

        What a macro puts together of parts stands in no place."""
        probes = [_bare(part)[:_PROBE] for part in re.split(r"◦", sentence) if len(part) > 12]
        for probe in probes[:2]:
            for place, line in self.lines:
                if probe in line:
                    return place
        return ""


def _bare(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split()).replace(" .", ".").replace(" ,", ",")
